import { isKnownCloudFormationType } from '../../data/cloudformationTypes';
import type { Model, Resource, TextPlace } from '../../model/resource';
import type { Suppression } from '../../model/suppression';
import { type Literal, mentions, type Parameter } from '../../model/value';
import { child, originOf, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import type { Unit } from '../format';
import { commentTexts, textsBelow } from '../texts';
import { Conditions, type ParameterFacts } from './conditions';
import { intrinsicOf, isMacroKey } from './intrinsics';
import { suppressionsOf } from './suppressions';
import { entriesOf, hasProblem, isTemplate, isTypeName, type TemplateEntry } from './template';
import { lowerMap, type Scope } from './values';

/** Macros of CloudFormation and SAM that are known to leave the resources of others alone. */
const tameTransforms = new Set([
  'AWS::Serverless-2016-10-31',
  'AWS::LanguageExtensions',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::CodeDeployBlueGreen',
]);

/** Makes the model of a unit of templates. */
export function lowerTemplates(unit: Unit): Model {
  const templates = unit.documents.map(lowerTemplate);
  return {
    format: unit.format,
    resources: templates.flatMap((template) => template.resources),
    *texts() {
      for (const template of templates) yield* template.texts();
    },
    complete: !unit.partial && templates.every((template) => template.complete),
    shared: new Set(templates.flatMap((template) => template.shared)),
    suppressions: templates.flatMap((template) => template.suppressions),
    ...(unit.generatedBy && { generatedBy: unit.generatedBy }),
  };
}

interface Template {
  readonly resources: readonly Resource[];
  readonly complete: boolean;
  readonly shared: readonly string[];
  readonly suppressions: readonly Suppression[];
  texts(): Iterable<TextPlace>;
}

function lowerTemplate(document: SyntaxDocument): Template {
  const root = document.roots.find(isTemplate);
  if (!root) return { resources: [], complete: false, shared: [], suppressions: [], texts: () => [] };
  const entries = entriesOf(root, 'Resources');
  const scope = scopeOf(root);
  const macros = foreignTransform(root) || entries.some((entry) => isMacroKey(entry.name));
  const resources = entries.flatMap((entry) => lowerResource(document, entry, scope, macros) ?? []);
  return {
    resources,
    complete: !macros && document.problems.length === 0 && entries.every((entry) => isSettled(entry)),
    shared: resources
      .filter((one) => one.type === 'AWS::CloudFormation::Stack')
      .flatMap((one) => mentions(one.properties)),
    suppressions: suppressionsOf(document, root),
    texts: () => textsOf(document, root, resources),
  };
}

function* textsOf(document: SyntaxDocument, root: SyntaxNode, resources: readonly Resource[]): Generator<TextPlace> {
  yield* commentTexts(document);
  const byName = new Map(resources.map((resource) => [resource.address, resource]));
  for (const { key, value } of root.kind === 'map' ? root.pairs : []) {
    if (key.text !== 'Resources' || value.kind !== 'map') {
      yield* textsBelow(value, { role: 'other', key: key.text });
      continue;
    }
    for (const entry of value.pairs) {
      const resource = byName.get(entry.key.text);
      yield* textsBelow(entry.value, { role: 'other', ...(resource && { resource }) });
    }
  }
}

/** Whether an entry is a finished resource: one with a type that exists, so that it stands for nothing else. */
function isSettled(entry: TemplateEntry): boolean {
  const type = scalarText(child(entry.pair.value, 'Type'));
  return isTypeName(type) && (!type.startsWith('AWS::') || isKnownCloudFormationType(type));
}

function lowerResource(
  document: SyntaxDocument,
  entry: TemplateEntry,
  scope: Scope,
  macros: boolean,
): Resource | undefined {
  const body = entry.pair.value;
  const type = scalarText(child(body, 'Type'));
  if (!type || body.kind !== 'map') return undefined;
  const condition = scalarText(body.get('Condition'));
  const likelihood = condition === undefined ? 'certain' : scope.conditions.likelihood(condition, true, []);
  if (!likelihood) return undefined;
  const properties = body.get('Properties');
  const computed = properties !== undefined && intrinsicOf(properties) !== undefined;
  const unread = computed || (body.has('Properties') && properties?.kind !== 'map');
  const constructPath = scalarText(child(body.get('Metadata'), 'aws:cdk:path'));
  const inner = condition === undefined ? scope : { ...scope, assumed: [condition] };
  return {
    type,
    address: entry.name,
    name: entry.name,
    dialect: 'cloudformation',
    nameOrigin: originOf(entry.pair.key),
    properties:
      properties && !unread
        ? lowerMap(properties, inner)
        : { kind: 'map', fields: new Map(), open: unread, origin: originOf(entry.pair.key) },
    likelihood,
    path: document.path,
    incomplete: macros || body.open || hasProblem(document, entry.pair.key.start, entry.end),
    ...(constructPath !== undefined && { constructPath }),
  };
}

/** Whether the template goes through a macro that may write anything. */
function foreignTransform(root: SyntaxNode): boolean {
  const transform = child(root, 'Transform');
  if (root.kind === 'map' && root.pairs.some((pair) => isMacroKey(pair.key.text))) return true;
  if (!transform) return false;
  const names = transform.kind === 'list' ? transform.items : [transform];
  return !names.every((name) => tameTransforms.has(scalarText(name) ?? ''));
}

const scopes = new WeakMap<SyntaxNode, Scope>();

/** What the values of a template may refer to; made once a template. */
export function scopeOf(root: SyntaxNode): Scope {
  const known = scopes.get(root);
  if (known) return known;
  const scope = makeScope(root);
  scopes.set(root, scope);
  return scope;
}

function makeScope(root: SyntaxNode): Scope {
  const resources = entriesOf(root, 'Resources');
  const facts = new Map<string, ParameterFacts>();
  const parameters = new Map<string, Parameter>();
  for (const entry of entriesOf(root, 'Parameters')) {
    const parameter = lowerParameter(entry);
    parameters.set(entry.name, parameter);
    const { fallback, allowed = [] } = parameter;
    facts.set(entry.name, {
      fallback: fallback?.kind === 'literal' ? fallback.text : undefined,
      allowed: allowed.map((one) => one.text),
    });
  }
  return {
    conditions: new Conditions(root, facts),
    parameters,
    resources: new Set(resources.map((entry) => entry.name)),
    mappings: child(root, 'Mappings'),
    assumed: [],
  };
}

function lowerParameter(entry: TemplateEntry): Parameter {
  const body = entry.pair.value;
  const literals = (node: SyntaxNode | undefined): Literal[] =>
    (node?.kind === 'list' ? node.items : node ? [node] : []).flatMap((one) =>
      one.kind === 'scalar' && !one.isNull ? [{ kind: 'literal' as const, text: one.text, origin: originOf(one) }] : [],
    );
  // The default of an SSM parameter is the name under which the value is kept, not the value.
  const named = scalarText(child(body, 'Type'))?.startsWith('AWS::SSM::Parameter::') ?? false;
  const [fallback] = named ? [] : literals(child(body, 'Default'));
  const allowed = named ? [] : literals(child(body, 'AllowedValues'));
  return {
    kind: 'parameter',
    name: entry.name,
    origin: originOf(entry.pair.key),
    ...(fallback && { fallback }),
    ...(allowed.length > 0 && { allowed }),
  };
}

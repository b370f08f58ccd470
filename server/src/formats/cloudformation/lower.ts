import { isKnownCloudFormationType } from '../../data/cloudformationTypes';
import type { Model, Resource, TextPlace } from '../../model/resource';
import type { Suppression } from '../../model/suppression';
import { both, mentions, type Value } from '../../model/value';
import { child, type MapNode, originOf, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import type { Unit } from '../format';
import { commentTexts, textsBelow } from '../texts';
import { Assembly } from './assembly';
import { authenticationsOf } from './authentication';
import { helperOf } from './cdkHelpers';
import { effectOf, gravest, intrinsicOf, type MacroEffect, macroEffect } from './intrinsics';
import type { Unrolled } from './loops';
import { isNesting } from './nested';
import { expanded } from './sam/expansion';
import { withGlobals } from './sam/globals';
import { isServerlessType, serverlessTransform } from './sam/serverless';
import { type Scope, withVariables } from './scope';
import { type Stack, stackOf } from './stacks';
import { suppressionsOf } from './suppressions';
import { entriesOf, hasProblem, isTypeName } from './template';
import { unknown } from './text';
import { lowerMap, lowerValue } from './values';

/** Macros of CloudFormation and SAM that are known to leave the resources of others alone. */
const tameTransforms = new Set([
  serverlessTransform,
  'AWS::LanguageExtensions',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::CodeDeployBlueGreen',
]);

/** Makes the model of a unit of templates. */
export function lowerTemplates(unit: Unit): Model {
  const templates = unit.documents.map((document) => lowerStack(stackOf(document, unit.referred ?? new Map()), unit));
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

/** A template with all that it nests: what is wrong in there may be what it passes on. */
function lowerStack(stack: Stack | undefined, unit: Unit): Template {
  if (!stack) return { resources: [], complete: false, shared: [], suppressions: [], texts: () => [] };
  const { document, root, scope } = stack;
  const assembly = new Assembly(document, unit);
  const { entries, settled } = scope.unrolled;
  const effect = macrosOver(root);
  const ends = new Map(entriesOf(root, 'Resources').map((entry) => [entry.pair, entry.end]));
  const resources = entries.flatMap((entry) => {
    const end = ends.get(entry.pair) ?? entry.pair.value.end;
    const broken = hasProblem(document, entry.pair.key.start, end);
    return lowerResource(stack, entry, effect === 'rewrites' || broken, assembly);
  });
  const nesting = resources.filter(({ type }) => isNesting(type));
  const nested = resources.flatMap(({ name }) => stack.nested(name) ?? []).map((one) => lowerStack(one, unit));
  const settledHere = settled && effect === 'none' && document.problems.length === 0 && entries.every(isSettled);
  const expansion = expanded(root, scope, resources);
  return {
    resources: [...expansion.resources, ...nested.flatMap((one) => one.resources)],
    complete: settledHere && nested.every((one) => one.complete),
    shared: [
      ...nesting.filter(({ name }) => !stack.nested(name)).flatMap((one) => mentions(one.properties)),
      ...nested.flatMap((one) => one.shared),
      ...expansion.shared,
    ],
    suppressions: [...suppressionsOf(document, root), ...nested.flatMap((one) => one.suppressions)],
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
function isSettled({ pair }: Unrolled): boolean {
  const type = scalarText(child(pair.value, 'Type'));
  return isTypeName(type) && (!type.startsWith('AWS::') || isKnownCloudFormationType(type) || isServerlessType(type));
}

/** A resource with the credentials in its metadata; nothing where the entry is none, or never takes effect. */
function lowerResource(
  { document, root, scope: template, likelihood: stacked }: Stack,
  { name, pair, likelihood: made, scope: outside }: Unrolled,
  incomplete: boolean,
  assembly: Assembly,
): Resource[] {
  const body = pair.value;
  const typeNode = child(body, 'Type');
  const type = scalarText(typeNode);
  if (!typeNode || !type || body.kind !== 'map') return [];
  const scope: Scope = { ...template, variables: outside.variables };
  const written = scalarText(body.get('Condition'));
  const condition = written === undefined ? undefined : withVariables(written, scope);
  const likelihood = condition === undefined ? 'certain' : scope.conditions.likelihood(condition, true, scope);
  if (!likelihood) return [];
  const macro = macroEffect(body);
  const properties = body.get('Properties');
  const computed = properties !== undefined && intrinsicOf(properties) !== undefined;
  const unread = computed || macro === 'rewrites' || (body.has('Properties') && properties?.kind !== 'map');
  const construct = assembly.constructOf(name, scalarText(child(body.get('Metadata'), 'aws:cdk:path')));
  const helper = helperOf(name, construct?.path);
  const inner =
    condition === undefined ? scope : { ...scope, assumed: scope.conditions.assuming(condition, true, scope) };
  const resource: Resource = {
    type,
    address: scope.prefix + name,
    name,
    dialect: 'cloudformation',
    nameOrigin: originOf(pair.key),
    typeOrigin: originOf(typeNode),
    properties: withGlobals(
      properties && !unread
        ? lowerMap(properties, inner)
        : { kind: 'map', fields: new Map(), open: unread, origin: originOf(pair.key) },
      body,
      root,
      inner,
    ),
    writtenIn: { origin: originOf(body), path: (property) => ['Properties', property] },
    likelihood: both(stacked, both(likelihood, made)),
    disposal: {
      whenDeleted: attributeOf(body, 'DeletionPolicy', inner),
      whenReplaced: attributeOf(body, 'UpdateReplacePolicy', inner),
    },
    path: document.path,
    incomplete: incomplete || macro !== 'none' || body.open,
    ...(construct && { construct }),
    ...(helper !== undefined && { helper }),
  };
  return [resource, ...authenticationsOf(resource, body, inner)];
}

/** What a resource says beside its properties. */
function attributeOf(body: MapNode, name: string, scope: Scope): Value {
  const written = body.get(name);
  if (written) return lowerValue(written, scope);
  const isAbsent = !body.has(name) && !body.open && macroEffect(body) === 'none';
  return isAbsent ? { kind: 'notWritten', origin: originOf(body) } : unknown(body, `${name} is written elsewhere`);
}

/** What the macros that a template goes through may do to its resources. */
function macrosOver(root: SyntaxNode): MacroEffect {
  const transform = child(root, 'Transform');
  const named = transform?.kind === 'list' ? transform.items : transform ? [transform] : [];
  const foreign = named.filter((one) => !tameTransforms.has(scalarText(one) ?? ''));
  return gravest([...foreign.map(effectOf), macroEffect(root), macroEffect(child(root, 'Resources'))]);
}

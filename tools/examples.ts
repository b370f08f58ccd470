import type { SnippetResource } from '../server/src/catalogue/snippets/snippet';
import { defaultSettings } from '../server/src/engine/settings';
import { UnitWorld } from '../server/src/engine/view';
import { editsOf } from '../server/src/engine/writing';
import type { Unit } from '../server/src/formats/format';
import { formatOf, recognise } from '../server/src/formats/recognise';
import type { Change } from '../server/src/model/finding';
import type { Dialect } from '../server/src/model/resource';
import { parseDocument } from '../server/src/syntax/parse';
import type { Plain } from '../server/src/syntax/plain';
import { blockPair } from '../server/src/syntax/render';
import type { Style } from '../server/src/syntax/style';
import { applyEdits } from '../server/src/syntax/textEdit';

/** The forms in which an example can be written. */
export const forms = [
  'CloudFormation YAML',
  'CloudFormation JSON',
  'Terraform JSON',
  'Terraform JSON with lists',
] as const;
/** A form in which an example can be written. */
export type Form = (typeof forms)[number];

/** How what has no author is written. */
export const ownStyle: Style = {
  newline: '\n',
  step: '  ',
  indentsLists: true,
  quote: "'",
  colon: ': ',
  singlePairPadding: ' ',
  padding: ' ',
};

/** The dialect of a form. */
export function dialectOf(form: Form): Dialect {
  return form.startsWith('Terraform') ? 'terraform' : 'cloudformation';
}

/** The name of a file in a form. */
export function fileName(form: Form): string {
  if (form === 'CloudFormation YAML') return 'template.yaml';
  return form === 'CloudFormation JSON' ? 'template.json' : 'main.tf.json';
}

/** Parses a text as a unit of its own; throws where it is none of ours. */
export function unitOf(path: string, text: string): Unit {
  const document = parseDocument(path, text);
  if ('skipped' in document) throw new Error(`${path} was skipped: ${document.skipped}`);
  const recognised = recognise(document);
  if (!recognised) throw new Error(`${path} is none of ours:\n${text}`);
  const { format, generatedBy } = recognised;
  return { format, documents: [document], partial: false, ...(generatedBy && { generatedBy }) };
}

/** Resources to be written: those of a rule's example, or of a snippet. */
interface Draft {
  readonly only?: Dialect;
  readonly resources: readonly SnippetResource[];
}

/**
 * Writes an example in a form: bare resources first, then attribute by attribute through the very edits that fixes
 * make. `undefined` where a kind of the example has no type in the form's dialect.
 */
export function writeExample(example: Draft, form: Form): string | undefined {
  const dialect = dialectOf(form);
  if (example.only && example.only !== dialect) return undefined;
  if (example.resources.some(({ kind }) => kind[dialect].length === 0)) return undefined;
  const path = fileName(form);
  let text = bareResources(example.resources, form);
  for (const resource of example.resources) {
    for (const attribute of Object.keys(resource.attributes)) {
      if (!resource.kind.attributes[attribute]?.[dialect]) continue;
      text = withAttribute(path, text, resource, attribute, dialect);
    }
  }
  return text;
}

function withAttribute(
  path: string,
  text: string,
  example: SnippetResource,
  attribute: string,
  dialect: Dialect,
): string {
  const unit = unitOf(path, text);
  const model = formatOf(unit).lower(unit);
  const world = new UnitWorld(model, formatOf(unit), defaultSettings);
  const named = (name: string, type?: string) => {
    const inDialect = resourceName({ name }, dialect);
    const found = model.resources.find((one) => one.name === inDialect && (!type || one.type === type));
    if (!found) throw new Error(`${inDialect} is not in\n${text}`);
    return found;
  };
  const resource = named(example.name, example.kind[dialect][0]);
  const value = example.attributes[attribute];
  if (value === undefined) throw new Error(`${example.name} has no ${attribute}`);
  const written = typeof value === 'function' ? value(resource, named) : value;
  const change: Change = { kind: 'set', resource, of: example.kind, attribute, value: written };
  const edits = editsOf([change], world);
  if (!edits) throw new Error(`${example.kind.id}.${attribute} cannot be written into\n${text}`);
  return applyEdits(text, edits);
}

/** The name of a resource in a dialect, in the case that its users write. */
export function resourceName(example: Pick<SnippetResource, 'name'>, dialect: Dialect): string {
  return dialect === 'cloudformation' ? example.name : example.name.replace(/\B([A-Z])/g, '_$1').toLowerCase();
}

function bareResources(resources: readonly SnippetResource[], form: Form): string {
  const dialect = dialectOf(form);
  const named = resources.map((one) => ({
    name: resourceName(one, dialect),
    type: one.kind[dialect][0] as string,
    // What the rows do not write is plain: there is nothing to spell.
    properties: one.properties?.[dialect] as Record<string, Plain> | undefined,
  }));
  if (dialect === 'cloudformation') {
    const entries = named.map(
      ({ name, type, properties }) => [name, { Type: type, ...(properties && { Properties: properties }) }] as const,
    );
    if (form === 'CloudFormation JSON') return json({ Resources: Object.fromEntries(entries) });
    const blocks = entries.map(([name, entry]) => `  ${blockPair(name, entry, ownStyle, '  ')}\n`);
    return `Resources:\n${blocks.join('\n')}`;
  }
  const blocks: Record<string, Record<string, unknown>> = {};
  for (const { name, type, properties = {} } of named) {
    blocks[type] = { ...blocks[type], [name]: form === 'Terraform JSON' ? properties : [properties] };
  }
  return json({ resource: blocks });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

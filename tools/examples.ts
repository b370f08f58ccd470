import { check, drain } from '../server/src/engine/check';
import { defaultSettings } from '../server/src/engine/settings';
import { editsOf } from '../server/src/engine/writing';
import type { Unit } from '../server/src/formats/format';
import { recognise } from '../server/src/formats/recognise';
import type { Change } from '../server/src/model/finding';
import type { Dialect } from '../server/src/model/resource';
import type { Example, ExampleResource } from '../server/src/model/rule';
import { parseDocument } from '../server/src/syntax/parse';
import { applyEdits } from '../server/src/syntax/textEdit';

/** The forms in which an example can be written. */
export const forms = [
  'CloudFormation YAML',
  'CloudFormation JSON',
  'Terraform JSON',
  'Terraform JSON with lists',
] as const;
export type Form = (typeof forms)[number];

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

/**
 * Writes an example in a form: bare resources first, then attribute by attribute through the very edits that fixes
 * make. `undefined` where a kind of the example has no type in the form's dialect.
 */
export function writeExample(example: Example, form: Form): string | undefined {
  const dialect = dialectOf(form);
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
  example: ExampleResource,
  attribute: string,
  dialect: Dialect,
): string {
  const { model, world } = drain(check(unitOf(path, text), defaultSettings, () => {}));
  const name = resourceName(example, dialect);
  const resource = model.resources.find((one) => one.name === name && one.type === example.kind[dialect][0]);
  const value = example.attributes[attribute];
  if (!resource || value === undefined) throw new Error(`${name} is not in\n${text}`);
  const change: Change = { kind: 'set', resource, of: example.kind, attribute, value };
  const edits = editsOf([change], world);
  if (!edits) throw new Error(`${example.kind.id}.${attribute} cannot be written into\n${text}`);
  return applyEdits(text, edits);
}

function resourceName(example: ExampleResource, dialect: Dialect): string {
  return dialect === 'cloudformation' ? example.name : example.name.replace(/\B([A-Z])/g, '_$1').toLowerCase();
}

function bareResources(resources: readonly ExampleResource[], form: Form): string {
  const dialect = dialectOf(form);
  const named = resources.map((one) => ({ name: resourceName(one, dialect), type: one.kind[dialect][0] as string }));
  if (form === 'CloudFormation YAML') {
    const entries = named.map(({ name, type }) => `  ${name}:\n    Type: ${type}\n`);
    return `Resources:\n${entries.join('\n')}`;
  }
  if (form === 'CloudFormation JSON') {
    return json({ Resources: Object.fromEntries(named.map(({ name, type }) => [name, { Type: type }])) });
  }
  const blocks: Record<string, Record<string, unknown>> = {};
  for (const { name, type } of named) {
    blocks[type] = { ...blocks[type], [name]: form === 'Terraform JSON' ? {} : [{}] };
  }
  return json({ resource: blocks });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

import type { Origin } from '../../model/origin';
import { cases, type Field, fieldOf, type MapValue, textOf, type Value } from '../../model/value';
import { originOf, placeOf } from '../../syntax/node';
import { embeddedValue } from './embedded';
import { listValue, mapValue } from './expressions/results';
import { lowerBlock, type MergedBlock } from './overrides';
import { elements, statementsIn } from './policyDocumentWriting';
import { repetitionOf } from './repetition';
import type { Scope } from './values';

/**
 * The policy that a data source `aws_iam_policy_document` writes, as
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document has it. Its place
 * is the block, so that a statement can be added there, unless others use it or merge into it too. `key` is that of
 * the one instance that is meant, where it is told.
 */
export function policyDocumentOf(block: MergedBlock, scope: Scope, uses: number, key?: string): Value | undefined {
  const repetition = repetitionOf(block.body, scope, key);
  if (!repetition) return undefined;
  const written = lowerBlock(block, repetition.scope);
  const own = itemsOf(fieldOf(written, 'statement'));
  const sources = documentsUnder(written, ['source_json', 'source_policy_documents']);
  const overriding = documentsUnder(written, ['override_policy_documents', 'override_json']);
  const name = originOf(block.pair.key);
  const isOwn = uses <= 1 && overriding.items.length === 0 && !overriding.open;
  const places = isOwn ? statementsIn(placeOf(written.origin).node) : [];
  const statements = own.items.map((one) => statementOf(one, places.includes(placeOf(one.origin).node)));
  const all = [sources, { items: statements, open: own.open }, overriding];
  const together = overriding.items.reduce((under, one) => overlaid(under, [one]), overlaid(sources.items, statements));
  const open = all.some((one) => one.open) || written.open || block.document.problems.length > 0;
  const statement: Field = {
    key: written.fields.get('statement')?.key ?? name,
    value: listValue(together, written.origin, open),
  };
  const version: Field = written.fields.get('version') ?? {
    key: name,
    value: { kind: 'literal', text: '2012-10-17', origin: name },
  };
  const fields = new Map([
    ['Version', version],
    ['Statement', statement],
  ]);
  return mapValue(fields, uses > 1 ? name : written.origin);
}

/** Statements laid over others: one with an id replaces those that have the same. */
function overlaid(under: readonly Value[], over: readonly Value[]): Value[] {
  const ids = new Set(over.map(idOf));
  return [...under.filter((one) => !idOf(one) || !ids.has(idOf(one))), ...over];
}

function idOf(statement: Value): string | undefined {
  return textOf(fieldOf(statement, 'Sid'));
}

/** The statements of the policies that some arguments name. */
function documentsUnder(written: MapValue, names: readonly string[]): Items {
  const documents = names.map((name) => itemsOf(fieldOf(written, name)));
  let open = documents.some((one) => one.open);
  const items = documents
    .flatMap((one) => one.items)
    .flatMap((document) => {
      const isSource = document.kind === 'map';
      const policy = isSource ? document : embeddedValue(document);
      const { items, open: more } = itemsOf(fieldOf(policy, 'Statement'));
      if (!policy || more) open = true;
      return isSource ? items.map(readOnly) : items;
    });
  return { items, open };
}

interface Items {
  readonly items: readonly Value[];
  /** There may be others. */
  readonly open: boolean;
}

/** What may be one or several, as a list. Blocks of which there is one may stand alone. */
function itemsOf(value: Value | undefined): Items {
  let open = false;
  const resolved = (one: Value): readonly Value[] => {
    const all = cases(one);
    if (all.length > 1 || all.some(({ value: found }) => found.kind === 'unknown')) open = true;
    return all.map(({ value: found }) => found).filter(({ kind }) => kind !== 'unknown' && kind !== 'notWritten');
  };
  const items = (value ? resolved(value) : []).flatMap((one) => {
    if (one.kind !== 'list') return [one];
    if (one.open) open = true;
    return one.items.flatMap(resolved);
  });
  return { items, open };
}

/** A statement of another data source, which may serve more than the policy that takes it in. */
function readOnly(statement: Value): Value {
  return statement.kind === 'map' ? { ...statement, origin: nameable(statement.origin) } : statement;
}

/** A statement as policies have it. Its place is its block where that may be written to. */
function statementOf(block: Value, isWritable: boolean): Value {
  if (block.kind !== 'map') return block;
  const place = nameable(block.origin);
  const fields = new Map<string, Field>();
  for (const [name, element] of Object.entries(elements)) {
    const field = block.fields.get(name);
    if (field && !isEmpty(field.value)) fields.set(element, { ...field, value: withVariables(field.value) });
  }
  if (!fields.has('Effect'))
    fields.set('Effect', { key: place, value: { kind: 'literal', text: 'Allow', origin: place } });
  let open = block.open;
  for (const [name, element] of [
    ['principals', 'Principal'],
    ['not_principals', 'NotPrincipal'],
  ] as const) {
    const field = block.fields.get(name);
    const found = field && principalsOf(field);
    if (found?.open) open = true;
    if (field && found && (found.fields.size > 0 || found.open)) fields.set(element, { key: field.key, value: found });
  }
  const condition = block.fields.get('condition');
  if (condition) fields.set('Condition', { key: condition.key, value: conditionsOf(condition) });
  return { kind: 'map', fields, open, origin: isWritable ? block.origin : place };
}

/** A value with the variables of policies as IAM has them: the data source takes `&{...}`, since `${...}` is Terraform's. */
function withVariables(value: Value): Value {
  const asIam = (text: string) => text.replaceAll('&{', '${');
  switch (value.kind) {
    case 'literal':
      return { ...value, text: asIam(value.text) };
    case 'template':
      return { ...value, parts: value.parts.map((part) => (typeof part === 'string' ? asIam(part) : part)) };
    case 'list':
      return { ...value, items: value.items.map(withVariables) };
    default:
      return value;
  }
}

/** The first key of a block: a place to point at, but not to write to. */
function nameable(origin: Origin): Origin {
  const { node } = placeOf(origin);
  const [pair] = node.kind === 'map' ? node.pairs : [];
  return pair ? originOf(pair.key) : origin;
}

function isEmpty(value: Value): boolean {
  return value.kind === 'notWritten' || (value.kind === 'list' && value.items.length === 0 && !value.open);
}

function principalsOf(field: Field): MapValue {
  const blocks = itemsOf(field.value);
  const fields = new Map<string, Field>();
  let { open } = blocks;
  for (const block of blocks.items) {
    const type = fieldOf(block, 'type');
    const identifiers = fieldOf(block, 'identifiers');
    if (type?.kind === 'literal' && identifiers) add(fields, type.text, type.origin, identifiers);
    else open = true;
  }
  return { kind: 'map', fields, open, origin: field.key };
}

function conditionsOf(field: Field): MapValue {
  const blocks = itemsOf(field.value);
  const tests = new Map<string, Map<string, Field>>();
  const keys = new Map<string, Origin>();
  let { open } = blocks;
  for (const block of blocks.items) {
    const [test, variable, values] = ['test', 'variable', 'values'].map((name) => fieldOf(block, name));
    if (test?.kind === 'literal' && variable?.kind === 'literal' && values) {
      const variables = tests.get(test.text) ?? new Map<string, Field>();
      add(variables, variable.text, variable.origin, withVariables(values));
      tests.set(test.text, variables);
      keys.set(test.text, test.origin);
    } else open = true;
  }
  const fields = [...tests].map(([test, variables]) => {
    const key = keys.get(test) ?? field.key;
    return [test, { key, value: mapValue(variables, key) }] as const;
  });
  return { kind: 'map', fields: new Map(fields), open, origin: field.key };
}

/** Adds values to those that stand under a key. */
function add(fields: Map<string, Field>, name: string, key: Origin, values: Value): void {
  const known = fields.get(name);
  const lists = [itemsOf(known?.value), itemsOf(values)];
  const list = listValue(
    lists.flatMap((one) => one.items),
    key,
    lists.some((one) => one.open),
  );
  fields.set(name, { key, value: known ? list : values });
}

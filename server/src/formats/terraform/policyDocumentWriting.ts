import { type Desired, desiredField } from '../../syntax/desired';
import { ListNode, MapNode, type SyntaxNode } from '../../syntax/node';
import { isPlainList, isPlainMap, type Plain, type PlainMap } from '../../syntax/plain';
import type { ElementWriter } from '../format';
import { twoLabelBlocks } from './structure';

/** The data source that writes a policy. */
export const policyDataSource = 'aws_iam_policy_document';

/** What a statement's block writes of each element; blocks of principals and conditions are written out below. */
export const elements: Readonly<Record<string, string>> = {
  sid: 'Sid',
  effect: 'Effect',
  actions: 'Action',
  not_actions: 'NotAction',
  resources: 'Resource',
  not_resources: 'NotResource',
};

/** Whether a node is the body of a data source that writes a policy. */
export function isPolicyDocument(node: SyntaxNode): boolean {
  return bodiesBeside(node).includes(node);
}

/** The bodies of the data sources that write policies in the document of a node. */
function bodiesBeside(node: SyntaxNode): readonly SyntaxNode[] {
  return node.source.document.roots
    .flatMap((root) => twoLabelBlocks(root, 'data'))
    .flatMap(({ type, body }) => (type === policyDataSource ? [body] : []));
}

/** The blocks of statements that stand in the body of a data source. */
export function statementsIn(body: SyntaxNode): readonly SyntaxNode[] {
  return blocksUnder(body, 'statement');
}

/** The blocks that stand under a key, be it one or a list of them. */
function blocksUnder(node: SyntaxNode, key: string): readonly SyntaxNode[] {
  const blocks = node instanceof MapNode ? node.get(key) : undefined;
  return blocks instanceof ListNode ? blocks.items : blocks ? [blocks] : [];
}

/** How elements are written into a statement of such a data source; `undefined` for a node that is none. */
export function elementWriter(statement: SyntaxNode): ElementWriter | undefined {
  if (!bodiesBeside(statement).some((body) => statementsIn(body).includes(statement))) return undefined;
  return (written, how) => {
    const fields = new Map<string, Desired>();
    for (const [element, value] of Object.entries(written)) {
      const [name, desired] =
        element === 'Condition'
          ? ['condition', addedConditions(statement, value)]
          : [nameOf(element), elementOf(element, value, how)];
      if (!name || !desired) return undefined;
      fields.set(name, desired);
    }
    return { kind: 'map', fields };
  };
}

/** What an element is called in a block. */
function nameOf(element: string): string | undefined {
  if (element === 'Principal') return 'principals';
  return Object.keys(elements).find((name) => elements[name] === element);
}

function elementOf(element: string, value: Plain, how: 'value' | 'replacement'): Desired | undefined {
  if (element === 'Principal') return how === 'value' ? undefined : { kind: how, value: principalBlocks(value) };
  return { kind: how, value: /^(?:Sid|Effect)$/.test(element) ? value : listed(value) };
}

/** Blocks of conditions beside those that stand there. One for the same key would let more through, not less. */
function addedConditions(statement: SyntaxNode, conditions: Plain): Desired | undefined {
  if (!isPlainMap(conditions)) return undefined;
  const blocks = conditionBlocks(conditions);
  const standing = blocksUnder(statement, 'condition');
  if (standing.length === 0) return { kind: 'value', value: blocks };
  const [added, ...others] = blocks;
  if (!added || others.length > 0 || standing.some((block) => mayTestAs(block, added))) return undefined;
  return { kind: 'appended', item: added };
}

/** Whether a block may test the same key in the same way as another. */
function mayTestAs(block: SyntaxNode, other: ConditionBlock): boolean {
  if (!(block instanceof MapNode)) return true;
  return (['test', 'variable'] as const).every((name) => {
    const node = block.get(name);
    if (node?.kind !== 'scalar' || node.text.includes('${')) return true;
    return node.text.toLowerCase() === other[name].toLowerCase();
  });
}

/** A statement as such a data source writes it, added to those that it has. */
export function addedStatement(statement: Plain): Desired | undefined {
  if (!isPlainMap(statement)) return undefined;
  const block: Record<string, Plain> = {};
  for (const [key, value] of Object.entries(statement)) {
    const name = Object.keys(elements).find((one) => elements[one] === key);
    if (name) block[name] = /^(?:sid|effect)$/.test(name) ? value : listed(value);
    else if (key === 'Principal') block.principals = principalBlocks(value);
    else if (key === 'Condition' && isPlainMap(value)) block.condition = conditionBlocks(value);
    else return undefined;
  }
  return desiredField('statement', { kind: 'appended', item: block });
}

function listed(value: Plain): Plain {
  return isPlainList(value) ? value : [value];
}

function principalBlocks(value: Plain): Plain {
  if (!isPlainMap(value)) return [{ type: value, identifiers: listed(value) }];
  return Object.entries(value).map(([type, identifiers]) => ({ type, identifiers: listed(identifiers) }));
}

/** A test as the data source has it. */
export type ConditionBlock = { readonly test: string; readonly variable: string; readonly values: Plain };

/** What the `Condition` of a statement holds, as the blocks of such a data source. */
export function conditionBlocks(conditions: PlainMap): readonly ConditionBlock[] {
  return Object.entries(conditions).flatMap(([test, variables]) =>
    isPlainMap(variables)
      ? Object.entries(variables).map(([variable, values]) => ({ test, variable, values: listed(values) }))
      : [],
  );
}

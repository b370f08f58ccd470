import { policyLocations } from '../../data/policyLocations';
import type { SnippetFormat } from '../../data/snippets';
import { endpointServiceOfFullName } from '../../data/vpcEndpoints';
import { argumentText, intrinsicOf } from '../../formats/cloudformation/intrinsics';
import { isTemplate } from '../../formats/cloudformation/template';
import { recognise } from '../../formats/recognise';
import { policyDataSource } from '../../formats/terraform/policyDocumentWriting';
import type { Policy } from '../../model/policy';
import { child, type SyntaxNode, scalarText } from '../../syntax/node';
import { item, type Step } from '../cursor/word';
import type { Cursor } from './cursor';

/** What fits where a cursor stands. */
export type Wanted =
  /** Entries of CloudFormation's `Resources`; of Terraform's `resource`, or of one type in it. */
  | { readonly kind: 'resources'; readonly type?: string }
  /** A policy document, or statements of one; what it is for may not be known. */
  | ({ readonly kind: 'policy' | 'statements' } & Partial<Pick<Policy, 'use' | 'service'>>)
  /** A condition among the elements of a statement, what stands under its key, or a block in the list there. */
  | { readonly kind: 'condition'; readonly at: 'statement' | 'inside' | 'list' };

/** What fits at a cursor, and how it is spelled there. */
export interface Place {
  readonly format: SnippetFormat;
  readonly wanted: Wanted;
}

/** Tells which snippets fit where a cursor stands; `undefined` where none does. Nothing fits in what a tool made. */
export function placeAt(cursor: Cursor): Place | undefined {
  const format = formatAt(cursor);
  if (!format) return undefined;
  const wanted =
    format === 'policy'
      ? inPolicy(cursor, cursor.path)
      : format === 'terraform'
        ? amongBlocks(cursor)
        : inTemplate(cursor);
  return wanted && { format, wanted };
}

/** The format of what a cursor stands in, also where it is just begun; none for what a tool made. */
export function formatAt({
  document,
  root,
  path,
}: Pick<Cursor, 'document' | 'root' | 'path'>): SnippetFormat | undefined {
  const recognition = recognise(document);
  if (recognition) {
    const { format, generatedBy } = recognition;
    if (generatedBy || recognition.root !== root) return undefined;
    if (format === 'iam') return 'policy';
    return format === 'cloudformation' || format === 'terraform' ? format : undefined;
  }
  if (isTemplateBegun(root, path)) return 'cloudformation';
  return isPolicyBegun(root) ? 'policy' : undefined;
}

/** Whether a tree is to become a template: it says so, or the cursor is all there is in its `Resources`. */
function isTemplateBegun(root: SyntaxNode, path: readonly Step[]): boolean {
  if (root.kind !== 'map' || isTemplate(root)) return false;
  const resources = root.get('Resources');
  const isFirst = path.length === 1 && path[0] === 'Resources' && resources?.kind === 'map';
  return root.has('AWSTemplateFormatVersion') || (isFirst && resources.pairs.length === 1);
}

/** Whether a tree is to become a policy: it has the version of one, and statements to be written. */
function isPolicyBegun(root: SyntaxNode): boolean {
  const version = scalarText(child(root, 'Version'));
  return /^(?:2008|2012)-10-17$/.test(version ?? '') && child(root, 'Statement') !== undefined;
}

function inTemplate(cursor: Cursor): Wanted | undefined {
  const { path, position, root } = cursor;
  const [section, name, properties, ...inside] = path;
  if (section !== 'Resources') return undefined;
  if (path.length === 1) return position.kind === 'key' ? { kind: 'resources' } : undefined;
  if (properties !== 'Properties' || typeof name !== 'string') return undefined;
  const resource = child(child(root, section), name);
  const type = scalarText(child(resource, 'Type')) ?? '';
  for (const { path: place, use, service = serviceBehind(resource) } of policyLocations(type)) {
    const length = inside.findIndex((_, end) => written(inside.slice(0, end + 1)) === place) + 1;
    if (length === 0) continue;
    const wanted = inPolicy(cursor, inside.slice(inside[length] === item ? length + 1 : length));
    const isWhole = wanted?.kind === 'policy' || wanted?.kind === 'statements';
    return isWhole ? { ...wanted, use, ...(service !== undefined && { service }) } : wanted;
  }
  return undefined;
}

/** The service that an endpoint leads to, by the prefix of its actions, where its name tells. */
function serviceBehind(endpoint: SyntaxNode | undefined): string | undefined {
  const name = child(child(endpoint, 'Properties'), 'ServiceName');
  const substituted = name && intrinsicOf(name);
  const text = substituted?.name === 'Sub' ? argumentText(substituted) : scalarText(name);
  return text === undefined ? undefined : endpointServiceOfFullName(text)?.iamPrefixes?.[0];
}

/** A path as tables write it, without the items on the way: `Policies.PolicyDocument`. */
function written(path: readonly Step[]): string {
  return path.filter((step) => step !== item).join('.');
}

function amongBlocks({ path, position }: Cursor): Wanted | undefined {
  const [section, type] = path;
  if (section === 'data') return inPolicyBlocks(path, position);
  if (section !== 'resource' || position.kind !== 'key') return undefined;
  if (path.length === 1) return { kind: 'resources' };
  return path.length === 2 && typeof type === 'string' ? { kind: 'resources', type } : undefined;
}

/** What fits in the data source that writes a policy: blocks of statements, one or a list of them, with conditions. */
function inPolicyBlocks(path: readonly Step[], position: Cursor['position']): Wanted | undefined {
  const [, type, , ...blocks] = path.filter((step) => step !== item);
  if (type !== policyDataSource) return undefined;
  switch (blocks.join('.')) {
    case 'statement':
      return position.kind === 'key' ? { kind: 'condition', at: 'statement' } : undefined;
    case 'statement.condition':
      return { kind: 'condition', at: position.kind === 'item' ? 'list' : 'inside' };
    default:
      return undefined;
  }
}

/** What fits inside of a policy; `path` leads there from its root. */
function inPolicy({ position }: Cursor, path: readonly Step[]): Wanted | undefined {
  const [first, ...below] = path;
  const isOnly = position.kind === 'key' && position.others.size === 0;
  if (first === undefined) return isOnly || position.kind === 'value' ? { kind: 'policy' } : undefined;
  if (first !== 'Statement') return undefined;
  const inList = below[0] === item;
  const inside = inList ? below.slice(1) : below;
  if (inside.length === 0) {
    const isNew = position.kind === 'item' || (position.kind === 'value' && !inList);
    if (isNew || (isOnly && position.map.style === 'block')) return { kind: 'statements' };
    const hasRoom = position.kind === 'key' && !position.others.has('Condition');
    return hasRoom ? { kind: 'condition', at: 'statement' } : undefined;
  }
  const isCondition = inside.length === 1 && inside[0] === 'Condition' && position.kind !== 'item';
  return isCondition ? { kind: 'condition', at: 'inside' } : undefined;
}

import { vpcEndpoint } from '../../catalogue/ec2';
import { policyLocations } from '../../data/policyLocations';
import type { SnippetFormat } from '../../data/snippets';
import { policyDataSource } from '../../formats/terraform/policyDocumentWriting';
import type { Policy } from '../../model/policy';
import { type MapNode, type SyntaxNode, scalarText } from '../../syntax/node';
import type { Spot, Step, WordCursor } from '../cursor/word';
import { locatorsOf } from '../locators';
import { formatAt } from '../snippets/place';
import { slotInBlock } from './dataSource';
import { innermost, type Slot, type SlotFound, value } from './slot';

/** Where the word at a cursor stands in a policy. */
export interface PolicyPlace extends Partial<Pick<Policy, 'use' | 'service'>> {
  readonly slot: Slot;
  readonly format: SnippetFormat;
  /** Whether the word is the key of a pair. */
  readonly isKey: boolean;
  /** The actions of the statement, as far as they are texts. */
  readonly actions: readonly string[];
  /** The other keys of the map around the word. */
  readonly taken: ReadonlySet<string>;
  /** Whether the blocks of a Terraform data source write the policy. */
  readonly isBlock: boolean;
  /** Whether CloudFormation fills in the holes of the word: it does, could be told to, or cannot. */
  readonly holes: 'filled' | 'possible' | 'none';
}

/** Tells what the word at a cursor may be; `undefined` outside of policies and in what a tool made. */
export function placeOf({ spot, outer }: WordCursor): PolicyPlace | undefined {
  const around = outer ?? spot;
  const format = formatAt(around) ?? (isPolicyBegun(around) ? 'policy' : undefined);
  const holder = format && holderOf(around, format);
  if (!format || !holder || (outer && (holder.inside.length > 0 || holder.kind !== 'policy'))) return undefined;
  const found = slotIn(holder.kind, outer ? namesOf(spot.path) : holder.inside, spot);
  if (!found) return undefined;
  return {
    ...found,
    format,
    ...(holder.use !== undefined && { use: holder.use }),
    ...(holder.service !== undefined && { service: holder.service }),
    actions: actionsIn(statementAround(spot)),
    taken: new Set(innermost(spot)?.pairs.flatMap(({ key }) => (key === spot.node ? [] : key.text))),
    isBlock: holder.kind === 'block',
    holes: isSubstituted(around) ? 'filled' : format === 'cloudformation' && !outer ? 'possible' : 'none',
  };
}

/** Whether the word stands in what is to become a policy, though it says too little yet for one. */
function isPolicyBegun(spot: Spot): boolean {
  if (spot.document.language !== 'json') return false;
  return statementAround(spot) !== undefined || spot.maps[0]?.has('Statement') === true || saysVersion(spot);
}

/** Whether a document names a version of the language of policies. */
function saysVersion({ maps }: Spot): boolean {
  return /^20(?:08|12)-10-17$/.test(scalarText(maps[0]?.get('Version')) ?? '');
}

interface Holder {
  readonly kind: 'policy' | 'block' | 'endpointService';
  /** The names that lead from there to the word. */
  readonly inside: readonly string[];
  readonly use?: Policy['use'];
  readonly service?: string | undefined;
}

/** What around a word holds a policy. */
function holderOf(spot: Spot, format: SnippetFormat): Holder | undefined {
  const names = namesOf(spot.path);
  if (format === 'policy') return { kind: 'policy', inside: names };
  const [section, second = '', third, ...rest] = names;
  if (format === 'cloudformation') {
    const resource = spot.maps.find((map) => map.has('Type') && map.has('Properties'));
    const type = scalarText(resource?.get('Type')) ?? '';
    return section === 'Resources' && third === 'Properties' ? inResource(type, rest) : undefined;
  }
  if (section === 'data' && second === policyDataSource) return { kind: 'block', inside: rest };
  return section === 'resource' ? inResource(second, rest) : undefined;
}

function inResource(type: string, names: readonly string[]): Holder | undefined {
  if (isEndpointService(type, names)) return { kind: 'endpointService', inside: [] };
  for (const { path, use, service } of policyLocations(type)) {
    const steps = path.split('.');
    if (steps.every((step, i) => step === names[i])) {
      return { kind: 'policy', inside: names.slice(steps.length), use, service };
    }
  }
  return undefined;
}

/** Whether some names lead to the service that a VPC endpoint of a type leads to. */
function isEndpointService(type: string, names: readonly string[]): boolean {
  const { serviceName } = vpcEndpoint.attributes;
  return dialects.some(
    (dialect) =>
      vpcEndpoint[dialect].includes(type) &&
      serviceName !== undefined &&
      locatorsOf(serviceName, dialect).some(({ path }) => path === names.join('.')),
  );
}

const dialects = ['cloudformation', 'terraform'] as const;

/** The keys of a path, without those of functions. */
function namesOf(path: readonly Step[]): string[] {
  return path.filter((step): step is string => typeof step === 'string' && !step.startsWith('Fn::'));
}

function slotIn(kind: Holder['kind'], names: readonly string[], spot: Spot): SlotFound | undefined {
  if (kind === 'endpointService') return value({ kind }, spot);
  return kind === 'block' ? slotInBlock(names, spot) : slotInPolicy(names, spot);
}

function slotInPolicy([statement, element, ...below]: readonly string[], spot: Spot): SlotFound | undefined {
  const { isKey } = spot;
  if (statement === undefined) return isKey ? { slot: { kind: 'policyElement' }, isKey } : undefined;
  if (statement === 'Version') return value({ kind: 'version' }, spot);
  if (statement !== 'Statement') return undefined;
  const [first, second, ...deeper] = below;
  if (deeper.length > 0) return undefined;
  switch (element) {
    case undefined:
      return isKey ? { slot: { kind: 'statementElement' }, isKey } : undefined;
    case 'Effect':
      return below.length === 0 ? value({ kind: 'effect' }, spot) : undefined;
    case 'Action':
    case 'NotAction':
      return below.length === 0 ? value({ kind: 'action' }, spot) : undefined;
    case 'Principal':
    case 'NotPrincipal':
      if (first !== undefined)
        return second === undefined ? value({ kind: 'principal', type: first }, spot) : undefined;
      return { slot: { kind: isKey ? 'principalType' : 'principal' }, isKey };
    case 'Condition':
      if (first === undefined) return isKey ? { slot: { kind: 'operator', keys: keysBelow(spot) }, isKey } : undefined;
      if (second !== undefined) return value({ kind: 'conditionValue', operator: first, key: second }, spot);
      return isKey ? { slot: { kind: 'conditionKey', operator: first }, isKey } : undefined;
    default:
      return undefined;
  }
}

/** The keys of the map behind the word. */
function keysBelow(spot: Spot): string[] {
  const pair = innermost(spot)?.pairs.find(({ key }) => key === spot.node);
  return pair?.value.kind === 'map' ? pair.value.pairs.map(({ key }) => key.text) : [];
}

const actionElements = ['Action', 'NotAction', 'actions', 'not_actions'];

/** The statement around a word: the first map outwards that says what is allowed or denied. */
function statementAround({ maps }: Spot): MapNode | undefined {
  return maps.findLast((map) => ['Effect', 'effect', ...actionElements].some((name) => map.has(name)));
}

function actionsIn(statement: MapNode | undefined): string[] {
  const texts = (node: SyntaxNode | undefined): string[] => {
    if (node?.kind === 'list') return node.items.flatMap(texts);
    const text = scalarText(node);
    return text === undefined ? [] : [text];
  };
  return ['Action', 'actions'].flatMap((name) => texts(statement?.get(name)));
}

function isSubstituted({ tag, path }: Spot): boolean {
  return tag === '!Sub' || path.findLast((step) => typeof step === 'string') === 'Fn::Sub';
}

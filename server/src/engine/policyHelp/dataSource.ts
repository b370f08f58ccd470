import { child, scalarText } from '../../syntax/node';
import type { Spot } from '../cursor/word';
import { innermost, type SlotFound, value } from './slot';

/** What the word at the end of some names may be in the blocks of that data source. */
export function slotInBlock([statement, element, below]: readonly string[], spot: Spot): SlotFound | undefined {
  const { isKey } = spot;
  if (statement !== 'statement') return undefined;
  const beside = (name: string) => scalarText(child(innermost(spot), name));
  switch (element && below ? `${element}.${below}` : element) {
    case undefined:
      return isKey ? { slot: { kind: 'statementElement' }, isKey } : undefined;
    case 'effect':
      return value({ kind: 'effect' }, spot);
    case 'actions':
    case 'not_actions':
      return value({ kind: 'action' }, spot);
    case 'principals.type':
    case 'not_principals.type':
      return value({ kind: 'principalType' }, spot);
    case 'principals.identifiers':
    case 'not_principals.identifiers':
      return value({ kind: 'principal', ...named('type', beside('type')) }, spot);
    case 'condition.test':
      return value({ kind: 'operator', keys: [beside('variable') ?? []].flat() }, spot);
    case 'condition.variable':
      return value({ kind: 'conditionKey', ...named('operator', beside('test')) }, spot);
    case 'condition.values':
      return value(
        { kind: 'conditionValue', ...named('operator', beside('test')), ...named('key', beside('variable')) },
        spot,
      );
    default:
      return undefined;
  }
}

function named<K extends string>(name: K, text: string | undefined): { readonly [key in K]?: string } {
  return (text === undefined ? {} : { [name]: text }) as { readonly [key in K]?: string };
}

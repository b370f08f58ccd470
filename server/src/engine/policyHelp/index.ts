import { usesShortForms } from '../../formats/cloudformation/spelling';
import { type Plain, Tagged } from '../../syntax/plain';
import type { WordCursor, WordEdit } from '../cursor/word';
import type { Blank } from '../snippets/markup';
import { type Surroundings, surroundingsOf } from './joined';
import { type PolicyPlace, placeOf } from './place';
import type { Suggestion } from './suggestion';
import { suggestionsFor } from './suggestions';

export type { PolicySubject } from './subject';

/** A word that may stand at a cursor in a policy, as the document writes it there. */
export interface PolicyOffer {
  readonly suggestion: Suggestion;
  readonly edit: WordEdit;
  /** What in the edit's text a person fills in. */
  readonly blanks: readonly Blank[];
  /** What the text that the edit replaces is compared with while somebody types. */
  readonly filter: string;
}

/** The words that may stand at a cursor, the best first; there may be others once more is typed. */
export interface PolicyOffers {
  readonly offers: readonly PolicyOffer[];
  readonly isIncomplete: boolean;
}

/** Whether a text may have a place for these words: to parse any other would be in vain. */
export function mayHavePlaces(text: string): boolean {
  return placeWords.test(text);
}

const placeWords =
  /\bStatement\b|PolicyDocument\b|\b20(?:08|12)-10-17\b|aws_iam_policy_document|\bServiceName\b|\bservice_name\b/;

/** The words of policies, and the names of endpoint services, that fit in place of a word of a text. */
export function policyOffers(word: WordCursor, text: string): PolicyOffers {
  const place = word.isApart ? placeOf(word) : undefined;
  const around = place && surroundingsOf(word.spot);
  if (!place || !around) return noOffers;
  const found = suggestionsFor(place, around.before + word.typed, text);
  const list = found.list.flatMap((suggestion) => pieceOf(suggestion, around));
  const isShort = usesShortForms({ language: word.spot.document.language, text });
  const offers = list.flatMap((suggestion): PolicyOffer[] => {
    const edit = word.edit(spelled(suggestion, place, isShort), place.isKey);
    if (!edit) return [];
    const lead = text.slice(edit.start, word.start);
    return [
      { suggestion, edit, blanks: suggestion.blanks ?? [], filter: lead + (suggestion.filter ?? suggestion.text) },
    ];
  });
  return { offers, isIncomplete: found.isIncomplete };
}

/** What is left of a suggestion to be written between the pieces that are there. */
function pieceOf(whole: Suggestion, { before, after }: Surroundings): Suggestion[] {
  if (before === '' && after === '') return [whole];
  const { text, written, filter: _, ...suggestion } = whole;
  const fits = text.startsWith(before) && text.endsWith(after) && text.length > before.length + after.length;
  if (!fits || written !== undefined) return [];
  const piece = text.slice(before.length, text.length - after.length);
  return [{ ...suggestion, text: piece, hasHoles: suggestion.hasHoles === true && piece.includes('${') }];
}

const noOffers: PolicyOffers = { offers: [], isIncomplete: false };

/** What is written, with the function that has CloudFormation fill in its holes where nothing does so yet. */
function spelled({ text, written = text, hasHoles }: Suggestion, { holes }: PolicyPlace, isShort: boolean): Plain {
  if (!hasHoles || holes !== 'possible') return written;
  return isShort ? new Tagged('!Sub', written) : { 'Fn::Sub': written };
}

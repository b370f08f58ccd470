import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
  TextEdit,
} from 'vscode-languageserver';
import { isIamServicePrefix } from '../data/iamActions';
import type { WordCursor } from '../engine/cursor/word';
import { mayHavePlaces, type PolicyOffer, type PolicySubject, policyOffers } from '../engine/policyHelp';
import { plainText, snippetText } from '../engine/snippets/markup';
import type { OpenDocument } from './openDocuments';
import { describeSubject } from './policyWords';
import type { Positions } from './positions';

/** Typing one of these asks for the words of policies: a text begins, or what a service calls its actions. */
export const policyTriggers = ['"', ':'];

const servicePart = /(?:^|[\s"'[,-])([\w-]+):$/;
const longestServicePart = 60;

/** Whether what was typed up to an offset may be followed by words of policies. A colon mostly ends a key. */
export function isPolicyTrigger(trigger: string, text: string, offset: number): boolean {
  if (!policyTriggers.includes(trigger) || !mayHavePlaces(text)) return false;
  if (trigger !== ':') return true;
  const prefix = servicePart.exec(text.slice(Math.max(0, offset - longestServicePart), offset))?.[1];
  return prefix !== undefined && (prefix === 'aws' || isIamServicePrefix(prefix));
}

/** The words of policies that fit in place of a word of an open document. */
export function policyCompletions(
  document: OpenDocument,
  word: WordCursor,
  positions: Positions,
  takesSnippets: boolean,
): CompletionList {
  const { offers, isIncomplete } = policyOffers(word, document.text);
  return {
    items: offers.map((offer, place) => itemOf(offer, place, document, positions, takesSnippets)),
    isIncomplete,
  };
}

const kinds: Readonly<Record<PolicySubject['kind'], CompletionItemKind>> = {
  action: CompletionItemKind.Method,
  actions: CompletionItemKind.Method,
  service: CompletionItemKind.Module,
  conditionKey: CompletionItemKind.Property,
  operator: CompletionItemKind.Operator,
  servicePrincipal: CompletionItemKind.Module,
  endpointService: CompletionItemKind.Interface,
};

function itemOf(
  { suggestion, edit, blanks, filter }: PolicyOffer,
  place: number,
  document: OpenDocument,
  positions: Positions,
  takesSnippets: boolean,
): CompletionItem {
  const { text, detail, subject } = suggestion;
  const isSnippet = takesSnippets && blanks.length > 0;
  const newText = isSnippet ? snippetText({ text: edit.text, blanks }) : plainText({ text: edit.text, blanks });
  return {
    label: text,
    kind: subject ? kinds[subject.kind] : CompletionItemKind.Value,
    ...(detail && { detail }),
    ...(subject && { documentation: { kind: MarkupKind.Markdown, value: describeSubject(subject) } }),
    // An editor would put them in alphabetical order.
    sortText: String(place).padStart(4, '0'),
    filterText: filter,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: TextEdit.replace(positions.rangeOf(document, edit), newText),
  };
}

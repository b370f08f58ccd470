import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  TextEdit,
} from 'vscode-languageserver';
import { wordAt } from '../engine/cursor/word';
import { mayHavePlaces } from '../engine/policyHelp';
import { type Offer, snippetOffers } from '../engine/snippets';
import { plainText, snippetText } from '../engine/snippets/markup';
import type { OpenDocument, OpenDocuments } from './openDocuments';
import { isPolicyTrigger, policyCompletions, policyTriggers } from './policyCompletion';
import { Positions } from './positions';

/** Typing this asks for snippets: without it, editors do not ask inside what they take for a text in YAML. */
const snippetTrigger = '-';

/** Typing one of these asks for completions. */
export const completionTriggers = [snippetTrigger, ...policyTriggers];

/** What a dash has to end so that it is one of ours; an editor drops what it shows when the next dash gets nothing. */
const ourPrefix = /(?:^|[\s{[,])dp-(?:[\w-]*-)?$/;
const longestPrefix = 50;

/** A completion parses the document anew, so it is not for documents in which that takes longer than a keystroke may. */
const longestText = 500_000;

const none: CompletionList = { items: [], isIncomplete: false };

/** Offers what fits at a cursor: snippets, and the words of policies. */
export class Completions {
  private readonly takesSnippets: boolean;
  private readonly knowsModes: boolean;

  constructor(
    private readonly open: OpenDocuments,
    capabilities: ClientCapabilities,
  ) {
    const item = capabilities.textDocument?.completion?.completionItem;
    this.takesSnippets = item?.snippetSupport ?? false;
    this.knowsModes = item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation) ?? false;
  }

  /** What fits at a position of an open document. */
  offer(document: OpenDocument, { position, context }: CompletionParams): CompletionList {
    const { path, text } = document;
    if (text.length > longestText) return none;
    const positions = new Positions(this.open);
    const offset = positions.offsetAt(document, position);
    const trigger = context?.triggerCharacter;
    const asksForWords = trigger === undefined ? mayHavePlaces(text) : isPolicyTrigger(trigger, text, offset);
    const asksForSnippets =
      trigger === undefined ||
      (trigger === snippetTrigger && ourPrefix.test(text.slice(Math.max(0, offset - longestPrefix), offset)));
    const word = asksForWords || asksForSnippets ? wordAt(path, text, offset) : undefined;
    if (!word) return none;
    const words = asksForWords ? policyCompletions(document, word, positions, this.takesSnippets) : none;
    const snippets = asksForSnippets ? snippetOffers(word, text, offset) : [];
    return { ...words, items: [...words.items, ...snippets.map((offer) => this.itemOf(offer, document, positions))] };
  }

  private itemOf(
    { snippet, template, start, end, more }: Offer,
    document: OpenDocument,
    positions: Positions,
  ): CompletionItem {
    const preview = plainText(template);
    const text = this.takesSnippets ? snippetText(template) : preview;
    const edit = (span: { start: number; end: number }, newText: string) =>
      TextEdit.replace(positions.rangeOf(document, span), newText);
    const code = `\`\`\`\n${preview.trim()}\n\`\`\``;
    return {
      label: snippet.prefix,
      kind: CompletionItemKind.Snippet,
      detail: snippet.title,
      documentation: { kind: MarkupKind.Markdown, value: `${snippet.description}\n\n${code}` },
      filterText: snippet.prefix,
      insertTextFormat: this.takesSnippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      ...(this.knowsModes && { insertTextMode: InsertTextMode.adjustIndentation }),
      textEdit: edit({ start, end }, text),
      ...(more.length > 0 && { additionalTextEdits: more.map((one) => edit(one, one.text)) }),
    };
  }
}

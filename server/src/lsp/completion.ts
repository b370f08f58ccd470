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
import { type Offer, offersAt } from '../engine/snippets';
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
    if (document.text.length > longestText) return { items: [], isIncomplete: false };
    const positions = new Positions(this.open);
    const offset = positions.offsetAt(document, position);
    const trigger = context?.triggerCharacter;
    const { items, isIncomplete } =
      trigger === undefined || isPolicyTrigger(trigger, document.text, offset)
        ? policyCompletions(document, offset, positions, this.takesSnippets)
        : { items: [], isIncomplete: false };
    const isOurs = ourPrefix.test(document.text.slice(0, offset).slice(-longestPrefix));
    if (trigger !== undefined && (trigger !== snippetTrigger || !isOurs)) return { items, isIncomplete };
    const snippets = offersAt(document.path, document.text, offset).map((offer) =>
      this.itemOf(offer, document, positions),
    );
    return { items: [...items, ...snippets], isIncomplete };
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

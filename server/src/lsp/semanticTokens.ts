import {
  type Connection,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensLegend,
  SemanticTokensRefreshRequest,
  SemanticTokenTypes,
} from 'vscode-languageserver';
import type { Checked } from '../engine/check';
import { type PolicyToken, type PolicyWord, policyTokensOf } from '../engine/policyTokens';
import type { SyntaxDocument } from '../syntax/node';
import type { Checks } from './checks';
import { describe, type Log } from './handlers';
import type { Outcome } from './lane';
import { type OpenDocuments, pathOf } from './openDocuments';
import { Positions } from './positions';

/**
 * The type of each word of a policy: standard ones, to which VS Code's themes give colours unlike that of a string. No
 * standard type stands out in all of them as a wildcard should: package.json says how to colour its own.
 */
const types: Readonly<Record<PolicyWord, string>> = {
  service: SemanticTokenTypes.namespace,
  action: SemanticTokenTypes.method,
  conditionOperator: SemanticTokenTypes.function,
  conditionKey: SemanticTokenTypes.property,
  arn: SemanticTokenTypes.variable,
  wildcard: 'policyWildcard',
};
const typeNames = Object.values(types);

/** What the numbers in tokens stand for. */
export const legend: SemanticTokensLegend = { tokenTypes: typeNames, tokenModifiers: [] };

/** What an answer was about, to be able to tell when it no longer holds. */
interface Answered {
  readonly version: number;
  readonly tokens: SemanticTokens | null;
}

/** Colours the words of policies. */
export class PolicyColours {
  private readonly answered = new Map<string, Answered>();
  private readonly known = new WeakMap<Checked, Map<SyntaxDocument, PolicyToken[]>>();

  constructor(
    private readonly connection: Connection,
    private readonly open: OpenDocuments,
    private readonly checks: Pick<Checks, 'latest'>,
    private readonly canRefresh: boolean,
    private readonly log: Log,
  ) {}

  /** The tokens of a document; `null` where it is none of ours, so that others may colour it. */
  async full(uri: string): Promise<SemanticTokens | null | ResponseError<void>> {
    const tokens = await this.answer(uri);
    const path = pathOf(uri);
    const version = this.open.get(path)?.version;
    if (version !== undefined && !(tokens instanceof ResponseError)) this.answered.set(path, { version, tokens });
    return tokens;
  }

  /** The tokens of a part of a document. */
  range(uri: string, range: Range): Promise<SemanticTokens | null | ResponseError<void>> {
    return this.answer(uri, range);
  }

  /** Has the editor ask again where something else than its text changed a document's tokens: settings, a sibling. */
  follow(path: string, outcome: Outcome): void {
    const last = this.answered.get(path);
    const version = this.open.get(path)?.version;
    if (!this.canRefresh || !last || last.version !== version) return;
    const tokens = this.tokensOf(path, outcome);
    if (String(tokens?.data) === String(last.tokens?.data)) return;
    this.answered.set(path, { version, tokens });
    this.connection.languages.semanticTokens
      .refresh()
      .catch((error: unknown) => this.log(`${SemanticTokensRefreshRequest.method}: ${describe(error)}`));
  }

  /** A document was closed. */
  forget(path: string): void {
    this.answered.delete(path);
  }

  /** Editors shift an answer by what was typed since they asked, so one about newer text would be shifted twice. */
  private async answer(uri: string, range?: Range): Promise<SemanticTokens | null | ResponseError<void>> {
    const path = pathOf(uri);
    const asked = this.open.get(path)?.version;
    const outcome = await this.checks.latest(path);
    if (this.open.get(path)?.version !== asked) {
      return new ResponseError<void>(LSPErrorCodes.ContentModified, 'The text has changed');
    }
    return this.tokensOf(path, outcome, range);
  }

  private tokensOf(path: string, outcome: Outcome | undefined, range?: Range): SemanticTokens | null {
    if (outcome?.kind !== 'checked') return null;
    const { checked } = outcome;
    const tokens = this.known.get(checked) ?? policyTokensOf(checked);
    this.known.set(checked, tokens);
    const document = checked.unit.documents.find((one) => one.path === path);
    return document ? encode(document, tokens.get(document) ?? [], new Positions(this.open), range) : null;
  }
}

/** Tokens as the protocol counts them. A token may not span lines, though a text that folds them may. */
function encode(
  document: SyntaxDocument,
  tokens: readonly PolicyToken[],
  positions: Positions,
  part: Range | undefined,
): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const token of tokens) {
    for (const piece of piecesOf(token, document.text)) {
      const { start, end } = positions.rangeOf(document, piece);
      if (part && (end.line < part.start.line || start.line > part.end.line)) continue;
      const type = typeNames.indexOf(types[token.word]);
      builder.push(start.line, start.character, end.character - start.character, type, 0);
    }
  }
  return builder.build();
}

/** The parts of a token line by line, without the space around them. */
function piecesOf({ start, end }: PolicyToken, text: string): { start: number; end: number }[] {
  return [...text.slice(start, end).matchAll(/\S(?:[^\r\n]*\S)?/g)].map(({ 0: piece, index }) => ({
    start: start + index,
    end: start + index + piece.length,
  }));
}

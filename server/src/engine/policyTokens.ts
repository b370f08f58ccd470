import type { Origin } from '../model/origin';
import type { ConditionTest, Element, Policy, Statement } from '../model/policy';
import { type Literal, type Template, templatePattern, textWithHoles, type Value } from '../model/value';
import { contentOf } from '../syntax/embedded';
import { placeOf, type Span, type SyntaxDocument } from '../syntax/node';
import { decodeScalar } from '../syntax/scalars';
import type { Checked } from './check';

/** What a word of a policy is. `service` is the prefix of an action or condition key, with its colon. */
export type PolicyWord = 'service' | 'action' | 'conditionOperator' | 'conditionKey' | 'arn' | 'wildcard';

/** A word of a policy, as offsets of the document. */
export interface PolicyToken extends Span {
  readonly word: PolicyWord;
}

/** A word of a text, as offsets of its content. */
type Word = PolicyToken;

/** The words of all policies of a checked unit, by document: in the order of the text, none over another. */
export function policyTokensOf({ world }: Pick<Checked, 'world'>): Map<SyntaxDocument, PolicyToken[]> {
  const found = new Map<SyntaxDocument, PolicyToken[]>();
  for (const policy of world.writtenPolicies) {
    for (const text of textsOf(policy)) {
      for (const { document, token } of tokensOf(text)) {
        const tokens = found.get(document) ?? [];
        tokens.push(token);
        found.set(document, tokens);
      }
    }
  }
  for (const [document, tokens] of found) found.set(document, inOrder(tokens));
  return found;
}

/** A text of a policy, and how its words are found. */
interface PolicyText {
  readonly value: Value;
  readonly wordsIn: (text: string) => Word[];
}

function textsOf(policy: Policy): PolicyText[] {
  return policy.statements.flatMap((statement) => [
    ...[statement.actions, statement.notActions].flatMap((element) => elementTexts(element, actionWords)),
    ...[statement.resources, statement.notResources].flatMap((element) => elementTexts(element, resourceWords)),
    ...principalTexts(statement),
    ...statement.conditions.flatMap(conditionTexts),
  ]);
}

function elementTexts(element: Element | undefined, wordsIn: PolicyText['wordsIn']): PolicyText[] {
  return valueTexts(element?.values ?? [], wordsIn);
}

function principalTexts({ principals, notPrincipals }: Statement): PolicyText[] {
  const all = [...(principals?.values ?? []), ...(notPrincipals?.values ?? [])];
  return valueTexts(
    all.map(({ value }) => value),
    principalWords,
  );
}

function conditionTexts({ operator, operatorOrigin, key, keyOrigin, values }: ConditionTest): PolicyText[] {
  return [
    { value: keyText(operator, operatorOrigin), wordsIn: operatorWords },
    { value: keyText(key, keyOrigin), wordsIn: (text) => prefixedWords(text, 'conditionKey', false) },
    ...valueTexts(values, (text) => words(text, { word: arnOrNone(text), wildcards: takesWildcards.test(operator) })),
  ];
}

/**
 * The condition operators in whose values `*` and `?` match anything: `StringLike` and its kin, and all on ARNs.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const takesWildcards = /^(?:For(?:Any|All)Values?:)?(?:String(?:Not)?Like|Arn(?:Not)?(?:Like|Equals))/i;

function keyText(text: string, origin: Origin): Literal {
  return { kind: 'literal', text, origin };
}

function valueTexts(values: readonly Value[], wordsIn: PolicyText['wordsIn']): PolicyText[] {
  return values.map((value) => ({ value, wordsIn }));
}

const operatorWords = (text: string): Word[] => [{ start: 0, end: text.length, word: 'conditionOperator' }];

const actionWords = (text: string) => prefixedWords(text, 'action', true);

/** A resource is an ARN, though its beginning may be filled in later. */
const resourceWords = (text: string) => words(text, { word: 'arn', wildcards: true });

/** A principal is anybody, an ARN, or something that is no word of ours. */
const principalWords = (text: string) => words(text, { word: arnOrNone(text), wildcards: text === '*' });

function arnOrNone(text: string): 'arn' | undefined {
  return text.startsWith('arn:') ? 'arn' : undefined;
}

/** What stands before a name; a colon of something that is filled in later ends nothing. */
const prefix = /^(?:\$\{[^}]*\}|[^:$])*:/;

/** `s3:GetObject`, `aws:SourceVpc`: whose it is, and its name. */
function prefixedWords(text: string, word: PolicyWord, wildcards: boolean): Word[] {
  const name = prefix.exec(text)?.[0].length ?? 0;
  return [
    ...words(text.slice(0, name), { word: 'service', wildcards }),
    ...words(text.slice(name), { word, wildcards }, name),
  ];
}

/** What is filled in later, by the document's format or by IAM; wildcards; and what lies between. */
const parts = /\$\{[^}]*\}?|[*?]+|(?:[^$*?]|\$(?!\{))+/g;

/** What the parts of a text are: wildcards where it takes any, and a word of the given sort. Starts counting `at`. */
function words(
  text: string,
  { word, wildcards }: { word: PolicyWord | undefined; wildcards: boolean },
  at = 0,
): Word[] {
  return [...text.matchAll(parts)].flatMap(({ 0: part, index }): Word[] => {
    if (part.startsWith('${')) return [];
    const sort = wildcards && /^[*?]/.test(part) ? 'wildcard' : word;
    return sort ? [{ start: at + index, end: at + index + part.length, word: sort }] : [];
  });
}

/** The words of a text where they are written out, and not made by an expression that stands there. */
function tokensOf({ value, wordsIn }: PolicyText): { document: SyntaxDocument; token: PolicyToken }[] {
  const stretches = stretchesOf(value);
  const found = wordsIn(stretches.map(({ text }) => text).join(''));
  let at = 0;
  return stretches.flatMap(({ text, written }) => {
    const from = at;
    const to = from + text.length;
    at = to;
    if (!written) return [];
    const inside = found.filter(({ start, end }) => start < to && end > from);
    return inside.map(({ start, end, word }) => ({
      document: written.document,
      token: {
        start: written.toDocument(Math.max(start, from) - from),
        end: written.toDocument(Math.min(end, to) - from),
        word,
      },
    }));
  });
}

/** A part of a text, as the document has it. */
interface Stretch {
  readonly text: string;
  /** Missing where the text is not written out. */
  readonly written?: { readonly document: SyntaxDocument; toDocument(offset: number): number };
}

/** What stands for a part that is not known. */
const hole = '${}';

/** What a text is made of, in order. */
function stretchesOf(value: Value): Stretch[] {
  if (value.kind !== 'literal' && value.kind !== 'template') return [{ text: hole }];
  return value.pieces?.flatMap(stretchesOf) ?? [writtenStretch(value) ?? { text: textWithHoles(value, hole) ?? hole }];
}

function writtenStretch(value: Literal | Template): Stretch | undefined {
  const { node, span } = placeOf(value.origin);
  const decoded = node.kind === 'scalar' ? decodeScalar(node) : undefined;
  if (node.kind !== 'scalar' || !decoded) return undefined;
  const from = span?.start ?? 0;
  const text = contentOf(node).slice(from, span?.end);
  if (!isWrittenAs(text, value)) return undefined;
  const toDocument = (offset: number) => node.source.toDocument(decoded.offsets[from + offset] as number);
  return { text, written: { document: node.source.document, toDocument } };
}

function isWrittenAs(text: string, value: Literal | Template): boolean {
  const plain = text.replace(/\$(?:\$\{|\{!)/g, '${');
  if (value.kind === 'literal') return text === value.text || plain === value.text;
  return templatePattern(value).test(plain);
}

/** Several statements may use one text: a parameter's default, the operator of several tests. */
function inOrder(tokens: PolicyToken[]): PolicyToken[] {
  const ordered: PolicyToken[] = [];
  for (const token of tokens.sort((a, b) => a.start - b.start)) {
    if (token.start >= (ordered.at(-1)?.end ?? 0)) ordered.push(token);
  }
  return ordered;
}

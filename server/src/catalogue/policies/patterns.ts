import { templateText, type Value } from '../../model/value';
import { type Extent, extentOf } from './extent';
import type { Request } from './request';

/** How the texts of an element are compared. */
export interface PatternOptions {
  readonly ignoreCase?: boolean;
  /** `*` and `?` stand for themselves. */
  readonly literally?: boolean;
  /** Both are ARNs, whose six parts are compared one by one. */
  readonly byArnParts?: boolean;
}

/**
 * How a value of a policy matches a text of a request. Variables (`${aws:username}`) take what the request has; what the
 * document fills in later cannot be known, unless what stands around it rules the text out.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function matches(value: Value, text: string, request: Request, options: PatternOptions = {}): Extent {
  if (value.kind === 'template') {
    return isMatch(templateText(value, '*'), text, { ...options, literally: false }) ? undefined : 'none';
  }
  if (value.kind !== 'literal') return undefined;
  const pattern = substituted(value.text, request);
  if (pattern.isComplete) return extentOf(isMatch(pattern.text, text, options));
  return isMatch(pattern.text, text, { ...options, literally: false }) ? 'some' : 'none';
}

/** A character that no policy has: it marks what was a variable for a character that is special otherwise. */
const escapes: Readonly<Record<string, string>> = { '${*}': '\uE000', '${?}': '\uE001', '${$}': '$' };
const escaped: Readonly<Record<string, string>> = { '\uE000': '\\*', '\uE001': '\\?' };

const escapedCharacter = /[\uE000\uE001]/;
const specialCharacter = /[*?\uE000\uE001]/;

/** A text with its variables filled in by the request; those it leaves open become `*`. */
function substituted(text: string, { context, variables }: Request): { text: string; isComplete: boolean } {
  if (!text.includes('${')) return { text, isComplete: true };
  let isComplete = true;
  const filled = text.replace(/\$\{([^}]*)\}/g, (variable, name: string) => {
    const special = escapes[variable];
    if (special !== undefined) return special;
    const [key = '', fallback] = name.split(/\s*,\s*/);
    const known = key.trim().toLowerCase();
    const values = context.get(known) ?? variables?.get(known);
    if (values === undefined) {
      isComplete = false;
      return '*';
    }
    const [only] = values;
    if (values.length === 1 && only !== undefined) return only.replace(/\*/g, '\uE000').replace(/\?/g, '\uE001');
    // A variable without a value matches nothing, unless it names a default.
    return fallback === undefined ? '\uE002' : fallback.replace(/^'|'$/g, '');
  });
  return { text: filled, isComplete };
}

function isMatch(pattern: string, text: string, options: PatternOptions): boolean {
  if (!options.byArnParts) return isMatchingText(pattern, text, options);
  const [wanted, given] = [arnParts(pattern), arnParts(text)];
  if (wanted.length < 6 || given.length < 6) return pattern === '*' && given.length === 6;
  return wanted.every((part, i) => isMatchingText(part, given[i] as string, options));
}

function isMatchingText(pattern: string, text: string, options: PatternOptions): boolean {
  const { ignoreCase, literally } = options;
  if ((literally ? escapedCharacter : specialCharacter).test(pattern))
    return regularExpression(pattern, options).test(text);
  // Most texts are plain, and to compare them takes less than to make an expression.
  return ignoreCase ? pattern.toLowerCase() === text.toLowerCase() : pattern === text;
}

/** The six parts of an ARN; the last takes the rest. */
function arnParts(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function regularExpression(pattern: string, { ignoreCase, literally }: PatternOptions): RegExp {
  const source = pattern.replace(/[.+^${}()|[\]\\]|[*?]|[\uE000\uE001]/g, (special) => {
    if (escaped[special]) return escaped[special];
    if (literally || !/[*?]/.test(special)) return `\\${special}`;
    return special === '*' ? '[\\s\\S]*' : '[\\s\\S]';
  });
  return new RegExp(`^${source}$`, ignoreCase ? 'i' : '');
}

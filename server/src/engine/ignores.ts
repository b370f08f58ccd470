import { reasonPlaceholder } from '../formats/claims';
import { suggestion } from '../model/nearest';
import type { Ignore } from '../model/suppression';
import { reasonlessReport } from './reports';
import { ruleById, ruleIds } from './rules';
import type { SettingProblem } from './settings';
import { noSuchRule } from './words';

/** What an entry of `ignore` may say. */
const ignoreKeys = ['path', 'address', 'rule', 'reason', 'until'] as const satisfies readonly (keyof Ignore)[];
const requiredKeys = ['path', 'rule'] as const;

/** What an entry looks like, for the message about a wrong one. */
export const ignoreShape = 'path, rule and reason, and as needed address and until (a date like 2027-01-31)';

/** A day as `YYYY-MM-DD`. */
export const datePattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Whether a text is a day as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return datePattern.test(text);
}

/** Reads the entries of `ignore`, each for itself: one that is wrong takes nothing from the others. */
export function readIgnores(entries: readonly unknown[], problems: SettingProblem[]): Ignore[] {
  return entries.flatMap((raw, index) => {
    const wrong = whatIsWrong(raw);
    problems.push(...wrong.map(({ key, message }) => ({ place: ['ignore', index, ...(key ? [key] : [])], message })));
    if (wrong.length > 0) return [];
    const ignore = raw as Ignore;
    // What is ignored without a reason is ignored all the same, but not without a word.
    if (['', reasonPlaceholder].includes((ignore.reason ?? '').trim())) {
      problems.push({
        place: ['ignore', index, ...('reason' in ignore ? ['reason'] : [])],
        ...reasonlessReport(ignore.rule),
      });
    }
    return ignore;
  });
}

/** What is wrong with an entry, and at which of its keys; at the entry as a whole without one. */
function whatIsWrong(raw: unknown): { key?: string; message: string }[] {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return [{ message: `An entry of "ignore" is a map with ${ignoreShape}.` }];
  }
  const wrong = Object.entries(raw).flatMap(([key, value]) => {
    const message = whatIsWrongAt(key, value);
    return message === undefined ? [] : { key, message };
  });
  // A key that is missing may be the one that is misspelled.
  const missing = wrong.length > 0 ? [] : requiredKeys.filter((key) => !(key in raw));
  return [...wrong, ...missing.map((key) => ({ message: `An entry of "ignore" must have "${key}".` }))];
}

function whatIsWrongAt(key: string, value: unknown): string | undefined {
  if (!(ignoreKeys as readonly string[]).includes(key)) {
    return `There is no "${key}" in an entry of "ignore".${suggestion(key, ignoreKeys)}`;
  }
  if (typeof value !== 'string') return `"${key}" must be a text.`;
  if (key === 'until' && !isDate(value)) return '"until" must be a date like 2027-01-31.';
  if (key !== 'rule' || ruleById(value)) return undefined;
  return noSuchRule(value, ruleIds);
}

/** Whether a last day has not passed. Dates compare as texts; without a today nothing ends. */
export function isCurrent({ until }: Pick<Ignore, 'until'>, today: string | undefined): boolean {
  return until === undefined || today === undefined || until >= today;
}

import { reasonPlaceholder } from '../formats/claims';
import { nearest, suggestion } from '../model/nearest';
import type { Ignore } from '../model/suppression';
import { whyUnmatched } from './patterns';
import { reasonlessReport } from './reports';
import { ruleById, ruleIds } from './rules';
import type { Said, SettingProblem } from './settings';
import { noSuchRule, ruleMeantBy } from './words';

/** What an entry of `ignore` may say. */
const ignoreKeys = ['path', 'address', 'rule', 'reason', 'until'] as const satisfies readonly (keyof Ignore)[];
const requiredKeys = ['path', 'rule'] as const;

/** What an entry looks like, for the message about a wrong one. */
export const ignoreShape = 'path, rule and reason, and as needed address and until (a date like 2027-01-31)';

/** The shape of a day, `YYYY-MM-DD`. */
export const datePattern = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Whether a text is a day as `YYYY-MM-DD`, and one that the calendar has. */
export function isDate(text: string): boolean {
  if (!datePattern.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  // A day that a month does not have is one of the next.
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

/** What is wrong with a text that is no date, as a sentence in the middle of one. */
export function noDate(text: string): string {
  return datePattern.test(text) ? `there is no day ${text}.` : `${text} is no date like 2027-01-31.`;
}

/** Reads the entries of `ignore`, each for itself: one that is wrong takes nothing from the others. */
export function readIgnores(
  entries: readonly unknown[],
  problems: SettingProblem[],
  folder: string | undefined,
): Ignore[] {
  return entries.flatMap((raw, index) => {
    const wrong = whatIsWrong(raw, folder);
    problems.push(...wrong.map(({ key, ...said }) => ({ place: ['ignore', index, ...(key ? [key] : [])], ...said })));
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

/** Something wrong with an entry: at which of its keys, or as a whole, and what is meant there. */
type Wrong = Said & { readonly key?: string };

function whatIsWrong(raw: unknown, folder: string | undefined): Wrong[] {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return [{ message: `An entry of "ignore" is a map with ${ignoreShape}.` }];
  }
  const wrong = Object.entries(raw).flatMap(([key, value]): Wrong[] => {
    const said = whatIsWrongAt(key, value, folder);
    return said ? [{ key, ...said }] : [];
  });
  // A key that is missing may be the one that is misspelled.
  const missing = wrong.length > 0 ? [] : requiredKeys.filter((key) => !(key in raw));
  return [...wrong, ...missing.map((key) => ({ message: `An entry of "ignore" must have "${key}".` }))];
}

function whatIsWrongAt(key: string, value: unknown, folder: string | undefined): Wrong | undefined {
  if (!(ignoreKeys as readonly string[]).includes(key)) {
    const message = `There is no "${key}" in an entry of "ignore".${suggestion(key, ignoreKeys)}`;
    return { message, meant: nearest(key, ignoreKeys) };
  }
  if (typeof value !== 'string') return { message: `"${key}" must be a text.` };
  if (key === 'until' && !isDate(value)) return { message: `"until" must be a date: ${noDate(value)}` };
  if (key === 'path') {
    const message = whyUnmatched(value, folder);
    return message === undefined ? undefined : { message };
  }
  if (key !== 'rule' || ruleById(value)) return undefined;
  return { message: noSuchRule(value, ruleIds), meant: ruleMeantBy(value, ruleIds) };
}

/** Whether a last day has not passed. Dates compare as texts; without a today nothing ends. */
export function isCurrent({ until }: Pick<Ignore, 'until'>, today: string | undefined): boolean {
  return until === undefined || today === undefined || until >= today;
}

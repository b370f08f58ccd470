import type { Finding, Severity } from '../model/finding';
import type { Words } from '../model/rule';
import type { Suppression } from '../model/suppression';
import type { Settings } from './settings';

/** A report of the framework itself: like a rule it has an id, words and a severity that settings may change. */
interface Report {
  readonly id: string;
  readonly severity: Severity;
  readonly words: Words;
}

const unused: Report = {
  id: 'suppression-unused',
  severity: 'information',
  words: {
    title: 'The suppression of {rule} does nothing: {idle}.',
    why: 'A suppression that is not needed hides the next finding of its rule, which nobody has looked at.',
    advice: 'Remove it, or name the rule, the entry and the date that are meant.',
    sources: [],
    sameAs: {},
  },
};

const reasonless: Report = {
  id: 'suppression-without-reason',
  severity: 'hint',
  words: {
    title: 'The suppression of {rule} does not say why.',
    why: 'Whoever reads it next cannot tell whether it still holds.',
    advice: 'Write the reason behind it: after two hyphens in a comment, as Reason in metadata.',
    sources: [],
    sameAs: {},
  },
};

/** The words of the framework's reports, by their ids. */
export const reportWords: Readonly<Record<string, Words>> = Object.fromEntries(
  [unused, reasonless].map(({ id, words }) => [id, words]),
);

/** Reports a suppression that does nothing, and offers to remove it. */
export function unusedSuppression(suppression: Suppression, idle: string, settings: Settings): Finding[] {
  const { rule } = suppression;
  const changes = [{ kind: 'removeSuppression' as const, suppression }];
  const remedies = [{ title: `Remove the suppression of ${rule}`, safety: 'review' as const, changes }];
  return made(unused, suppression, { rule, idle }, settings).map((finding) => ({ ...finding, remedies }));
}

/** Reports a suppression that gives no reason. */
export function reasonlessSuppression(suppression: Suppression, settings: Settings): Finding[] {
  return made(reasonless, suppression, { rule: suppression.rule }, settings);
}

function made(
  report: Report,
  { origin }: Suppression,
  details: Finding['details'] & {},
  settings: Settings,
): Finding[] {
  const level = settings.rules[report.id] ?? report.severity;
  if (level === 'off') return [];
  return [
    {
      rule: report.id,
      // It is about a document's own words, of which no AWS page speaks.
      recommendation: '',
      severity: level,
      origin,
      written: true,
      likelihood: 'certain',
      remedies: [],
      details,
    },
  ];
}

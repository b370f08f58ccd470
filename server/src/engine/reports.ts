import type { Finding, Remedy, Severity } from '../model/finding';
import type { Resource } from '../model/resource';
import type { Words } from '../model/rule';
import type { Suppression } from '../model/suppression';
import { fillIn } from './placeholders';
import type { Settings } from './settings';

/** A report of the framework itself: like a rule it has an id, words and a severity that settings may change. */
export interface Report {
  readonly id: string;
  readonly about: 'suppressions' | 'helpers';
  /** What it reports, in general. */
  readonly title: string;
  readonly severity: Severity;
  readonly words: Words;
}

const unused: Report = {
  id: 'suppression-unused',
  about: 'suppressions',
  title: 'A suppression does nothing.',
  severity: 'information',
  words: {
    title: 'The suppression of {rule} does nothing: {idle}',
    why: 'A suppression that is not needed hides the next finding of its rule, which nobody has looked at.',
    advice: 'Remove it, or name the rule, the entry and the date that are meant.',
    sources: [],
    sameAs: {},
  },
};

const reasonless: Report = {
  id: 'suppression-without-reason',
  about: 'suppressions',
  title: 'A suppression does not say why.',
  severity: 'hint',
  words: {
    title: 'The suppression of {rule} does not say why.',
    why: 'Whoever reads it next cannot tell whether it still holds.',
    advice: 'Write the reason behind it: after two hyphens in a comment, as Reason in metadata.',
    sources: [],
    sameAs: {},
  },
};

const helper: Report = {
  id: 'cdk-helper',
  about: 'helpers',
  title: 'A helper that the CDK makes for its own work breaks rules.',
  severity: 'information',
  words: {
    title: 'The helper {helper}, which the CDK makes for work of its own, breaks {rules}.',
    why: 'A feature of the CDK comes with a role and a function of its own, whose code is in its library.',
    advice: 'There is nothing of yours to mend. Where it matters, update aws-cdk-lib or do without the feature.',
    sources: [],
    sameAs: {},
  },
};

/** What the framework reports. */
export const reports: readonly Report[] = [unused, reasonless, helper];

/** The words of the framework's reports, by their ids. */
export const reportWords: Readonly<Record<string, Words>> = Object.fromEntries(
  reports.map(({ id, words }) => [id, words]),
);

/** Something to report, said of a place that the engine does not see: an entry of a settings file. */
export interface Reported {
  readonly report: string;
  readonly message: string;
}

/** What is said of a suppression that does nothing. */
export function unusedReport(rule: string, idle: string): Reported {
  return reported(unused, { rule, idle });
}

/** What is said of a suppression that gives no reason. */
export function reasonlessReport(rule: string): Reported {
  return reported(reasonless, { rule });
}

function reported({ id, words }: Report, details: Readonly<Record<string, string>>): Reported {
  return { report: id, message: fillIn(words.title, { details }) };
}

/** The title of the fix that takes a suppression out. */
export function removalTitle(rule: string): string {
  return `Remove the suppression of ${rule}`;
}

/** The title of the fix that names another rule in a suppression. */
export function correctionTitle(meant: string): string {
  return `Write ${meant}`;
}

/**
 * Reports a suppression that does nothing, and offers to remove it; before that to correct the rule, where `meant` tells
 * which one is.
 */
export function unusedSuppression(
  suppression: Suppression,
  idle: string,
  meant: string | undefined,
  settings: Settings,
): Finding[] {
  const { rule, ruleOrigin } = suppression;
  const remedies: Remedy[] = [];
  if (ruleOrigin && meant !== undefined) {
    const changes = [{ kind: 'replaceText', origin: ruleOrigin, text: meant }] as const;
    remedies.push({ title: correctionTitle(meant), safety: 'review', changes });
  }
  const changes = [{ kind: 'removeSuppression', suppression }] as const;
  remedies.push({ title: removalTitle(rule), safety: 'review', changes });
  return made(unused, suppression, { rule, idle }, settings).map((finding) => ({ ...finding, remedies }));
}

/** Reports a suppression that gives no reason. */
export function reasonlessSuppression(suppression: Suppression, settings: Settings): Finding[] {
  return made(reasonless, suppression, { rule: suppression.rule }, settings);
}

/** Reports a helper of a tool that breaks rules: one of its resources, with the rules that all of them break. */
export function helperReport(resource: Resource, rules: Iterable<string>, settings: Settings): Finding[] {
  const details = { helper: resource.helper ?? resource.name, rules: [...rules].sort().join(', ') };
  return made(helper, { origin: resource.nameOrigin }, details, settings).map((finding) => ({ ...finding, resource }));
}

function made(
  report: Report,
  { origin }: Pick<Finding, 'origin'>,
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

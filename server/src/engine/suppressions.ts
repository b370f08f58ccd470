import type { Finding, Objection } from '../model/finding';
import type { Origin } from '../model/origin';
import type { Model } from '../model/resource';
import type { Rule } from '../model/rule';
import type { Claim, Ignore, Suppression } from '../model/suppression';
import { documentOf, type SyntaxDocument } from '../syntax/node';
import { type DocumentRange, rangeOf } from '../syntax/ranges';
import { isCurrent, isDate } from './ignores';
import { reasonlessSuppression, unusedSuppression } from './reports';
import { ruleById } from './rules';
import type { Settings } from './settings';
import { rulesSameAs } from './words';

/** A suppression in a document, with the stretch of text that it is about. */
interface Covering extends DocumentRange {
  readonly suppression: Suppression;
}

/** What the documents and settings of a unit say is known and accepted. */
export class Suppressions {
  private readonly coverings = new Map<string, Covering[]>();
  private readonly ignores = new Map<string, Ignore[]>();
  private readonly used = new Set<Suppression | Ignore>();

  constructor(
    private readonly model: Model,
    private readonly settings: Settings,
  ) {
    for (const suppression of model.suppressions) {
      const { covers } = suppression;
      if (!covers || !holds(suppression, settings.today)) continue;
      const { document, start } = rangeOf(covers.from);
      const covering = { suppression, document, start, end: rangeOf(covers.to).end };
      for (const rule of rulesOf(suppression)) add(this.coverings, rule, covering);
    }
    for (const ignore of settings.ignore) if (isCurrent(ignore, settings.today)) add(this.ignores, ignore.rule, ignore);
  }

  /** Whether an objection of a rule is to be left out. What says so counts as used. */
  hide(rule: Rule, objection: Objection): boolean {
    const covering = (this.coverings.get(rule.id) ?? []).filter((one) => isAbout(one, objection));
    const ignoring = (this.ignores.get(rule.id) ?? []).filter((one) => isIgnored(one, objection));
    for (const one of [...covering.map(({ suppression }) => suppression), ...ignoring]) this.used.add(one);
    return covering.length + ignoring.length > 0;
  }

  /** What the settings ignore in vain: once all rules have been run, nothing in the document breaks the rule. */
  idleIgnores(documents: readonly SyntaxDocument[]): Ignore[] {
    if (!this.model.complete) return [];
    const readable = documents.filter(({ problems }) => problems.length === 0).map(({ path }) => path);
    return [...this.ignores.values()]
      .flat()
      .filter((one) => readable.includes(one.path) && !this.used.has(one) && this.settings.rules[one.rule] !== 'off');
  }

  /** What is to be said of our own suppressions, once all rules have been run. Others are for their own tools. */
  reports(): Finding[] {
    return this.model.suppressions
      .filter(({ contract }) => contract === 'ours')
      .flatMap((suppression) => {
        const idle = this.whyIdle(suppression);
        if (idle !== undefined) return unusedSuppression(suppression, idle, this.settings);
        const silent = suppression.reason === undefined && this.used.has(suppression);
        return silent ? reasonlessSuppression(suppression, this.settings) : [];
      });
  }

  /** Why a suppression does nothing; `undefined` where it does, or where that is not to be known. */
  private whyIdle(suppression: Suppression): string | undefined {
    const { rule, until, covers, origin } = suppression;
    // A suppression that is still being typed, or what it is about, may read differently in a moment.
    if (documentOf(origin).problems.length > 0) return undefined;
    if (!ruleById(rule)) return `there is no rule ${rule}`;
    if (until !== undefined && !isDate(until)) return `${until} is no date like 2027-01-31`;
    if (!holds(suppression, this.settings.today)) return `it ended on ${until}`;
    if (!covers) return 'there is no entry that it is about';
    if (this.used.has(suppression) || this.settings.rules[rule] === 'off') return undefined;
    // What stands out of sight may break the rule.
    return this.model.complete ? 'nothing here breaks the rule' : undefined;
  }
}

/** The rules that a suppression names. */
function rulesOf({ contract, rule }: Claim): readonly string[] {
  return contract === 'ours' ? [rule] : rulesSameAs(contract, rule);
}

function holds({ until }: Claim, today: string | undefined): boolean {
  return until === undefined || (isDate(until) && isCurrent({ until }, today));
}

function isAbout({ document, start, end }: Covering, { origin, resource }: Objection): boolean {
  const stands = (place: Origin): boolean => {
    const range = rangeOf(place);
    return range.document === document && start <= range.start && range.start <= end;
  };
  return stands(origin) || (resource !== undefined && stands(resource.nameOrigin));
}

function isIgnored({ path, address }: Ignore, { origin, resource }: Objection): boolean {
  return documentOf(origin).path === path && (address === undefined || address === resource?.address);
}

function add<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

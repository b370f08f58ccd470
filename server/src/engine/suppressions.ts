import type { Finding, Objection } from '../model/finding';
import type { Origin } from '../model/origin';
import type { Model } from '../model/resource';
import type { Rule } from '../model/rule';
import type { Claim, Ignore, Stretch, Suppression } from '../model/suppression';
import { documentOf, type SyntaxDocument } from '../syntax/node';
import { type DocumentRange, rangeOf } from '../syntax/ranges';
import { isCurrent, isDate, noDate } from './ignores';
import { doubtsOf } from './judge';
import { reasonlessSuppression, unusedSuppression } from './reports';
import { kindOf, ruleById, ruleIds } from './rules';
import type { Settings } from './settings';
import type { UnitWorld } from './view';
import { meantBy, needsNoRule, ruleMeantBy, rulesSameAs } from './words';

/** A suppression in a document, with the stretch of text that it is about. */
interface Covering extends DocumentRange {
  readonly suppression: Suppression;
}

/** Where an objection stands, or may come to stand. */
type Place = Pick<Objection, 'origin' | 'resource'>;

/** What the documents and settings of a unit say is known and accepted. */
export class Suppressions {
  private readonly coverings = new Map<string, Covering[]>();
  private readonly ignores = new Map<string, Ignore[]>();
  private readonly used = new Set<Suppression | Ignore>();
  private readonly model: Model;

  constructor(
    private readonly world: UnitWorld,
    private readonly settings: Settings,
  ) {
    this.model = world.model;
    for (const suppression of this.model.suppressions) {
      const { covers } = suppression;
      if (!covers || !holds(suppression, settings.today)) continue;
      const covering = coveringOf(suppression, covers);
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
      .filter((one) => readable.includes(one.path) && !this.used.has(one) && this.settings.rules[one.rule] !== 'off')
      .filter((one) => !this.isInDoubt(one.rule, (place) => isIgnored(one, place)));
  }

  /** What is to be said of our own suppressions, once all rules have been run. Others are for their own tools. */
  reports(): Finding[] {
    return this.model.suppressions
      .filter(({ contract }) => contract === 'ours')
      .flatMap((suppression) => {
        const idle = this.whyIdle(suppression);
        const meant = ruleById(suppression.rule) ? undefined : ruleMeantBy(suppression.rule, ruleIds);
        if (idle !== undefined) return unusedSuppression(suppression, idle, meant, this.settings);
        const silent = suppression.reason === undefined && this.used.has(suppression);
        return silent ? reasonlessSuppression(suppression, this.settings) : [];
      });
  }

  /** Why a suppression does nothing; `undefined` where it does, or where that is not to be known. */
  private whyIdle(suppression: Suppression): string | undefined {
    const { rule, until, unclear, covers, origin } = suppression;
    // A suppression that is still being typed, or what it is about, may read differently in a moment.
    if (documentOf(origin).problems.length > 0) return undefined;
    if (!ruleById(rule)) return whyNoRule(rule);
    if (unclear !== undefined) return `"${unclear}" is neither "until 2027-01-31" nor "-- reason".`;
    if (until !== undefined && !isDate(until)) return noDate(until);
    if (!holds(suppression, this.settings.today)) return `it ended on ${until}.`;
    if (!covers) return 'there is no entry that it is about.';
    if (this.used.has(suppression) || this.settings.rules[rule] === 'off') return undefined;
    // What stands out of sight, or is not known, may break the rule.
    const covering = coveringOf(suppression, covers);
    if (!this.model.complete || this.isInDoubt(rule, (place) => isAbout(covering, place))) return undefined;
    return 'nothing here breaks the rule.';
  }

  /** Whether a resource may break a rule by something that is not known, at a place that a suppression is about. */
  private isInDoubt(id: string, isMeant: (place: Place) => boolean): boolean {
    const rule = ruleById(id);
    if (rule?.subject !== 'attribute') return false;
    return this.model.resources
      .filter((resource) => kindOf(resource) === rule.kind)
      .some((resource) =>
        doubtsOf(rule, this.world.view(resource, rule.kind), this.settings).some(({ origin }) =>
          isMeant({ origin, resource }),
        ),
      );
  }
}

/** What follows the name of a rule that does not exist. */
function whyNoRule(id: string): string {
  const needless = needsNoRule(id);
  return needless ? `that check needs no rule. ${needless}` : `there is no such rule.${meantBy(id, ruleIds)}`;
}

/** The rules that a suppression names. */
function rulesOf({ contract, rule }: Claim): readonly string[] {
  return contract === 'ours' ? [rule] : rulesSameAs(contract, rule);
}

function holds({ until, unclear }: Claim, today: string | undefined): boolean {
  if (unclear !== undefined) return false;
  return until === undefined || (isDate(until) && isCurrent({ until }, today));
}

function coveringOf(suppression: Suppression, { from, to }: Stretch): Covering {
  const { document, start } = rangeOf(from);
  return { suppression, document, start, end: rangeOf(to).end };
}

function isAbout({ document, start, end }: Covering, { origin, resource }: Place): boolean {
  const stands = (place: Origin): boolean => {
    const range = rangeOf(place);
    return range.document === document && start <= range.start && range.start <= end;
  };
  return stands(origin) || (resource !== undefined && stands(resource.nameOrigin));
}

function isIgnored({ path, address }: Ignore, { origin, resource }: Place): boolean {
  return documentOf(origin).path === path && (address === undefined || address === resource?.address);
}

function add<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

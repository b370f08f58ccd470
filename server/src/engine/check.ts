import type { Unit } from '../formats/format';
import { formatOf } from '../formats/recognise';
import type { Finding, Objection, RelatedPlace, Severity } from '../model/finding';
import type { Model, Resource } from '../model/resource';
import type { Rule } from '../model/rule';
import type { Ignore } from '../model/suppression';
import { documentOf } from '../syntax/node';
import { objectionsOf } from './judge';
import { redacted } from './redaction';
import { helperReport } from './reports';
import { kindOf, kinds, policyRules, rulesOf, textRules } from './rules';
import type { Settings } from './settings';
import { Suppressions } from './suppressions';
import { UnitWorld } from './view';

/** A unit with what is wrong in it. */
export interface Checked {
  readonly unit: Unit;
  readonly model: Model;
  readonly world: UnitWorld;
  readonly findings: readonly Finding[];
  /** What the settings ignore in the unit's documents although nothing there breaks the rule. */
  readonly idleIgnores: readonly Ignore[];
}

/** After so many texts a check pauses as it does after each resource. */
const textsAStep = 500;

/**
 * Checks a unit. Yields after each resource, so that an editor can check in slices and drop a check whose text is
 * outdated. Never throws: a rule that fails is one line in the log.
 */
export function* check(unit: Unit, settings: Settings, log: (message: string) => void): Generator<void, Checked> {
  const model = formatOf(unit).lower(unit);
  yield;
  const findings = new Findings(settings, model.generatedBy);
  const world = new UnitWorld(model, formatOf(unit), settings);
  const suppressions = new Suppressions(world, settings);
  const attempt = (rule: Rule, subject: string, objections: () => readonly Objection[]): void => {
    try {
      const found = objections();
      for (const objection of found.length > 0 ? world.choices.asOne(found) : found) {
        const told = redacted(objection, model);
        const shown = shownIn(unit, told);
        // It may be accepted where it is written, or by what takes it over.
        if (suppressions.hide(rule, told) || !shown) continue;
        if (shown === told || !suppressions.hide(rule, shown)) findings.add(rule, shown);
      }
    } catch (error) {
      log(`The rule ${rule.id} failed on ${subject}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const isActive = (rule: Rule) => settings.rules[rule.id] !== 'off';
  const activeOf = new Map(kinds.map((kind) => [kind, rulesOf(kind).filter(isActive)]));
  const onPolicies = policyRules.filter(isActive);
  for (const resource of model.resources) {
    const kind = resource.isPreset ? undefined : kindOf(resource);
    if (kind) {
      const view = world.view(resource, kind);
      for (const rule of activeOf.get(kind) ?? []) {
        attempt(rule, resource.type, () =>
          rule.subject === 'attribute' ? objectionsOf(rule, view, settings) : rule.check(view, world),
        );
      }
    }
    for (const policy of onPolicies.length ? world.policiesIn(resource) : []) {
      for (const rule of onPolicies) {
        if (rule.uses.includes(policy.use) && (rule.alsoPresets || !resource.isPreset))
          attempt(rule, `a policy of ${resource.type}`, () => rule.check(policy, world));
      }
    }
    yield;
  }
  const onTexts = textRules.filter(isActive);
  let count = 0;
  for (const place of onTexts.length ? model.texts() : []) {
    for (const rule of onTexts) attempt(rule, 'a text', () => rule.check(place));
    if (++count % textsAStep === 0) yield;
  }
  const reports = suppressions.reports().filter(({ origin }) => isOwn(unit, origin));
  const reported = [...findings.list(), ...reports];
  return { unit, model, world, findings: reported, idleIgnores: suppressions.idleIgnores(unit.documents) };
}

/**
 * An objection as the unit's own documents show it. A resource in what the unit refers to is checked on its own, with all
 * that belongs to it. What a resource of the unit takes over from there is wrong for that resource: it is the place, and
 * where the wrong thing is written is related to it.
 */
function shownIn(unit: Unit, objection: Objection): Objection | undefined {
  const { origin, resource, related = [] } = objection;
  if (isOwn(unit, origin)) return objection;
  if (!resource || !isOwn(unit, resource.nameOrigin)) return undefined;
  return {
    ...objection,
    origin: resource.nameOrigin,
    related: [{ origin, message: 'it is written here' }, ...related],
  };
}

function isOwn(unit: Unit, origin: Finding['origin']): boolean {
  return unit.documents.includes(documentOf(origin));
}

/** Runs a generator to its end. */
export function drain<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const ladder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** How bad an objection is: the default's doing is less than the author's, what is not chosen by default is less still. */
function severityOf(rule: Rule, settings: Settings, objection: Objection): Severity {
  const level = settings.rules[rule.id];
  if (level && level !== 'off') return level;
  const usual = objection.severity ?? rule.severity;
  const base = usual === 'error' && !objection.written ? 'warning' : usual;
  if (objection.likelihood !== 'notByDefault') return base;
  return ladder[
    Math.min(Math.max(ladder.indexOf(base) + 1, ladder.indexOf('information')), ladder.length - 1)
  ] as Severity;
}

/** The places of an objection, and where the resource comes from: the code that made it, or its configuration. */
function relatedPlaces({ related = [], resource }: Objection): readonly RelatedPlace[] {
  const { construct, configuredAt } = resource ?? {};
  return [
    ...related,
    ...(construct?.source ? [{ code: construct.source, message: `${construct.path} is made here` }] : []),
    ...(configuredAt ? [{ ...configuredAt, message: `${resource?.address} is configured here` }] : []),
  ];
}

/** The findings of a check: one a rule and origin, and one a helper. */
class Findings {
  private readonly found = new Map<string, Map<Finding['origin'], Finding>>();
  /** The rules that helpers break, by their name: nobody but the tool can mend those, so a helper is one matter. */
  private readonly helpers = new Map<string, { readonly resource: Resource; readonly rules: Set<string> }>();

  constructor(
    private readonly settings: Settings,
    private readonly generatedBy: Model['generatedBy'],
  ) {}

  add(rule: Rule, objection: Objection): void {
    if (objection.resource?.helper !== undefined) {
      this.addToHelper(rule, objection.resource);
      return;
    }
    const byOrigin = this.found.get(rule.id) ?? new Map<Finding['origin'], Finding>();
    this.found.set(rule.id, byOrigin);
    const known = byOrigin.get(objection.origin);
    const severity = severityOf(rule, this.settings, objection);
    const places = relatedPlaces(objection);
    if (!known) {
      const { id, recommendation } = rule;
      const { generatedBy } = this;
      const { origin, written, likelihood, resource, remedies, details } = objection;
      const related = places.length > 0 ? places : undefined;
      // One by one: each rule has objections of a shape of its own, and to spread them takes longer than most rules do.
      byOrigin.set(origin, {
        rule: id,
        recommendation,
        severity,
        origin,
        written,
        likelihood,
        resource,
        related,
        remedies,
        details,
        generatedBy,
      } satisfies Record<keyof Finding, unknown>);
      return;
    }
    // One use of a parameter may lead here more than once, from each round of a loop.
    const told = known.related ?? [];
    const where = (place: RelatedPlace) => ('origin' in place ? place.origin : place.code);
    const isNew = (one: RelatedPlace) => !told.some((place) => where(place) === where(one));
    const related = [...told, ...places.filter(isNew)];
    const worse = ladder.indexOf(severity) < ladder.indexOf(known.severity) ? severity : known.severity;
    byOrigin.set(objection.origin, { ...known, severity: worse, related });
  }

  private addToHelper({ id }: Rule, resource: Resource): void {
    const key = `${resource.path} ${resource.helper}`;
    const helper = this.helpers.get(key) ?? { resource, rules: new Set() };
    this.helpers.set(key, helper);
    helper.rules.add(id);
  }

  /** The gravest first, so that they come first wherever several stand at one place. */
  list(): Finding[] {
    const all = [...this.found.values()].flatMap((byOrigin) => [...byOrigin.values()]);
    for (const { resource, rules } of this.helpers.values()) all.push(...helperReport(resource, rules, this.settings));
    return all.sort((a, b) => ladder.indexOf(a.severity) - ladder.indexOf(b.severity));
  }
}

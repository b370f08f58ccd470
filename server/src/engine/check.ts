import type { Unit } from '../formats/format';
import { formatOf } from '../formats/recognise';
import type { Finding, Objection, Severity } from '../model/finding';
import type { Model } from '../model/resource';
import type { Rule } from '../model/rule';
import type { Ignore } from '../model/suppression';
import { placeOf } from '../syntax/node';
import { objectionsOf } from './judge';
import { kindOf, rulesOf, textRules } from './rules';
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
  const findings = new Findings(settings, unit, model.generatedBy);
  const suppressions = new Suppressions(model, settings);
  const attempt = (rule: Rule, subject: string, objections: () => readonly Objection[]): void => {
    try {
      for (const objection of objections()) if (!suppressions.hide(rule, objection)) findings.add(rule, objection);
    } catch (error) {
      log(`The rule ${rule.id} failed on ${subject}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const world = new UnitWorld(model, formatOf(unit), settings);
  const isActive = (rule: Rule) => settings.rules[rule.id] !== 'off';
  for (const resource of model.resources) {
    const kind = kindOf(resource);
    if (!kind) continue;
    const view = world.view(resource, kind);
    for (const rule of rulesOf(kind).filter(isActive)) {
      attempt(rule, resource.type, () =>
        rule.subject === 'attribute' ? objectionsOf(rule, view, settings) : rule.check(view, world),
      );
    }
    yield;
  }
  const active = textRules.filter(isActive);
  let count = 0;
  for (const place of active.length ? model.texts() : []) {
    for (const rule of active) attempt(rule, 'a text', () => rule.check(place));
    if (++count % textsAStep === 0) yield;
  }
  const reported = [...findings.list(), ...suppressions.reports()];
  return { unit, model, world, findings: reported, idleIgnores: suppressions.idleIgnores(unit.documents) };
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

/** The findings of a check: one a rule and origin. */
class Findings {
  private readonly found = new Map<string, Map<Finding['origin'], Finding>>();

  constructor(
    private readonly settings: Settings,
    private readonly unit: Unit,
    private readonly generatedBy: Model['generatedBy'],
  ) {}

  add(rule: Rule, objection: Objection): void {
    // What a unit refers to is checked on its own, with all that belongs to it.
    if (!this.unit.documents.includes(placeOf(objection.origin).node.source.document)) return;
    const byOrigin = this.found.get(rule.id) ?? new Map<Finding['origin'], Finding>();
    this.found.set(rule.id, byOrigin);
    const known = byOrigin.get(objection.origin);
    const severity = severityOf(rule, this.settings, objection);
    if (!known) {
      const { id, recommendation } = rule;
      const { generatedBy } = this;
      byOrigin.set(objection.origin, {
        ...objection,
        rule: id,
        recommendation,
        severity,
        ...(generatedBy && { generatedBy }),
      });
      return;
    }
    const related = [...(known.related ?? []), ...(objection.related ?? [])];
    const worse = ladder.indexOf(severity) < ladder.indexOf(known.severity) ? severity : known.severity;
    byOrigin.set(objection.origin, { ...known, severity: worse, related });
  }

  /** The gravest first, so that they come first wherever several stand at one place. */
  list(): Finding[] {
    const all = [...this.found.values()].flatMap((byOrigin) => [...byOrigin.values()]);
    return all.sort((a, b) => ladder.indexOf(a.severity) - ladder.indexOf(b.severity));
  }
}

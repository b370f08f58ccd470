import type { Objection } from '../model/finding';
import type { Origin } from '../model/origin';
import type { Resource } from '../model/resource';
import type { Parameter, Value } from '../model/value';

/**
 * The parameters without a default, which are chosen among values that they allow. Rules judge each of those values;
 * what they object to is one matter a parameter.
 */
export class Choices {
  /** The parameters, each as one use of it leaves it values to take, by where those stand. */
  private readonly byOrigin = new Map<Origin, Parameter[]>();
  private readonly seen = new Set<Value>();

  constructor(resources: readonly Resource[]) {
    for (const { properties } of resources) this.collect(properties);
  }

  /**
   * What a rule objects to in one thing, where what a parameter allows is told once, at the first value that is wrong:
   * all wrong is as good as written, wrong ones beside right ones are less than what a default does.
   */
  asOne(objections: readonly Objection[]): readonly Objection[] {
    if (!objections.some(({ origin }) => this.byOrigin.has(origin))) return objections;
    const counts = new Map<Origin, number>();
    for (const { origin } of objections) counts.set(origin, (counts.get(origin) ?? 0) + 1);
    return objections.flatMap((objection): Objection[] => {
      const uses = this.byOrigin.get(objection.origin);
      if (!uses) return [objection];
      const isFirst = uses.some((use) => firstOf(use, counts) === objection.origin);
      if (!isFirst) return [];
      const isCertain = objection.likelihood !== 'notByDefault' && uses.some((use) => isAllOf(use, counts));
      return [{ ...objection, likelihood: isCertain ? 'certain' : 'notByDefault' }];
    });
  }

  private collect(value: Value): void {
    if (this.seen.has(value)) return;
    this.seen.add(value);
    switch (value.kind) {
      case 'map':
        for (const field of value.fields.values()) this.collect(field.value);
        return;
      case 'list':
        for (const item of value.items) this.collect(item);
        if (value.each) this.collect(value.each);
        return;
      case 'branches':
        for (const branch of value.cases) this.collect(branch.value);
        return;
      case 'template':
        for (const part of value.parts) if (typeof part !== 'string') this.collect(part);
        return;
      case 'parameter':
        if (value.fallback) this.collect(value.fallback);
        else this.add(value);
    }
  }

  private add(parameter: Parameter): void {
    for (const origin of new Set(parameter.allowed?.map((one) => one.origin))) {
      this.byOrigin.set(origin, [...(this.byOrigin.get(origin) ?? []), parameter]);
    }
  }
}

function firstOf({ allowed = [] }: Parameter, counts: ReadonlyMap<Origin, number>): Origin | undefined {
  return allowed.find(({ origin }) => counts.has(origin))?.origin;
}

/** Whether all that a parameter allows is objected to. What is computed of it may all stand at one place. */
function isAllOf({ allowed = [] }: Parameter, counts: ReadonlyMap<Origin, number>): boolean {
  return allowed.every(
    ({ origin }) => (counts.get(origin) ?? 0) >= allowed.filter((other) => other.origin === origin).length,
  );
}

import type { Value } from '../../../model/value';

/** So many steps are spent on all expressions of a module, and on what the names in them bring along. */
const mostSteps = 500_000;

/** So deep may values nest, and their evaluation, counted through the names that stand for others. */
const deepest = 400;

/** How many values a value holds, itself included, and how deep they nest. */
interface Size {
  readonly weight: number;
  readonly depth: number;
}

/** Bounds what expressions may cost, so that a few that double each other cannot keep an editor busy. */
export class Budget {
  private left = mostSteps;
  private depth = 0;
  private readonly sizes = new WeakMap<Value, Size>();

  /** Evaluates something one level deeper; `undefined` where that costs too much. */
  within<T>(evaluate: () => T): T | undefined {
    if (this.depth >= deepest || --this.left <= 0) return undefined;
    this.depth++;
    const result = evaluate();
    this.depth--;
    return result;
  }

  /** Whether there is room for a value where a name stands for it. */
  affords(value: Value): boolean {
    const { weight, depth } = this.sizeOf(value);
    this.left -= weight;
    return this.left > 0 && depth < deepest;
  }

  private sizeOf(value: Value): Size {
    const known = this.sizes.get(value);
    if (known) return known;
    let weight = 1;
    let depth = 0;
    for (const part of partsOf(value)) {
      const size = this.sizeOf(part);
      weight += size.weight;
      depth = Math.max(depth, size.depth);
    }
    const size = { weight, depth: depth + 1 };
    this.sizes.set(value, size);
    return size;
  }
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'template':
      return value.parts.filter((part) => typeof part !== 'string');
    case 'branches':
      return value.cases.map((one) => one.value);
    case 'parameter':
      return value.fallback ? [value.fallback] : [];
    case 'list':
      return value.items;
    case 'map':
      return [...value.fields.values()].map((field) => field.value);
    default:
      return [];
  }
}

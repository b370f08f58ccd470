import type { Format } from '../formats/format';
import type { Origin } from '../model/origin';
import type { Truth } from '../model/truth';
import {
  type Case,
  cases,
  type Likelihood,
  type ListValue,
  type MapValue,
  type NotWritten,
  type Parameter,
  type Unknown,
  type Value,
} from '../model/value';
import { parsePath, type Step } from './paths';

/** What a path leads to in one case: a value, or nothing. */
export interface Place extends Case {
  /** Whether something is written there; unknown where it may be written out of sight. */
  readonly written: Truth;
  /** The last key on the way that is written. */
  readonly key: Origin | undefined;
}

/** Follows paths through the values of a document. */
export class Reader {
  private readonly steps = new Map<string, readonly Step[]>();

  constructor(private readonly format: Pick<Format, 'blocksAreLists' | 'readEmbedded'>) {}

  /** All that a path may lead to from a value, each case of each conditional on the way apart. */
  read(value: Value, path: string, likelihood: Likelihood = 'certain'): Place[] {
    const steps = this.steps.get(path) ?? parsePath(path);
    this.steps.set(path, steps);
    // Most paths begin with keys of plain maps, where there is one case only.
    let [at, reached, key]: [number, Value, Origin | undefined] = [0, value, undefined];
    for (; reached.kind === 'map'; at++) {
      const step = steps[at];
      const field = step?.kind === 'key' ? reached.fields.get(step.name) : undefined;
      if (!field) break;
      ({ value: reached, key } = field);
    }
    return this.follow(reached, steps.slice(at), likelihood, undefined, key);
  }

  private follow(
    value: Value,
    path: readonly Step[],
    likelihood: Likelihood,
    parameter: Parameter | undefined,
    key: Origin | undefined,
  ): Place[] {
    return cases(value, likelihood, parameter).flatMap((one) => this.step(one, path, key));
  }

  private step(one: Case, path: readonly Step[], key: Origin | undefined): Place[] {
    const [step] = path;
    const { value, likelihood, parameter } = one;
    if (!step || value.kind === 'notWritten') {
      return [{ value, likelihood, parameter, written: value.kind !== 'notWritten', key }];
    }
    if (step.kind === 'json') {
      const isEncoded = value.kind === 'map' || value.kind === 'list';
      const content = isEncoded ? value : this.format.readEmbedded(value);
      return content ? this.onward(content, path.slice(1), one, key) : [this.unknown(one, true, key)];
    }
    if (value.kind === 'map') return this.intoMap(value, step, path, one, key);
    if (value.kind === 'list') return this.intoList(value, step, path, one, key);
    return [this.unknown(one, true, key)];
  }

  private onward(value: Value, path: readonly Step[], one: Case, key: Origin | undefined): Place[] {
    return this.follow(value, path, one.likelihood, one.parameter, key);
  }

  private intoMap(map: MapValue, step: Step, path: readonly Step[], one: Case, key: Origin | undefined): Place[] {
    if (step.kind === 'key') {
      const field = map.fields.get(step.name);
      if (field) return this.onward(field.value, path.slice(1), one, field.key);
      return [map.open ? this.unknown(one, undefined, key) : this.nothing(one, key)];
    }
    if (step.kind === 'each' && this.format.blocksAreLists) return this.onward(map, path.slice(1), one, key);
    return [this.unknown(one, true, key)];
  }

  private intoList(list: ListValue, step: Step, path: readonly Step[], one: Case, key: Origin | undefined): Place[] {
    if (step.kind === 'keyed') return this.keyedItem(list, step, path.slice(1), one, key);
    const isBlock = step.kind === 'key';
    if (isBlock && !this.format.blocksAreLists) return [this.unknown(one, true, key)];
    const items = list.each ? [...list.items, list.each] : list.items;
    const found = items.flatMap((item) => this.intoItem(item, isBlock ? path : path.slice(1), one, key));
    if (list.open && !list.each) found.push(this.unknown(one, undefined, key));
    return found.length ? found : [this.nothing(one, key)];
  }

  /** An item that is not written is none: it says nothing, not even by default. */
  private intoItem(item: Value, path: readonly Step[], one: Case, key: Origin | undefined): Place[] {
    return cases(item, one.likelihood, one.parameter)
      .filter(({ value }) => value.kind !== 'notWritten')
      .flatMap((written) => this.step(written, path, key));
  }

  private keyedItem(
    list: ListValue,
    step: Extract<Step, { kind: 'keyed' }>,
    rest: readonly Step[],
    one: Case,
    key: Origin | undefined,
  ): Place[] {
    let certain = !list.open;
    for (const item of list.items) {
      const name = item.kind === 'map' ? item.fields.get(step.key)?.value : undefined;
      if (name?.kind === 'literal' && name.text === step.text) return this.onward(item, rest, one, name.origin);
      if (name?.kind !== 'literal') certain = false;
    }
    return [certain ? this.nothing(one, key) : this.unknown(one, undefined, key)];
  }

  private nothing(one: Case, key: Origin | undefined): Place {
    const value: NotWritten = { kind: 'notWritten', origin: one.value.origin };
    return { value, likelihood: one.likelihood, parameter: undefined, written: false, key };
  }

  private unknown(one: Case, written: Truth, key: Origin | undefined): Place {
    const reason = one.value.kind === 'unknown' ? one.value.reason : 'it cannot be followed';
    const value: Unknown = { kind: 'unknown', reason, origin: one.value.origin };
    return { value, likelihood: one.likelihood, parameter: undefined, written, key };
  }
}

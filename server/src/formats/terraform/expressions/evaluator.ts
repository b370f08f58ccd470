import type { Origin } from '../../../model/origin';
import { type Field, type Likelihood, textOf, type Value } from '../../../model/value';
import { contentOf } from '../../../syntax/embedded';
import { templateIn } from '../../../syntax/hcl/templates';
import type {
  Attribute,
  Call,
  Conditional,
  Expression,
  For,
  ObjectOf,
  Template,
  TemplatePart,
} from '../../../syntax/hcl/tree';
import { originOf, originWithin, type ScalarNode, type Span } from '../../../syntax/node';
import type { Scope } from '../values';
import { attributeOf, itemOf, splatOf } from './access';
import { factsOf, isTestable, withoutNull, writtenFact } from './assumptions';
import { mapOfPairs } from './collections';
import { fileContent } from './fileContent';
import { callFunction } from './functions';
import { binary, unary } from './operators';
import {
  constantTruth,
  constantValue,
  isInvalid,
  isInvalidByDefault,
  joined,
  liftOne,
  likelihoodOf,
  listValue,
  mapValue,
  textValue,
  unknown,
} from './results';

/** What a string with holes or directives comes to. */
export function evaluateString(node: ScalarNode, scope: Scope): Value {
  const template = templateIn(node);
  if (!template) return unknown('a template that cannot be read', originOf(node));
  return new Evaluator(node, scope).template(template, originOf(node));
}

/** What an expression inside a string comes to. */
export function evaluateExpression(expression: Expression, node: ScalarNode, scope: Scope): Value {
  return new Evaluator(node, scope).value(expression);
}

/** Evaluates the expressions of one string. */
class Evaluator {
  /** Where what is computed stands: the string as a whole. */
  private readonly origin: Origin;
  private readonly content: string;

  constructor(
    private readonly node: ScalarNode,
    private readonly scope: Scope,
    private readonly item?: Value,
  ) {
    this.origin = originOf(node);
    this.content = contentOf(node);
  }

  value(expression: Expression): Value {
    const { assumed, module } = this.scope;
    const source = assumed.size > 0 && isTestable(expression) ? this.sourceOf(expression) : undefined;
    const truth = source === undefined ? undefined : assumed.get(source);
    if (truth !== undefined) return constantValue(truth, this.origin);
    const value = module?.budget.within(() => this.evaluate(expression));
    if (!value) return unknown('an expression that is too large', this.origin);
    return source !== undefined && assumed.get(writtenFact(source)) ? withoutNull(value) : value;
  }

  template({ parts }: Template, origin: Origin): Value {
    const [only] = parts;
    if (parts.length === 1 && only?.kind === 'hole') return this.value(only.expression);
    return joined(
      parts.map((part) => this.part(part)),
      origin,
    );
  }

  private part(part: TemplatePart): Value {
    switch (part.kind) {
      case 'text':
        return textValue(part.text, this.originAt(part));
      case 'hole':
        return this.value(part.expression);
      case 'if':
        return this.choice(part.condition, (truth, evaluator) =>
          evaluator.text(truth ? part.whenTrue : part.whenFalse),
        );
      case 'loop':
        return liftOne(this.value(part.collection), (collection) => {
          const found = this.eachOf(collection, part.names, (evaluator) => evaluator.text(part.body));
          return found && !found.open ? joined(found.values, this.origin) : unknown('a loop', this.origin);
        });
    }
  }

  /** A template as text, also where it is one hole only. */
  private text(template: Template): Value {
    return joined(
      template.parts.map((part) => this.part(part)),
      this.origin,
    );
  }

  private evaluate(expression: Expression): Value {
    switch (expression.kind) {
      case 'constant':
        return textValue(expression.text, this.originAt(expression));
      case 'null':
        return { kind: 'notWritten', origin: this.originAt(expression) };
      case 'template':
        return this.quoted(expression);
      case 'name':
        return this.scope.bound.get(expression.name) ?? this.unclear(expression);
      case 'item':
        return this.item ?? this.unclear(expression);
      case 'attribute':
        return this.named(expression) ?? attributeOf(this.value(expression.of), expression.name, this.origin);
      case 'index':
        return itemOf(this.value(expression.of), this.value(expression.key), this.origin);
      case 'splat':
        return splatOf(
          this.value(expression.of),
          (item) => new Evaluator(this.node, this.scope, item).value(expression.each),
          this.origin,
        );
      case 'call':
        return this.call(expression);
      case 'unary':
        return unary(expression.operator, this.value(expression.operand), this.origin);
      case 'binary':
        return binary(expression.operator, this.value(expression.left), this.value(expression.right), this.origin);
      case 'conditional':
        return this.conditional(expression);
      case 'list': {
        const items = expression.items.map((item) => this.value(item));
        return items.find(isInvalid) ?? listValue(items, this.originAt(expression));
      }
      case 'object':
        return this.object(expression);
      case 'for':
        return liftOne(this.value(expression.collection), (collection) => this.forOver(expression, collection));
      case 'unread':
        return this.unclear(expression);
    }
  }

  private quoted(template: Template): Value {
    const [only, ...others] = template.parts;
    if (only?.kind !== 'text' || others.length > 0) return this.template(template, this.origin);
    // Where escapes make the text another than what is written, only the string as a whole has a place.
    const isExact = this.content.slice(only.start, only.end) === only.text;
    return textValue(only.text, isExact ? this.originAt(only) : this.origin);
  }

  /** What `var.x`, `local.x`, `data.type.name.x` and an address of a resource stand for. */
  private named(expression: Attribute): Value | undefined {
    const { module, bound } = this.scope;
    const { of, name } = expression;
    const instance = of.kind === 'index' ? of : undefined;
    const data = dataAddress(instance?.of ?? of);
    if (data) {
      const read = (key?: string) => this.charged(module?.data(data, key, name), expression);
      return instance ? liftOne(this.value(instance.key), (key) => read(textOf(key))) : read();
    }
    if (of.kind !== 'name' || bound.has(of.name)) return undefined;
    if (of.name === 'var') return this.charged(module?.variable(name, this.node), expression);
    if (of.name === 'local') return this.charged(module?.local(name), expression);
    if (of.name === 'module') return this.charged(module?.outputs(name), expression);
    const address = `${of.name}.${name}`;
    if (!module?.has(address)) return this.unclear(expression);
    return { kind: 'reference', to: module.prefix + address, origin: this.origin };
  }

  private charged(value: Value | undefined, expression: Expression): Value {
    return value && this.scope.module?.budget.affords(value) ? value : this.unclear(expression);
  }

  private conditional({ condition, whenTrue, whenFalse }: Conditional): Value {
    return this.choice(condition, (truth, evaluator) => evaluator.value(truth ? whenTrue : whenFalse));
  }

  /** The branches that a condition can lead to. Within each the condition is taken to be so. */
  private choice(condition: Expression, branch: (truth: boolean, evaluator: Evaluator) => Value): Value {
    const decided = this.value(condition);
    if (isInvalidByDefault(decided)) return decided;
    const cases: { likelihood: Likelihood; value: Value }[] = [];
    for (const truth of [true, false]) {
      const likelihood = likelihoodOf(decided, truth);
      if (likelihood) cases.push({ likelihood, value: branch(truth, this.assuming(condition, truth)) });
    }
    const [first, ...others] = cases;
    if (first && others.length === 0) return first.value;
    return { kind: 'branches', cases, origin: this.origin };
  }

  private assuming(condition: Expression, truth: boolean): Evaluator {
    const facts = factsOf(condition, truth, this.content);
    const scope = { ...this.scope, assumed: new Map([...this.scope.assumed, ...facts]) };
    return new Evaluator(this.node, scope, this.item);
  }

  private call(expression: Call): Value {
    const { name, args, expands } = expression;
    if (name === 'file' || name === 'templatefile') return this.fileContent(expression);
    const values = args.map((arg) => this.value(arg));
    const last = values.at(-1);
    if (!expands || !last) return callFunction(name, values, this.origin);
    return liftOne(last, (list) =>
      list.kind === 'list' && !list.open
        ? callFunction(name, [...values.slice(0, -1), ...list.items], this.origin)
        : unknown(`the arguments of ${name}`, this.origin),
    );
  }

  private fileContent(expression: Call): Value {
    const [file, given] = expression.args;
    const values = given && expression.name === 'templatefile' ? this.value(given) : undefined;
    return fileContent(file, values, this.node, this.scope.module) ?? this.unclear(expression);
  }

  private object(expression: ObjectOf): Value {
    const fields = new Map<string, Field>();
    let open = false;
    for (const { key, value } of expression.entries) {
      const name = this.value(key);
      const held = this.value(value);
      if (isInvalid(name) || isInvalid(held)) return isInvalid(held) ? held : name;
      if (name.kind === 'literal') fields.set(name.text, { key: name.origin, value: held });
      else open = true;
    }
    return mapValue(fields, this.originAt(expression), open);
  }

  private forOver(expression: For, collection: Value): Value {
    const { names, key, value, condition, groups } = expression;
    const found = this.eachOf(collection, names, (evaluator): Value | 'left out' | undefined => {
      const holds = condition ? constantTruth(evaluator.value(condition)) : true;
      if (holds === undefined) return undefined;
      if (!holds) return 'left out';
      const result = evaluator.value(value);
      return key ? listValue([evaluator.value(key), result], this.origin) : result;
    });
    if (!found) return this.unclear(expression);
    const { values, open } = found;
    if (!key) return values.find(isInvalid) ?? listValue(values, this.origin, open);
    return mapOfPairs(values, { groups, open }, this.origin);
  }

  /**
   * What a body comes to for each item of a collection; `open` where there may be more. `undefined` where the
   * collection is not known.
   */
  private eachOf(
    collection: Value,
    names: readonly string[],
    body: (evaluator: Evaluator) => Value | 'left out' | undefined,
  ): { values: Value[]; open: boolean } | undefined {
    if (collection.kind !== 'list' && collection.kind !== 'map') return undefined;
    const entries: [Value, Value][] =
      collection.kind === 'list'
        ? collection.items.map((item, i) => [constantValue(i, this.origin), item])
        : [...collection.fields].map(([text, { key, value }]) => [{ kind: 'literal', text, origin: key }, value]);
    let { open } = collection;
    const values = entries.flatMap(([key, value]) => {
      const bound = new Map(this.scope.bound);
      const [first, second] = names;
      if (first !== undefined) bound.set(first, second === undefined ? value : key);
      if (second !== undefined) bound.set(second, value);
      const result = body(new Evaluator(this.node, { ...this.scope, bound }, this.item));
      if (result === undefined) open = true;
      return result === undefined || result === 'left out' ? [] : [result];
    });
    return { values, open };
  }

  /** The place of a stretch of the string, where its characters can be told apart. */
  private originAt({ start, end }: Span): Origin {
    return this.content.length === this.node.text.length ? originWithin(this.node, start, end) : this.origin;
  }

  private sourceOf({ start, end }: Span): string {
    return this.content.slice(start, end);
  }

  private unclear(expression: Expression): Value {
    const source = this.sourceOf(expression);
    return unknown(`the expression ${source.length > 60 ? `${source.slice(0, 57)}...` : source}`, this.origin);
  }
}

/** The address in `data.type.name`. */
function dataAddress(named: Expression): string | undefined {
  if (named.kind !== 'attribute' || named.of.kind !== 'attribute') return undefined;
  const { of: root, name: type } = named.of;
  return root.kind === 'name' && root.name === 'data' ? `${type}.${named.name}` : undefined;
}

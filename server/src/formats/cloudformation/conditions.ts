import { and, not, or, type Truth } from '../../model/truth';
import type { Likelihood, Value } from '../../model/value';
import { type SyntaxNode, scalarText } from '../../syntax/node';
import { argumentsOf, argumentText, intrinsicOf } from './intrinsics';
import { possibleTexts, type Sight } from './possible';
import { type Assumptions, type Restriction, type Scope, withVariables } from './scope';
import { lowerValue } from './values';

/** A condition of a template, with what the identifiers of the loops around it stand for. */
export interface Definition {
  readonly node: SyntaxNode;
  readonly variables: Scope['variables'];
}

/** Conditions that stand on each other more deeply than this are unknown. */
const deepest = 200;

/** What is being assumed. */
interface Draft {
  readonly conditions: Map<string, boolean>;
  readonly parameters: Map<string, Restriction>;
}

/** What was found out under some assumptions. */
interface Known {
  readonly truths: Map<string, Truth>;
  readonly assumptions: Map<string, Assumptions>;
}

/** The conditions of a template, evaluated as far as parameters allow. */
export class Conditions {
  private readonly known = new WeakMap<Assumptions, Known>();
  /** The conditions that are being evaluated, and those being followed: one that stands on itself is unknown. */
  private readonly underway = new Set<string>();
  private readonly implying = new Set<string>();

  constructor(private readonly definitions: ReadonlyMap<string, Definition>) {}

  /** How likely a condition comes out as wanted where a scope is. `undefined` where it never does. */
  likelihood(name: string, wanted: boolean, scope: Scope): Likelihood | undefined {
    const constant = this.evaluate(name, 'constant', scope);
    if (constant !== undefined) return constant === wanted ? 'certain' : undefined;
    const byDefault = this.evaluate(name, 'byDefault', scope);
    if (byDefault === undefined) return 'open';
    return byDefault === wanted ? 'byDefault' : 'notByDefault';
  }

  /** What else is known to hold once a condition holds, or does not. */
  assuming(name: string, holds: boolean, scope: Scope): Assumptions {
    const { assumptions } = this.knownOf(scope.assumed);
    const key = `${holds} ${name}`;
    const known = assumptions.get(key) ?? this.draft(scope, (draft) => this.implyNamed(name, holds, scope, draft));
    assumptions.set(key, known);
    return known;
  }

  /** What is known to hold once an assertion of the template's `Rules` does. */
  asserting(node: SyntaxNode, scope: Scope): Assumptions {
    return this.draft(scope, (draft) => this.imply(node, true, scope, draft));
  }

  private evaluate(name: string, sight: Sight, scope: Scope): Truth {
    const assumed = scope.assumed.conditions.get(name);
    if (assumed !== undefined) return assumed;
    const { truths } = this.knownOf(scope.assumed);
    const key = `${sight} ${name}`;
    const definition = this.definitions.get(name);
    if (truths.has(key)) return truths.get(key);
    if (!definition || this.underway.has(name) || this.underway.size > deepest) return undefined;
    this.underway.add(name);
    const truth = this.truthOf(definition.node, sight, { ...scope, variables: definition.variables });
    this.underway.delete(name);
    truths.set(key, truth);
    return truth;
  }

  private truthOf(node: SyntaxNode, sight: Sight, scope: Scope): Truth {
    const named = conditionName(node, scope);
    if (named !== undefined) return this.evaluate(named, sight, scope);
    const intrinsic = intrinsicOf(node);
    if (!intrinsic) return undefined;
    const operands = argumentsOf(intrinsic);
    const truths = () => operands.map((operand) => this.truthOf(operand, sight, scope));
    switch (intrinsic.name) {
      case 'Equals':
        return equal(operands.map((operand) => possibleTexts(lowerValue(operand, scope), sight)));
      case 'And':
        return and(...truths());
      case 'Or':
        return or(...truths());
      case 'Not':
        return not(truths()[0]);
      default:
        return undefined;
    }
  }

  /** An `And` that holds tells of its members, so does an `Or` that does not, and `Equals` of a parameter. */
  private imply(node: SyntaxNode, holds: boolean, scope: Scope, draft: Draft): void {
    const named = conditionName(node, scope);
    if (named !== undefined) this.implyNamed(named, holds, scope, draft);
    const intrinsic = named === undefined ? intrinsicOf(node) : undefined;
    if (!intrinsic) return;
    const operands = argumentsOf(intrinsic);
    const [first, second] = operands;
    if (intrinsic.name === 'Not' && first) this.imply(first, !holds, scope, draft);
    if (intrinsic.name === (holds ? 'And' : 'Or')) {
      for (const operand of operands) this.imply(operand, holds, scope, draft);
    }
    if (!first || !second) return;
    if (intrinsic.name === 'Equals') {
      restrict(draft, first, possibleTexts(lowerValue(second, scope), 'constant'), holds, scope);
      restrict(draft, second, possibleTexts(lowerValue(first, scope), 'constant'), holds, scope);
    }
    if (intrinsic.name === 'Contains') restrict(draft, second, textsIn(lowerValue(first, scope)), holds, scope);
  }

  private implyNamed(name: string, holds: boolean, scope: Scope, draft: Draft): void {
    if (draft.conditions.has(name)) return;
    draft.conditions.set(name, holds);
    const definition = this.definitions.get(name);
    if (!definition || this.implying.has(name) || this.implying.size > deepest) return;
    this.implying.add(name);
    this.imply(definition.node, holds, { ...scope, variables: definition.variables }, draft);
    this.implying.delete(name);
  }

  private draft({ assumed }: Scope, fill: (draft: Draft) => void): Assumptions {
    const draft = { conditions: new Map(assumed.conditions), parameters: new Map(assumed.parameters) };
    fill(draft);
    return draft;
  }

  private knownOf(assumed: Assumptions): Known {
    const known = this.known.get(assumed) ?? { truths: new Map(), assumptions: new Map() };
    this.known.set(assumed, known);
    return known;
  }
}

/** Whether two operands are equal, each known by the texts it may come to. */
function equal([left, right]: readonly (readonly string[] | undefined)[]): Truth {
  if (!left || !right) return undefined;
  if (left.length === 1 && right.length === 1) return left[0] === right[0];
  return left.some((text) => right.includes(text)) ? undefined : false;
}

/** Notes that a node, where it is a `Ref` to a parameter, comes to one of some texts, or to none of them. */
function restrict(
  { parameters }: Draft,
  node: SyntaxNode,
  texts: readonly string[] | undefined,
  holds: boolean,
  scope: Scope,
): void {
  const intrinsic = intrinsicOf(node);
  const name = intrinsic?.name === 'Ref' ? argumentText(intrinsic) : undefined;
  if (name === undefined || !scope.parameters.has(name) || !texts) return;
  const { oneOf, noneOf } = parameters.get(name) ?? { noneOf: [] };
  if (holds) parameters.set(name, { oneOf: oneOf?.filter((text) => texts.includes(text)) ?? texts, noneOf });
  // What may come to several texts differs from only one of them.
  else if (texts.length === 1) parameters.set(name, { ...(oneOf && { oneOf }), noneOf: [...noneOf, ...texts] });
}

/** The texts of a list of literals. */
function textsIn(value: Value): readonly string[] | undefined {
  const texts =
    value.kind === 'list' ? value.items.flatMap((item) => (item.kind === 'literal' ? [item.text] : [])) : [];
  return value.kind === 'list' && !value.open && texts.length === value.items.length ? texts : undefined;
}

/** The name in `{Condition: Name}` or `!Condition Name`. */
function conditionName(node: SyntaxNode, scope: Scope): string | undefined {
  const written =
    node.tag === '!Condition'
      ? scalarText(node)
      : node.kind === 'map' && node.pairs.length === 1
        ? scalarText(node.get('Condition'))
        : undefined;
  return written === undefined ? undefined : withVariables(written, scope);
}

import { and, not, or, type Truth } from '../../model/truth';
import type { Likelihood } from '../../model/value';
import { type SyntaxNode, scalarText } from '../../syntax/node';
import { argumentsOf, intrinsicOf } from './intrinsics';
import { hasValues } from './parameters';
import { allOf, possibleMembers, possibleTexts, type Sight, type Texts } from './possible';
import { certainOf, contains, eachMember, equal, parameterAt, parametersIn, type TemplateRule } from './rules';
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

  constructor(
    private readonly definitions: ReadonlyMap<string, Definition>,
    private readonly rules: readonly TemplateRule[],
  ) {}

  /** How likely a condition comes out as wanted where a scope is. `undefined` where it never does. */
  likelihood(name: string, wanted: boolean, scope: Scope): Likelihood | undefined {
    const constant = this.evaluate(name, 'constant', scope) ?? this.onlyPossible(name, scope);
    if (constant !== undefined) return constant === wanted ? 'certain' : undefined;
    const byDefault = this.evaluate(name, 'byDefault', scope);
    if (byDefault === undefined) return 'open';
    return byDefault === wanted ? 'byDefault' : 'notByDefault';
  }

  /** What a condition comes to because the other outcome would leave a parameter without a value to take. */
  private onlyPossible(name: string, scope: Scope): Truth {
    const [holds, fails] = [true, false].map((outcome) => hasValues(scope, this.assuming(name, outcome, scope)));
    return holds === fails ? undefined : holds;
  }

  /** What else is known to hold once a condition holds, or does not. */
  assuming(name: string, holds: boolean, scope: Scope): Assumptions {
    const { assumptions } = this.knownOf(scope.assumed);
    const key = `${holds} ${name}`;
    const known = assumptions.get(key) ?? this.followed(name, holds, scope);
    assumptions.set(key, known);
    return known;
  }

  private followed(name: string, holds: boolean, scope: Scope): Assumptions {
    const assumed = this.draft(scope, (draft) => this.implyNamed(name, holds, scope, draft));
    return this.asserting({ ...scope, assumed });
  }

  /**
   * What the template's `Rules` make known as well: without it the template does not deploy. A rule whose condition
   * holds by default only rules out defaults that do not pass it.
   */
  asserting(scope: Scope): Assumptions {
    if (this.rules.length === 0) return scope.assumed;
    const known = this.asserted(scope, { ...scope.assumed, defaults: new Map() }, 'constant');
    return { ...known, defaults: this.asserted(scope, known, 'byDefault').parameters };
  }

  private asserted(scope: Scope, known: Assumptions, sight: Sight): Assumptions {
    return this.rules.reduce((assumed, { condition, assertions }) => {
      const here = { ...scope, assumed };
      if (condition && this.truthOf(condition, sight, here) !== true) return assumed;
      return this.draft(here, (draft) => {
        for (const assertion of assertions) this.imply(assertion, true, here, draft);
      });
    }, known);
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
    const [first, second] = operands;
    const texts = (operand: SyntaxNode | undefined) => operand && possibleTexts(lowerValue(operand, scope), sight);
    const members = (operand: SyntaxNode | undefined) => operand && possibleMembers(lowerValue(operand, scope), sight);
    switch (intrinsic.name) {
      case 'Equals':
        return equal(texts(first), texts(second));
      case 'Contains':
        return contains(members(first), texts(second));
      case 'EachMemberEquals':
        return eachMember(members(first), (member) => equal(member, texts(second)));
      case 'EachMemberIn':
        return eachMember(members(first), (member) => contains(members(second), member));
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

  /** An `And` that holds tells of its members, so does an `Or` that does not, and what compares a parameter. */
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
    if (first && second) restrict(draft, compared(intrinsic.name, first, second, scope), holds);
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
    const { conditions, parameters, defaults } = assumed;
    const draft = { conditions: new Map(conditions), parameters: new Map(parameters), defaults };
    fill(draft);
    return draft;
  }

  private knownOf(assumed: Assumptions): Known {
    const known = this.known.get(assumed) ?? { truths: new Map(), assumptions: new Map() };
    this.known.set(assumed, known);
    return known;
  }
}

/** What a comparison says of some parameters where it holds, and where it does not. */
interface Comparison {
  readonly names: readonly string[];
  readonly oneOf?: Texts;
  readonly noneOf?: readonly string[];
  readonly includes?: readonly string[];
}

/** What a function compares parameters with. */
function compared(name: string, first: SyntaxNode, second: SyntaxNode, scope: Scope): Comparison[] {
  const texts = (node: SyntaxNode) => possibleTexts(lowerValue(node, scope), 'constant');
  const members = (node: SyntaxNode) => possibleMembers(lowerValue(node, scope), 'constant');
  // What may come to several texts differs from only one of them.
  const alone = (node: SyntaxNode) => certainOf([texts(node)]);
  switch (name) {
    case 'Equals':
      return [
        { names: parameterAt(first, scope), oneOf: texts(second), noneOf: alone(second) },
        { names: parameterAt(second, scope), oneOf: texts(first), noneOf: alone(first) },
      ];
    case 'Contains':
      return [
        { names: parameterAt(second, scope), oneOf: allOf(members(first)), noneOf: certainOf(members(first)) },
        { names: parameterAt(first, scope), includes: alone(second) },
      ];
    case 'EachMemberEquals':
      return [{ names: parametersIn(first, scope), oneOf: texts(second) }];
    case 'EachMemberIn':
      return [{ names: parametersIn(first, scope), oneOf: allOf(members(second)) }];
    default:
      return [];
  }
}

/** Notes what comparisons say of parameters. */
function restrict({ parameters }: Draft, comparisons: readonly Comparison[], holds: boolean): void {
  for (const { names, oneOf: among, noneOf: other = [], includes: more = [] } of comparisons) {
    for (const name of names) {
      const known = parameters.get(name) ?? { noneOf: [], includes: [] };
      if (!holds) parameters.set(name, { ...known, noneOf: [...known.noneOf, ...other] });
      else {
        const oneOf = among ? (known.oneOf?.filter((text) => among.includes(text)) ?? among) : known.oneOf;
        parameters.set(name, { ...known, ...(oneOf && { oneOf }), includes: [...known.includes, ...more] });
      }
    }
  }
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

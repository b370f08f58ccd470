import { and, not, or, type Truth } from '../../model/truth';
import type { Likelihood } from '../../model/value';
import { type SyntaxNode, scalarText } from '../../syntax/node';
import { argumentsOf, type Intrinsic, intrinsicOf } from './intrinsics';
import { entriesOf } from './template';

/** What conditions may stand on: the parameters' defaults and allowed values. */
export interface ParameterFacts {
  readonly fallback: string | undefined;
  readonly allowed: readonly string[];
}

/** How far one looks: `constant` for all allowed values, `byDefault` with the defaults filled in. */
type Mode = 'constant' | 'byDefault';

/** The conditions of a template, evaluated as far as parameters allow. */
export class Conditions {
  private readonly definitions: ReadonlyMap<string, SyntaxNode>;

  constructor(
    root: SyntaxNode,
    private readonly parameters: ReadonlyMap<string, ParameterFacts>,
  ) {
    this.definitions = new Map(entriesOf(root, 'Conditions').map((entry) => [entry.name, entry.pair.value]));
  }

  /**
   * How likely a condition comes out as wanted, given conditions that are known to hold. `undefined` where it never
   * does.
   */
  likelihood(name: string, wanted: boolean, assumed: readonly string[]): Likelihood | undefined {
    const constant = this.evaluate(name, 'constant', assumed);
    if (constant !== undefined) return constant === wanted ? 'certain' : undefined;
    const byDefault = this.evaluate(name, 'byDefault', assumed);
    if (byDefault === undefined) return 'open';
    return byDefault === wanted ? 'byDefault' : 'notByDefault';
  }

  private evaluate(name: string, mode: Mode, assumed: readonly string[], within: readonly string[] = []): Truth {
    if (assumed.includes(name)) return true;
    const definition = this.definitions.get(name);
    if (!definition || within.includes(name)) return undefined;
    return this.truthOf(definition, mode, assumed, [...within, name]);
  }

  private truthOf(node: SyntaxNode, mode: Mode, assumed: readonly string[], within: readonly string[]): Truth {
    const named = conditionName(node);
    if (named !== undefined) return this.evaluate(named, mode, assumed, within);
    const intrinsic = intrinsicOf(node);
    if (!intrinsic) return undefined;
    const operands = () => argumentsOf(intrinsic).map((operand) => this.truthOf(operand, mode, assumed, within));
    switch (intrinsic.name) {
      case 'Equals':
        return this.equals(intrinsic, mode);
      case 'And':
        return and(...operands());
      case 'Or':
        return or(...operands());
      case 'Not':
        return not(operands()[0]);
      default:
        return undefined;
    }
  }

  private equals(intrinsic: Intrinsic, mode: Mode): Truth {
    const [left, right] = argumentsOf(intrinsic).map((operand) => this.possible(operand, mode));
    if (!left || !right) return undefined;
    if (left.length === 1 && right.length === 1) return left[0] === right[0];
    return left.some((text) => right.includes(text)) ? undefined : false;
  }

  /** The texts an operand may come to; `undefined` where any may. */
  private possible(node: SyntaxNode, mode: Mode): readonly string[] | undefined {
    const intrinsic = intrinsicOf(node);
    if (!intrinsic) return node.kind === 'scalar' ? [node.text] : undefined;
    const parameter = intrinsic.name === 'Ref' ? this.parameters.get(scalarText(intrinsic.argument) ?? '') : undefined;
    if (!parameter) return undefined;
    if (mode === 'byDefault' && parameter.fallback !== undefined) return [parameter.fallback];
    return parameter.allowed.length ? parameter.allowed : undefined;
  }
}

/** The name in `{Condition: Name}` or `!Condition Name`. */
function conditionName(node: SyntaxNode): string | undefined {
  if (node.tag === '!Condition') return scalarText(node);
  if (node.kind !== 'map' || node.pairs.length !== 1) return undefined;
  return scalarText(node.get('Condition'));
}

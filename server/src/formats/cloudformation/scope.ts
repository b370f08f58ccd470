import type { Value } from '../../model/value';
import type { SyntaxNode } from '../../syntax/node';
import type { Conditions } from './conditions';
import type { TemplateParameter } from './parameters';

/** What values of a template may refer to. */
export interface Scope {
  readonly conditions: Conditions;
  readonly parameters: ReadonlyMap<string, TemplateParameter>;
  readonly resources: ReadonlySet<string>;
  /** What the addresses of the template's resources start with: the stacks that it is nested in. */
  readonly prefix: string;
  /** What a nested stack puts out under a name; `undefined` where its template is not at hand. */
  output(stack: string, name: string): Value | undefined;
  readonly mappings: SyntaxNode | undefined;
  /** What is known to hold where the value stands. */
  readonly assumed: Assumptions;
  /** What the identifiers of the loops around the value stand for. */
  readonly variables: ReadonlyMap<string, string>;
  /** Inside a JSON document in a string there are no functions; only `Fn::Sub` fills in the holes of its text. */
  readonly inText?: 'literal' | 'template';
}

/** What is known to hold in a branch, in a resource under a condition, or, by `Rules`, in the whole template. */
export interface Assumptions {
  readonly conditions: ReadonlyMap<string, boolean>;
  readonly parameters: ReadonlyMap<string, Restriction>;
  /** What a default has to be as well, or it is not the one that is taken. */
  readonly defaults: ReadonlyMap<string, Restriction>;
}

/** What is known of the text a parameter is given; of one that is given a list, of each member. */
export interface Restriction {
  readonly oneOf?: readonly string[];
  readonly noneOf: readonly string[];
  /** What a list has among its members. */
  readonly includes: readonly string[];
}

/** The names of the parameters of a type. */
export function parametersOfType(type: string | undefined, { parameters }: Scope): string[] {
  return [...parameters].flatMap(([name, parameter]) => (parameter.type === type ? [name] : []));
}

/** The text with the identifiers of loops put in: `${X}` as it is, `&{X}` without what no logical id may have. */
export function withVariables(text: string, { variables }: Scope): string {
  if (variables.size === 0) return text;
  return text.replace(/([$&])\{(\w+)\}/g, (hole, sign: string, name: string) => {
    const value = variables.get(name);
    return value === undefined ? hole : sign === '&' ? value.replace(/[^A-Za-z0-9]/g, '') : value;
  });
}

import type { Span } from '../node';

/** A number or a word (`true`) as it is written. */
export interface Constant extends Span {
  readonly kind: 'constant';
  readonly text: string;
}

/** `null`: as if nothing were written. */
export interface Null extends Span {
  readonly kind: 'null';
}

/** Text with holes and directives: a string of the configuration, or one in quotes inside an expression. */
export interface Template extends Span {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
}

/** Text as it is meant. Its stretch is as long as the text unless it holds escapes. */
export interface TemplateText extends Span {
  readonly kind: 'text';
  readonly text: string;
}

/** `${...}`. */
export interface TemplateHole extends Span {
  readonly kind: 'hole';
  readonly expression: Expression;
}

/** `%{ if condition }...%{ else }...%{ endif }`. */
export interface TemplateIf extends Span {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly whenTrue: Template;
  readonly whenFalse: Template;
}

/** `%{ for value in collection }...%{ endfor }`. */
export interface TemplateFor extends Span {
  readonly kind: 'loop';
  readonly names: readonly string[];
  readonly collection: Expression;
  readonly body: Template;
}

/** What a template is made of. */
export type TemplatePart = TemplateText | TemplateHole | TemplateIf | TemplateFor;

/** A bare name: `var`, `each`, the name that a `for` gives. */
export interface Name extends Span {
  readonly kind: 'name';
  readonly name: string;
}

/** `of.name`. */
export interface Attribute extends Span {
  readonly kind: 'attribute';
  readonly of: Expression;
  readonly name: string;
}

/** `of[key]`. */
export interface Index extends Span {
  readonly kind: 'index';
  readonly of: Expression;
  readonly key: Expression;
}

/** `of[*].a.b`: each item of a list, and what `each` reads of it; `each` starts at `Item`. */
export interface Splat extends Span {
  readonly kind: 'splat';
  readonly of: Expression;
  readonly each: Expression;
}

/** The item that a splat is at. */
export interface Item extends Span {
  readonly kind: 'item';
}

/** `name(a, b...)`; `expands` where the last argument is a list of arguments. */
export interface Call extends Span {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly expands: boolean;
}

/** `!operand` or `-operand`. */
export interface Unary extends Span {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Expression;
}

/** `left operator right`: arithmetic, a comparison, or logic. */
export interface Binary extends Span {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

/** `condition ? whenTrue : whenFalse`. */
export interface Conditional extends Span {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

/** `[a, b]`. */
export interface List extends Span {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

/** `{ key = value }`; a bare name as a key is a text. */
export interface ObjectOf extends Span {
  readonly kind: 'object';
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

/** `[for v in list : value if condition]`, with a `key` `{for k, v in map : key => value...}`. */
export interface For extends Span {
  readonly kind: 'for';
  readonly names: readonly string[];
  readonly collection: Expression;
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  readonly groups: boolean;
}

/** What could not be read. */
export interface Unread extends Span {
  readonly kind: 'unread';
}

/** An expression of HCL, its stretches as offsets of the string that holds it. */
export type Expression =
  | Constant
  | Null
  | Template
  | Name
  | Attribute
  | Index
  | Splat
  | Item
  | Call
  | Unary
  | Binary
  | Conditional
  | List
  | ObjectOf
  | For
  | Unread;

/** The expressions that an expression is directly made of, but for what a loop repeats. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'template':
      return expression.parts.flatMap((part): readonly Expression[] => {
        if (part.kind === 'hole') return [part.expression];
        return part.kind === 'if' ? [part.condition, part.whenTrue, part.whenFalse] : [];
      });
    case 'attribute':
      return [expression.of];
    case 'index':
      return [expression.of, expression.key];
    case 'call':
      return expression.args;
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case 'list':
      return expression.items;
    case 'object':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    default:
      return [];
  }
}

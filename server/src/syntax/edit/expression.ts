import { type Desired, materialise } from '../desired';
import { contentOf } from '../embedded';
import { Cursor } from '../hcl/cursor';
import { templateIn } from '../hcl/templates';
import { type Expression, type List, type ObjectOf, partsOf } from '../hcl/tree';
import type { ScalarNode, Span } from '../node';
import { isPlainList, isPlainMap, type Plain } from '../plain';
import { decodeScalar, encodeInto } from '../scalars';
import { indentOf } from '../style';
import { type LocalEdit, type TextEdit, toDocumentEdits } from '../textEdit';

/**
 * The edits after which an object that stands at a stretch of a string, in an expression (`"${jsonencode({...})}"`), is
 * as desired. `undefined` where that cannot be written with certainty.
 */
export function overlayExpression(scalar: ScalarNode, span: Span, desired: Desired): TextEdit[] | undefined {
  const offsets = decodeScalar(scalar)?.offsets;
  const template = templateIn(scalar);
  const expression = template && expressionAt(template, span);
  if (!offsets || !expression) return undefined;
  const edits: LocalEdit[] = [];
  const content = contentOf(scalar);
  const newline = content.includes('\r\n') ? '\r\n' : '\n';
  for (const edit of new ExpressionOverlay(content).edits(expression, desired) ?? []) {
    const written = encodeInto(scalar, edit.text.replaceAll('\n', newline));
    const [from, to, text] = [offsets[edit.start], offsets[edit.end], written];
    if (from === undefined || to === undefined || text === undefined) return undefined;
    edits.push({ start: from, end: to, text });
  }
  return edits.length > 0 ? toDocumentEdits(scalar.source, edits) : undefined;
}

/** How the author of an object writes it. */
interface Style {
  /** What stands between a key and its value. */
  readonly sign: string;
  /** Whether keys stand in quotes. */
  readonly quoted: boolean;
  /** Whether a comma ends entries on lines of their own, which may do without. */
  readonly commas: boolean;
}

/**
 * The expression that is a stretch of another. What a loop writes, it writes many times, and so is not found; nor is
 * what a condition chooses, since Terraform wants both choices to be of one type. Text is one, whatever it encodes.
 */
function expressionAt(whole: Expression, span: Span, isChoice = false): Expression | undefined {
  const isWhole = whole.start === span.start && whole.end === span.end && whole.kind !== 'template';
  if (isWhole) return isChoice ? undefined : whole;
  const around = partsOf(whole).find(({ start, end }) => start <= span.start && span.end <= end);
  const isText = whole.kind === 'call' && whole.name === 'jsonencode';
  return around && expressionAt(around, span, whole.kind === 'conditional' || (isChoice && !isText));
}

const usual: Style = { sign: ' = ', quoted: false, commas: false };

/** What one more line is indented by, as `terraform fmt` has it. */
const step = '  ';

/** Writes into the text of an expression; edits are in offsets of that. */
class ExpressionOverlay {
  constructor(private readonly content: string) {}

  edits(expression: Expression, desired: Desired): LocalEdit[] | undefined {
    const { start, end } = expression;
    if (desired.kind === 'replacement') return [{ start, end, text: spelled(desired.value, this.styleOf(expression)) }];
    if (desired.kind === 'map' && expression.kind === 'object') return this.intoObject(expression, desired.fields);
    if (desired.kind !== 'appended') return undefined;
    if (expression.kind === 'list') return this.intoList(expression, desired.item);
    if (expression.kind !== 'object') return undefined;
    const text = `, ${spelled(desired.item, this.styleOf(expression))}]`;
    return [
      { start, end: start, text: '[' },
      { start: end, end, text },
    ];
  }

  private intoObject(object: ObjectOf, fields: ReadonlyMap<string, Desired>): LocalEdit[] | undefined {
    const names = object.entries.map(({ key }) => textOf(key));
    const edits: LocalEdit[] = [];
    for (const [name, desired] of fields) {
      const at = names.indexOf(name);
      // The last of several counts, which may not be the one that was read.
      if (at !== names.lastIndexOf(name)) return undefined;
      const value = object.entries[at]?.value;
      const plain = value ? undefined : materialise(desired);
      // A key that is computed may be the very one.
      if (!value && names.includes(undefined)) return undefined;
      const found = value ? this.edits(value, desired) : plain === undefined ? [] : this.another(object, name, plain);
      if (!found) return undefined;
      edits.push(...found);
    }
    return edits;
  }

  private another(object: ObjectOf, name: string, value: Plain): LocalEdit[] | undefined {
    const style = this.styleOf(object);
    const [first] = object.entries;
    const last = object.entries.at(-1)?.value;
    const isLined = first !== undefined && this.hasBreak(object.start, first.key.start);
    const separator = isLined && !style.commas ? '' : ',';
    return this.behind(object, last, separator, (indent) => entry(name, value, style, indent));
  }

  private intoList(list: List, item: Plain): LocalEdit[] | undefined {
    const last = list.items.at(-1);
    return this.behind(list, last, ',', (indent) => spelled(item, last ? this.styleOf(last) : usual, indent));
  }

  /** Puts something behind the last part of a list or an object, on lines of its own where that one has its own. */
  private behind(
    whole: Expression,
    last: Expression | undefined,
    separator: string,
    write: (indent: string | undefined) => string,
  ): LocalEdit[] | undefined {
    const { content } = this;
    if (!last) {
      const at = whole.start + 1;
      if (!/[{[]/.test(content.charAt(whole.start))) return undefined;
      const isEmpty = content.slice(at, whole.end - 1).trim() === '';
      return isEmpty ? [{ start: at, end: at, text: write(undefined) }] : undefined;
    }
    if (this.endsInHereDocument(last)) return undefined;
    const indent = this.hasBreak(whole.start, last.end) ? indentOf(content, last.start) : undefined;
    const lead = indent === undefined ? ' ' : `\n${indent}`;
    const comma = this.commaBehind(last);
    const text = lead + write(indent) + (comma === undefined ? '' : ',');
    const end = comma ?? last.end;
    const at = indent === undefined ? end : this.lineCommentBehind(end);
    const separating = { start: end, end, text: comma === undefined ? separator : '' };
    if (at === end) return [{ ...separating, text: separating.text + text }];
    return [...(separating.text === '' ? [] : [separating]), { start: at, end: at, text }];
  }

  /** Whether an expression ends in a text over several lines, whose end has to stay alone on its line. */
  private endsInHereDocument(expression: Expression): boolean {
    if (this.content.startsWith('<<', expression.start)) return true;
    if (expression.kind === 'conditional') return this.endsInHereDocument(expression.whenFalse);
    return expression.kind === 'binary' && this.endsInHereDocument(expression.right);
  }

  /** The offset after the comment that ends a line, which is on what stands before it; the same where there is none. */
  private lineCommentBehind(offset: number): number {
    const [comment = ''] = /^[ \t]*(?:#|\/\/)[^\r\n]*/.exec(this.content.slice(offset)) ?? [];
    return offset + comment.length;
  }

  private hasBreak(start: number, end: number): boolean {
    return this.content.slice(start, end).includes('\n');
  }

  /** The offset after the comma that follows an expression. */
  private commaBehind({ end }: Expression): number | undefined {
    const cursor = new Cursor(this.content, end);
    cursor.skipSpace();
    return cursor.takes(',') ? cursor.at : undefined;
  }

  private styleOf(expression: Expression): Style {
    const [first] = expression.kind === 'object' ? expression.entries : [];
    if (!first) return usual;
    const sign = this.content.slice(first.key.end, first.value.start);
    const kept = /^(?:=|:|: | = )$/.test(sign) ? sign : sign.includes('=') ? ' = ' : ': ';
    const commas = this.hasBreak(expression.start, first.key.start) && this.commaBehind(first.value) !== undefined;
    return { sign: kept, quoted: this.content[first.key.start] === '"', commas };
  }
}

/** The text of a key or value that is nothing but text. */
function textOf(expression: Expression): string | undefined {
  if (expression.kind !== 'template') return undefined;
  const [part, ...others] = expression.parts;
  return part?.kind === 'text' && others.length === 0 ? part.text : undefined;
}

function entry(name: string, value: Plain, style: Style, indent: string | undefined): string {
  const key = style.quoted || !/^[A-Za-z_][\w-]*$/.test(name) ? JSON.stringify(name) : name;
  return `${key}${style.sign}${spelled(value, style, indent)}`;
}

/** A value as an expression writes it: over several lines, which `indent` begins, or in one. */
function spelled(value: Plain, style: Style, indent?: string): string {
  if (isPlainList(value)) return `[${value.map((item) => spelled(item, style)).join(', ')}]`;
  if (!isPlainMap(value)) return typeof value === 'string' ? quoted(value) : String(value);
  const inner = indent === undefined ? undefined : indent + step;
  const entries = Object.entries(value).map(([name, held]) => entry(name, held, style, inner));
  if (inner === undefined) return `{ ${entries.join(', ')} }`;
  return `{\n${inner}${entries.join(`${style.commas ? ',' : ''}\n${inner}`)}\n${indent}}`;
}

/** A text as an expression has it; one that is nothing but a reference goes without quotes. */
function quoted(text: string): string {
  return /^\$\{([\w.]+)\}$/.exec(text)?.[1] ?? JSON.stringify(text);
}

import type { Span } from '../node';
import type { Cursor } from './cursor';
import { quotedTemplate, templateOfText } from './templates';
import type { Expression } from './tree';

/** The operators that stand between two operands, and how tightly they bind. */
const binaryOperators: ReadonlyMap<string, number> = new Map([
  ['||', 1],
  ['&&', 2],
  ['==', 3],
  ['!=', 3],
  ['>=', 4],
  ['<=', 4],
  ['>', 4],
  ['<', 4],
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['%', 6],
]);

/** The operator that comes next: the longer one where one begins another. */
function operatorAt({ text, at, stuck }: Cursor): string | undefined {
  const two = text.slice(at, at + 2);
  const found = binaryOperators.has(two) ? two : two.slice(0, 1);
  return !stuck && binaryOperators.has(found) ? found : undefined;
}

/** Reads an expression. What cannot be read is `unread`, and leaves the cursor stuck. */
export function parseExpression(cursor: Cursor): Expression {
  cursor.skipSpace();
  const start = cursor.at;
  return cursor.nested(() => conditional(cursor)) ?? unread(start, cursor);
}

function unread(start: number, cursor: Cursor): Expression {
  cursor.fail();
  return { kind: 'unread', start, end: cursor.at };
}

function conditional(cursor: Cursor): Expression {
  const condition = operation(cursor, 1);
  cursor.skipSpace();
  if (!cursor.takes('?')) return condition;
  const whenTrue = parseExpression(cursor);
  cursor.expect(':');
  const whenFalse = parseExpression(cursor);
  return { kind: 'conditional', condition, whenTrue, whenFalse, start: condition.start, end: cursor.at };
}

/** Operands joined by operators that bind at least so tightly. */
function operation(cursor: Cursor, level: number): Expression {
  let left = unary(cursor);
  for (;;) {
    const end = cursor.at;
    cursor.skipSpace();
    const operator = operatorAt(cursor);
    const own = operator === undefined ? 0 : (binaryOperators.get(operator) ?? 0);
    if (operator === undefined || own < level) {
      if (!cursor.stuck) cursor.at = end;
      return left;
    }
    cursor.takes(operator);
    const right = cursor.nested(() => operation(cursor, own + 1)) ?? unread(cursor.at, cursor);
    left = { kind: 'binary', operator, left, right, start: left.start, end: cursor.at };
  }
}

function unary(cursor: Cursor): Expression {
  cursor.skipSpace();
  const start = cursor.at;
  const operator = cursor.takes('!') ? '!' : cursor.takes('-') ? '-' : undefined;
  if (!operator) return traversal(cursor, term(cursor));
  const operand = cursor.nested(() => unary(cursor)) ?? unread(start, cursor);
  return { kind: 'unary', operator, operand, start, end: cursor.at };
}

function term(cursor: Cursor): Expression {
  const start = cursor.at;
  if (cursor.sees('"')) return quotedTemplate(cursor);
  if (cursor.sees('<<')) return hereDocument(cursor);
  if (cursor.takes('(')) {
    const inner = parseExpression(cursor);
    cursor.expect(')');
    return { ...inner, start, end: cursor.at };
  }
  if (cursor.takes('[')) return listOrFor(cursor, start);
  if (cursor.takes('{')) return objectOrFor(cursor, start);
  const number = cursor.number();
  if (number !== undefined) return { kind: 'constant', text: number, start, end: cursor.at };
  return named(cursor, start);
}

/** A text over several lines, as a template whose parts stand for all of it. */
function hereDocument(cursor: Cursor): Expression {
  const start = cursor.at;
  const found = cursor.hereDocument();
  if (!found) return unread(start, cursor);
  return templateOfText(found.isIndented ? withoutIndent(found.text) : found.text, { start, end: cursor.at });
}

/** Lines without the white space that all of them start with. */
function withoutIndent(text: string): string {
  const indents = text.match(/^[ \t]*(?=[^\s])/gm) ?? [];
  const least = Math.min(...indents.map((indent) => indent.length));
  return text.replace(/^[ \t]+/gm, (indent) => indent.slice(least));
}

function named(cursor: Cursor, start: number): Expression {
  const name = qualifiedName(cursor);
  if (name === undefined) return unread(start, cursor);
  const span: Span = { start, end: cursor.at };
  if (cursor.takes('(')) return call(cursor, name, start);
  if (name === 'true' || name === 'false') return { kind: 'constant', text: name, ...span };
  return name === 'null' ? { kind: 'null', ...span } : { kind: 'name', name, ...span };
}

/** A name; those of functions that providers bring have colons (`provider::aws::arn_parse`). */
function qualifiedName(cursor: Cursor): string | undefined {
  let name = cursor.identifier();
  while (name !== undefined && cursor.takes('::')) name += `::${cursor.identifier() ?? ''}`;
  return name;
}

function call(cursor: Cursor, name: string, start: number): Expression {
  const args: Expression[] = [];
  let expands = false;
  cursor.skipSpace();
  while (!cursor.stuck && !cursor.sees(')') && !expands) {
    args.push(parseExpression(cursor));
    cursor.skipSpace();
    expands = cursor.takes('...');
    if (!expands && !cursor.takes(',')) break;
    cursor.skipSpace();
  }
  cursor.expect(')');
  return { kind: 'call', name, args, expands, start, end: cursor.at };
}

/** What follows a term: attributes, indexes and splats. */
function traversal(cursor: Cursor, term: Expression): Expression {
  let found = term;
  while (!cursor.stuck) {
    const next = step(cursor, found, true);
    if (!next) break;
    found = next;
  }
  return found;
}

function step(cursor: Cursor, of: Expression, indexes: boolean): Expression | undefined {
  const { start } = of;
  if (cursor.takes('[')) {
    cursor.skipSpace();
    if (cursor.takes('*')) {
      cursor.expect(']');
      return splat(cursor, of, true);
    }
    const key = parseExpression(cursor);
    cursor.expect(']');
    return { kind: 'index', of, key, start, end: cursor.at };
  }
  if (!cursor.sees('.') || cursor.sees('...') || !cursor.takes('.')) return undefined;
  if (cursor.takes('*')) return splat(cursor, of, false);
  const name = cursor.identifier();
  if (name !== undefined) return { kind: 'attribute', of, name, start, end: cursor.at };
  const number = indexes ? cursor.number() : undefined;
  if (number === undefined) return unread(start, cursor);
  const key: Expression = { kind: 'constant', text: number, start: cursor.at - number.length, end: cursor.at };
  return { kind: 'index', of, key, start, end: cursor.at };
}

/** `[*]` takes indexes along into each item, `.*` only attributes. */
function splat(cursor: Cursor, of: Expression, takesIndexes: boolean): Expression {
  let each: Expression = { kind: 'item', start: cursor.at, end: cursor.at };
  while (!cursor.stuck && (cursor.sees('.') || (takesIndexes && cursor.sees('[')))) {
    const next = step(cursor, each, takesIndexes);
    if (!next) break;
    each = next;
  }
  return { kind: 'splat', of, each, start: of.start, end: cursor.at };
}

function listOrFor(cursor: Cursor, start: number): Expression {
  cursor.skipSpace();
  if (cursor.takesWord('for')) return forOver(cursor, start, ']');
  const items: Expression[] = [];
  while (!cursor.stuck && !cursor.sees(']')) {
    items.push(parseExpression(cursor));
    cursor.skipSpace();
    if (!cursor.takes(',')) break;
    cursor.skipSpace();
  }
  cursor.expect(']');
  return { kind: 'list', items, start, end: cursor.at };
}

function objectOrFor(cursor: Cursor, start: number): Expression {
  cursor.skipSpace();
  if (cursor.takesWord('for')) return forOver(cursor, start, '}');
  const entries: { key: Expression; value: Expression }[] = [];
  while (!cursor.stuck && !cursor.sees('}')) {
    const key = objectKey(cursor);
    cursor.skipSpace();
    if (!cursor.takes('=') && !cursor.takes(':')) cursor.fail();
    const value = parseExpression(cursor);
    entries.push({ key, value });
    cursor.skipSpace();
    // A line's end separates entries as well as a comma does.
    cursor.takes(',');
    cursor.skipSpace();
  }
  cursor.expect('}');
  return { kind: 'object', entries, start, end: cursor.at };
}

/** The key of an object: a bare name is a text, so that only one in parentheses refers to something. */
function objectKey(cursor: Cursor): Expression {
  const key = parseExpression(cursor);
  if (key.kind !== 'name' || cursor.text[key.start] === '(') return key;
  const { start, end } = key;
  return { kind: 'template', parts: [{ kind: 'text', text: key.name, start, end }], start, end };
}

function forOver(cursor: Cursor, start: number, close: ']' | '}'): Expression {
  const names = readNames(cursor);
  const collection = parseExpression(cursor);
  cursor.expect(':');
  const first = parseExpression(cursor);
  let second: Expression | undefined;
  if (close === '}') {
    cursor.expect('=>');
    second = parseExpression(cursor);
  }
  cursor.skipSpace();
  const groups = second !== undefined && cursor.takes('...');
  cursor.skipSpace();
  const condition = cursor.takesWord('if') ? parseExpression(cursor) : undefined;
  cursor.expect(close);
  const [key, value] = second ? [first, second] : [undefined, first];
  return { kind: 'for', names, collection, key, value, condition, groups, start, end: cursor.at };
}

/** The names that a `for` gives, up to and with the word `in`. */
export function readNames(cursor: Cursor): string[] {
  const names: string[] = [];
  do {
    cursor.skipSpace();
    const name = cursor.identifier();
    if (name === undefined) cursor.fail();
    else names.push(name);
    cursor.skipSpace();
  } while (cursor.takes(','));
  if (names.length > 2 || !cursor.takesWord('in')) cursor.fail();
  return names;
}

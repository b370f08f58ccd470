import { contentOf } from '../../syntax/embedded';
import type { SyntaxNode } from '../../syntax/node';

/** An intrinsic function as written, in its short or long form. */
export interface Intrinsic {
  /** `Ref`, `If`, `GetAtt`, `Sub`, `Condition`, ...: the name without `Fn::`. */
  readonly name: string;
  readonly argument: SyntaxNode;
  /** Written as a tag: then the argument is the node itself. */
  readonly short: boolean;
}

/** Reads a node as an intrinsic function; `undefined` for a plain value. A loop is none: it stands for keys of its map. */
export function intrinsicOf(node: SyntaxNode): Intrinsic | undefined {
  if (node.tag?.startsWith('!')) return { name: node.tag.slice(1), argument: node, short: true };
  if (node.kind !== 'map' || node.pairs.length !== 1) return undefined;
  const pair = node.pairs[0];
  const name = pair && functionName(pair.key.text);
  return pair && name ? { name, argument: pair.value, short: false } : undefined;
}

function functionName(key: string): string | undefined {
  if (key === 'Ref') return key;
  return key.startsWith('Fn::') && !isLoopKey(key) ? key.slice('Fn::'.length) : undefined;
}

/** The items of a function's argument list. */
export function argumentsOf({ argument, short }: Intrinsic): readonly SyntaxNode[] {
  return argument.kind === 'list' && (short || !argument.tag) ? argument.items : [];
}

/** The text of a function's argument, where that is plain text. */
export function argumentText({ argument, short }: Intrinsic): string | undefined {
  return argument.kind === 'scalar' && (short || !argument.tag) ? contentOf(argument) : undefined;
}

/** Whether a key of a map stands for what a loop makes of its body. */
export function isLoopKey(key: string): boolean {
  return key.startsWith('Fn::ForEach');
}

/** Whether a key of a map stands for content that a macro or loop puts in its place. */
export function isMacroKey(key: string): boolean {
  return key === 'Fn::Transform' || isLoopKey(key);
}

/**
 * What macros may do to what surrounds them. `adds`: `AWS::Include` puts a file's content in its place and leaves the
 * rest alone. `rewrites`: any other macro is given all that stands beside it, and answers with what it likes.
 */
export type MacroEffect = 'none' | 'adds' | 'rewrites';

/** What the macro that a map holds may do to the rest of the map. */
export function macroEffect(node: SyntaxNode | undefined): MacroEffect {
  const macro = node?.kind === 'map' ? node.pairs.find(({ key }) => key.text === 'Fn::Transform') : undefined;
  return macro ? effectOf(macro.value) : 'none';
}

/** What a macro may do, by what names it: a name, or a map with a name. */
export function effectOf(macro: SyntaxNode): MacroEffect {
  const name = macro.kind === 'map' ? macro.get('Name') : macro;
  return name?.kind === 'scalar' && name.text === 'AWS::Include' ? 'adds' : 'rewrites';
}

/** The effects of several macros as one: the gravest. */
export function gravest(effects: readonly MacroEffect[]): MacroEffect {
  if (effects.includes('rewrites')) return 'rewrites';
  return effects.includes('adds') ? 'adds' : 'none';
}

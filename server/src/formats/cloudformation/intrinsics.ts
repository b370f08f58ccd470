import type { SyntaxNode } from '../../syntax/node';

/** An intrinsic function as written, in its short or long form. */
export interface Intrinsic {
  /** `Ref`, `If`, `GetAtt`, `Sub`, `Condition`, ...: the name without `Fn::`. */
  readonly name: string;
  readonly argument: SyntaxNode;
}

/** Reads a node as an intrinsic function; `undefined` for a plain value. */
export function intrinsicOf(node: SyntaxNode): Intrinsic | undefined {
  if (node.tag?.startsWith('!')) return { name: node.tag.slice(1), argument: node };
  if (node.kind !== 'map' || node.pairs.length !== 1) return undefined;
  const pair = node.pairs[0];
  const name = pair && functionName(pair.key.text);
  return pair && name ? { name, argument: pair.value } : undefined;
}

function functionName(key: string): string | undefined {
  if (key === 'Ref') return key;
  return key.startsWith('Fn::') ? key.slice('Fn::'.length) : undefined;
}

/** Whether a key of a map stands for content that a macro or loop puts in its place. */
export function isMacroKey(key: string): boolean {
  return key === 'Fn::Transform' || key.startsWith('Fn::ForEach');
}

/** The items of a function's argument list. */
export function argumentsOf(intrinsic: Intrinsic): readonly SyntaxNode[] {
  return intrinsic.argument.kind === 'list' ? intrinsic.argument.items : [];
}

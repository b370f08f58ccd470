import { opensWithBracket } from '../../syntax/parse';
import { lineEnd, lineStart } from '../../syntax/style';

/** A part of a text that means there what it means in the whole. */
export interface Excerpt {
  readonly text: string;
  /** What to add to an offset behind the excerpt's first line so that it is one of the whole text. */
  readonly shift: number;
}

/**
 * The resource of a YAML template that an offset is inside of, below the key of its section: what stands in it decides
 * on what may be written there, and to read all of a template would take longer than a keystroke may. Any other text is
 * whole, and so it is beside resources, where their names count.
 */
export function excerptAt(text: string, offset: number): Excerpt {
  const whole = { text, shift: 0 };
  if (opensWithBracket.test(text)) return whole;
  const section = lastMatch(text, /^[^\s#].*$/gm, 0, offset);
  if (section === undefined || !/^Resources:\s*(?:#.*)?$/.test(lineAt(text, section))) return whole;
  const inside = lineEnd(text, section) + 1;
  const indent = /^( +)[^\s#]/m.exec(text.slice(inside))?.[1];
  if (indent === undefined || columnAt(text, offset) <= indent.length) return whole;
  const start = lastMatch(text, new RegExp(`^${indent}[^\\s#].*$`, 'gm'), inside, offset);
  if (start === undefined) return whole;
  const next = new RegExp(`\\n {0,${indent.length}}[^\\s#]`, 'g');
  next.lastIndex = Math.max(lineEnd(text, start), lineEnd(text, offset));
  const end = next.exec(text)?.index ?? text.length;
  const head = text.slice(section, inside);
  return { text: `${head}${text.slice(start, end)}\n`, shift: start - head.length };
}

/** How far an offset stands from the margin: its line's indentation, or less within that. */
function columnAt(text: string, offset: number): number {
  const line = text.slice(lineStart(text, offset), offset);
  return line.length - line.trimStart().length;
}

/** Where the last match starts that does so between two offsets. */
function lastMatch(text: string, pattern: RegExp, from: number, to: number): number | undefined {
  let found: number | undefined;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match && match.index <= to; match = pattern.exec(text)) found = match.index;
  return found;
}

function lineAt(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), lineEnd(text, offset));
}

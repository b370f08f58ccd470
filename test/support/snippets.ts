// What an editor does with the text of a snippet.

/** Parts of a snippet: escaped characters, tab stops with and without a text of their own. */
const part = /\\([\\$}])|\$(\d+)|\$\{(\d+)(?::((?:\\[\\$}]|[^\\}])*))?\}/g;

/**
 * Expands a snippet as if a person left every tab stop as it is, or typed what `fill` makes of each. Throws on what is
 * no snippet syntax.
 */
export function expand(snippet: string, fill: (text: string) => string = (text) => text): string {
  const texts = new Map<string, string>();
  for (const [, , , stop, text] of snippet.matchAll(part)) {
    if (stop && text !== undefined) texts.set(stop, fill(text.replace(/\\([\\$}])/g, '$1')));
  }
  for (const stray of snippet.replace(part, '').match(/[\\$]/g) ?? []) {
    throw new Error(`${stray} is not escaped in\n${snippet}`);
  }
  return snippet.replace(part, (_, escaped?: string, bare?: string, stop?: string) => {
    return escaped ?? texts.get(bare ?? stop ?? '') ?? '';
  });
}

/** The tab stops of a snippet in the order in which their texts first appear. */
export function tabStops(snippet: string): string[] {
  return [...snippet.matchAll(part)].flatMap(([, , bare, stop]) => bare ?? stop ?? []);
}

/** Puts an expanded snippet behind a text, its lines below the indentation of the line it starts on. */
export function indentAfter(before: string, expanded: string, step = '  '): string {
  const indent = /^[ \t]*/.exec(before.slice(before.lastIndexOf('\n') + 1))?.[0] ?? '';
  const lines = expanded.split('\n').map((line) => line.replace(/^[ \t]+/, (space) => space.replaceAll('\t', step)));
  return before + lines.join(`\n${indent}`);
}

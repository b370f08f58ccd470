/** Documents nested deeper than this are not parsed: the parsers recurse, and one can end the process. */
export const maximumNesting = 200;

/** A linear scan that tells whether a text is nested deeper than the parsers can bear. Over-counts at worst. */
export function isTooDeep(text: string, language: 'yaml' | 'json'): boolean {
  return language === 'json' ? jsonIsTooDeep(text) : yamlIsTooDeep(text);
}

function jsonIsTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22 /* " */) i = endOfString(text, i);
    else if (code === 0x7b /* { */ || code === 0x5b /* [ */) {
      if (++depth > maximumNesting) return true;
    } else if (code === 0x7d /* } */ || code === 0x5d /* ] */) depth--;
  }
  return false;
}

function endOfString(text: string, quote: number): number {
  for (let i = quote + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5c /* \ */) i++;
    else if (code === 0x22 || code === 0x0a) return i;
  }
  return text.length;
}

/**
 * Counts brackets wherever they stand, since telling YAML's quotes apart takes a parser, and the levels that
 * indentation and runs of `- ` open.
 */
function yamlIsTooDeep(text: string): boolean {
  let brackets = 0;
  const indents: number[] = [];
  for (let at = 0; at < text.length; ) {
    let stop = text.indexOf('\n', at);
    if (stop < 0) stop = text.length;
    const lead = leadOf(text, at, stop);
    if (lead.column < stop - at) {
      while (indents.length && (indents[indents.length - 1] as number) >= lead.column) indents.pop();
      indents.push(lead.column);
      if (indents.length + lead.dashes > maximumNesting) return true;
    }
    for (let i = at; i < stop; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x7b || code === 0x5b) brackets++;
      else if ((code === 0x7d || code === 0x5d) && brackets > 0) brackets--;
      if (brackets > maximumNesting) return true;
    }
    at = stop + 1;
  }
  return false;
}

function leadOf(text: string, from: number, to: number): { column: number; dashes: number } {
  let dashes = 0;
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    const next = text.charCodeAt(at + 1);
    if ((code === 0x2d /* - */ || code === 0x3f) /* ? */ && (next === 0x20 || next === 0x09)) dashes++;
    else if (code !== 0x20 && code !== 0x09) break;
  }
  return { column: at - from, dashes };
}

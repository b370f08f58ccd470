/** A text with blanks: what a person fills in, and what stands there until then. */
export interface Template {
  readonly text: string;
  readonly blanks: readonly Blank[];
}

/** A text that is to be filled in wherever it occurs, and what stands there at first. */
export interface Blank {
  readonly marker: string;
  readonly text: string;
}

/**
 * A template in the snippet syntax of editors. Blanks become tab stops in the order in which they come, and what is one
 * blank is filled in at once.
 */
export function snippetText({ text, blanks }: Template): string {
  const stops: Blank[] = [];
  const marked = replaceMarkers(
    text,
    blanks,
    (plain) => plain.replace(/[\\$]/g, '\\$&'),
    (blank) => {
      const known = stops.indexOf(blank);
      if (known >= 0) return `\${${known + 1}}`;
      stops.push(blank);
      return `\${${stops.length}:${blank.text.replace(/[\\$}]/g, '\\$&')}}`;
    },
  );
  return `${marked}$0`;
}

/** A template as the text it is before anybody fills it in. */
export function plainText({ text, blanks }: Template): string {
  return replaceMarkers(
    text,
    blanks,
    (plain) => plain,
    (blank) => blank.text,
  );
}

/** Where one marker is the start of another, the longer one counts. */
function replaceMarkers(
  text: string,
  blanks: readonly Blank[],
  between: (plain: string) => string,
  replace: (blank: Blank) => string,
): string {
  if (blanks.length === 0) return between(text);
  const markers = blanks.map(({ marker }) => marker).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(${markers.map((marker) => marker.replace(/[^\w]/g, '\\$&')).join('|')})`);
  return text
    .split(pattern)
    .map((part) => {
      const blank = blanks.find(({ marker }) => marker === part);
      return blank ? replace(blank) : between(part);
    })
    .join('');
}

import { jsonComments } from '../../syntax/json';

/** A place in JSON between two tokens, and the commas that something written there needs. */
export interface Gap {
  /** Where the token before it ends. */
  readonly previousEnd: number;
  readonly commaBefore: boolean;
  readonly commaAfter: boolean;
  /** Whether a line ends between it and the token before, or after. */
  readonly startsLine: boolean;
  readonly endsLine: boolean;
}

/** The gap around a stretch of a JSON text that is to be replaced. */
export function gapAt(text: string, start: number, end: number): Gap {
  const comments = jsonComments(text);
  let previousEnd = start;
  for (;;) {
    const comment = comments.find((one) => one.start < previousEnd && previousEnd <= one.end);
    if (comment) previousEnd = comment.start;
    else if (/\s/.test(text.charAt(previousEnd - 1))) previousEnd--;
    else break;
  }
  let next = end;
  for (;;) {
    const comment = comments.find((one) => one.start <= next && next < one.end);
    if (comment) next = comment.end;
    else if (/\s/.test(text.charAt(next))) next++;
    else break;
  }
  const previous = text.charAt(previousEnd - 1);
  const following = text.charAt(next);
  return {
    previousEnd,
    commaBefore: previous !== '' && !'{[,:'.includes(previous),
    commaAfter: following !== '' && !'}],'.includes(following),
    startsLine: text.slice(previousEnd, start).includes('\n'),
    endsLine: following === '' || text.slice(end, next).includes('\n'),
  };
}

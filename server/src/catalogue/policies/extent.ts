/**
 * For how many of the requests in question something holds: for all, for some, for none; `undefined` where the document
 * does not tell. A request leaves open what it does not say, so `some` is an answer and not a lack of one.
 */
export type Extent = 'all' | 'some' | 'none' | undefined;

/** What holds where each of several things does. Those that hold for some are taken to be independent. */
export function allOf(...extents: readonly Extent[]): Extent {
  if (extents.includes('none')) return 'none';
  if (extents.includes(undefined)) return undefined;
  return extents.includes('some') ? 'some' : 'all';
}

/** What holds where any of several things does. */
export function anyOf(...extents: readonly Extent[]): Extent {
  if (extents.includes('all')) return 'all';
  if (extents.includes(undefined)) return undefined;
  return extents.includes('some') ? 'some' : 'none';
}

/** What holds where a thing does not. */
export function noneOf(extent: Extent): Extent {
  return extent === 'all' ? 'none' : extent === 'none' ? 'all' : extent;
}

/** A plain answer as an extent. */
export function extentOf(holds: boolean): Extent {
  return holds ? 'all' : 'none';
}

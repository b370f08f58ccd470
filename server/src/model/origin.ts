declare const place: unique symbol;

/**
 * Where something stands in a document, without saying where. Rules compare origins and hand them on; only `syntax`
 * can turn one into a range, so text that merely moved need not be read again.
 */
export interface Origin {
  readonly [place]: never;
}

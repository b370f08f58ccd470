/** Who makes a request. */
export type Caller =
  /** Somebody who has not signed it. */
  | { readonly kind: 'anonymous' }
  /** A principal of an account. */
  | { readonly kind: 'aws'; readonly arn: string; readonly account: string }
  /** A service of AWS, on its own account. */
  | { readonly kind: 'service'; readonly name: string }
  /** Somebody whom an identity provider vouches for. */
  | { readonly kind: 'federated'; readonly provider: string };

/** What is known of some requests. What is not said may be anything, so one `Request` stands for many. */
export interface Request {
  readonly caller?: Caller;
  /** Such as `s3:GetObject`. */
  readonly action?: string;
  /** An ARN. */
  readonly resource?: string;
  /** Condition keys in lower case with their values; no values where the request does not carry the key. */
  readonly context: ReadonlyMap<string, readonly string[]>;
  /** What policy variables stand for whose keys may be anything when they are tested: whose the resource is. */
  readonly variables?: ReadonlyMap<string, readonly string[]>;
}

/** Requests of which some condition keys are known. */
export function requests(
  context: Readonly<Record<string, string | readonly string[]>>,
  more: Omit<Request, 'context'> = {},
): Request {
  const entries = Object.entries(context).map(
    ([key, values]) => [key.toLowerCase(), typeof values === 'string' ? [values] : values] as const,
  );
  return { ...more, context: new Map(entries) };
}

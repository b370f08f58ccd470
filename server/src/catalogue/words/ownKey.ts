import type { Words } from '../../model/rule';

/** What tells the words of one rule on keys from those of another. */
interface OwnKeyParts extends Omit<Words, 'title' | 'why'> {
  /** What is encrypted, after "The": `log group {name}`. */
  readonly what: string;
  /** Who holds the key meanwhile, and what else matters here, in whole sentences. */
  readonly otherwise: string;
}

/** The words of an `ownKeyRule`: what is wrong, and what a key of one's own adds, are the same everywhere. */
export function ownKeyWords({ what, otherwise, ...parts }: OwnKeyParts): Words {
  return {
    title: `The ${what} is encrypted with a key that you cannot govern.`,
    why: `${otherwise} With a key of yours you decide who may decrypt, see each use of it in CloudTrail, and can withdraw the right.`,
    ...parts,
  };
}

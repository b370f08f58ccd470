import type { Claim } from '../model/suppression';

const claimWords = ['data-protection:', 'checkov:skip=', 'trivy:ignore:', 'tfsec:ignore:'];

/** Whether a comment of a document may suppress something: only then is it worth to look for the comments. */
export function mayClaim(document: string): boolean {
  return claimWords.some((word) => document.includes(word));
}

/** Stands for a reason that nobody has given yet; what a suppression is written with before its author says why. */
export const reasonPlaceholder = '<reason>';

/** Our own contract: `data-protection: ignore RULE [until 2027-01-31] -- reason`. */
const ours = /^[#\s]*data-protection:\s*ignore\s+(\S+)(?:\s+until\s+(\S+))?(?:\s+--(.*))?\s*$/;
/** `checkov:skip=ID:reason`, `trivy:ignore:ID`, `tfsec:ignore:aws-s3-*:exp:2027-01-31`; several may stand in one comment. */
const theirs = /(checkov:skip=|(?:trivy|tfsec):ignore:)([\w*-]+)((?::|\[)\S*)?/g;

/** The suppressions that a comment makes. */
export function claimsIn(comment: string): Claim[] {
  const own = ours.exec(comment);
  if (own) {
    const [, rule = '', until, reason] = own;
    return [makeClaim('ours', rule, reason, until)];
  }
  return [...comment.matchAll(theirs)].flatMap(([, tool, id = '', rest]): Claim[] => {
    if (tool === 'checkov:skip=') return [{ contract: 'checkov', rule: id }];
    // Anything but a date narrows the suppression down to what only the other tool understands.
    const until = /^:exp:(\S+)$/.exec(rest ?? '')?.[1];
    return rest === undefined || until !== undefined ? [makeClaim('trivy', id, undefined, until)] : [];
  });
}

/** A claim without what is not said. */
export function makeClaim(
  contract: Claim['contract'],
  rule: string,
  reason: string | undefined,
  until: string | undefined,
): Claim {
  const why = reason?.trim();
  return {
    contract,
    rule,
    ...(why && why !== reasonPlaceholder && { reason: why }),
    ...(until !== undefined && { until }),
  };
}

/** A new suppression as a comment says it, without what makes it a comment. */
export function claimText(rule: string): string {
  return `data-protection: ignore ${rule} -- ${reasonPlaceholder}`;
}

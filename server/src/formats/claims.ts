import type { Claim, Suppression } from '../model/suppression';
import { originOf, originWithin, type ScalarNode } from '../syntax/node';

const claimWords = ['data-protection:', ':skip=', ':ignore:'];

/** Whether a comment of a document may suppress something: only then is it worth to look for the comments. */
export function mayClaim(document: string): boolean {
  return claimWords.some((word) => document.includes(word));
}

/** Stands for a reason that nobody has given yet; what a suppression is written with before its author says why. */
export const reasonPlaceholder = '<reason>';

/** Our own contract: `data-protection: ignore RULE [until 2027-01-31] -- reason`; the rule, and what follows it. */
const ours = /^([#\s]*data-protection:\s*ignore\s+)([^\s,:;]+)(.*)$/s;
const untilAndReason = /^(?:\s+until\s+(\S+))?(?:\s+--(.*))?\s*$/s;
/** `checkov:skip=ID:reason`, also by the later names of Checkov's makers, and with several ids where that is allowed. */
const checkovs = /(?:checkov|bridgecrew|cortex):skip= *(\w+(?:,\w+)*)/g;
/** `trivy:ignore:ID`, `tfsec:ignore:aws-s3-*:exp:2027-01-31`. */
const trivys = /(?:trivy|tfsec):ignore:([\w*-]+)((?::|\[)\S*)?/g;

/** The suppressions that a comment makes. One of ours fills it, of another tool's it may hold several. */
export function claimsIn(comment: string): Claim[] {
  const own = ours.exec(comment);
  if (own) {
    const [, , rule = '', rest = ''] = own;
    const said = untilAndReason.exec(rest);
    return [said ? makeClaim('ours', rule, said[2], said[1]) : { contract: 'ours', rule, unclear: rest.trim() }];
  }
  const ofCheckov = [...comment.matchAll(checkovs)].flatMap(([, ids = '']) =>
    ids.split(',').map((rule): Claim => ({ contract: 'checkov', rule })),
  );
  const ofTrivy = [...comment.matchAll(trivys)].flatMap(([, id = '', rest]): Claim[] => {
    // Anything but a date narrows the suppression down to what only the other tool understands.
    const until = /^:exp:(\S+)$/.exec(rest ?? '')?.[1];
    return rest === undefined || until !== undefined ? [makeClaim('trivy', id, undefined, until)] : [];
  });
  return [...ofCheckov, ...ofTrivy];
}

/** The suppressions that a text makes, a comment or a string, each with what it is about. */
export function suppressionsIn(
  node: ScalarNode,
  covers: (claim: Claim) => Suppression['covers'] | undefined,
): Suppression[] {
  return claimsIn(node.text).map((claim) => {
    const [, lead = ''] = ours.exec(node.text) ?? [];
    const isOurs = claim.contract === 'ours';
    const covered = covers(claim);
    return {
      ...claim,
      origin: originOf(node),
      ...(isOurs && { ruleOrigin: originWithin(node, lead.length, lead.length + claim.rule.length) }),
      ...(covered && { covers: covered }),
    };
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

import type { Severity } from '../../model/finding';
import type { Policy } from '../../model/policy';
import { textWithHoles } from '../../model/value';
import { policyDocument } from '../ec2';

/**
 * What a policy is for. Where its place does not say so, what it says may: one that names principals and no resources can
 * only be a trust policy, and one that names both and is about one service is of that service's resources. One that
 * names no principals is for an identity if it stands on its own, unless it denies something, as guardrails do.
 */
export function purposeOf(policy: Policy): Pick<Policy, 'use' | 'service'> {
  const { use, statements, holder } = policy;
  if (use !== 'unknown' || statements.length === 0) return policy;
  const isAboutSomebody = statements.some(({ principals, notPrincipals }) => principals ?? notPrincipals);
  if (!isAboutSomebody) {
    const isAlone = [...policyDocument.cloudformation, ...policyDocument.terraform].includes(holder.type);
    return { use: isAlone && statements.every(({ effect }) => effect === 'Allow') ? 'identity' : use };
  }
  if (statements.every((one) => one.principals && !one.resources && !one.notResources)) return { use: 'trust' };
  const service = onlyServiceOf(policy);
  return service === undefined ? { use } : { use: 'resource', service };
}

/** The one service that all actions of a policy are of. */
function onlyServiceOf({ statements }: Policy): string | undefined {
  const actions = statements.flatMap((statement) => statement.actions?.values ?? []);
  const prefixes = actions.map((action) => /^[\w-]+(?=:)/.exec(textWithHoles(action, '*') ?? '')?.[0].toLowerCase());
  const [service, ...others] = new Set(prefixes);
  return others.length === 0 ? service : undefined;
}

/** How bad something is in a policy: what one is for whose place does not say so is a guess. */
export function severityIn({ use }: Policy, usual: Severity): Severity {
  return use === 'unknown' && usual === 'warning' ? 'information' : usual;
}

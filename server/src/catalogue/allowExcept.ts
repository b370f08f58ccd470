import type { Origin } from '../model/origin';
import type { Policy, PolicyUse, Statement } from '../model/policy';
import type { PolicyRule, Recommendation } from '../model/rule';
import type { Written } from '../model/written';
import { exampleOf, policyRule } from './define';
import { rolePolicy } from './iamRoles';
import { wildcardResource } from './policies/grants';
import { objectTo } from './policies/objection';
import { purposeOf, severityIn } from './policies/purpose';
import { queue } from './sqs';

/** A rule on statements that allow all but what they name. */
function exceptRule(
  parts: Pick<PolicyRule, 'id' | 'severity' | 'example'> & {
    readonly recommendation?: Recommendation;
    readonly uses: readonly PolicyUse[];
    /** The key that says so. */
    readonly keyOf: (statement: Statement) => Origin | undefined;
    /** How bad it is in this policy, where it is not as bad as usual. */
    readonly severityOf?: (policy: Policy, statement: Statement) => PolicyRule['severity'] | undefined;
  },
): PolicyRule {
  const { keyOf, severityOf, uses, ...rule } = parts;
  return policyRule({
    recommendation: 'least-privilege',
    fix: 'none',
    ...rule,
    uses: [...new Set<PolicyUse>([...uses, 'unknown'])],
    check(policy) {
      if (!uses.includes(purposeOf(policy).use)) return [];
      return policy.statements.flatMap((statement) => {
        const key = statement.effect === 'Allow' ? keyOf(statement) : undefined;
        const severity = severityIn(policy, severityOf?.(policy, statement) ?? rule.severity);
        return key ? [objectTo(policy, key, { severity })] : [];
      });
    },
  });
}

function identityExample(statement: Written) {
  return exampleOf(rolePolicy, 'Access', {
    name: 'access',
    role: 'deployer',
    policy: { Version: '2012-10-17', Statement: [statement] },
  });
}

const allowNotAction = exceptRule({
  id: 'policy-allow-not-action',
  severity: 'warning',
  uses: ['identity', 'trust', 'resource'],
  keyOf: ({ notActions }) => notActions?.key,
  // All but some actions on a bucket is another matter than all but some actions.
  severityOf: ({ use }, statement) => (use === 'identity' && !wildcardResource(statement) ? 'information' : undefined),
  example: identityExample({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
});

const allowNotResource = exceptRule({
  id: 'policy-allow-not-resource',
  severity: 'warning',
  uses: ['identity', 'resource'],
  keyOf: ({ notResources }) => notResources?.key,
  example: identityExample({
    Effect: 'Allow',
    Action: 'sqs:SendMessage',
    NotResource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
  }),
});

const allowNotPrincipal = exceptRule({
  id: 'policy-allow-not-principal',
  severity: 'error',
  uses: ['resource', 'trust', 'endpoint', 'unknown'],
  keyOf: ({ notPrincipals }) => notPrincipals?.key,
  severityOf: ({ use }) => (use === 'endpoint' ? 'warning' : undefined),
  example: exampleOf(queue, 'Orders', {
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          NotPrincipal: { AWS: 'arn:aws:iam::111122223333:user/guest' },
          Action: 'sqs:SendMessage',
          Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
        },
      ],
    },
  }),
});

export const rules = [allowNotAction, allowNotResource, allowNotPrincipal];
export const kinds = [];

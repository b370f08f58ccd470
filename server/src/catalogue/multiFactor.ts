import type { Remedy } from '../model/finding';
import type { ConditionTest, Statement } from '../model/policy';
import { exampleOf, policyRule } from './define';
import { rolePolicy } from './iamRoles';
import { testHolds } from './policies/conditions';
import { writtenActions } from './policies/grants';
import { objectTo } from './policies/objection';
import { requests } from './policies/request';

const present = 'aws:MultiFactorAuthPresent';
const withoutFactor = requests({ [present]: 'false' });
/** Requests signed with a long-term key do not carry the condition key. */
const withoutKey = requests({ [present]: [] });

/** What people may have to do before they have a second factor. */
const selfService = /^(iam:(.*MFADevice.*|Get.*|List.*|ChangePassword)|sts:GetSessionToken)$/i;

const misused = policyRule({
  id: 'policy-mfa-condition',
  recommendation: 'multi-factor',
  severity: 'warning',
  fix: 'sometimes',
  uses: ['identity', 'trust', 'resource', 'session', 'service-control', 'unknown'],
  check: (policy) =>
    policy.statements.flatMap((statement) =>
      statement.conditions
        .filter(({ key }) => key.toLowerCase() === present.toLowerCase())
        .flatMap((test) => {
          const fault = faultOf(statement, test);
          if (!fault) return [];
          return [
            objectTo(policy, test.operatorOrigin, {
              details: { fault: fault.what },
              remedies: remediesOf(statement, test, fault.operator),
            }),
          ];
        }),
    ),
  example: exampleOf(rolePolicy, 'Access', {
    name: 'access',
    role: 'deployer',
    policy: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } },
      ],
    },
  }),
});

/** What is wrong with a test for a second factor, and the operator that would be right. */
interface Fault {
  readonly what: string;
  readonly operator?: 'Bool' | 'BoolIfExists';
}

function faultOf(statement: Statement, test: ConditionTest): Fault | undefined {
  const [denied, missing] = [testHolds(test, withoutFactor), testHolds(test, withoutKey)];
  if (statement.effect === 'Deny') {
    return denied === 'all' && missing === 'none'
      ? { what: 'does not deny requests signed with a long-term key', operator: 'BoolIfExists' }
      : undefined;
  }
  if (statement.effect !== 'Allow' || isSelfService(statement)) return undefined;
  if (denied === 'all') return { what: 'allows requests without a second factor' };
  if (missing !== 'all') return undefined;
  return { what: 'allows requests signed with a long-term key', operator: 'Bool' };
}

function isSelfService(statement: Statement): boolean {
  const actions = writtenActions(statement);
  return actions.length > 0 && actions.every(({ text }) => selfService.test(text));
}

/** Another operator, where the block under it holds nothing that it would change as well. */
function remediesOf(statement: Statement, test: ConditionTest, operator: Fault['operator']): readonly Remedy[] {
  const isOther = (one: ConditionTest) => one.operator === operator;
  const shared = statement.conditions.filter((one) => one.operatorOrigin === test.operatorOrigin);
  const isAlone = shared.every(({ key }) => key === test.key || key.toLowerCase() === 'aws:viaawsservice');
  if (!operator || !isAlone || statement.conditions.some(isOther)) return [];
  const title =
    operator === 'BoolIfExists'
      ? 'Deny requests that do not say how they were authenticated, too (among them those signed with long-term keys)'
      : 'Allow only requests that tell of a second factor (denies those signed with long-term keys)';
  return [{ title, safety: 'review', changes: [{ kind: 'replaceText', origin: test.operatorOrigin, text: operator }] }];
}

export const rules = [misused];
export const kinds = [];

import type { Remedy } from '../model/finding';
import type { Policy } from '../model/policy';
import type { PolicyRule } from '../model/rule';
import { type Written, WrittenInput } from '../model/written';
import { exampleOf, policyRule } from './define';
import { rolePolicy } from './iamRoles';
import { passRole } from './policies/dangerousActions';
import { type Excess, type ExcessKind, excessesOf } from './policies/excess';
import { objectTo } from './policies/objection';
import { purposeOf, severityIn } from './policies/purpose';

interface Parts extends Pick<PolicyRule, 'id' | 'severity'> {
  /** How bad it is where some resources or circumstances limit it. */
  readonly limited?: PolicyRule['severity'];
  readonly remedies?: (policy: Policy, excess: Excess) => readonly Remedy[];
  /** A statement that allows too much in this way. */
  readonly example: Written;
}

/** A rule on one way in which the policies of identities allow more than they should. */
function excessRule(kind: ExcessKind, { id, severity, limited, remedies, example }: Parts): PolicyRule {
  return policyRule({
    id,
    recommendation: 'least-privilege',
    severity,
    fix: remedies ? 'sometimes' : 'none',
    uses: ['identity', 'unknown'],
    check: (policy, world) =>
      (purposeOf(policy).use === 'identity' ? excessesOf(policy, world) : [])
        .filter((excess) => excess.kind === kind)
        .map((excess) =>
          objectTo(policy, excess.origin, {
            details: { what: excess.what },
            ...(remedies && { remedies: remedies(policy, excess) }),
            severity: severityIn(policy, limited && excess.isLimited ? limited : severity),
          }),
        ),
    example: exampleOf(rolePolicy, 'Access', {
      name: 'access',
      role: 'deployer',
      policy: { Version: '2012-10-17', Statement: [example] },
    }),
  });
}

const fullAccess = excessRule('everything', {
  id: 'iam-full-access',
  severity: 'warning',
  example: { Effect: 'Allow', Action: '*', Resource: '*' },
});

const escalation = excessRule('escalation', {
  id: 'iam-privilege-escalation',
  severity: 'warning',
  limited: 'information',
  example: { Effect: 'Allow', Action: ['iam:AttachRolePolicy', 'iam:GetRole'], Resource: '*' },
});

const passAnyRole = excessRule('anyRole', {
  id: 'iam-pass-any-role',
  severity: 'warning',
  remedies: (_policy, { statement, origin }) => {
    // The key is in no other request, so that it would deny what else the statement allows.
    const isAlone = statement.actions?.values.length === 1 && statement.actions.values[0]?.origin === origin;
    if (!isAlone) return [];
    const service = new WrittenInput('PassedToService', 'The service that roles may be passed to', '^[a-z0-9.-]+$');
    const fields = { Condition: { StringEquals: { 'iam:PassedToService': service } } };
    return [
      {
        title: 'Pass roles to one service only (denies passing them to others)',
        safety: 'input',
        changes: [{ kind: 'merge', origin: statement.origin, fields }],
      },
    ];
  },
  example: { Effect: 'Allow', Action: passRole, Resource: '*' },
});

const dataExposure = excessRule('data', {
  id: 'iam-data-exposure',
  severity: 'information',
  example: { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' },
});

const credentialsExposure = excessRule('credentials', {
  id: 'iam-credentials-exposure',
  severity: 'information',
  example: { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' },
});

const serviceWildcard = excessRule('wholeService', {
  id: 'iam-service-wildcard',
  severity: 'information',
  limited: 'hint',
  example: { Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
});

const unlimitedPermissions = excessRule('permissions', {
  id: 'iam-unlimited-permissions-management',
  severity: 'information',
  example: { Effect: 'Allow', Action: ['s3:PutBucketPolicy', 's3:GetBucketPolicy'], Resource: '*' },
});

const unlimitedWrite = excessRule('writing', {
  id: 'iam-unlimited-write',
  severity: 'hint',
  example: { Effect: 'Allow', Action: ['dynamodb:PutItem', 'dynamodb:DescribeTable'], Resource: '*' },
});

export const rules = [
  fullAccess,
  escalation,
  passAnyRole,
  dataExposure,
  credentialsExposure,
  serviceWildcard,
  unlimitedPermissions,
  unlimitedWrite,
];
export const kinds = [];

import type { Policy } from '../model/policy';
import type { Value } from '../model/value';
import type { World } from '../model/view';
import { defectRule } from './policies/defects';
import { queuePolicy } from './policyCorrectnessExample';

/** How long a policy may be. */
interface Limit {
  readonly characters: number;
  /** Whether all inline policies of the resource count together. */
  readonly isForAll?: boolean;
}

const ofManaged: Limit = { characters: 6_144 };
const ofRole: Limit = { characters: 10_240 };
const ofUser: Limit = { characters: 2_048 };
const ofGroup: Limit = { characters: 5_120 };

/**
 * Identity policies by the type of the resource that holds them. A policy may be for roles, groups and users.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const identityLimits: Readonly<Record<string, Limit>> = {
  'AWS::IAM::ManagedPolicy': ofManaged,
  aws_iam_policy: ofManaged,
  'AWS::IAM::Role': { ...ofRole, isForAll: true },
  'AWS::IAM::RolePolicy': ofRole,
  'AWS::IAM::Policy': ofRole,
  aws_iam_role: { ...ofRole, isForAll: true },
  aws_iam_role_policy: ofRole,
  'AWS::IAM::User': { ...ofUser, isForAll: true },
  'AWS::IAM::UserPolicy': ofUser,
  aws_iam_user_policy: ofUser,
  'AWS::IAM::Group': { ...ofGroup, isForAll: true },
  'AWS::IAM::GroupPolicy': ofGroup,
  aws_iam_group_policy: ofGroup,
};

/**
 * Policies of resources by their service.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutResourcePolicy.html
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html
 */
const resourceLimits: Readonly<Record<string, Limit>> = {
  dynamodb: { characters: 20_480 },
  kms: { characters: 32_768 },
  s3: { characters: 20_480 },
  sqs: { characters: 8_192 },
};

/** https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html */
const ofEndpoints: Limit = { characters: 20_480 };

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const ofGuardrails = { service: { characters: 10_240 }, resource: { characters: 5_120 } } as const;

function limitOf({ use, service = '', holder }: Policy): Limit | undefined {
  switch (use) {
    case 'identity':
      return identityLimits[holder.type];
    case 'resource':
      return resourceLimits[service];
    case 'trust':
      // The usual quota is half of it.
      return { characters: 4_096 };
    case 'endpoint':
      return ofEndpoints;
    case 'service-control':
      return ofGuardrails.service;
    case 'resource-control':
      return ofGuardrails.resource;
    default:
      return undefined;
  }
}

const size = defectRule({
  id: 'policy-size',
  fix: 'none',
  inPolicy(policy, world) {
    const limit = limitOf(policy);
    const together = limit?.isForAll ? inlinePolicies(policy, world) : [policy];
    if (!limit || together[0] !== policy) return [];
    const least = together.reduce((sum, { content }) => sum + leastLength(content), 0);
    if (least <= limit.characters) return [];
    const details = { length: least.toLocaleString('en'), most: limit.characters.toLocaleString('en') };
    return [{ origin: policy.statementKey, opens: false, details }];
  },
  example: queuePolicy({
    Principal: {
      AWS: Array.from({ length: 48 }, (_, i) => `arn:aws:iam::${111122223333 + i}:role/${'shop/'.repeat(28)}`),
    },
  }),
});

function inlinePolicies({ holder }: Policy, world: World): readonly Policy[] {
  return world.policiesIn(holder).filter(({ use, likelihood }) => use === 'identity' && likelihood === 'certain');
}

/** How long the JSON of a value is at least: without white space, and without what is filled in later. */
function leastLength(value: Value): number {
  switch (value.kind) {
    case 'literal':
      return leastText(value.text) + (/^(?:true|false|\d+)$/.test(value.text) ? 0 : 2);
    case 'template':
      return value.parts.reduce((sum, part) => sum + (typeof part === 'string' ? leastText(part) : 0), 2);
    case 'list':
      // A list of one may stand without its brackets.
      if (value.items.length === 1) return leastLength(value.items[0] as Value);
      return value.items.reduce((sum, item) => sum + leastLength(item) + 1, 1);
    case 'map':
      return [...value.fields].reduce((sum, [key, field]) => sum + key.length + 4 + leastLength(field.value), 1);
    default:
      return 0;
  }
}

function leastText(text: string): number {
  return text.replace(/\s/g, '').length;
}

export const rules = [size];

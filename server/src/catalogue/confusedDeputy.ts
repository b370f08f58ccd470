import type { Remedy } from '../model/finding';
import type { Policy, Statement } from '../model/policy';
import { type Written, WrittenAccount } from '../model/written';
import { policyRule } from './define';
import { objectTo } from './policies/objection';
import { letsThrough, serviceForOutsider } from './policies/outsiders';
import { trustExample } from './trust';

/**
 * Services that tell for whose resource they assume a role, and whose pages ask to hold them to that. Others do not tell
 * (EC2, Lambda), so that a condition would lock them out.
 */
const assumingRoles: ReadonlySet<string> = new Set([
  // https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html
  'bedrock.amazonaws.com',
  // https://docs.aws.amazon.com/resilience-hub/latest/userguide/next-gen-resilience-testing-iam-single-account.html
  'fis.amazonaws.com',
  // https://docs.aws.amazon.com/frauddetector/latest/ug/confused-deputy-prevention.html
  'frauddetector.amazonaws.com',
  // https://docs.aws.amazon.com/iot/latest/developerguide/cross-service-confused-deputy-prevention.html
  'iot.amazonaws.com',
  // https://docs.aws.amazon.com/personalize/latest/dg/cross-service-confused-deputy-prevention.html
  'personalize.amazonaws.com',
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/pipes_pipe
  'pipes.amazonaws.com',
  // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
  'scheduler.amazonaws.com',
  // https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
  'states.amazonaws.com',
  // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
  'vpc-flow-logs.amazonaws.com',
]);

/**
 * Services that tell for whose resource they use one of another service, and which: what they tell depends on it
 * (EventBridge tells nothing when it uses a key).
 */
const usingResources: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/appstream2/latest/developerguide/example-elastic-fleets.html
  'appstream.amazonaws.com': ['s3'],
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html
  'cloudtrail.amazonaws.com': ['sns', 's3'],
  // https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
  'cloudwatch.amazonaws.com': ['sns'],
  'ses.amazonaws.com': ['sns'],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
  's3.amazonaws.com': ['sns', 'sqs'],
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
  'delivery.logs.amazonaws.com': ['s3'],
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
  'events.amazonaws.com': ['sqs', 'execute-api'],
};

/** Whether a service tells for whom it does what a policy is about. */
function isTold({ use, service = '' }: Policy, name: string): boolean {
  if (use === 'trust') return assumingRoles.has(name);
  return Object.hasOwn(usingResources, name) && (usingResources[name]?.includes(service) ?? false);
}

const confusedDeputy = policyRule({
  id: 'policy-confused-deputy',
  recommendation: 'least-privilege',
  severity: 'information',
  fix: 'always',
  uses: ['trust', 'resource'],
  check: (policy) =>
    policy.statements.flatMap((statement) => {
      const services = servicesOf(statement);
      const [first] = services;
      if (statement.effect !== 'Allow' || !first || !services.every(({ name }) => isTold(policy, name))) return [];
      const isOpen = services.every(({ name }) => letsThrough(policy, statement, serviceForOutsider(name)) === true);
      const details = { service: services.map(({ name }) => name).join(' and ') };
      return isOpen ? [objectTo(policy, first.origin, { details, remedies: [bySourceAccount(statement)] })] : [];
    }),
  example: trustExample({ Principal: { Service: 'scheduler.amazonaws.com' } }),
});

/** The services that a statement names; none where it names somebody else as well. */
function servicesOf({ principals }: Statement) {
  const services = (principals?.values ?? []).flatMap(({ type, value }) =>
    type === 'Service' && value.kind === 'literal' ? [{ name: value.text, origin: value.origin }] : [],
  );
  return services.length === principals?.values.length ? services : [];
}

function bySourceAccount({ origin }: Statement): Remedy {
  const fields: Written = { StringEquals: { 'aws:SourceAccount': new WrittenAccount() } };
  return {
    title: 'Allow it on behalf of this account only (denies it for resources of others)',
    safety: 'review',
    changes: [{ kind: 'merge', origin, fields: { Condition: fields } }],
  };
}

export const rules = [confusedDeputy];
export const kinds = [];

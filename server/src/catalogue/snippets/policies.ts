import type { Kind } from '../../model/kind';
import type { Resource } from '../../model/resource';
import { type Written, WrittenReference } from '../../model/written';
import { denial } from '../policies/tlsOnly';
import { bucket } from '../s3';
import { bucketTls } from '../s3Tls';
import { ownerStatement, topic, topicTls } from '../sns';
import { queue, queueTls } from '../sqs';
import { exampleAccount, exampleRegion, policyOf, type Snippet } from './snippet';

const refusal = 'Refuses requests over plain HTTP, whoever makes them.';

const bucketArn = 'arn:aws:s3:::orders-bucket';
const topicArn = `arn:aws:sns:${exampleRegion}:${exampleAccount}:orders-topic`;
const queueArn = `arn:aws:sqs:${exampleRegion}:${exampleAccount}:orders-queue`;

const bucketPolicy: Snippet = {
  name: 'bucket-policy',
  title: 'TLS-only bucket policy',
  description: `${refusal} Website endpoints have no HTTPS and stop answering.`,
  blanks: ['orders-bucket'],
  resources: () => [
    {
      kind: bucket,
      name: 'OrdersBucket',
      exists: true,
      attributes: { policy: (resource: Resource) => policyOf(denial(bucketTls, bucketTls.resources(resource))) },
    },
  ],
  policy: policyOf(denial(bucketTls, [bucketArn, `${bucketArn}/*`])),
  suits: { use: 'resource', service: 's3' },
};

const topicPolicy: Snippet = {
  name: 'topic-policy',
  title: 'TLS-only topic policy',
  description: `${refusal} Says again what SNS lets the account of the topic do by itself, since a policy replaces that.`,
  blanks: [exampleRegion, exampleAccount, 'orders-topic'],
  resources: ({ account }) => [
    {
      kind: topic,
      name: 'OrdersTopic',
      exists: true,
      attributes: { policy: (resource: Resource) => topicStatements(new WrittenReference(resource, 'arn'), account) },
    },
  ],
  policy: topicStatements(topicArn, exampleAccount),
  suits: { use: 'resource', service: 'sns' },
};

function topicStatements(arn: Written, account: Written): Written {
  return policyOf(ownerStatement(arn, account), denial(topicTls, arn));
}

const queuePolicy: Snippet = {
  name: 'queue-policy',
  title: 'TLS-only queue policy',
  description: refusal,
  blanks: [exampleRegion, exampleAccount, 'orders-queue'],
  resources: () => [
    {
      kind: queue,
      name: 'OrdersQueue',
      exists: true,
      attributes: { policy: (resource: Resource) => policyOf(denial(queueTls, queueTls.resources(resource))) },
    },
  ],
  policy: policyOf(denial(queueTls, queueArn)),
  suits: { use: 'resource', service: 'sqs' },
};

/** No rule asks anything of roles, so they are no kind of the catalogue. */
const role: Kind = {
  id: 'iam-role',
  title: 'IAM role',
  cloudformation: ['AWS::IAM::Role'],
  terraform: ['aws_iam_role'],
  attributes: {
    trust: { cloudformation: 'AssumeRolePolicyDocument', terraform: 'assume_role_policy', type: 'policy' },
  },
};

const trustedService = 'sms-voice.amazonaws.com';

/** See https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-iam-policy.html. */
function trustIn(account: Written): Written {
  return policyOf({
    Effect: 'Allow',
    Principal: { Service: trustedService },
    Action: 'sts:AssumeRole',
    Condition: fromAccount(account),
  });
}

function fromAccount(account: Written): Readonly<Record<string, Written>> {
  return { StringEquals: { 'aws:SourceAccount': account } };
}

const roleTrust: Snippet = {
  name: 'role-trust',
  title: 'Role that a service may take on for the account',
  description: 'Trusts a service only where it acts for a resource of the account.',
  blanks: [trustedService, exampleAccount],
  resources: ({ account }) => [{ kind: role, name: 'ServiceRole', attributes: { trust: trustIn(account) } }],
  policy: trustIn(exampleAccount),
  suits: { use: 'trust' },
};

/** A request without the key is not let through either, as it would be with `BoolIfExists`. */
const multiFactor: Snippet = {
  name: 'mfa',
  title: 'Condition: signed in with MFA',
  description: 'For a statement that allows: holds only for those who signed in with a second factor.',
  blanks: [],
  condition: () => ({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
};

const sourceAccount: Snippet = {
  name: 'source-account',
  title: 'Condition: a service acting for the account',
  description: 'For a statement about a service: holds only where it acts for a resource of the account.',
  blanks: [exampleAccount],
  condition: ({ account }) => fromAccount(account),
};

export const policies = [bucketPolicy, topicPolicy, queuePolicy, roleTrust, multiFactor, sourceAccount];

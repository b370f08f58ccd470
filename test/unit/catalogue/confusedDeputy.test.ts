import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkText } from '../../support/checking';
import { fixed } from '../../support/fixing';
import { assertFindings } from '../../support/marked';

const rule = 'policy-confused-deputy';
const about = new RegExp(`^${rule}$`);

const properties: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::IAM::Role': 'AssumeRolePolicyDocument',
  'AWS::ECR::Repository': 'RepositoryPolicyText',
};

/** A template with a policy of some statements. */
function template(type: string, ...statements: string[]): string {
  return `Resources:
  Holder:
    Type: ${type}
    Properties:
      ${properties[type] ?? 'PolicyDocument'}:
        Statement:
${statements.map((statement) => `          - ${statement}`).join('\n')}
`;
}

const allow = (service: string, action: string, condition?: string) =>
  `{ Effect: Allow, Principal: { Service: ${service} }, Action: ${action}, Resource: '*'${condition ? `, Condition: ${condition}` : ''} }`;
const assume = (service: string, condition?: string) =>
  `{ Effect: Allow, Principal: { Service: ${service} }, Action: sts:AssumeRole${condition ? `, Condition: ${condition}` : ''} }`;
const marked = (name: string) => `⟦${rule}|${name}⟧`;

/** Who does something for anybody, in whose policy. */
const open: readonly [type: string, principal: string, action: string][] = [
  ['AWS::KMS::Key', 'cloudtrail.amazonaws.com', "'kms:GenerateDataKey*'"],
  ['AWS::KMS::Key', 'config.amazonaws.com', '[kms:Decrypt, kms:GenerateDataKey]'],
  ['AWS::KMS::Key', 'guardduty.me-south-1.amazonaws.com', 'kms:GenerateDataKey'],
  ['AWS::KMS::Key', 'logs.eu-west-1.amazonaws.com', "['kms:Encrypt*', 'kms:Decrypt*']"],
  ['AWS::S3::BucketPolicy', 'logging.s3.amazonaws.com', 's3:PutObject'],
  ['AWS::S3::BucketPolicy', 'cloudfront.amazonaws.com', 's3:GetObject'],
  ['AWS::S3::BucketPolicy', 'config.amazonaws.com', 's3:PutObject'],
  ['AWS::SNS::TopicPolicy', 'budgets.amazonaws.com', 'sns:Publish'],
  ['AWS::SNS::TopicPolicy', 'events.rds.amazonaws.com', 'sns:Publish'],
  ['AWS::SQS::QueuePolicy', 'events.amazonaws.com', 'sqs:SendMessage'],
  ['AWS::SQS::QueuePolicy', 'sns.amazonaws.com', 'sqs:SendMessage'],
  ['AWS::ECR::Repository', 'codebuild.amazonaws.com', 'ecr:BatchGetImage'],
];

/** Services that are let in where no page says that they tell for whom, or one says that they do not. */
const untold: readonly [type: string, principal: string, action: string][] = [
  ['AWS::SNS::TopicPolicy', 'events.amazonaws.com', 'sns:Publish'],
  ['AWS::KMS::Key', 'events.amazonaws.com', 'kms:Decrypt'],
  ['AWS::KMS::Key', 's3.amazonaws.com', 'kms:Decrypt'],
  ['AWS::S3::BucketPolicy', 'sns.amazonaws.com', 's3:PutObject'],
  ['AWS::SQS::QueuePolicy', 'new-service.amazonaws.com', 'sqs:SendMessage'],
];

describe('A service that acts for anybody is found', () => {
  for (const [type, principal, action] of open) {
    test(`${principal} in a policy of ${type}`, () => {
      assertFindings('template.yaml', template(type, allow(marked(principal), action)), about);
    });
  }

  test('that becomes a role', () => {
    const services = [
      'ecs-tasks',
      'sagemaker',
      'codedeploy',
      'rds',
      'dms',
      'transfer',
      'kafkaconnect',
      'batch',
      'logs',
      'sms-voice',
      'transcribe',
      'firehose',
    ];
    for (const service of services) {
      assertFindings('template.yaml', template('AWS::IAM::Role', assume(marked(`${service}.amazonaws.com`))), about);
    }
  });

  test('whose Region is filled in later', () => {
    assertFindings(
      'template.yaml',
      template('AWS::KMS::Key', allow(`!Sub "${marked('logs.${AWS::Region}.amazonaws.com')}"`, 'kms:Decrypt')),
      about,
    );
  });

  test('whose partition is filled in later', () => {
    const finding = template('AWS::IAM::Role', assume(`!Sub "${marked('scheduler.${AWS::URLSuffix}')}"`));
    assertFindings('template.yaml', finding, about);
  });

  test('in other partitions, and beside another such service', () => {
    assertFindings(
      'template.yaml',
      template('AWS::IAM::Role', assume(`[${marked('airflow.amazonaws.com.cn')}, airflow-env.amazonaws.com.cn]`)),
      about,
    );
  });

  test('though the key is to be used through another service', () => {
    const through = '{ StringEquals: { kms:ViaService: s3.eu-west-1.amazonaws.com } }';
    assertFindings(
      'template.yaml',
      template('AWS::KMS::Key', allow(marked('config.amazonaws.com'), 'kms:Decrypt', through)),
      about,
    );
  });
});

describe('A service that acts for some only is not', () => {
  const conditions = [
    '{ StringEquals: { aws:SourceAccount: "111122223333" } }',
    '{ StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } }',
    '{ ArnLike: { aws:SourceArn: "arn:aws:cloudtrail:*:111122223333:trail/*" } }',
    '{ StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111122223333:trail/*" } }',
    '{ StringEquals: { aws:SourceOrgID: o-a1b2c3d4e5 } }',
    '{ StringEquals: { aws:SourceAccount: "${aws:ResourceAccount}" } }',
  ];
  for (const condition of conditions) {
    test(`with ${condition}`, () => {
      const statement = allow('cloudtrail.amazonaws.com', "'kms:GenerateDataKey*'", condition);
      assertFindings('template.yaml', template('AWS::KMS::Key', statement), about);
    });
  }

  test('where another statement denies the others', () => {
    const denial =
      '{ Effect: Deny, Principal: "*", Action: "sqs:*", Resource: "*", Condition: { StringNotEquals: { aws:SourceAccount: "111122223333" } } }';
    assertFindings(
      'template.yaml',
      template('AWS::SQS::QueuePolicy', allow('s3.amazonaws.com', 'sqs:SendMessage'), denial),
      about,
    );
  });

  test('where it may do no more than look at a key', () => {
    assertFindings(
      'template.yaml',
      template('AWS::KMS::Key', allow('cloudtrail.amazonaws.com', 'kms:DescribeKey')),
      about,
    );
  });

  for (const [type, principal, action] of untold) {
    test(`and ${principal} in a policy of ${type} is not asked`, () => {
      assertFindings('template.yaml', template(type, allow(principal, action)), about);
    });
  }

  test('and neither is one beside another that is not', () => {
    const both = '[scheduler.amazonaws.com, lambda.amazonaws.com]';
    assertFindings('template.yaml', template('AWS::IAM::Role', assume(both)), about);
  });
});

describe('The fix holds a service to the account', () => {
  const text = (type: string, statement: string) => fixed('template.yaml', template(type, statement), rule);

  test('by the account that it tells', () => {
    const after = text('AWS::S3::BucketPolicy', allow('logging.s3.amazonaws.com', 's3:PutObject'));
    assert.match(after, /StringEquals: \{ ?aws:SourceAccount: (?:!Ref AWS::AccountId|\{ ?Ref: AWS::AccountId ?\})/);
  });

  test('by the ARN where it tells no more', () => {
    const after = text('AWS::SQS::QueuePolicy', allow('sns.amazonaws.com', 'sqs:SendMessage'));
    assert.match(after, /ArnLike: \{ ?aws:SourceArn: .*arn:\*:sns:\*:\$\{AWS::AccountId\}:\*/);
  });

  test('by the external id, which Firehose tells the account as', () => {
    const after = text('AWS::IAM::Role', assume('firehose.amazonaws.com'));
    assert.match(after, /StringEquals: \{ ?sts:ExternalId: (?:!Ref AWS::AccountId|\{ ?Ref: AWS::AccountId ?\})/);
  });

  test('by what CloudWatch Logs uses a key for', () => {
    const after = text('AWS::KMS::Key', allow('!Sub "logs.${AWS::Region}.amazonaws.com"', 'kms:Decrypt'));
    assert.match(after, /kms:EncryptionContext:aws:logs:arn['"]?: .*arn:\*:logs:\*:\$\{AWS::AccountId\}:\*/);
  });

  test('and there is none for services that tell it in different ways', () => {
    const both = '[logs.amazonaws.com, scheduler.amazonaws.com]';
    const { findings } = checkText('template.yaml', template('AWS::IAM::Role', assume(both)));
    const found = findings.filter((one) => one.rule === rule);
    assert.deepEqual(
      found.map(({ remedies }) => remedies.length),
      [0],
    );
  });
});

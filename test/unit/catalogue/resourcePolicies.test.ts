import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSettings } from '../../../server/src/engine/settings';
import { fixed } from '../../support/fixing';
import { assertFindings } from '../../support/marked';

const about = /^(policy-(public-access|confused-deputy)|resource-policy-service-wildcard)$/;

function assertMarked(path: string, marked: string): string {
  return assertFindings(path, marked, about);
}

/** A template with a policy of some statements for a resource. */
function resourcePolicy(type: string, ...statements: string[]): string {
  const property: Record<string, string> = {
    'AWS::KMS::Key': 'KeyPolicy',
    'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy',
    'AWS::ECR::Repository': 'RepositoryPolicyText',
    'AWS::EFS::FileSystem': 'FileSystemPolicy',
    'AWS::ApiGateway::RestApi': 'Policy',
    'AWS::OpenSearchService::Domain': 'AccessPolicies',
  };
  return `Resources:
  Policy:
    Type: ${type}
    Properties:
      ${property[type] ?? 'PolicyDocument'}:
        Statement:
${statements.map((statement) => `          - ${statement}`).join('\n')}
`;
}

describe('Resource policies for everyone', () => {
  const open: [name: string, type: string, ...statements: string[]][] = [
    [
      'without a condition',
      'AWS::S3::BucketPolicy',
      '{ Effect: Allow, Principal: "⟦policy-public-access|*⟧", Action: s3:GetObject, Resource: "arn:aws:s3:::data/*" }',
    ],
    [
      'with conditions that everyone meets',
      'AWS::S3::BucketPolicy',
      '{ Effect: Allow, Principal: { AWS: "⟦policy-public-access|*⟧" }, Action: s3:GetObject, Resource: !Sub "${Data.Arn}/*", Condition: { Bool: { aws:SecureTransport: "true" }, IpAddress: { aws:SourceIp: 0.0.0.0/0 } } }',
    ],
    [
      'with a Deny of something else',
      'AWS::S3::BucketPolicy',
      '{ Effect: Allow, Principal: "⟦policy-public-access|*⟧", Action: "s3:Get*", Resource: "arn:aws:s3:::data/*" }',
      '{ Effect: Deny, Principal: "*", Action: "s3:DeleteObject", Resource: "arn:aws:s3:::data/*" }',
      '{ Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::data/*", Condition: { Bool: { aws:SecureTransport: "false" } } }',
    ],
    [
      'with a condition that holds without its key',
      'AWS::SQS::QueuePolicy',
      '{ Effect: Allow, Principal: "⟦policy-public-access|*⟧", Action: sqs:SendMessage, Resource: "*", Condition: { ArnLikeIfExists: { aws:SourceArn: "arn:aws:sns:*:111122223333:*" } } }',
    ],
    [
      'of a key',
      'AWS::KMS::Key',
      '{ Effect: Allow, Principal: { AWS: "⟦policy-public-access|*⟧" }, Action: kms:Decrypt, Resource: "*" }',
    ],
    [
      'of a secret',
      'AWS::SecretsManager::ResourcePolicy',
      '{ Effect: Allow, Principal: "⟦policy-public-access|*⟧", Action: secretsmanager:GetSecretValue, Resource: "*" }',
    ],
    [
      'of images',
      'AWS::ECR::Repository',
      '{ Effect: Allow, Principal: "⟦policy-public-access|*⟧", Action: ecr:BatchGetImage }',
    ],
    [
      'of a domain on the internet',
      'AWS::OpenSearchService::Domain',
      '{ Effect: Allow, Principal: { AWS: "⟦policy-public-access|*⟧" }, Action: es:ESHttpGet, Resource: "*" }',
    ],
  ];
  for (const [name, type, ...statements] of open) {
    test(`are found ${name}`, () => {
      assertMarked('template.yaml', resourcePolicy(type, ...statements));
    });
  }

  const closed: [name: string, type: string, ...statements: string[]][] = [
    [
      'held to an organisation',
      'AWS::S3::BucketPolicy',
      '{ Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: "arn:aws:s3:::data/*", Condition: { StringEquals: { aws:PrincipalOrgID: o-abcdefghij } } }',
    ],
    [
      'held to a VPC endpoint by a Deny',
      'AWS::S3::BucketPolicy',
      '{ Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: "arn:aws:s3:::data/*" }',
      '{ Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::data/*", Condition: { StringNotEquals: { aws:SourceVpce: vpce-0123456789abcdef0 } } }',
    ],
    [
      'held to addresses',
      'AWS::S3::BucketPolicy',
      '{ Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: "arn:aws:s3:::data/*", Condition: { IpAddress: { aws:SourceIp: [203.0.113.0/24] } } }',
    ],
    [
      'held to access points of an account',
      'AWS::S3::BucketPolicy',
      '{ Effect: Allow, Principal: { AWS: "*" }, Action: s3:GetObject, Resource: "arn:aws:s3:::data/*", Condition: { StringEquals: { s3:DataAccessPointAccount: "111122223333" } } }',
    ],
    [
      'held to an owner, as a topic has by default',
      'AWS::SNS::TopicPolicy',
      '{ Effect: Allow, Principal: { AWS: "*" }, Action: SNS:Publish, Resource: "*", Condition: { StringEquals: { AWS:SourceOwner: !Ref AWS::AccountId } } }',
    ],
    [
      'held to a sender',
      'AWS::SQS::QueuePolicy',
      '{ Effect: Allow, Principal: "*", Action: sqs:SendMessage, Resource: "*", Condition: { ArnEquals: { aws:SourceArn: !Ref Topic } } }',
    ],
    [
      'of a key, held to callers of an account through a service',
      'AWS::KMS::Key',
      '{ Effect: Allow, Principal: { AWS: "*" }, Action: kms:Decrypt, Resource: "*", Condition: { StringEquals: { kms:CallerAccount: !Ref AWS::AccountId, kms:ViaService: s3.eu-west-1.amazonaws.com } } }',
    ],
    ['that only deny', 'AWS::SQS::QueuePolicy', '{ Effect: Deny, Principal: "*", Action: "sqs:*", Resource: "*" }'],
    [
      'of an API, whose authorisers decide',
      'AWS::ApiGateway::RestApi',
      '{ Effect: Allow, Principal: "*", Action: execute-api:Invoke, Resource: "*" }',
    ],
    [
      'of a file system, held to mount targets',
      'AWS::EFS::FileSystem',
      '{ Effect: Allow, Principal: { AWS: "*" }, Action: elasticfilesystem:ClientMount, Condition: { Bool: { elasticfilesystem:AccessedViaMountTarget: "true" } } }',
    ],
    [
      'of a key for the whole account, as AWS makes it',
      'AWS::KMS::Key',
      '{ Effect: Allow, Principal: { AWS: !Sub "arn:${AWS::Partition}:iam::${AWS::AccountId}:root" }, Action: "kms:*", Resource: "*" }',
    ],
  ];
  for (const [name, type, ...statements] of closed) {
    test(`are silent when ${name}`, () => {
      assertMarked('template.yaml', resourcePolicy(type, ...statements));
    });
  }

  test('are silent in a search domain inside a VPC', () => {
    const statement = '{ Effect: Allow, Principal: "*", Action: es:ESHttpGet, Resource: "*" }';
    assertMarked(
      'template.yaml',
      `${resourcePolicy('AWS::OpenSearchService::Domain', statement)}      VPCOptions: { SubnetIds: [subnet-1] }\n`,
    );
  });

  test('are told by what they allow, and to whom', () => {
    assertMarked(
      'template.yaml',
      resourcePolicy(
        'AWS::SQS::QueuePolicy',
        '{ Effect: Allow, Principal: { AWS: "arn:aws:iam::111122223333:role/a" }, Action: "⟦resource-policy-service-wildcard|sqs:*⟧", Resource: "*" }',
      ),
    );
  });

  test('let services in for others only where they are asked', () => {
    assertMarked(
      'template.yaml',
      resourcePolicy(
        'AWS::SQS::QueuePolicy',
        '{ Effect: Allow, Principal: { Service: "⟦policy-confused-deputy|s3.amazonaws.com⟧" }, Action: sqs:SendMessage, Resource: "*" }',
      ),
    );
    assertMarked(
      'template.yaml',
      resourcePolicy(
        'AWS::KMS::Key',
        '{ Effect: Allow, Principal: { Service: events.amazonaws.com }, Action: kms:Decrypt, Resource: "*" }',
      ),
    );
  });

  test('are held to the account by a fix, and to the organisation where the settings know it', () => {
    const text = resourcePolicy(
      'AWS::SQS::QueuePolicy',
      '{ Effect: Allow, Principal: "*", Action: sqs:SendMessage, Resource: "*" }',
    );
    assert.match(
      fixed('template.yaml', text, 'policy-public-access'),
      /aws:PrincipalAccount['"]?: !Ref AWS::AccountId/,
    );
    const settings = { ...defaultSettings, organizationId: 'o-abcdefghij' };
    assert.match(
      fixed('template.yaml', text, 'policy-public-access', settings),
      /aws:PrincipalOrgID['"]?: ['"]?o-abcdefghij/,
    );
  });

  test('lock everybody out where they deny everything to everyone', () => {
    const everything = '{ Effect: Deny, Principal: "*", Action: "⟦resource-policy-locks-out|sqs:*⟧", Resource: "*" }';
    const some =
      '{ Effect: Deny, Principal: "*", Action: "sqs:*", Resource: "*", Condition: { Bool: { aws:SecureTransport: "false" } } }';
    assertFindings(
      'template.yaml',
      resourcePolicy('AWS::SQS::QueuePolicy', everything, some),
      /^resource-policy-locks-out$/,
    );
  });
});

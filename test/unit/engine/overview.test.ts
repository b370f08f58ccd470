import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from '../../../server/src/catalogue';
import { overviewOf } from '../../../server/src/engine/overview';
import { ruleById } from '../../../server/src/engine/rules';
import { checkText } from '../../support/checking';

/** The answers about the first resource of a template, with `+` for right, `-` for wrong and `?` for not told. */
function answers(text: string, path = 'template.yaml'): string[] {
  const checked = checkText(path, text);
  const [resource] = checked.model.resources;
  const found = resource && overviewOf(checked, resource);
  return (found?.answers ?? []).map(
    ({ question, isRight, text: said }) => `${isRight === undefined ? '?' : isRight ? '+' : '-'} ${question}: ${said}`,
  );
}

function resource(type: string, properties = '{}', rest = ''): string {
  return `Resources:\n  Data:\n    Type: ${type}\n    Properties: ${properties}\n${rest}`;
}

const encryption = (rule: string) =>
  `{ BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: ${rule} }] } }`;

test('a bucket of which nothing is said is answered by defaults, with their dates', () => {
  assert.deepEqual(answers(resource('AWS::S3::Bucket')), [
    '+ at-rest: yes by default since 2023-01-05, with a key that the service keeps',
    '- in-transit: the bucket answers requests over plain HTTP',
    '- logging: no: `DestinationBucketName` is not set',
    '+ public: no by default since 2023-04',
    '- backup: no: `VersioningConfiguration.Status` is not set',
  ]);
});

test('defaults come with their pages, those with a date first', () => {
  const checked = checkText('template.yaml', resource('AWS::S3::Bucket'));
  const [bucket] = checked.model.resources;
  const found = bucket && overviewOf(checked, bucket);
  const sources = found?.answers.find(({ question }) => question === 'public')?.sources ?? [];
  assert.match(sources[0] ?? '', /s3-security-changes-are-coming-in-april-of-2023/);
  assert.ok(sources.length <= 2);
});

test('what a document says is named', () => {
  const said = answers(resource('AWS::RDS::DBInstance', '{ Engine: postgres, StorageEncrypted: true }'));
  assert.equal(said[0], '+ at-rest: yes: `StorageEncrypted` is true, with an AWS managed key');
  const open = answers(resource('AWS::RDS::DBInstance', '{ StorageEncrypted: true, PubliclyAccessible: true }'));
  assert.ok(open.includes('- public: possible: `PubliclyAccessible` is true'), open.join('\n'));
});

test('what cannot be told says why', () => {
  const parameters = 'Parameters:\n  Days: { Type: Number }\n';
  const said = answers(parameters + resource('AWS::RDS::DBInstance', '{ BackupRetentionPeriod: !Ref Days }'));
  assert.ok(said.includes('? backup: unknown: `BackupRetentionPeriod`, Days has no default'), said.join('\n'));
  assert.ok(
    said.includes(
      '? public: unknown: `PubliclyAccessible` is not set, its default depends on more than this document tells',
    ),
    said.join('\n'),
  );
  assert.deepEqual(answers(resource('AWS::EC2::Volume')), [
    '? at-rest: unknown: `Encrypted` is not set, a setting of the account decides',
  ]);
  const restored = answers(resource('AWS::RDS::DBInstance', '{ DBSnapshotIdentifier: orders }'));
  assert.equal(restored[0], '? at-rest: unknown: `StorageEncrypted` is not set, it is taken over from the source');
});

test('branches that differ are told apart, and parameters by their default are named', () => {
  const conditions = 'Conditions:\n  Live: !Equals [!Ref AWS::Region, eu-west-1]\n';
  const branched = '{ VersioningConfiguration: { Status: !If [Live, Enabled, Suspended] } }';
  assert.ok(
    answers(conditions + resource('AWS::S3::Bucket', branched)).includes(
      '- backup: no in some cases: `VersioningConfiguration.Status` is Suspended',
    ),
  );
  const parameters = 'Parameters:\n  Safe: { Type: String, Default: "false" }\n';
  const said = answers(parameters + resource('AWS::EFS::FileSystem', '{ Encrypted: !Ref Safe }'));
  assert.deepEqual(said, [
    '- at-rest: no: `Encrypted` is false by the default of Safe',
    '- in-transit: the file system lets clients mount it without TLS',
    '- backup: no: `BackupPolicy.Status` is DISABLED by default',
  ]);
});

test('a policy counts as encryption in transit where it refuses plain HTTP, and is unknown where it may stand elsewhere', () => {
  const policy = (effect: string) => `  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
      PolicyDocument:
        Statement:
          - Effect: ${effect}
            Principal: '*'
            Action: s3:*
            Resource: [!GetAtt Data.Arn, !Sub '\${Data.Arn}/*']
            Condition: { Bool: { aws:SecureTransport: 'false' } }
`;
  assert.equal(answers(resource('AWS::S3::Bucket', '{}', policy('Deny')))[1], '+ in-transit: yes');
  assert.equal(
    answers(resource('AWS::S3::Bucket', '{}', policy('Allow')))[1],
    '- in-transit: the bucket answers requests over plain HTTP',
  );
  const transformed = `Transform: SomeMacro\n${resource('AWS::S3::Bucket')}`;
  assert.match(answers(transformed)[1] ?? '', /^\? in-transit: unknown: an AWS::S3::BucketPolicy may stand elsewhere$/);
});

test('a rule that neither objects nor vouches leaves its question unknown', () => {
  const said = answers(resource('AWS::SNS::TopicPolicy', '{ Topics: [!ImportValue orders] }'));
  assert.deepEqual(said, ['? in-transit: unknown: the document does not tell']);
});

test('whose key encrypts is told: of the service, of AWS, one of your own, or one that is not known', () => {
  const atRest = (type: string, properties?: string, rest?: string) => answers(resource(type, properties, rest))[0];
  assert.equal(
    atRest('AWS::S3::Bucket', encryption('{ SSEAlgorithm: aws:kms }')),
    '+ at-rest: yes: `SSEAlgorithm` is aws:kms, with an AWS managed key',
  );
  const own = encryption('{ SSEAlgorithm: aws:kms, KMSMasterKeyID: !GetAtt Key.Arn }');
  assert.equal(
    atRest('AWS::S3::Bucket', own, '  Key: { Type: AWS::KMS::Key }\n'),
    '+ at-rest: yes: `SSEAlgorithm` is aws:kms, with the key `Key`',
  );
  assert.equal(atRest('AWS::DynamoDB::Table'), '+ at-rest: yes by default with an AWS owned key');
  assert.equal(
    atRest('AWS::DynamoDB::Table', '{ SSESpecification: { SSEEnabled: true } }'),
    '+ at-rest: yes by default with an AWS managed key',
  );
  assert.equal(atRest('AWS::SNS::Topic'), '- at-rest: no: `KmsMasterKeyId` is not set');
  assert.equal(
    atRest('AWS::SNS::Topic', '{ KmsMasterKeyId: alias/aws/sns }'),
    '+ at-rest: yes, with an AWS managed key',
  );
  assert.equal(
    atRest('AWS::SQS::Queue', '{ KmsMasterKeyId: !ImportValue key }'),
    '+ at-rest: yes, with a key that is not known here (Fn::ImportValue)',
  );
  assert.equal(
    atRest('AWS::SQS::Queue', '{ SqsManagedSseEnabled: false, KmsMasterKeyId: alias/orders }'),
    '+ at-rest: yes, with a key of your own',
  );
});

test('what is there, only not enough of it, is not told to be missing', () => {
  const said = (type: string, properties: string) => answers(resource(type, properties)).join('\n');
  const cluster = (days: number) => said('AWS::RDS::DBCluster', `{ Engine: mysql, BackupRetentionPeriod: ${days} }`);
  assert.match(cluster(1), /^- backup: yes, but not enough: `BackupRetentionPeriod` is 1$/m);
  assert.match(
    said('AWS::Transfer::Server', '{ Protocols: [SFTP] }'),
    /^- in-transit: yes, but not enough: `SecurityPolicyName` is TransferSecurityPolicy-2018-11 by default$/m,
  );
  assert.match(said('AWS::Transfer::Server', '{ Protocols: [FTP] }'), /^- in-transit: no: /m);
  assert.match(
    said('AWS::ElastiCache::ReplicationGroup', '{ SnapshotRetentionLimit: 0 }'),
    /^- backup: no: `SnapshotRetentionLimit` is 0$/m,
  );
});

test('a rule that does not apply leaves its question out', () => {
  const redirect = `{ Protocol: HTTP, DefaultActions: [{ Type: redirect, RedirectConfig: { Protocol: HTTPS } }] }`;
  assert.deepEqual(answers(resource('AWS::ElasticLoadBalancingV2::Listener', redirect)), []);
  assert.deepEqual(answers(resource('AWS::ElasticLoadBalancingV2::Listener', '{ Protocol: HTTP }')), [
    '- in-transit: no: `Protocol` is HTTP',
  ]);
  assert.deepEqual(answers(resource('AWS::ElasticLoadBalancingV2::Listener', '{ Protocol: HTTPS }')), [
    '+ in-transit: yes: `Protocol` is HTTPS',
  ]);
});

test('a finding that is suppressed or switched off is still no protection', () => {
  const text = `${resource('AWS::SQS::Queue')}    Metadata: { checkov: { skip: [{ id: CKV_AWS_27 }] } }\n`;
  assert.match(answers(text).join('\n'), /- in-transit: the policy of the queue does not refuse plain HTTP/);
});

test('Terraform is answered in its own words, from its satellites', () => {
  const said = answers(
    JSON.stringify({
      resource: {
        aws_s3_bucket: { logs: {} },
        aws_s3_bucket_versioning: {
          logs: { bucket: '${aws_s3_bucket.logs.id}', versioning_configuration: { status: 'Enabled' } },
        },
      },
    }),
    'main.tf.json',
  );
  assert.ok(said.includes('+ backup: yes: `versioning_configuration.status` is Enabled'), said.join('\n'));
});

test('there is no overview of what the catalogue does not know', () => {
  assert.deepEqual(answers(resource('AWS::CloudFormation::WaitConditionHandle')), []);
});

test('what AWS does for every resource of a kind answers what its document cannot', () => {
  assert.deepEqual(answers(resource('AWS::SMSVOICE::OptOutList')), [
    '+ at-rest: yes, always, with keys that AWS owns and rotates; a key of your own cannot be used',
    '+ in-transit: yes, always: requests need TLS 1.2 and have to be signed',
  ]);
  assert.match(answers(resource('AWS::IAM::User'))[0] ?? '', /no key to choose/);
  assert.match(
    answers(resource('AWS::IoTTwinMaker::Workspace'))[0] ?? '',
    /^\? at-rest: unknown: the S3 bucket of the workspace decides/,
  );
  assert.deepEqual(answers(resource('AWS::ApiGateway::RestApi')), [
    '+ in-transit: yes, always: API Gateway has HTTPS endpoints only',
    '? logging: unknown: the stages of the API decide',
  ]);
});

test('what a document says comes before what AWS does for all of a kind', () => {
  const said = answers(resource('AWS::SMSVOICE::ConfigurationSet', '{ EventDestinations: [{ Enabled: true }] }'));
  assert.match(said.join('\n'), /^\+ logging: yes: `EventDestinations` is given$/m);
});

/** What the rules make of the attributes of a resource that answer no question, and which others object to nothing. */
function beside(type: string, properties?: string): { verdicts: string[]; quietRules: readonly string[] } {
  const checked = checkText('template.yaml', resource(type, properties));
  const [first] = checked.model.resources;
  const found = first && overviewOf(checked, first);
  assert.ok(found);
  const verdicts = found.verdicts.map(
    ({ rule, isRight, text }) => `${isRight === undefined ? '?' : isRight ? '+' : '-'} ${rule}: ${text}`,
  );
  return { verdicts, quietRules: found.quietRules };
}

test('what rules make of other attributes is told with its default, right or wrong', () => {
  const rotation = (properties?: string) =>
    beside('AWS::KMS::Key', properties).verdicts.filter((verdict) => verdict.includes('kms-key-rotation'));
  assert.deepEqual(rotation(), ['- kms-key-rotation: `EnableKeyRotation` is false by default']);
  assert.deepEqual(rotation('{ EnableKeyRotation: true }'), ['+ kms-key-rotation: `EnableKeyRotation` is true']);
  assert.deepEqual(rotation('{ EnableKeyRotation: !ImportValue rotation }'), [
    '? kms-key-rotation: `EnableKeyRotation`, Fn::ImportValue',
  ]);
});

test('a rule that an answer is about is not told again, and one that does not apply has nothing to object', () => {
  const queue = beside('AWS::SQS::Queue');
  for (const id of ['sqs-encryption', 'sqs-queue-tls-only']) {
    assert.ok(ruleById(id), id);
    assert.ok(!queue.verdicts.join().includes(id) && !queue.quietRules.includes(id), id);
  }
  const key = beside('AWS::KMS::Key', '{ KeySpec: RSA_2048 }');
  assert.ok(key.quietRules.includes('kms-key-rotation'));
  assert.ok(!key.verdicts.join().includes('kms-key-rotation'));
});

test('rules that look beyond attributes and object are left to their findings', () => {
  const open = '{ SecurityGroupIngress: [{ CidrIp: 0.0.0.0/0, IpProtocol: tcp, FromPort: 22, ToPort: 22 }] }';
  assert.ok(beside('AWS::EC2::SecurityGroup').quietRules.includes('security-group-open-ssh'));
  assert.ok(!beside('AWS::EC2::SecurityGroup', open).quietRules.includes('security-group-open-ssh'));
});

test('a kind whose key is asked for says whose it is without one, or that it has none', () => {
  for (const { id, attributes } of kinds) {
    for (const [name, row] of Object.entries(attributes)) {
      const withKeys = (row.defaults ?? []).filter(({ key }) => key);
      assert.ok(withKeys.length === 0 || row.about === 'key', `${id}.${name}`);
    }
  }
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';
import { module, type NamedText, template } from '../../support/resources';

function resource(type: string, properties: object): NamedText {
  return template({ One: { Type: type, Properties: properties } });
}

/** The names of the resources that a rule objects to. */
function found(rule: string, { path, text }: NamedText): (string | undefined)[] {
  const { findings } = checkText(path, text);
  return findings.filter((finding) => finding.rule === rule).map((finding) => finding.resource?.name);
}

/** The document after the first fix of a rule. */
function mended(rule: string, { path, text }: NamedText) {
  const checked = checkText(path, text);
  const finding = checked.findings.find((one) => one.rule === rule);
  const [fix] = finding ? fixesFor(checked, finding) : [];
  assert.ok(fix, `${rule} has no fix`);
  const after = applyEdits(text, fix.edits);
  assert.deepEqual(found(rule, { path, text: after }), []);
  return JSON.parse(after);
}

describe('A bucket that takes logs', () => {
  const bucket = (properties: object = {}) => ({ Type: 'AWS::S3::Bucket', Properties: properties });

  test('need not log its own accesses, nor have a KMS key', () => {
    const resources = template({
      Data: bucket({ LoggingConfiguration: { DestinationBucketName: { Ref: 'Target' } } }),
      Target: bucket(),
      Legacy: bucket({ AccessControl: 'LogDeliveryWrite' }),
      Trusting: bucket(),
      Trust: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: { Ref: 'Trusting' },
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'logging.s3.amazonaws.com' },
                Action: 's3:PutObject',
                Resource: { 'Fn::Sub': `\${Trusting.Arn}/*` },
              },
            ],
          },
        },
      },
    });
    assert.deepEqual(found('s3-access-logging', resources), []);
    assert.deepEqual(found('s3-bucket-kms-key', resources), ['Data']);
  });

  test('is asked for, with a prefix that tells whose logs they are', () => {
    const { Parameters, Resources } = mended('s3-access-logging', template({ Data: bucket() }));
    assert.deepEqual(Resources.Data.Properties.LoggingConfiguration, {
      DestinationBucketName: { Ref: 'AccessLogBucket' },
      LogFilePrefix: 'Data/',
    });
    assert.ok(Parameters.AccessLogBucket);
  });

  test('may be the bucket itself', () => {
    assert.deepEqual(found('s3-access-logging', template({ Data: bucket({ LoggingConfiguration: {} }) })), []);
  });
});

describe('The key of a bucket', () => {
  test('is named with a bucket key, in place of what S3 does by itself', () => {
    const { Resources } = mended('s3-bucket-kms-key', resource('AWS::S3::Bucket', {}));
    assert.deepEqual(Resources.One.Properties.BucketEncryption.ServerSideEncryptionConfiguration, [
      {
        ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: { Ref: 'BucketKeyArn' } },
        BucketKeyEnabled: true,
      },
    ]);
  });

  test('may be named beside the bucket in Terraform', () => {
    const encryption = {
      bucket: '${aws_s3_bucket.data.id}',
      rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms:dsse' }] }],
    };
    const blocks = {
      aws_s3_bucket: { data: {} },
      aws_s3_bucket_server_side_encryption_configuration: { data: encryption },
    };
    assert.deepEqual(found('s3-bucket-kms-key', module(blocks)), []);
  });
});

describe('The API server of an EKS cluster', () => {
  const rule = 'eks-private-endpoint';
  const cluster = (network: object, more: object = {}) =>
    resource('AWS::EKS::Cluster', { ResourcesVpcConfig: network, ...more });

  test('answers everybody unless something else is written', () => {
    assert.deepEqual(found(rule, cluster({})), ['One']);
    assert.deepEqual(found(rule, cluster({ PublicAccessCidrs: ['10.0.0.0/8', '0.0.0.0/0'] })), ['One']);
  });

  test('may answer some, be private, unknown or on an outpost', () => {
    assert.deepEqual(found(rule, cluster({ PublicAccessCidrs: ['203.0.113.0/24'] })), []);
    assert.deepEqual(found(rule, cluster({ PublicAccessCidrs: { Ref: 'Ranges' } })), []);
    assert.deepEqual(found(rule, cluster({ EndpointPublicAccess: false })), []);
    assert.deepEqual(found(rule, cluster({}, { OutpostConfig: { OutpostArns: ['arn'] } })), []);
  });

  test('gets a private endpoint when it loses the public one', () => {
    const network = mended(rule, cluster({ SubnetIds: ['subnet-1'] })).Resources.One.Properties.ResourcesVpcConfig;
    assert.deepEqual(network, { SubnetIds: ['subnet-1'], EndpointPublicAccess: false, EndpointPrivateAccess: true });
  });
});

describe('What is not written', () => {
  test('encrypts a new Redshift cluster, and is left to the account for a volume', () => {
    assert.deepEqual(found('redshift-encrypted', resource('AWS::Redshift::Cluster', {})), []);
    assert.deepEqual(found('ebs-volume-encrypted', resource('AWS::EC2::Volume', { Size: 1 })), []);
  });

  test('depends on the engine of a cache, and on the group it joins', () => {
    const cache = (properties: object) => module({ aws_elasticache_replication_group: { cache: properties } });
    const atRest = 'elasticache-encryption-at-rest';
    const inTransit = 'elasticache-encryption-in-transit';
    assert.deepEqual(found(atRest, cache({})), ['cache']);
    assert.deepEqual(found(atRest, cache({ engine: 'valkey' })), []);
    assert.deepEqual(found(inTransit, cache({})), ['cache']);
    assert.deepEqual(found(inTransit, cache({ engine: 'valkey' })), []);
    assert.deepEqual(found(atRest, cache({ global_replication_group_id: 'global' })), []);
  });

  test('makes a database public or not, as its network has it', () => {
    assert.deepEqual(found('rds-public-access', resource('AWS::RDS::DBInstance', { Engine: 'postgres' })), []);
  });
});

describe('A member of a cluster', () => {
  test('is protected from deletion through its cluster', () => {
    const member = { Engine: 'aurora-postgresql', DBClusterIdentifier: 'orders' };
    assert.deepEqual(found('rds-deletion-protection', resource('AWS::RDS::DBInstance', member)), []);
  });
});

describe('A distribution', () => {
  test('may log by way of a delivery source', () => {
    const source = { ResourceArn: { 'Fn::Sub': `arn:aws:cloudfront::\${AWS::AccountId}:distribution/\${Site}` } };
    const site = { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: { Enabled: true } } };
    const logged = { Site: site, Source: { Type: 'AWS::Logs::DeliverySource', Properties: source } };
    assert.deepEqual(found('cloudfront-access-logs', template(logged)), []);
    assert.deepEqual(found('cloudfront-access-logs', template({ Site: site })), ['Site']);
  });
});

describe('The cache of an API stage', () => {
  const rule = 'api-gateway-cache-encryption';
  const stage = (cluster: boolean, ...settings: object[]) =>
    resource('AWS::ApiGateway::Stage', { CacheClusterEnabled: cluster, MethodSettings: settings });
  const caching = { ResourcePath: '/*', HttpMethod: '*', CachingEnabled: true };

  test('is told for each setting by itself', () => {
    const settings = [{ ...caching, CacheDataEncrypted: true }, caching, { ...caching, CacheDataEncrypted: false }];
    assert.deepEqual(found(rule, stage(true, ...settings)), ['One', 'One']);
  });

  test('is encrypted where it is switched on', () => {
    const [settings] = mended(rule, stage(true, caching)).Resources.One.Properties.MethodSettings;
    assert.deepEqual(settings, { ...caching, CacheDataEncrypted: true });
  });

  test('is none without a cluster, or where caching is off', () => {
    assert.deepEqual(found(rule, stage(false, caching)), []);
    assert.deepEqual(found(rule, stage(true, { ...caching, CachingEnabled: false })), []);
  });

  test('stands beside the stage in Terraform', () => {
    const settings = { caching_enabled: true, cache_data_encrypted: false };
    const blocks = {
      aws_api_gateway_stage: { live: { stage_name: 'live', cache_cluster_enabled: true } },
      aws_api_gateway_method_settings: { all: { stage_name: '${aws_api_gateway_stage.live.stage_name}', settings } },
    };
    assert.deepEqual(found(rule, module(blocks)), ['live']);
  });
});

describe('A method of an API', () => {
  const rule = 'api-gateway-authorization';
  const method = (more: object = {}) => ({
    Type: 'AWS::ApiGateway::Method',
    Properties: { RestApiId: { Ref: 'Api' }, HttpMethod: 'GET', AuthorizationType: 'NONE', ...more },
  });
  const api = (properties: object) => ({ Type: 'AWS::ApiGateway::RestApi', Properties: properties });

  test('is open to everybody without authorization', () => {
    assert.deepEqual(found(rule, template({ Api: api({}), Get: method() })), ['Get']);
    assert.deepEqual(found(rule, template({ Get: method({ ApiKeyRequired: true }) })), ['Get']);
    const after = mended(rule, template({ Get: method() }));
    assert.equal(after.Resources.Get.Properties.AuthorizationType, 'AWS_IAM');
  });

  test('is left alone where a browser asks or the API is guarded', () => {
    for (const resources of [
      { Api: api({}), Get: method({ HttpMethod: 'OPTIONS' }) },
      { Api: api({}), Get: method({ AuthorizationType: 'AWS_IAM' }) },
      { Api: api({ EndpointConfiguration: { Types: ['PRIVATE'] } }), Get: method() },
      { Api: api({ Policy: { Statement: [] } }), Get: method() },
    ]) {
      assert.deepEqual(found(rule, template(resources)), [], JSON.stringify(resources));
    }
  });
});

describe('Permissions of a user', () => {
  const rule = 'iam-no-user-policies';

  test('are found once for each place that ties them to one', () => {
    const user = { Policies: [{ PolicyName: 'read' }, { PolicyName: 'write' }], ManagedPolicyArns: ['arn:one'] };
    assert.deepEqual(found(rule, resource('AWS::IAM::User', user)), ['One', 'One']);
    assert.deepEqual(found(rule, resource('AWS::IAM::ManagedPolicy', { Users: ['alice', 'bob'] })), ['One']);
    assert.deepEqual(found(rule, module({ aws_iam_user_policy: { read: { user: 'alice' } } })), ['read']);
  });

  test('may come from groups and roles', () => {
    assert.deepEqual(found(rule, resource('AWS::IAM::User', { Groups: ['readers'], Policies: [] })), []);
    assert.deepEqual(found(rule, resource('AWS::IAM::Policy', { Groups: ['readers'], Roles: ['reader'] })), []);
    assert.deepEqual(found(rule, resource('AWS::IAM::Policy', { Users: { Ref: 'Users' } })), []);
  });
});

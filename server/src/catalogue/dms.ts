import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf, keyInput, noneOf, ownKeyRule, publicAccessRow } from './define';

const instancePage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dms-replicationinstance.html';
const instanceDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_instance';
const endpointPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dms-endpoint.html';

const replicationInstance: Kind = {
  id: 'dms-replication-instance',
  title: 'DMS replication instance',
  cloudformation: ['AWS::DMS::ReplicationInstance'],
  terraform: ['aws_dms_replication_instance'],
  attributes: {
    name: { cloudformation: 'ReplicationInstanceIdentifier', terraform: 'replication_instance_id', type: 'text' },
    key: {
      cloudformation: 'KmsKeyId',
      terraform: 'kms_key_arn',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'none', key: 'aws-managed', source: instancePage }],
    },
    // The provider sends its own default, so the formats differ.
    publicAccess: publicAccessRow(
      { is: { value: true }, dialect: 'cloudformation', source: instancePage },
      { is: { value: false }, dialect: 'terraform', source: instanceDocumentation },
    ),
  },
};

const publicAccess = attributeRule({
  id: 'dms-public-access',
  recommendation: 'private-connectivity',
  severity: 'error',
  kind: replicationInstance,
  requires: { publicAccess: equals(false) },
  safety: 'review',
  caution: 'databases outside the VPC need another way to it',
  example: exampleOf(replicationInstance, 'Migration', { name: 'orders', publicAccess: true }),
});

const instanceKey = ownKeyRule({
  id: 'dms-replication-instance-kms-key',
  kind: replicationInstance,
  key: keyInput('MigrationKeyArn', 'for the replication instance'),
  caution: 'requests to KMS cost',
  example: exampleOf(replicationInstance, 'Migration', { name: 'orders', publicAccess: false }),
});

export const endpoint: Kind = {
  id: 'dms-endpoint',
  title: 'DMS endpoint',
  cloudformation: ['AWS::DMS::Endpoint'],
  terraform: ['aws_dms_endpoint'],
  attributes: {
    name: { cloudformation: 'EndpointIdentifier', terraform: 'endpoint_id', type: 'text' },
    key: {
      cloudformation: 'KmsKeyId',
      terraform: 'kms_key_arn',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'none', key: 'aws-managed', source: endpointPage }],
    },
    engine: { cloudformation: 'EngineName', terraform: 'engine_name', type: 'text' },
    password: { cloudformation: 'Password', terraform: 'password', type: 'text' },
    sslMode: {
      cloudformation: 'SslMode',
      terraform: 'ssl_mode',
      type: 'text',
      about: 'in-transit',
      defaults: [{ is: { value: 'none' }, source: endpointPage }],
    },
  },
};

const endpointKey = ownKeyRule({
  id: 'dms-endpoint-kms-key',
  kind: endpoint,
  key: keyInput('EndpointKeyArn', 'for the connection parameters of the endpoint'),
  caution: 'requests to KMS cost',
  example: exampleOf(endpoint, 'Source', { name: 'orders' }),
});

/** Terraform has a type of its own for S3. */
const s3Endpoint: Kind = {
  id: 'dms-s3-endpoint',
  title: 'DMS endpoint for S3',
  cloudformation: [],
  terraform: ['aws_dms_s3_endpoint'],
  attributes: {
    name: { terraform: 'endpoint_id', type: 'text' },
    key: {
      terraform: 'kms_key_arn',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'none', key: 'aws-managed', source: endpointPage }],
    },
  },
};

const s3EndpointKey = ownKeyRule({
  id: 'dms-s3-endpoint-kms-key',
  kind: s3Endpoint,
  key: keyInput('EndpointKeyArn', 'for the connection parameters of the endpoint'),
  caution: 'requests to KMS cost',
  example: exampleOf(s3Endpoint, 'Lake', { name: 'lake' }),
});

/** The engines that speak TLS and can be told to by `require`, and those that need a certificate to check. */
const requirable = /^(postgres|aurora-postgresql(-serverless)?|mongodb|sqlserver)$/i;
const verifiable = /^(mysql|mariadb|aurora(-serverless)?|oracle|db2|db2-zos|sybase|docdb)$/i;

/** What DMS reaches by HTTPS has no such setting, and to Redshift it always speaks TLS. */
const endpointTls = attributeRule({
  id: 'dms-endpoint-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  fix: 'sometimes',
  kind: endpoint,
  when: (view) => view.is('engine', (engine) => requirable.test(engine) || verifiable.test(engine)),
  requires: {
    sslMode: {
      must: noneOf(['none']),
      fixed: (view) => (view.is('engine', (engine) => requirable.test(engine)) === true ? 'require' : undefined),
    },
  },
  safety: 'review',
  caution: 'the database has to speak TLS',
  example: exampleOf(endpoint, 'Source', { name: 'orders', engine: 'postgres', sslMode: 'none' }),
});

export const rules = [endpointTls, publicAccess, instanceKey, endpointKey, s3EndpointKey];
export const kinds = [replicationInstance, endpoint, s3Endpoint];

import type { Kind } from '../model/kind';
import { exampleOf, resourceRule } from './define';
import { endpoint } from './dms';
import { cluster as documentCluster } from './docdb';
import { replicationGroup } from './elasticache';
import { deliveryStream } from './firehose';
import { broker } from './mq';
import { domain } from './opensearch';
import { dbCluster, dbInstance } from './rds';
import { cluster as warehouse } from './redshift';
import { isPlaceholder, readableSecrets, type Secret } from './secrets';
import { secret } from './secretsmanager';

const directory: Kind = {
  id: 'directory',
  title: 'directory',
  cloudformation: ['AWS::DirectoryService::MicrosoftAD', 'AWS::DirectoryService::SimpleAD'],
  terraform: ['aws_directory_service_directory'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    password: { cloudformation: 'Password', terraform: 'password', type: 'text' },
  },
};

const objectStorageLocation: Kind = {
  id: 'datasync-object-storage',
  title: 'DataSync location of an object storage',
  cloudformation: ['AWS::DataSync::LocationObjectStorage'],
  terraform: ['aws_datasync_location_object_storage'],
  attributes: {
    host: { cloudformation: 'ServerHostname', terraform: 'server_hostname', type: 'text' },
    secretKey: { cloudformation: 'SecretKey', terraform: 'secret_key', type: 'text' },
  },
};

/** Credentials for what instances fetch when they start: they stand in the metadata of a resource. */
export const metadataCredentials: Kind = {
  id: 'cloudformation-authentication',
  title: 'credentials in metadata',
  cloudformation: ['AWS::CloudFormation::Authentication'],
  terraform: [],
  attributes: {
    password: { cloudformation: 'password', type: 'text' },
    secretKey: { cloudformation: 'secretKey', type: 'text' },
  },
};

const masterPassword: Secret = { attribute: 'masterPassword', inputName: 'Password', title: 'master password' };
const password: Secret = { attribute: 'password', inputName: 'Password', title: 'password' };

/** Whether the content of a secret is put in later: a placeholder, or fields of which none is a secret. */
function isFrame(content: string): boolean {
  if (isPlaceholder(content)) return true;
  const fields = /"([^"]*)"\s*:\s*"[^"]+"/g;
  const isObject = /^\s*\{.*\}\s*$/s.test(content);
  return isObject && ![...content.matchAll(fields)].some(([, key = '']) => /pass|pwd|secret|token|key|cred/i.test(key));
}

/**
 * The attributes of each kind that hold a secret. Users of IAM and channels of Pinpoint have rules of their own. What a
 * resource is made with counts even if it reads like a placeholder; what others have given out cannot be one.
 */
const secrets = new Map<Kind, readonly Secret[]>([
  [dbInstance, [masterPassword]],
  [dbCluster, [masterPassword]],
  [warehouse, [masterPassword]],
  [documentCluster, [masterPassword]],
  [broker, [password]],
  [directory, [password]],
  [endpoint, [password]],
  [domain, [{ ...masterPassword, attribute: 'masterUserPassword' }]],
  [replicationGroup, [{ attribute: 'token', inputName: 'Token', title: 'token' }]],
  [
    objectStorageLocation,
    [{ attribute: 'secretKey', inputName: 'SecretKey', title: 'secret key', isNone: isPlaceholder }],
  ],
  [
    deliveryStream,
    [
      { attribute: 'redshiftPassword', inputName: 'Password', title: 'password' },
      { attribute: 'splunkToken', inputName: 'Token', title: 'token', isNone: isPlaceholder },
      { attribute: 'endpointKey', inputName: 'AccessKey', title: 'access key', isNone: isPlaceholder },
    ],
  ],
  [metadataCredentials, [password, { attribute: 'secretKey', inputName: 'SecretKey', title: 'secret key' }]],
  [secret, [{ attribute: 'content', inputName: 'Content', title: 'content', isNone: isFrame }]],
]);

const plainTextSecret = resourceRule({
  id: 'plain-text-secret',
  recommendation: 'protect-credentials',
  severity: 'error',
  fix: 'sometimes',
  kinds: [...secrets.keys()],
  check: (view) => readableSecrets(view, secrets.get(view.kind) ?? []),
  example: exampleOf(dbInstance, 'Database', {
    engine: 'postgres',
    storageEncrypted: true,
    backupRetention: 7,
    deletionProtection: true,
    masterPassword: 'not-a-real-password',
  }),
});

export const rules = [plainTextSecret];
export const kinds = [directory, objectStorageLocation, metadataCredentials];

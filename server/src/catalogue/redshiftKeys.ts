import type { Kind } from '../model/kind';
import { exampleOf, keyInput, keyRow, ownKeyRule } from './define';

const serverlessNamespace: Kind = {
  id: 'redshift-serverless-namespace',
  title: 'Redshift Serverless namespace',
  cloudformation: ['AWS::RedshiftServerless::Namespace'],
  terraform: ['aws_redshiftserverless_namespace'],
  attributes: {
    name: { cloudformation: 'NamespaceName', terraform: 'namespace_name', type: 'text' },
    key: keyRow({
      is: 'unknown',
      source:
        'https://docs.aws.amazon.com/config/latest/developerguide/redshift-serverless-namespace-cmk-encryption.html',
    }),
  },
};

const snapshotCopyGrant: Kind = {
  id: 'redshift-snapshot-copy-grant',
  title: 'Redshift snapshot copy grant',
  cloudformation: [],
  terraform: ['aws_redshift_snapshot_copy_grant'],
  attributes: {
    name: { terraform: 'snapshot_copy_grant_name', type: 'text' },
    key: {
      terraform: 'kms_key_id',
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'aws-managed',
          source: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateSnapshotCopyGrant.html',
        },
      ],
    },
  },
};

const namespaceKey = ownKeyRule({
  id: 'redshift-serverless-namespace-kms-key',
  kind: serverlessNamespace,
  key: keyInput('WarehouseKeyArn', 'for the data of the namespace'),
  caution: 'the key and requests to it cost',
  example: exampleOf(serverlessNamespace, 'Warehouse', { name: 'warehouse' }),
});

const copyKey = ownKeyRule({
  id: 'redshift-snapshot-copy-grant-kms-key',
  kind: snapshotCopyGrant,
  key: keyInput('CopiesKeyArn', 'for the copies of snapshots'),
  caution: 'the key has to be of the Region that is copied to; it costs',
  example: exampleOf(snapshotCopyGrant, 'Copies', { name: 'copies' }),
});

export const rules = [namespaceKey, copyKey];
export const kinds = [serverlessNamespace, snapshotCopyGrant];

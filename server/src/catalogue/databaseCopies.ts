import type { Kind } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import type { Written } from '../model/written';
import { exampleOf, isGiven, keyInput, ownKeyRule } from './define';

const copyPage = 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html';
const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';

const snapshotCopy: Kind = {
  id: 'db-snapshot-copy',
  title: 'copy of a database snapshot',
  cloudformation: [],
  terraform: ['aws_db_snapshot_copy'],
  attributes: {
    of: { terraform: 'source_db_snapshot_identifier', type: 'text' },
    as: { terraform: 'target_db_snapshot_identifier', type: 'text' },
    key: {
      terraform: 'kms_key_id',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'inherited', source: copyPage }],
    },
  },
};

const replicatedBackups: Kind = {
  id: 'db-automated-backups-replication',
  title: 'replication of automated backups',
  cloudformation: [],
  terraform: ['aws_db_instance_automated_backups_replication'],
  attributes: {
    of: { terraform: 'source_db_instance_arn', type: 'text' },
    key: {
      terraform: 'kms_key_id',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'unknown', source: `${registry}/db_instance_automated_backups_replication` }],
    },
  },
};

/** The key has to be written. */
const activityStream: Kind = {
  id: 'rds-cluster-activity-stream',
  title: 'activity stream of a database cluster',
  cloudformation: [],
  terraform: ['aws_rds_cluster_activity_stream'],
  attributes: {
    of: { terraform: 'resource_arn', type: 'text' },
    mode: { terraform: 'mode', type: 'text' },
    key: { terraform: 'kms_key_id', type: 'text', about: 'key' },
  },
};

/** Where no key is named, the source decides: what is unencrypted there has a finding of its own. */
function writtenKey(kind: Kind, input: readonly [string, string], attributes: Record<string, Written>): AttributeRule {
  return ownKeyRule({
    id: `${kind.id}-kms-key`,
    kind,
    when: (one) => isGiven(one, 'key'),
    key: keyInput(...input),
    caution: 'what exists is made anew; the key and requests to it cost',
    example: { only: 'terraform', ...exampleOf(kind, 'Copy', { ...attributes, key: 'alias/aws/rds' }) },
  });
}

export const rules = [
  writtenKey(snapshotCopy, ['SnapshotKeyArn', 'for the copy of the snapshot'], {
    of: 'orders-2026',
    as: 'orders-copy',
  }),
  writtenKey(replicatedBackups, ['BackupKeyArn', 'for the replicated backups'], {
    of: 'arn:aws:rds:eu-west-1:111122223333:db:orders',
  }),
  writtenKey(activityStream, ['StreamKeyArn', 'for the activity stream'], {
    of: 'arn:aws:rds:eu-west-1:111122223333:cluster:orders',
    mode: 'sync',
  }),
];
export const kinds = [snapshotCopy, replicatedBackups, activityStream];

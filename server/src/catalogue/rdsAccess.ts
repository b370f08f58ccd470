import type { Kind } from '../model/kind';
import { and, type Truth } from '../model/truth';
import type { View } from '../model/view';
import { attributeRule, equals, exampleOf, noneOf } from './define';
import { dbCluster, dbInstance, isAurora, standsAlone, wellKept } from './rds';

const dbSnapshot: Kind = {
  id: 'rds-snapshot',
  title: 'RDS snapshot',
  cloudformation: [],
  terraform: ['aws_db_snapshot'],
  attributes: {
    name: { terraform: 'db_snapshot_identifier', type: 'text' },
    of: { terraform: 'db_instance_identifier', type: 'text' },
    sharedWith: { terraform: 'shared_accounts[*]', type: 'text', about: 'public' },
  },
};

/** The engines of RDS proper that can ask IAM who somebody is. */
function knowsIam(instance: View): Truth {
  return instance.is('engine', (engine) => /^(mysql|mariadb|postgres)$/i.test(engine));
}

const iamLogin = attributeRule({
  id: 'rds-iam-login',
  recommendation: 'protect-credentials',
  severity: 'information',
  kind: dbInstance,
  when: (instance) => and(standsAlone(instance), knowsIam(instance)),
  requires: { iamLogin: equals(true) },
  safety: 'review',
  caution: 'users of the database have to be told to sign in that way',
  example: exampleOf(dbInstance, 'Database', { ...wellKept, iamLogin: false }),
});

/** A Multi-AZ cluster of RDS proper has no such switch in CloudFormation. */
const clusterIamLogin = attributeRule({
  id: 'rds-cluster-iam-login',
  recommendation: 'protect-credentials',
  severity: 'information',
  kind: dbCluster,
  when: isAurora,
  requires: { iamLogin: equals(true) },
  safety: 'review',
  caution: 'users of the database have to be told to sign in that way',
  example: exampleOf(dbCluster, 'Cluster', { engine: 'aurora-postgresql', storageEncrypted: true, iamLogin: false }),
});

/** Whom the snapshot is meant for instead only its author knows. */
const publicSnapshot = attributeRule({
  id: 'rds-snapshot-public',
  recommendation: 'least-privilege',
  severity: 'error',
  fix: 'none',
  kind: dbSnapshot,
  requires: { sharedWith: noneOf(['all']) },
  example: exampleOf(dbSnapshot, 'Snapshot', { name: 'orders-2026', of: 'orders', sharedWith: 'all' }),
});

export const rules = [iamLogin, clusterIamLogin, publicSnapshot];
export const kinds = [dbSnapshot];

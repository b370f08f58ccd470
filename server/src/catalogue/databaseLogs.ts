import type { Objection } from '../model/finding';
import type { Kind } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import type { Truth } from '../model/truth';
import { textOf } from '../model/value';
import type { View } from '../model/view';
import type { Written } from '../model/written';
import { attributeRule, exampleOf, fixedWith, objectionTo, present, resourceRule } from './define';
import { cluster as documentCluster } from './docdb';
import { graphCluster } from './neptune';
import { dbCluster, dbInstance, standsAlone, wellKept } from './rds';

/** The logs that tell who came and what went wrong, by engine. Which of them hold whole queries is left out. */
const logsByEngine: readonly { readonly engine: RegExp; readonly logs: readonly string[] }[] = [
  { engine: /^aurora-mysql$/i, logs: ['audit', 'error'] },
  { engine: /^aurora-postgresql$/i, logs: ['postgresql'] },
  { engine: /^postgres$/i, logs: ['postgresql'] },
  { engine: /^(mysql|mariadb)$/i, logs: ['error'] },
  { engine: /^sqlserver-/i, logs: ['error'] },
  { engine: /^oracle-/i, logs: ['alert', 'audit'] },
];

function logsOf(view: View): readonly string[] | undefined {
  return logsByEngine.find(({ engine }) => view.is('engine', (text) => engine.test(text)) === true)?.logs;
}

/** The parts in which the rules on exported logs differ. */
interface ExportRule {
  readonly id: string;
  readonly kind: Kind;
  readonly when?: (view: View) => Truth;
  readonly logs: readonly string[] | ((view: View) => readonly string[] | undefined);
  readonly example: Readonly<Record<string, Written>>;
}

/** Databases keep their logs on their own disks, for days, until they are told to export them. */
function exportedLogs({ id, kind, when, logs, example }: ExportRule): AttributeRule {
  return attributeRule({
    id,
    recommendation: 'log-activity',
    severity: 'information',
    fix: typeof logs === 'function' ? 'sometimes' : 'always',
    kind,
    ...(when && { when }),
    requires: { logExports: fixedWith(present, logs) },
    safety: 'review',
    caution: 'storing logs costs',
    example: exampleOf(kind, 'Database', example),
  });
}

const instanceLogs = exportedLogs({
  id: 'rds-log-exports',
  kind: dbInstance,
  when: standsAlone,
  logs: logsOf,
  example: wellKept,
});

const clusterLogs = exportedLogs({
  id: 'rds-cluster-log-exports',
  kind: dbCluster,
  logs: logsOf,
  example: { engine: 'aurora-mysql', storageEncrypted: true },
});

const documentLogs = exportedLogs({
  id: 'docdb-log-exports',
  kind: documentCluster,
  logs: ['audit', 'profiler'],
  example: { name: 'orders', storageEncrypted: true },
});

const graphLogs = exportedLogs({
  id: 'neptune-log-exports',
  kind: graphCluster,
  logs: ['audit'],
  example: { name: 'orders', iamLogin: true },
});

/** A cluster that exports logs, and not the one that names who did what. */
function withoutAuditLog(view: View): Objection[] {
  if (view.is('engine', (engine) => engine === 'aurora-mysql') !== true) return [];
  return view.facts('logExports').flatMap((fact) => {
    const { value } = fact;
    if (value.kind !== 'list' || value.open || value.items.some((item) => (textOf(item) ?? 'audit') === 'audit')) {
      return [];
    }
    const { resource, kind } = view;
    const remedy = {
      title: 'Export the audit log as well (storing logs costs; a parameter of the cluster has to switch it on)',
      safety: 'review' as const,
      changes: [{ kind: 'append' as const, resource, of: kind, attribute: 'logExports', value: 'audit' }],
    };
    return [objectionTo(view, fact, [remedy])];
  });
}

const clusterAuditLog = resourceRule({
  id: 'rds-cluster-audit-log',
  recommendation: 'log-activity',
  severity: 'information',
  fix: 'always',
  kinds: [dbCluster],
  check: withoutAuditLog,
  example: exampleOf(dbCluster, 'Cluster', {
    engine: 'aurora-mysql',
    storageEncrypted: true,
    logExports: ['error'],
  }),
});

export const rules = [instanceLogs, clusterLogs, documentLogs, graphLogs, clusterAuditLog];
export const kinds = [];

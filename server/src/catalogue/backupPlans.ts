import type { Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import type { View, World } from '../model/view';
import { WrittenReference } from '../model/written';
import { resourceRule } from './define';
import { table } from './dynamodb';
import { volume } from './ebs';
import { dbCluster, dbInstance, standsAlone } from './rds';

const backupSelection: Kind = {
  id: 'backup-selection',
  title: 'selection of a backup plan',
  cloudformation: ['AWS::Backup::BackupSelection'],
  terraform: ['aws_backup_selection'],
  attributes: {
    name: { cloudformation: 'BackupSelection.SelectionName', terraform: 'name', type: 'text' },
    plan: { cloudformation: 'BackupPlanId', terraform: 'plan_id', type: 'text' },
    role: { cloudformation: 'BackupSelection.IamRoleArn', terraform: 'iam_role_arn', type: 'text' },
    resources: { cloudformation: 'BackupSelection.Resources', terraform: 'resources', type: 'block' },
    resource: { cloudformation: 'BackupSelection.Resources[*]', terraform: 'resources[*]', type: 'text' },
    conditions: {
      cloudformation: ['BackupSelection.ListOfTags', 'BackupSelection.Conditions'],
      terraform: ['selection_tag', 'condition'],
      type: 'block',
    },
  },
};

const kept = [table, volume, dbInstance, dbCluster];

/** Whether a selection lists resources of the unit one by one, so that what is not in the list is left out. */
function listsByName(selection: View, world: World): boolean {
  return (
    selection.isWritten('conditions') === false &&
    selection.facts('resource').every(({ value }) => kept.some((kind) => world.resolve(value, kind) !== undefined))
  );
}

/** CloudFormation gives no ARN of a volume. */
function adding(view: View, selection: View): Remedy[] {
  const { resource, kind } = view;
  if (kind.identifiers?.[resource.dialect].arn === '') return [];
  return [
    {
      title: 'Take it into the backup plan (backups cost)',
      safety: 'review',
      changes: [
        {
          kind: 'append',
          resource: selection.resource,
          of: backupSelection,
          attribute: 'resources',
          value: new WrittenReference(resource, 'arn'),
        },
      ],
    },
  ];
}

/** Plans that choose by tags or patterns, or are elsewhere, may take anything in. */
const leftOut = resourceRule({
  id: 'backup-plan-leaves-out',
  recommendation: 'managed-security',
  severity: 'information',
  fix: 'sometimes',
  kinds: kept,
  check(view, world) {
    const selections = world.views(backupSelection);
    const [first] = selections;
    if (!first || !world.complete || !selections.every((one) => listsByName(one, world))) return [];
    if (view.kind === dbInstance && standsAlone(view) !== true) return [];
    const naming = world.pointingAt(view, backupSelection, 'resource');
    if (naming.maybeMore || naming.views.length > 0) return [];
    const { resource } = view;
    const { nameOrigin, likelihood } = resource;
    return [{ origin: nameOrigin, written: false, likelihood, resource, remedies: adding(view, first) }];
  },
  example: {
    resources: [
      { kind: table, name: 'Orders', attributes: { name: 'orders', pointInTimeRecovery: true } },
      { kind: table, name: 'Invoices', attributes: { name: 'invoices', pointInTimeRecovery: true } },
      {
        kind: backupSelection,
        name: 'Selection',
        attributes: {
          name: 'tables',
          plan: 'nightly',
          role: 'arn:aws:iam::111122223333:role/backup',
          resources: (_, named) => [new WrittenReference(named('Orders'), 'arn')],
        },
      },
    ],
  },
});

export const rules = [leftOut];
export const kinds = [backupSelection];

import type { Kind } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import { and, not, or, type Truth } from '../model/truth';
import type { View } from '../model/view';
import { blocksOf } from './blocks';
import { attributeRule, exampleOf, fixedWith, noneOf } from './define';
import { clusterParameters, instanceParameters } from './parameterGroups';

/** Whether an extension or a limit of time has some statements logged already. */
function logsOtherwise(group: View): Truth {
  const names = blocksOf(group, 'parameters').map(({ fields, open }): Truth => {
    return fields.fields.has('pgaudit.log') || (open ? undefined : false);
  });
  const slow = group.is('loggedDuration', (milliseconds) => Number(milliseconds) >= 0);
  return or(group.isWritten('audit'), slow, ...names);
}

/** Definitions are the statements that hold next to no data and that an intruder cannot do without. */
function loggedStatements(id: string, kind: Kind, families: RegExp, family: string): AttributeRule {
  return attributeRule({
    id,
    recommendation: 'log-activity',
    severity: 'hint',
    kind,
    when: (group) =>
      and(
        group.is('family', (one) => families.test(one)),
        not(logsOtherwise(group)),
      ),
    requires: { loggedStatements: fixedWith(noneOf(['none']), 'ddl') },
    safety: 'review',
    caution: 'storing logs costs; passwords in such statements are logged with them',
    example: exampleOf(kind, 'Settings', { family, loggedStatements: 'none' }),
  });
}

export const rules = [
  // In Aurora an instance takes over what the group of its cluster says.
  loggedStatements('rds-parameter-statement-log', instanceParameters, /^postgres/, 'postgres16'),
  loggedStatements(
    'rds-cluster-parameter-statement-log',
    clusterParameters,
    /^(aurora-)?postgres/,
    'aurora-postgresql16',
  ),
];
export const kinds = [];

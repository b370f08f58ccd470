import type { Objection, Remedy } from '../model/finding';
import type { Attribute, Kind } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import { cases, fieldOf, textOf } from '../model/value';
import type { View } from '../model/view';
import { blocksOf, likelihoodIn } from './blocks';
import {
  attributeRule,
  exampleOf,
  fixedWith,
  literalFacts,
  noneOf,
  objectionTo,
  resourceRule,
  setAttribute,
} from './define';

const documentPage =
  'https://docs.aws.amazon.com/documentdb/latest/devguide/cluster_parameter_groups-list_of_parameters.html';

const queryLogPage =
  'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html';

/** The row of a parameter; CloudFormation has most of them as keys of one object. */
function parameterRow(name: string, row: Omit<Attribute, 'cloudformation' | 'terraform' | 'type'> = {}): Attribute {
  return {
    cloudformation: `Parameters.json(${name})`,
    terraform: `parameter[name=${name}].value`,
    type: 'text',
    ...row,
  };
}

const documentParameters: Kind = {
  id: 'docdb-cluster-parameter-group',
  title: 'DocumentDB cluster parameter group',
  cloudformation: ['AWS::DocDB::DBClusterParameterGroup'],
  terraform: ['aws_docdb_cluster_parameter_group'],
  attributes: {
    family: { cloudformation: 'Family', terraform: 'family', type: 'text' },
    tls: parameterRow('tls', { about: 'in-transit', defaults: [{ is: { value: 'enabled' }, source: documentPage }] }),
    auditLogs: parameterRow('audit_logs', {
      about: 'logging',
      defaults: [{ is: { value: 'disabled' }, source: documentPage }],
    }),
  },
};

const documentTls = attributeRule({
  id: 'docdb-parameter-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  kind: documentParameters,
  requires: { tls: fixedWith(noneOf(['disabled']), 'enabled') },
  safety: 'review',
  caution: 'clients that do not speak TLS are refused; instances have to be restarted',
  example: exampleOf(documentParameters, 'Settings', { family: 'docdb5.0', tls: 'disabled', auditLogs: 'all' }),
});

const documentAudit = attributeRule({
  id: 'docdb-parameter-audit-logs',
  recommendation: 'log-activity',
  severity: 'information',
  kind: documentParameters,
  requires: { auditLogs: fixedWith(noneOf(['disabled', 'none']), 'enabled') },
  safety: 'review',
  caution: 'storing logs costs; the cluster has to export them',
  example: exampleOf(documentParameters, 'Settings', { family: 'docdb5.0', auditLogs: 'disabled' }),
});

const warehouseParameters: Kind = {
  id: 'redshift-parameter-group',
  title: 'Redshift parameter group',
  cloudformation: ['AWS::Redshift::ClusterParameterGroup'],
  terraform: ['aws_redshift_parameter_group'],
  attributes: {
    family: { cloudformation: 'ParameterGroupFamily', terraform: 'family', type: 'text' },
    tls: {
      cloudformation: 'Parameters[ParameterName=require_ssl].ParameterValue',
      terraform: 'parameter[name=require_ssl].value',
      type: 'text',
      about: 'in-transit',
    },
    activityLog: {
      cloudformation: 'Parameters[ParameterName=enable_user_activity_logging].ParameterValue',
      terraform: 'parameter[name=enable_user_activity_logging].value',
      type: 'text',
      about: 'logging',
    },
  },
};

/** What newer families do by themselves a group may still undo. What is not written is left to the family. */
function warehouseRule(
  parts: Pick<AttributeRule, 'id' | 'recommendation' | 'severity' | 'caution'>,
  name: string,
): AttributeRule {
  return attributeRule({
    ...parts,
    kind: warehouseParameters,
    requires: { [name]: fixedWith(noneOf(['false']), 'true') },
    safety: 'review',
    example: exampleOf(warehouseParameters, 'Settings', { family: 'redshift-1.0', [name]: 'false' }),
  });
}

const warehouseTls = warehouseRule(
  {
    id: 'redshift-parameter-tls',
    recommendation: 'encrypt-in-transit',
    severity: 'error',
    caution: 'clients that do not speak TLS are refused; the cluster has to be restarted',
  },
  'tls',
);
const warehouseActivity = warehouseRule(
  {
    id: 'redshift-parameter-activity-log',
    recommendation: 'log-activity',
    severity: 'information',
    caution: 'storing logs costs; the cluster has to keep audit logs',
  },
  'activityLog',
);

/** The parameters with which engines ask for TLS, and the values that do without. */
const tlsParameters = [
  { name: 'rds.force_ssl', row: 'forceSsl', off: ['0'], on: '1' },
  { name: 'require_secure_transport', row: 'secureTransport', off: ['0', 'OFF', 'off'], on: '1' },
] as const;

const parameterRows: Kind['attributes'] = {
  // A name with a dot in it is no step of a path.
  parameters: { cloudformation: 'Parameters', type: 'block' },
  forceSsl: { terraform: 'parameter[name=rds.force_ssl].value', type: 'text', about: 'in-transit' },
  secureTransport: { terraform: 'parameter[name=require_secure_transport].value', type: 'text', about: 'in-transit' },
  loggedStatements: parameterRow('log_statement', { defaults: [{ is: { value: 'none' }, source: queryLogPage }] }),
  loggedDuration: parameterRow('log_min_duration_statement'),
  audit: { terraform: 'parameter[name=pgaudit.log].value', type: 'text' },
};

export const instanceParameters: Kind = {
  id: 'rds-parameter-group',
  title: 'RDS parameter group',
  cloudformation: ['AWS::RDS::DBParameterGroup'],
  terraform: ['aws_db_parameter_group'],
  attributes: { family: { cloudformation: 'Family', terraform: 'family', type: 'text' }, ...parameterRows },
};

export const clusterParameters: Kind = {
  id: 'rds-cluster-parameter-group',
  title: 'RDS cluster parameter group',
  cloudformation: ['AWS::RDS::DBClusterParameterGroup'],
  terraform: ['aws_rds_cluster_parameter_group'],
  attributes: { family: { cloudformation: 'Family', terraform: 'family', type: 'text' }, ...parameterRows },
};

function requiring(name: string, changes: Remedy['changes']): Remedy {
  return {
    title: `Set ${name} to 1 (clients that do not speak TLS are refused)`,
    safety: 'review',
    changes,
  };
}

function withoutTls(view: View): Objection[] {
  return tlsParameters.flatMap(({ name, row, off, on }) => {
    const isOff = (text: string | undefined) => off.some((one) => one === text);
    const inRows = literalFacts(view, row)
      .filter(({ text }) => isOff(text))
      .map(({ fact }) => objectionTo(view, fact, [requiring(name, [setAttribute(view, row, on)])]));
    const inMaps = blocksOf(view, 'parameters').flatMap((block) => {
      const value = fieldOf(block.fields, name);
      return (value ? cases(value) : [])
        .filter((one) => isOff(textOf(one.value)))
        .map((one) => ({
          origin: one.value.origin,
          written: true,
          likelihood: likelihoodIn(block, one.likelihood),
          resource: view.resource,
          remedies: [requiring(name, [{ kind: 'merge', origin: block.fields.origin, fields: { [name]: on } }])],
        }));
    });
    return [...inRows, ...inMaps];
  });
}

const databaseTls = resourceRule({
  id: 'rds-parameter-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  fix: 'always',
  kinds: [instanceParameters, clusterParameters],
  check: withoutTls,
  example: exampleOf(instanceParameters, 'Settings', {
    family: 'postgres16',
    parameters: { 'rds.force_ssl': '0' },
    forceSsl: '0',
  }),
});

export const rules = [documentTls, documentAudit, warehouseTls, warehouseActivity, databaseTls];
export const kinds = [documentParameters, warehouseParameters, instanceParameters, clusterParameters];

import type { Kind } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import { fieldOf } from '../model/value';
import type { View } from '../model/view';
import { WrittenInput } from '../model/written';
import { blocksOf } from './blocks';
import {
  attributeRule,
  equals,
  exampleOf,
  fixedWith,
  isOn,
  noneOf,
  present,
  resourceRule,
  setAttribute,
  valueRule,
} from './define';
import { taskDefinition } from './ecs';
import { ecsCluster } from './ecsClusters';
import { cluster as kubernetes } from './eks';
import { cluster as mapReduce } from './emr';
import { environment as airflow } from './mwaa';
import { domain } from './opensearch';

const logGroupArn = '^arn:[^:]+:logs:.+$';

const controlPlaneTypes = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

const controlPlaneLogs = attributeRule({
  id: 'eks-control-plane-logs',
  recommendation: 'log-activity',
  severity: 'information',
  kind: kubernetes,
  requires: {
    logTypes: fixedWith(present, ({ resource }) =>
      resource.dialect === 'terraform' ? controlPlaneTypes : controlPlaneTypes.map((type) => ({ Type: type })),
    ),
  },
  safety: 'review',
  caution: 'storing logs costs',
  example: exampleOf(kubernetes, 'Cluster', { name: 'orders', publicAccess: false, privateAccess: true }),
});

/** A log of OpenSearch goes to a log group, and has to be switched on. `canBe` says where that would be accepted. */
function searchLog(
  { id, severity, fix }: Pick<AttributeRule, 'id' | 'severity' | 'fix'>,
  row: string,
  input: string,
  canBe: (view: View) => boolean = () => true,
): AttributeRule {
  const group = new WrittenInput(input, 'The ARN of the log group that takes these logs', logGroupArn);
  return attributeRule({
    id,
    recommendation: 'log-activity',
    severity,
    fix,
    kind: domain,
    requires: {
      [`${row}Group`]: fixedWith(present, (view) => (canBe(view) ? group : undefined)),
      [row]: fixedWith(equals(true), (view) => canBe(view) || undefined),
    },
    safety: 'input',
    caution: 'storing logs costs; the log group has to let OpenSearch write',
    example: exampleOf(domain, 'Search', {
      name: 'orders',
      atRest: true,
      nodeToNode: true,
      httpsOnly: true,
      accessControl: true,
      masterUserName: 'admin',
    }),
  });
}

/** Only a domain that knows its users can say which of them did what. */
const searchAudit = searchLog(
  { id: 'opensearch-audit-log', severity: 'information', fix: 'sometimes' },
  'auditLog',
  'SearchAuditLogArn',
  (view) => isOn(view, 'accessControl') === true,
);

const searchErrors = searchLog(
  { id: 'opensearch-error-log', severity: 'information', fix: 'always' },
  'errorLog',
  'SearchErrorLogArn',
);

const searchSlow = searchLog(
  { id: 'opensearch-slow-log', severity: 'hint', fix: 'always' },
  'slowLog',
  'SearchSlowLogArn',
);

const airflowLogs = attributeRule({
  id: 'mwaa-logs',
  recommendation: 'log-activity',
  severity: 'information',
  kind: airflow,
  requires: { schedulerLogs: equals(true), workerLogs: equals(true), webServerLogs: equals(true) },
  safety: 'review',
  caution: 'storing logs costs',
  example: exampleOf(airflow, 'Workflows', {
    name: 'nightly',
    webServer: 'PRIVATE_ONLY',
    schedulerLogs: false,
    workerLogs: true,
    webServerLogs: true,
  }),
});

const sessionLogs = attributeRule({
  id: 'ecs-exec-logs',
  recommendation: 'log-activity',
  severity: 'warning',
  kind: ecsCluster,
  requires: { sessionLogging: fixedWith(noneOf(['NONE']), 'DEFAULT') },
  safety: 'review',
  caution: 'storing logs costs',
  example: exampleOf(ecsCluster, 'Cluster', { name: 'orders', sessionLogging: 'NONE' }),
});

/** A container may write its logs elsewhere by itself, so this is no more than a hint. */
const taskLogs = resourceRule({
  id: 'ecs-task-logs',
  recommendation: 'log-activity',
  severity: 'hint',
  fix: 'none',
  kinds: [taskDefinition],
  check: (task) =>
    blocksOf(task, 'containers')
      .filter(({ fields, open }) => {
        const logs = fieldOf(fields, 'LogConfiguration') ?? fieldOf(fields, 'logConfiguration');
        return !open && (!logs || logs.kind === 'notWritten');
      })
      .map(({ fields, likelihood }) => ({
        origin: (fieldOf(fields, 'Name') ?? fieldOf(fields, 'name') ?? fields).origin,
        written: false,
        likelihood,
        resource: task.resource,
        remedies: [],
      })),
  example: exampleOf(taskDefinition, 'Task', { family: 'orders', containerName: 'web' }),
});

const clusterLogs = attributeRule({
  id: 'emr-logs',
  recommendation: 'log-activity',
  severity: 'information',
  kind: mapReduce,
  requires: {
    logUri: fixedWith(
      present,
      new WrittenInput('ClusterLogUri', 'The place in S3 for the logs of the cluster', '^s3n?://.+$'),
    ),
  },
  safety: 'input',
  caution: 'a cluster that exists is replaced; storing logs costs',
  example: exampleOf(mapReduce, 'Cluster', { name: 'orders' }),
});

const stateMachine: Kind = {
  id: 'state-machine',
  title: 'state machine',
  cloudformation: ['AWS::StepFunctions::StateMachine'],
  terraform: ['aws_sfn_state_machine'],
  attributes: {
    name: { cloudformation: 'StateMachineName', terraform: 'name', type: 'text' },
    logLevel: {
      cloudformation: 'LoggingConfiguration.Level',
      terraform: 'logging_configuration.level',
      type: 'text',
      about: 'logging',
      defaults: [
        {
          is: { value: 'OFF' },
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-stepfunctions-statemachine-loggingconfiguration.html',
        },
      ],
    },
    logGroup: {
      cloudformation: 'LoggingConfiguration.Destinations[*].CloudWatchLogsLogGroup.LogGroupArn',
      terraform: 'logging_configuration.log_destination',
      type: 'text',
    },
  },
};

const executionLogs = valueRule({
  id: 'state-machine-logs',
  recommendation: 'log-activity',
  severity: 'information',
  fix: 'sometimes',
  kind: stateMachine,
  attribute: 'logLevel',
  isWrong: (level) => level === 'OFF',
  remedies: (view) => {
    const group = new WrittenInput(
      'StateMachineLogArn',
      'The ARN of the log group, with :* at its end',
      '^arn:[^:]+:logs:.+:\\*$',
    );
    const destinations = view.isWritten('logGroup') === false ? [setAttribute(view, 'logGroup', group)] : [];
    return [
      {
        title: 'Log errors of executions (storing logs costs; the role has to be allowed to deliver them)',
        safety: destinations.length ? 'input' : 'review',
        changes: [setAttribute(view, 'logLevel', 'ERROR'), ...destinations],
      },
    ];
  },
  example: exampleOf(stateMachine, 'Orders', { name: 'orders' }),
});

const graphQlApi: Kind = {
  id: 'appsync-api',
  title: 'AppSync API',
  cloudformation: ['AWS::AppSync::GraphQLApi'],
  terraform: ['aws_appsync_graphql_api'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    logLevel: {
      cloudformation: 'LogConfig.FieldLogLevel',
      terraform: 'log_config.field_log_level',
      type: 'text',
      about: 'logging',
    },
    logRole: {
      cloudformation: 'LogConfig.CloudWatchLogsRoleArn',
      terraform: 'log_config.cloudwatch_logs_role_arn',
      type: 'text',
    },
  },
};

const apiLogs = attributeRule({
  id: 'appsync-logs',
  recommendation: 'log-activity',
  severity: 'information',
  kind: graphQlApi,
  requires: {
    logLevel: fixedWith({ kind: 'present', butNot: /^NONE$/ }, 'ERROR'),
    logRole: fixedWith(
      present,
      new WrittenInput('ApiLogRole', 'The ARN of the role with which AppSync writes logs', '^arn:[^:]+:iam::.+$'),
    ),
  },
  safety: 'input',
  caution: 'storing logs costs',
  example: exampleOf(graphQlApi, 'Api', { name: 'orders' }),
});

export const rules = [
  controlPlaneLogs,
  searchAudit,
  searchErrors,
  searchSlow,
  airflowLogs,
  sessionLogs,
  taskLogs,
  clusterLogs,
  executionLogs,
  apiLogs,
];
export const kinds = [stateMachine, graphQlApi];

import type { Words } from '../../model/rule';

const controls = 'https://docs.aws.amazon.com/securityhub/latest/userguide';
const templates = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide';
const searchPage = `${templates}/aws-resource-opensearchservice-domain.html`;
const configPage = 'https://docs.aws.amazon.com/config/latest/developerguide/security-best-practices.html';

export const words: Readonly<Record<string, Words>> = {
  'eks-control-plane-logs': {
    title: 'The cluster {name} keeps no logs of its control plane.',
    why: 'The audit log is the only record of who did what in the cluster, and EKS does not keep it unless it is told to.',
    advice: 'Send at least audit and authenticator logs to CloudWatch Logs.',
    sources: [`${controls}/eks-controls.html`, `${templates}/aws-resource-eks-cluster.html`],
    sameAs: { checkov: ['CKV_AWS_37'], trivy: ['AWS-0038'], cdkNag: ['AwsSolutions-EKS2'] },
  },
  'opensearch-audit-log': {
    title: 'The domain {name} does not record which of its users did what.',
    why: 'After an incident nobody can tell who read or changed which index.',
    advice: 'Publish audit logs to CloudWatch Logs, and switch them on in the domain.',
    sources: [searchPage, `${controls}/opensearch-controls.html`],
    sameAs: {
      checkov: ['CKV_AWS_317'],
      trivy: ['AWS-0042'],
      guard: ['ELASTICSEARCH_AUDIT_LOGGING_ENABLED', 'OPENSEARCH_AUDIT_LOGGING_ENABLED'],
    },
  },
  'opensearch-error-log': {
    title: 'The domain {name} does not publish its error log.',
    why: 'Failed sign-ins, denied requests and errors go unseen.',
    advice: 'Publish the application log to CloudWatch Logs.',
    sources: [searchPage, `${controls}/opensearch-controls.html`],
    sameAs: {
      checkov: ['CKV_AWS_84'],
      cdkNag: [
        'HIPAA.Security-OpenSearchErrorLogsToCloudWatch',
        'NIST.800.53.R5-OpenSearchErrorLogsToCloudWatch',
        'PCI.DSS.321-OpenSearchErrorLogsToCloudWatch',
      ],
      guard: [
        'ELASTICSEARCH_APPLICATION_LOGGING_ENABLED',
        'ELASTICSEARCH_LOGS_TO_CLOUDWATCH',
        'OPENSEARCH_APPLICATION_LOGGING_ENABLED',
      ],
    },
  },
  'opensearch-slow-log': {
    title: 'The domain {name} keeps no log of slow searches.',
    why: 'Searches that go through everything are one way in which data is copied, and slow.',
    advice: 'Publish the log of slow searches. It holds what was searched for: think of who may read it.',
    sources: [searchPage],
    sameAs: { cdkNag: ['AwsSolutions-OS9'] },
  },
  'mwaa-logs': {
    title: 'The environment {name} does not keep all of its logs.',
    why: 'Workflows run code with the rights of a role. Without the logs of scheduler, workers and web server nobody can tell what happened.',
    advice: 'Send them to CloudWatch Logs.',
    sources: [`${templates}/aws-properties-mwaa-environment-loggingconfiguration.html`],
    sameAs: { checkov: ['CKV_AWS_242', 'CKV_AWS_243', 'CKV_AWS_244'] },
  },
  'ecs-exec-logs': {
    title: 'Sessions in containers of the cluster {name} are not recorded.',
    why: 'Whoever opens a shell in a container can do what its role can, and leaves no trace of it.',
    advice: 'Record sessions as the tasks log, or say where to.',
    sources: [`${templates}/aws-properties-ecs-cluster-executecommandconfiguration.html`],
    sameAs: { checkov: ['CKV_AWS_223'] },
  },
  'ecs-task-logs': {
    title: 'A container of the task {name} does not say where its logs go.',
    why: 'What it prints is gone with it, and with that the traces of an incident.',
    advice: 'Give each container a log configuration.',
    sources: [`${controls}/ecs-controls.html`],
    sameAs: { cdkNag: ['AwsSolutions-ECS7'] },
  },
  'emr-logs': {
    title: 'The cluster {name} does not keep its logs in a bucket.',
    why: 'They go with the cluster, and with them the traces of an incident.',
    advice: 'Name a place in S3 for them.',
    sources: [`${templates}/aws-resource-emr-cluster.html`],
    sameAs: { cdkNag: ['AwsSolutions-EMR2'] },
  },
  'state-machine-logs': {
    title: 'The state machine {name} keeps no log of its executions.',
    why: 'Nobody sees which executions failed or were stopped, and express workflows keep no history at all.',
    advice: 'Log errors, without the data of executions unless that may be read by all who may read the log.',
    sources: [
      `${controls}/stepfunctions-controls.html`,
      `${templates}/aws-properties-stepfunctions-statemachine-loggingconfiguration.html`,
    ],
    sameAs: { checkov: ['CKV_AWS_285'], trivy: ['AWS-0119'], cdkNag: ['AwsSolutions-SF1'] },
  },
  'appsync-logs': {
    title: 'The API {name} keeps no log.',
    why: 'After an incident nobody can tell who asked for what, and what was denied.',
    advice:
      'Log errors of fields. More says more, costs more, and may hold what was asked for: ExcludeVerboseContent leaves that out.',
    sources: [`${controls}/appsync-controls.html`, `${templates}/aws-properties-appsync-graphqlapi-logconfig.html`],
    sameAs: { checkov: ['CKV_AWS_193', 'CKV_AWS_194'], cdkNag: ['AwsSolutions-ASC3'] },
  },
  'config-recorder-all-types': {
    title: 'The recorder {name} records only some types of resources.',
    why: 'Changes of the others leave no trace in AWS Config, and its rules do not see them.',
    advice:
      'Record all types, or leave out by name those that are not worth it, with the strategy EXCLUSION_BY_RESOURCE_TYPES.',
    sources: [configPage],
    sameAs: { checkov: ['CKV2_AWS_45', 'CKV2_AWS_48'] },
  },
  'config-aggregator-all-regions': {
    title: 'The aggregator {name} collects from some Regions only.',
    why: 'What happens in a Region that nobody thought of goes unseen, and that is where intruders go.',
    advice: 'Collect from all Regions, those of the future included.',
    sources: [configPage, `${templates}/aws-resource-config-configurationaggregator.html`],
    sameAs: { checkov: ['CKV_AWS_121'], trivy: ['AWS-0019'] },
  },
};

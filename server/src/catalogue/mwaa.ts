import type { Attribute, Kind } from '../model/kind';
import { attributeRule, exampleOf, fixedWith, noneOf, usualIdentifiers } from './define';

/** The row of one of the logs of an environment. */
function logRow(cloudformation: string, terraform: string): Attribute {
  return {
    cloudformation: `LoggingConfiguration.${cloudformation}.Enabled`,
    terraform: `logging_configuration.${terraform}.enabled`,
    type: 'boolean',
    about: 'logging',
  };
}

export const environment: Kind = {
  id: 'mwaa-environment',
  title: 'Amazon MWAA environment',
  cloudformation: ['AWS::MWAA::Environment'],
  terraform: ['aws_mwaa_environment'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    webServer: {
      cloudformation: 'WebserverAccessMode',
      terraform: 'webserver_access_mode',
      type: 'text',
      about: 'public',
      defaults: [
        {
          is: 'unknown',
          dialect: 'cloudformation',
          source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-mwaa-environment.html',
        },
        {
          is: { value: 'PRIVATE_ONLY' },
          dialect: 'terraform',
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mwaa_environment',
        },
      ],
    },
    schedulerLogs: logRow('SchedulerLogs', 'scheduler_logs'),
    workerLogs: logRow('WorkerLogs', 'worker_logs'),
    webServerLogs: logRow('WebserverLogs', 'webserver_logs'),
  },
};

/** Whoever comes still has to sign in with IAM. */
const publicAccess = attributeRule({
  id: 'mwaa-public-access',
  recommendation: 'private-connectivity',
  severity: 'warning',
  kind: environment,
  requires: { webServer: fixedWith(noneOf(['PUBLIC_ONLY', 'PUBLIC_AND_PRIVATE']), 'PRIVATE_ONLY') },
  safety: 'review',
  caution: 'people outside the VPC lose the web server',
  example: exampleOf(environment, 'Workflows', { name: 'nightly', webServer: 'PUBLIC_ONLY' }),
});

export const rules = [publicAccess];
export const kinds = [environment];

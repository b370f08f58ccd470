import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf } from './define';

const environment: Kind = {
  id: 'cloud9-environment',
  title: 'Cloud9 environment',
  cloudformation: ['AWS::Cloud9::EnvironmentEC2'],
  terraform: ['aws_cloud9_environment_ec2'],
  attributes: {
    instanceType: { cloudformation: 'InstanceType', terraform: 'instance_type', type: 'text' },
    connection: {
      cloudformation: 'ConnectionType',
      terraform: 'connection_type',
      type: 'text',
      about: 'public',
      // The provider sends nothing that is not written, so the default of the service holds in both formats.
      defaults: [
        {
          is: { value: 'CONNECT_SSH' },
          source: 'https://docs.aws.amazon.com/cloud9/latest/APIReference/API_CreateEnvironmentEC2.html',
        },
      ],
    },
  },
};

const noIngress = attributeRule({
  id: 'cloud9-no-ingress',
  recommendation: 'private-connectivity',
  severity: 'information',
  kind: environment,
  requires: { connection: equals('CONNECT_SSM') },
  safety: 'review',
  caution: 'an environment that exists is made anew; the account needs the service role and instance profile of Cloud9',
  example: exampleOf(environment, 'Workbench', { instanceType: 't3.small', connection: 'CONNECT_SSH' }),
});

export const rules = [noIngress];
export const kinds = [environment];

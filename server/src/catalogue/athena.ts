import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf } from './define';

const workgroup: Kind = {
  id: 'athena-workgroup',
  title: 'Athena workgroup',
  cloudformation: ['AWS::Athena::WorkGroup'],
  terraform: ['aws_athena_workgroup'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    enforced: {
      cloudformation: 'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
      terraform: 'configuration.enforce_workgroup_configuration',
      type: 'boolean',
      defaults: [
        {
          is: 'unknown',
          dialect: 'cloudformation',
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-athena-workgroup-workgroupconfiguration.html',
        },
        {
          is: { value: true },
          dialect: 'terraform',
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_workgroup',
        },
      ],
    },
  },
};

const enforced = attributeRule({
  id: 'athena-workgroup-enforced',
  recommendation: 'encrypt-at-rest',
  severity: 'information',
  kind: workgroup,
  requires: { enforced: equals(true) },
  safety: 'review',
  caution: 'what clients ask for is passed over; the workgroup has to say where results go',
  example: exampleOf(workgroup, 'Analysts', { name: 'analysts', enforced: false }),
});

export const rules = [enforced];
export const kinds = [workgroup];

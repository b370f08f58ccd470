import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf } from './define';

const jobDefinition: Kind = {
  id: 'batch-job-definition',
  title: 'Batch job definition',
  cloudformation: ['AWS::Batch::JobDefinition'],
  terraform: ['aws_batch_job_definition'],
  attributes: {
    type: { cloudformation: 'Type', terraform: 'type', type: 'text' },
    privileged: {
      cloudformation: 'ContainerProperties.Privileged',
      terraform: 'container_properties.json(privileged)',
      type: 'boolean',
      defaults: [
        {
          is: { value: false },
          source: 'https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html',
        },
      ],
    },
  },
};

const privileged = attributeRule({
  id: 'batch-job-privileged',
  recommendation: 'least-privilege',
  severity: 'warning',
  kind: jobDefinition,
  requires: { privileged: equals(false) },
  safety: 'review',
  caution: 'what the job does to its host is refused',
  example: exampleOf(jobDefinition, 'Job', { type: 'container', privileged: true }),
});

export const rules = [privileged];
export const kinds = [jobDefinition];

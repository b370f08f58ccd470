import type { Kind } from '../model/kind';
import { attributeRule, defaultsTo, equals, exampleOf } from './define';

export const project: Kind = {
  id: 'codebuild-project',
  title: 'CodeBuild project',
  cloudformation: ['AWS::CodeBuild::Project'],
  terraform: ['aws_codebuild_project'],
  attributes: {
    privileged: {
      cloudformation: 'Environment.PrivilegedMode',
      terraform: 'environment.privileged_mode',
      type: 'boolean',
      defaults: defaultsTo(
        false,
        'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html',
        'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project',
      ),
    },
  },
};

/** What builds images needs it, which the project does not tell. */
const privileged = attributeRule({
  id: 'codebuild-privileged',
  recommendation: 'least-privilege',
  severity: 'information',
  kind: project,
  requires: { privileged: equals(false) },
  safety: 'review',
  caution: 'the project can no longer build container images',
  example: exampleOf(project, 'Build', { privileged: true }),
});

export const rules = [privileged];
export const kinds = [project];

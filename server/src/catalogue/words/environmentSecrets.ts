import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'environment-secret': {
    title: 'The variable {variable|of the environment} of {name|the code} holds a secret in plain text.',
    why: 'It spreads to repositories, state files and logs, and whoever may look at the configuration in the console reads it there.',
    advice:
      'Withdraw the secret and keep a new one in Secrets Manager or Parameter Store: Lambda functions fetch it, ECS takes it with Secrets in a container, CodeBuild with a variable of the type SECRETS_MANAGER. Credentials of AWS come with a role.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-codebuild-project-environmentvariable.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_45'],
      trivy: ['AWS-0036'],
      cdkNag: [
        'AwsSolutions-ECS2',
        'HIPAA.Security-CodeBuildProjectEnvVarAwsCred',
        'NIST.800.53.R4-CodeBuildProjectEnvVarAwsCred',
        'PCI.DSS.321-CodeBuildProjectEnvVarAwsCred',
      ],
      guard: ['CODEBUILD_PROJECT_ENVVAR_AWSCRED_CHECK'],
    },
  },
};

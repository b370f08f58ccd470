import type { Attribute, Kind } from '../model/kind';
import { and, not, or } from '../model/truth';
import type { View } from '../model/view';
import { attributeRule, defaultsTo, equals, exampleOf, isOn, keyInput, ownKeyRule } from './define';

const logsPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-codebuild-project-logsconfig.html';
const encryptionPage = 'https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html';

/** The row of a switch that takes the encryption off; it is on otherwise. */
function unencryptedRow(cloudformation: string, terraform: string): Attribute {
  return {
    cloudformation,
    terraform,
    type: 'boolean',
    about: 'at-rest',
    defaults: [{ is: { value: false }, source: encryptionPage }],
  };
}

export const project: Kind = {
  id: 'codebuild-project',
  title: 'CodeBuild project',
  cloudformation: ['AWS::CodeBuild::Project'],
  terraform: ['aws_codebuild_project'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    key: {
      cloudformation: 'EncryptionKey',
      terraform: 'encryption_key',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'none', key: 'aws-managed', source: encryptionPage }],
    },
    artifactsType: { cloudformation: 'Artifacts.Type', terraform: 'artifacts.type', type: 'text' },
    artifactsUnencrypted: unencryptedRow('Artifacts.EncryptionDisabled', 'artifacts.encryption_disabled'),
    moreArtifactsUnencrypted: unencryptedRow(
      'SecondaryArtifacts[*].EncryptionDisabled',
      'secondary_artifacts[*].encryption_disabled',
    ),
    logsUnencrypted: unencryptedRow('LogsConfig.S3Logs.EncryptionDisabled', 'logs_config.s3_logs.encryption_disabled'),
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
    environment: {
      cloudformation: 'Environment.EnvironmentVariables[*]',
      terraform: 'environment.environment_variable[*]',
      type: 'block',
    },
    logsToGroup: {
      cloudformation: { path: 'LogsConfig.CloudWatchLogs.Status', words: { on: 'ENABLED', off: ['DISABLED'] } },
      terraform: { path: 'logs_config.cloudwatch_logs.status', words: { on: 'ENABLED', off: ['DISABLED'] } },
      type: 'boolean',
      about: 'logging',
      defaults: [{ is: { value: true }, source: logsPage }],
    },
    logsToBucket: {
      cloudformation: { path: 'LogsConfig.S3Logs.Status', words: { on: 'ENABLED', off: ['DISABLED'] } },
      terraform: { path: 'logs_config.s3_logs.status', words: { on: 'ENABLED', off: ['DISABLED'] } },
      type: 'boolean',
      about: 'logging',
      defaults: [{ is: { value: false }, source: logsPage }],
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
  example: exampleOf(project, 'Build', { key: 'alias/builds', privileged: true }),
});

/** Only what CodeBuild itself puts into S3 is for it to encrypt: a pipeline has a key of its own. */
function keepsArtifacts(build: View): boolean {
  return build.is('artifactsType', (text) => /^(CODEPIPELINE|NO_ARTIFACTS)$/.test(text)) !== true;
}

const artifactsEncrypted = attributeRule({
  id: 'codebuild-artifacts-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'warning',
  kind: project,
  when: keepsArtifacts,
  requires: { artifactsUnencrypted: equals(false), moreArtifactsUnencrypted: equals(false) },
  safety: 'review',
  caution: 'who reads the artifacts needs the right to decrypt them',
  example: exampleOf(project, 'Build', { key: 'alias/builds', artifactsUnencrypted: true }),
});

const logsEncrypted = attributeRule({
  id: 'codebuild-logs-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'warning',
  kind: project,
  requires: { logsUnencrypted: equals(false) },
  safety: 'review',
  caution: 'who reads the logs needs the right to decrypt them',
  example: exampleOf(project, 'Build', { key: 'alias/builds', logsUnencrypted: true }),
});

const outputKey = ownKeyRule({
  id: 'codebuild-kms-key',
  kind: project,
  when: (build) =>
    not(or(and(keepsArtifacts(build), isOn(build, 'artifactsUnencrypted')), isOn(build, 'logsUnencrypted'))),
  key: keyInput('BuildKeyArn', 'for what the builds put out'),
  caution: 'the role of the project and who reads the output need rights to the key; requests to KMS cost',
  example: exampleOf(project, 'Build', { name: 'orders' }),
});

/** CodeBuild keeps a log unless it is told not to. */
const logs = attributeRule({
  id: 'codebuild-logs',
  recommendation: 'log-activity',
  severity: 'warning',
  kind: project,
  when: (view) => not(isOn(view, 'logsToBucket')),
  requires: { logsToGroup: equals(true) },
  safety: 'review',
  caution: 'storing logs costs',
  example: exampleOf(project, 'Build', { key: 'alias/builds', logsToGroup: false }),
});

export const rules = [logs, privileged, artifactsEncrypted, logsEncrypted, outputKey];
export const kinds = [project];

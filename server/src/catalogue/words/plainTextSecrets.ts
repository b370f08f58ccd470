import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'plain-text-secret': {
    title: 'The {secret|secret} of {name|the resource} stands readable in the document.',
    why: 'It spreads to repositories, change sets, state files and logs, where many more people can read it than should know it.',
    advice:
      'Change the secret, keep the new one in Secrets Manager, and refer to it: with a dynamic reference in CloudFormation, with a sensitive variable or a data source in Terraform. Databases can also have Secrets Manager make and rotate their password.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/cfn-example_reference-secret.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_295'],
      cdkNag: ['AwsSolutions-DOC3'],
      guard: [
        'CFN_AUTHENTICATION_RULE',
        'AMAZON_MQ_BROKER_USERS_NO_PLAINTEXT_PASSWORD',
        'DMS_NO_PLAINTEXT_PASSWORD',
        'KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD',
        'KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD',
        'MICROSOFT_AD_NO_PLAINTEXT_PASSWORD',
        'RDS_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD',
        'RDS_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD',
        'REDSHIFT_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD',
      ],
      cfnNag: ['F23', 'F34', 'F35', 'F36', 'F37', 'F52', 'F66', 'F68', 'W1'],
    },
  },
};

import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'pinpoint-channel-credentials': {
    title: 'The {secret} of the channel {name} stands readable in the document.',
    why: 'It spreads to repositories, change sets, state files and logs, and whoever has it sends messages in your name.',
    advice:
      'Withdraw the credential, keep the new one in Secrets Manager, and refer to it: with a dynamic reference in CloudFormation, with a sensitive variable in Terraform.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
      'https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html',
    ],
    sameAs: { cfnNag: ['F57', 'F40', 'F42', 'F43', 'F46', 'F47', 'F48', 'F49'] },
  },
};

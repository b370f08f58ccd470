import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'lex-audio-logs-kms-key': ownKeyWords({
    what: 'audio log of {name|the bot}',
    otherwise:
      'It holds what people have said to the bot. Without a key of yours, S3 encrypts it as the bucket has it.',
    advice: 'Name a KMS key for the audio logs.',
    sources: [
      'https://docs.aws.amazon.com/lexv2/latest/dg/conversation-logs.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-lex-botalias-s3bucketlogdestination.html',
    ],
    sameAs: { cdkNag: ['AwsSolutions-LEX4'] },
  }),
};

import type { Kind } from '../model/kind';
import { exampleOf, isGiven, keyInput, ownKeyRule } from './define';

const bucket = 'ConversationLogSettings.AudioLogSettings[*].Destination.S3Bucket';

const botAlias: Kind = {
  id: 'lex-bot-alias',
  title: 'Lex bot alias',
  cloudformation: ['AWS::Lex::BotAlias'],
  terraform: [],
  attributes: {
    name: { cloudformation: 'BotAliasName', type: 'text' },
    bot: { cloudformation: 'BotId', type: 'text' },
    audioLogs: { cloudformation: `${bucket}.S3BucketArn`, type: 'text' },
    key: { cloudformation: `${bucket}.KmsKeyArn`, type: 'text', about: 'key' },
  },
};

/** Audio goes to S3, which encrypts it in any case; what is written goes to CloudWatch Logs, whose groups have a rule. */
const audioKey = ownKeyRule({
  id: 'lex-audio-logs-kms-key',
  kind: botAlias,
  when: (alias) => isGiven(alias, 'audioLogs'),
  key: keyInput('AudioLogsKeyArn', 'for the audio logs of the bot'),
  caution: 'the role of the bot needs rights to the key, which costs',
  example: exampleOf(botAlias, 'Live', { name: 'live', bot: 'ABCDEFGHIJ', audioLogs: 'arn:aws:s3:::conversations' }),
});

export const rules = [audioKey];
export const kinds = [botAlias];

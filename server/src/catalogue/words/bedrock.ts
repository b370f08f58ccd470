import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'bedrock-agent-kms-key': ownKeyWords({
    what: 'agent {name}',
    otherwise: 'Bedrock encrypts its instructions and sessions with a key that AWS owns, out of your sight.',
    advice: 'Name a KMS key of your own where conversations are sensitive.',
    sources: [
      'https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents-new.html',
      'https://docs.aws.amazon.com/bedrock/latest/userguide/cmk-agent-resources.html',
    ],
    sameAs: { checkov: ['CKV_AWS_373'] },
  }),
  'bedrock-agent-guardrail': {
    title: 'Nothing filters what the agent {name} is asked and what it answers.',
    why: 'An agent repeats what it was told or has looked up, to whoever asks in the right words. A guardrail refuses attacks on the prompt, and masks or blocks personal data and other sensitive information.',
    advice: 'Name a guardrail with filters for sensitive information, and its version.',
    sources: [
      'https://docs.aws.amazon.com/bedrock/latest/userguide/agents-guardrail.html',
      'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use.html',
    ],
    sameAs: { checkov: ['CKV_AWS_383'] },
  },
};

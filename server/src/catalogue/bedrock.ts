import type { Kind } from '../model/kind';
import { WrittenInput } from '../model/written';
import { attributeRule, exampleOf, fixedWith, keyInput, ownKeyRule, present } from './define';

const agent: Kind = {
  id: 'bedrock-agent',
  title: 'Bedrock agent',
  cloudformation: ['AWS::Bedrock::Agent'],
  terraform: ['aws_bedrockagent_agent'],
  attributes: {
    name: { cloudformation: 'AgentName', terraform: 'agent_name', type: 'text' },
    key: {
      cloudformation: 'CustomerEncryptionKeyArn',
      terraform: 'customer_encryption_key_arn',
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'aws-owned',
          since: '2025-01-22',
          source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents-new.html',
        },
      ],
    },
    guardrail: {
      cloudformation: 'GuardrailConfiguration.GuardrailIdentifier',
      terraform: 'guardrail_configuration.guardrail_identifier',
      type: 'text',
    },
    guardrailVersion: {
      cloudformation: 'GuardrailConfiguration.GuardrailVersion',
      terraform: 'guardrail_configuration.guardrail_version',
      type: 'text',
    },
  },
};

const aGuardrail = { guardrail: 'a1b2c3d4e5f6', guardrailVersion: '1' };

const agentKey = ownKeyRule({
  id: 'bedrock-agent-kms-key',
  kind: agent,
  key: keyInput('AgentKeyArn', 'for the agent and its sessions'),
  caution: 'the policy of the key has to let Bedrock and the users of the agent use it; requests to KMS cost',
  example: exampleOf(agent, 'Example', { name: 'orders', ...aGuardrail }),
});

/** What a guardrail filters is chosen in the guardrail, so the fix asks for one. */
const guardrail = attributeRule({
  id: 'bedrock-agent-guardrail',
  recommendation: 'managed-security',
  severity: 'information',
  kind: agent,
  requires: {
    guardrail: fixedWith(present, new WrittenInput('GuardrailId', 'The ID or ARN of the guardrail for the agent')),
    guardrailVersion: fixedWith(
      present,
      new WrittenInput('GuardrailVersion', 'The version of the guardrail: a number, or DRAFT', '^(DRAFT|[1-9][0-9]*)$'),
    ),
  },
  safety: 'input',
  caution: 'each request to a guardrail costs; the role of the agent needs rights to it',
  example: exampleOf(agent, 'Support', {
    name: 'support',
    key: 'arn:aws:kms:eu-west-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef',
  }),
});

export const rules = [agentKey, guardrail];
export const kinds = [agent];

import type { Kind } from '../model/kind';
import type { AttributeRule } from '../model/rule';
import type { Written } from '../model/written';
import { equals, exampleOf, identifiedByArn, inSatellite, keyInput, ownKeyRule } from './define';

const encryptionPage =
  'https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_EncryptionConfiguration.html';

/** What holds the key in all three: CloudFormation cannot name one. */
const encryptionRows: Kind['attributes'] = {
  keyType: {
    terraform: 'encryption_configuration.type',
    type: 'text',
    defaults: [{ is: { value: 'AWS_OWNED_KMS_KEY' }, dialect: 'terraform', source: encryptionPage }],
  },
  key: {
    terraform: 'encryption_configuration.key_id',
    type: 'text',
    about: 'key',
    defaults: [{ is: 'none', key: 'aws-owned', dialect: 'terraform', source: encryptionPage }],
  },
};

export const firewall: Kind = {
  id: 'network-firewall',
  title: 'network firewall',
  cloudformation: ['AWS::NetworkFirewall::Firewall'],
  terraform: ['aws_networkfirewall_firewall'],
  identifiers: identifiedByArn,
  attributes: {
    name: { cloudformation: 'FirewallName', terraform: 'name', type: 'text' },
    ...encryptionRows,
    logs: {
      cloudformation: inSatellite('AWS::NetworkFirewall::LoggingConfiguration', 'FirewallArn', 'FirewallArn', 'arn'),
      terraform: inSatellite('aws_networkfirewall_logging_configuration', 'firewall_arn', 'firewall_arn', 'arn'),
      type: 'text',
      about: 'logging',
    },
    deletionProtection: {
      cloudformation: 'DeleteProtection',
      terraform: 'delete_protection',
      type: 'boolean',
      defaults: [
        {
          is: { value: true },
          dialect: 'cloudformation',
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-networkfirewall-firewall.html',
        },
        {
          is: { value: false },
          dialect: 'terraform',
          source:
            'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/networkfirewall_firewall',
        },
      ],
    },
  },
};

const firewallPolicy: Kind = {
  id: 'network-firewall-policy',
  title: 'network firewall policy',
  cloudformation: ['AWS::NetworkFirewall::FirewallPolicy'],
  terraform: ['aws_networkfirewall_firewall_policy'],
  attributes: {
    name: { cloudformation: 'FirewallPolicyName', terraform: 'name', type: 'text' },
    ...encryptionRows,
  },
};

const ruleGroup: Kind = {
  id: 'network-firewall-rule-group',
  title: 'network firewall rule group',
  cloudformation: ['AWS::NetworkFirewall::RuleGroup'],
  terraform: ['aws_networkfirewall_rule_group'],
  attributes: {
    name: { cloudformation: 'RuleGroupName', terraform: 'name', type: 'text' },
    capacity: { cloudformation: 'Capacity', terraform: 'capacity', type: 'number' },
    type: { cloudformation: 'Type', terraform: 'type', type: 'text' },
    ...encryptionRows,
  },
};

/** A key has to be named together with its type. */
function ownKey(kind: Kind, name: string, attributes: Readonly<Record<string, Written>>): AttributeRule {
  return ownKeyRule({
    id: `${kind.id}-kms-key`,
    kind,
    key: keyInput('FirewallKeyArn', `for the ${kind.title}`),
    beside: { keyType: equals('CUSTOMER_KMS') },
    caution: 'Network Firewall needs rights to the key; the key and requests to it cost',
    example: { only: 'terraform', ...exampleOf(kind, name, attributes) },
  });
}

export const rules = [
  ownKey(firewall, 'Firewall', { name: 'edge', deletionProtection: true }),
  ownKey(firewallPolicy, 'Policy', { name: 'edge' }),
  ownKey(ruleGroup, 'Group', { name: 'allowed-domains', capacity: 100, type: 'STATEFUL' }),
];
export const kinds = [firewall, firewallPolicy, ruleGroup];

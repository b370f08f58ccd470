import type { Kind } from '../model/kind';
import { attributeRule, exampleOf, fixedWith, noneOf } from './define';

const policiesPage = 'https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html';
const serverDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/transfer_server';

const server: Kind = {
  id: 'transfer-server',
  title: 'Transfer Family server',
  cloudformation: ['AWS::Transfer::Server'],
  terraform: ['aws_transfer_server'],
  attributes: {
    domain: { cloudformation: 'Domain', terraform: 'domain', type: 'text' },
    endpoint: {
      cloudformation: 'EndpointType',
      terraform: 'endpoint_type',
      type: 'text',
      about: 'public',
      defaults: [
        // The page of the property does not say.
        {
          is: 'unknown',
          dialect: 'cloudformation',
          source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-transfer-server.html',
        },
        {
          is: { value: 'PUBLIC' },
          dialect: 'terraform',
          source: serverDocumentation,
        },
      ],
    },
    protocol: { cloudformation: 'Protocols[*]', terraform: 'protocols[*]', type: 'text', about: 'in-transit' },
    securityPolicy: {
      cloudformation: 'SecurityPolicyName',
      terraform: 'security_policy_name',
      type: 'text',
      about: 'in-transit',
      isDegree: true,
      defaults: [
        { is: { value: 'TransferSecurityPolicy-2018-11' }, dialect: 'cloudformation', source: policiesPage },
        // The service itself would take a newer one, but the provider names this.
        { is: { value: 'TransferSecurityPolicy-2018-11' }, dialect: 'terraform', source: serverDocumentation },
      ],
    },
  },
};

/** Partners often come over the internet; which VPC would do instead, and who may come then, only the user knows. */
const publicEndpoint = attributeRule({
  id: 'transfer-server-public',
  recommendation: 'private-connectivity',
  severity: 'information',
  fix: 'none',
  kind: server,
  requires: { endpoint: noneOf(['PUBLIC']) },
  example: exampleOf(server, 'Exchange', { domain: 'S3', endpoint: 'PUBLIC' }),
});

/** Which clients can do without, and with which certificate the others come, only the user knows. */
const clearText = attributeRule({
  id: 'transfer-server-ftp',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  fix: 'none',
  kind: server,
  requires: { protocol: noneOf(['FTP']) },
  example: exampleOf(server, 'Exchange', { domain: 'S3', endpoint: 'VPC', protocol: 'FTP' }),
});

/** The policies that still take ssh-rsa, which signs with SHA-1. */
const outdated = [
  'TransferSecurityPolicy-2018-11',
  'TransferSecurityPolicy-2020-06',
  'TransferSecurityPolicy-FIPS-2020-06',
];

const securityPolicy = attributeRule({
  id: 'transfer-server-security-policy',
  recommendation: 'encrypt-in-transit',
  severity: 'warning',
  kind: server,
  requires: {
    securityPolicy: fixedWith(noneOf(outdated), (exchange) =>
      exchange.is('securityPolicy', (policy) => policy.includes('-FIPS-')) === true
        ? 'TransferSecurityPolicy-FIPS-2024-05'
        : 'TransferSecurityPolicy-2024-01',
    ),
  },
  safety: 'review',
  caution: 'clients that know only older algorithms are refused',
  example: exampleOf(server, 'Exchange', {
    domain: 'S3',
    endpoint: 'VPC',
    securityPolicy: 'TransferSecurityPolicy-2018-11',
  }),
});

export const rules = [clearText, securityPolicy, publicEndpoint];
export const kinds = [server];

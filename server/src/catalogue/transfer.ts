import type { Kind } from '../model/kind';
import { attributeRule, exampleOf, noneOf } from './define';

export const server: Kind = {
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
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/transfer_server',
        },
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

export const rules = [publicEndpoint];
export const kinds = [server];

import type { Attribute } from '../model/kind';

/** The rows of what a machine tells of itself to what runs on it, by the property of CloudFormation that holds them. */
export function metadataRows(
  options: string,
): Record<'metadataEndpoint' | 'metadataTokens' | 'metadataHops', Attribute> {
  return {
    metadataEndpoint: {
      cloudformation: `${options}.HttpEndpoint`,
      terraform: 'metadata_options.http_endpoint',
      type: 'text',
    },
    metadataTokens: {
      cloudformation: `${options}.HttpTokens`,
      terraform: 'metadata_options.http_tokens',
      type: 'text',
    },
    metadataHops: {
      cloudformation: `${options}.HttpPutResponseHopLimit`,
      terraform: 'metadata_options.http_put_response_hop_limit',
      type: 'number',
    },
  };
}

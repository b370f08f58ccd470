import { endpointServiceName } from '../../data/vpcEndpoints';
import { fieldOf, type Value } from '../../model/value';
import { lowerBlock, type MergedBlock } from './overrides';
import { repetitionOf } from './repetition';
import type { Scope } from './values';

/**
 * The full name of the service that a data source `aws_vpc_endpoint_service` has the common name of, as
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/vpc_endpoint_service has it. It stands
 * where the common name is written; the Region is the provider's. `key` is that of the one instance that is meant.
 */
export function endpointServiceNameOf(block: MergedBlock, scope: Scope, key?: string): Value | undefined {
  const repetition = repetitionOf(block.body, scope, key);
  const service = repetition && fieldOf(lowerBlock(block, repetition.scope), 'service');
  if (service?.kind !== 'literal') return undefined;
  const { text, origin } = service;
  const region: Value = { kind: 'unknown', reason: 'the provider says which Region', origin };
  const [before = '', after = ''] = (endpointServiceName(text, '*') ?? `com.amazonaws.*.${text}`).split('*');
  return { kind: 'template', parts: [before, region, after], origin };
}

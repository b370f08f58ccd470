import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertFileFindings, fixedFile } from '../../support/files';

const json = (value: unknown) => JSON.stringify(value, null, 2);
const rule = 'vpc-endpoint-region';
const wrong = `⟦${rule}|com.amazonaws.us-east-1.sqs⟧`;
const right = 'com.amazonaws.eu-west-1.sqs';

/** An endpoint for a service in a Region. */
const endpoint = (service: string, more: object = {}) => ({
  resource: { aws_vpc_endpoint: { queues: { service_name: service, vpc_endpoint_type: 'Interface', ...more } } },
});

/** Checks a module in which marks may stand, beside others. */
function assertRegions(module: object, others: Record<string, string> = {}): Promise<void> {
  return assertFileFindings({ '/w/main.tf.json': json(module), ...others }, '/w/main.tf.json', [rule]);
}

describe('the Region of a resource', () => {
  test('is that of the provider', async () => {
    const provider = { aws: { region: 'eu-west-1' } };
    await assertRegions({ provider, ...endpoint(wrong) });
    await assertRegions({ provider, ...endpoint(right) });
    await assertRegions({ provider, ...endpoint('com.amazonaws.${data.aws_region.current.id}.sqs') });
    await assertRegions({
      locals: { region: 'eu-west-1' },
      provider: { aws: [{ region: '${local.region}' }] },
      ...endpoint(wrong),
    });
  });

  test('is not known where the provider takes it from elsewhere', async () => {
    const service = 'com.amazonaws.us-east-1.sqs';
    await assertRegions(endpoint(service));
    await assertRegions({ provider: { aws: {} }, ...endpoint(service) });
    const variable = { region: { default: 'eu-west-1' } };
    await assertRegions({ variable, provider: { aws: { region: '${var.region}' } }, ...endpoint(service) });
  });

  test('is that of the provider that the resource names', async () => {
    const provider = { aws: [{ region: 'us-east-1' }, { alias: 'home', region: 'eu-west-1' }] };
    await assertRegions({ provider, ...endpoint(wrong, { provider: 'aws.home' }) });
    await assertRegions({ provider, ...endpoint(wrong, { provider: '${aws.home}' }) });
    await assertRegions({ provider, ...endpoint(right, { provider: 'aws.home' }) });
    await assertRegions({ provider, ...endpoint(right, { provider: 'aws.elsewhere' }) });
    await assertRegions({ provider, ...endpoint('com.amazonaws.us-east-1.sqs') });
  });

  test('is its own where it names one', async () => {
    const provider = { aws: { region: 'us-east-1' } };
    await assertRegions({ provider, ...endpoint(wrong, { region: 'eu-west-1' }) });
    await assertRegions({ provider, ...endpoint(right, { region: 'eu-west-1' }) });
    await assertRegions({ provider, ...endpoint(right, { region: '${var.region}' }) });
    await assertRegions({ provider, ...endpoint('com.amazonaws.us-east-1.sqs', { region: null }) });
  });

  test('is that of the service where the endpoint says so', async () => {
    const provider = { aws: { region: 'eu-west-1' } };
    await assertRegions({ provider, ...endpoint('com.amazonaws.us-east-1.sqs', { service_region: 'us-east-1' }) });
  });

  test('is handed on to the modules that are called', async () => {
    const others = {
      '/w/net/main.tf.json': json({ variable: { service: {} }, ...endpoint('${var.service}') }),
    };
    const call = (service: string, more: object = {}) => ({
      provider: { aws: [{ region: 'eu-west-1' }, { alias: 'us', region: 'us-east-1' }] },
      module: { net: { source: './net', service, ...more } },
    });
    await assertRegions(call(wrong), others);
    await assertRegions(call(right), others);
    await assertRegions(call('com.amazonaws.us-east-1.sqs', { providers: { aws: 'aws.us' } }), others);
    await assertRegions(call('com.amazonaws.us-east-1.sqs', { providers: { 'aws.other': 'aws.us' } }), others);
  });

  test('is put into the name of the service', async () => {
    const module = (service: string) => json({ provider: { aws: { region: 'eu-west-1' } }, ...endpoint(service) });
    const texts = { '/w/main.tf.json': module('com.amazonaws.us-east-1.sqs') };
    assert.equal(await fixedFile(texts, '/w/main.tf.json', rule), module(right));
  });

  test('stands in a plan', async () => {
    const values = { region: 'eu-west-1', vpc_endpoint_type: 'Interface', service_name: wrong };
    const resource = { address: 'aws_vpc_endpoint.q', type: 'aws_vpc_endpoint', name: 'q', mode: 'managed', values };
    const plan = json({ format_version: '1.2', planned_values: { root_module: { resources: [resource] } } });
    await assertFileFindings({ '/w/plan.json': plan }, '/w/plan.json', [rule]);
  });
});

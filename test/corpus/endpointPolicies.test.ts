import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { test } from 'node:test';
import { checkText, shown } from '../support/checking';
import { corpusFiles, hasCorpus } from '../support/corpus';

/** The endpoint that a policy of AWS's data-perimeter examples is for, by the name of its file. */
function endpointOf(name: string): { service: string; type: string } {
  const service = basename(name).replace('_endpoint_policy.json', '');
  // IAM's name has no Region; the examples for IoT are about its control plane; the default is for any service.
  const named = { default: '${AWS::Region}.sqs', iam: 'iam', iot: '${AWS::Region}.iot.api' }[service];
  return {
    service: `com.amazonaws.${named ?? `\${AWS::Region}.${service}`}`,
    type: service === 's3' ? 'Gateway' : 'Interface',
  };
}

test('the endpoint policies that AWS publishes are found right, alone and at their endpoints', {
  skip: !hasCorpus,
}, () => {
  const files = corpusFiles('iam').filter(({ name }) => name.includes('vpc_endpoint_policies'));
  assert.ok(files.length >= 10);
  for (const { name, text } of files) {
    const { service, type } = endpointOf(name);
    const properties = {
      VpcId: 'vpc-1',
      ServiceName: { 'Fn::Sub': service },
      VpcEndpointType: type,
      PrivateDnsEnabled: type === 'Interface',
      PolicyDocument: JSON.parse(text),
    };
    const template = { Resources: { Way: { Type: 'AWS::EC2::VPCEndpoint', Properties: properties } } };
    for (const [path, document] of [
      ['policy.json', text],
      ['template.json', JSON.stringify(template, null, 2)],
    ] as const) {
      const found = checkText(path, document).findings.filter(({ rule }) => rule.startsWith('vpc-endpoint-'));
      assert.deepEqual(found.map(shown), [], name);
    }
  }
});

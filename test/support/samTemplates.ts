import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { fixesFor } from '../../server/src/engine/fixes';
import { checkText, proveFix } from './checking';

/** What a template holds, as JSON has it. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
/** The properties of a resource. */
export type Properties = { readonly [key: string]: Json };

/** A reference to a resource or parameter of the template. */
export const ref = (name: string) => ({ Ref: name });
const narrowed = /only what this document's roles do/;

/** A template of SAM's with a function that has policies, in a VPC with the endpoints of some services. */
export function samTemplate(
  policies: Json,
  services: readonly string[] = [],
  more: Properties = {},
  attributes: Properties = {},
) {
  const endpoints = services.map((service) => [
    `To${service}`,
    {
      Type: 'AWS::EC2::VPCEndpoint',
      Properties: {
        VpcId: ref('Net'),
        VpcEndpointType: service === 'dynamodb' ? 'Gateway' : 'Interface',
        ServiceName: { 'Fn::Sub': `com.amazonaws.\${AWS::Region}.${service}` },
      },
    },
  ]);
  return {
    Transform: 'AWS::Serverless-2016-10-31',
    Conditions: { IsLive: { 'Fn::Equals': [ref('AWS::Region'), 'eu-west-1'] } },
    Resources: {
      Hello: {
        Type: 'AWS::Serverless::Function',
        ...attributes,
        Properties: {
          VpcConfig: { SubnetIds: [ref('Inner')], SecurityGroupIds: [ref('Group')] },
          Policies: policies,
        },
      },
      Net: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
      Inner: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: ref('Net'), CidrBlock: '10.0.0.0/24' } },
      Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'g', VpcId: ref('Net') } },
      Orders: { Type: 'AWS::DynamoDB::Table' },
      ...Object.fromEntries(endpoints),
      ...more,
    },
  };
}

/** A template in YAML and in JSON. */
export const samTexts = (value: Json): readonly (readonly [path: string, text: string])[] => [
  ['t.yaml', stringify(value)],
  ['t.json', JSON.stringify(value, null, 2)],
];

/** The texts after the endpoint of a template was narrowed to what its roles do; none where that is not offered. */
export function narrowings(value: Json): readonly string[] {
  return samTexts(value).flatMap(([path, text]) => {
    const checked = checkText(path, text);
    const finding = checked.findings.find(({ rule }) => rule === 'vpc-endpoint-policy-missing');
    assert.ok(finding, 'the endpoint has a policy');
    const fix = fixesFor(checked, finding).find(({ title }) => narrowed.test(title));
    return fix ? [proveFix(checked, finding, fix)] : [];
  });
}

/** The actions of a service that a text names. */
export function actionsNamed(text: string, service: string): readonly string[] {
  return [...new Set(text.match(new RegExp(`${service}:\\w+`, 'g')))].sort();
}

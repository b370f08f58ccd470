import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const policy = `
      PolicyDocument:
        Statement: [{ Effect: Allow, Principal: { AWS: '111122223333' }, Action: 'x:Y', Resource: '*' }]`;

function template(serviceName: string, more = 'VpcEndpointType: Interface\n      PrivateDnsEnabled: true'): string {
  return `Resources:
  Way:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-1
      ServiceName: ${serviceName}
      ${more}${policy}
`;
}

/** The text after each fix of the only finding, by the fix's title. */
function fixed(text: string, path = 'template.yaml'): ReadonlyMap<string, string> {
  const checked = checkText(path, text);
  const [finding] = checked.findings;
  assert.ok(finding && checked.findings.length === 1, checked.findings.map(({ rule }) => rule).join());
  return new Map(fixesFor(checked, finding).map(({ title, edits }) => [title, applyEdits(text, edits)]));
}

const about = /^vpc-endpoint-(service-name|type|region|private-dns)$/;

describe('The name of an endpoint service', () => {
  test('that stands for its actions or its API, or is misspelled, is told with the right one', () => {
    for (const name of [
      '⟦vpc-endpoint-service-name|com.amazonaws.eu-west-1.cloudwatch⟧',
      '!Sub ⟦vpc-endpoint-service-name|com.amazonaws.${AWS::Region}.ecr⟧',
      '⟦vpc-endpoint-service-name|com.amazonaws.eu-west-1.secretmanager⟧',
      '⟦vpc-endpoint-service-name|com.amazonaws.eu-west-1.ecr-api⟧',
      '⟦vpc-endpoint-service-name|cn.com.amazonaws.cn-north-1.SQS⟧',
    ]) {
      assertFindings('template.yaml', template(name), about);
    }
  });

  test('is left alone where it is right, new, of others or not told', () => {
    for (const name of [
      'com.amazonaws.eu-west-1.sms-voice',
      'com.amazonaws.eu-west-1.pinpoint-sms-voice-v2',
      'com.amazonaws.eu-west-1.iot.api',
      'com.amazonaws.eu-west-1.brand-new-service',
      'com.amazonaws.eu-west-1.xyz',
      'com.amazonaws.iam',
      'com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0',
      'aws.sagemaker.eu-west-1.studio',
      '!ImportValue service',
      "!Sub 'com.amazonaws.${AWS::Region}.${Service}'",
    ]) {
      assertFindings('template.yaml', template(name), /service-name/);
    }
  });

  test('is mended in its place, in each form, with the holes around it', () => {
    const sub = fixed(template('!Sub com.amazonaws.${AWS::Region}.ecr'));
    assert.deepEqual(
      [...sub.keys()],
      ['Connect to ecr.api (replaces the resource)', 'Connect to ecr.dkr (replaces the resource)'],
    );
    assert.match([...sub.values()][0] ?? '', /ServiceName: !Sub com\.amazonaws\.\$\{AWS::Region\}\.ecr\.api\n/);
    const [join] = fixed(template("!Join ['.', [com.amazonaws, !Ref AWS::Region, cloudwatch]]")).values();
    assert.match(join ?? '', /!Join \['\.', \[com\.amazonaws, !Ref AWS::Region, monitoring\]\]/);
    const [terraform] = fixed(
      JSON.stringify({
        variable: { region: { type: 'string' } },
        resource: {
          aws_vpc_endpoint: {
            way: {
              vpc_id: 'vpc-1',
              vpc_endpoint_type: 'Interface',
              service_name: 'com.amazonaws.${var.region}.mobiletargeting',
              private_dns_enabled: true,
              policy:
                '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"x:Y","Resource":"*"}]}',
            },
          },
        },
      }),
      'main.tf.json',
    ).values();
    assert.match(terraform ?? '', /"com\.amazonaws\.\$\{var\.region\}\.pinpoint"/);
  });
});

test('The common name of a service stands for the full one where a data source of Terraform looks it up', () => {
  const module = (service: string) => `{
  "data": {"aws_vpc_endpoint_service": {"looked_up": {"service": "${service}"}}},
  "resource": {"aws_vpc_endpoint": {"way": {"vpc_id": "vpc-1", "vpc_endpoint_type": "Interface",
    "service_name": "\${data.aws_vpc_endpoint_service.looked_up.service_name}", "private_dns_enabled": PRIVATE,
    "policy": "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"AWS\\":\\"111122223333\\"},\\"Action\\":\\"sqs:SendMessage\\",\\"Resource\\":\\"*\\"}]}"}}}
}`;
  assertFindings('main.tf.json', module('sqs').replace('PRIVATE', '⟦vpc-endpoint-private-dns|false⟧'), about);
  assertFindings('main.tf.json', module('⟦vpc-endpoint-service-name|secretmanager⟧').replace('PRIVATE', 'true'), about);
  const [fix] = fixed(module('mobiletargeting').replace('PRIVATE', 'true'), 'main.tf.json').values();
  assert.match(fix ?? '', /"looked_up": \{"service": "pinpoint"\}/);
});

describe('The type of an endpoint', () => {
  test('is no gateway, written or by default, for a service without one', () => {
    for (const type of ['VpcEndpointType: ⟦vpc-endpoint-type|Gateway⟧', 'VpcEndpointType: !Ref Type']) {
      const marked = template('com.amazonaws.eu-west-1.sqs', type);
      assertFindings('template.yaml', marked, about);
    }
    assertFindings(
      'template.yaml',
      template('com.amazonaws.eu-west-1.sqs', 'Tags: []').replace('Way', '⟦vpc-endpoint-type|Way⟧'),
      about,
    );
  });

  test('is a choice for S3 and DynamoDB, and not ours for services that are not known', () => {
    for (const service of ['s3', 'dynamodb', 's3express', 'brand-new-service']) {
      assertFindings('template.yaml', template(`com.amazonaws.eu-west-1.${service}`, 'Tags: []'), about);
    }
  });

  test('is mended together with private DNS', () => {
    const [text] = fixed(template('com.amazonaws.eu-west-1.sqs', 'Tags: []')).values();
    assert.match(text ?? '', /VpcEndpointType: Interface/);
    assert.match(text ?? '', /PrivateDnsEnabled: true/);
  });
});

describe('The Region of an endpoint', () => {
  const inZone = (zone: string, name: string, more = '') =>
    `${template(name).replace('PrivateDnsEnabled', `${more}SubnetIds: [!Ref Subnet]\n      PrivateDnsEnabled`)}  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: vpc-1, AvailabilityZone: ${zone} }
`;

  test('is that of its subnets', () => {
    const wrong = inZone('us-east-1a', '⟦vpc-endpoint-region|com.amazonaws.eu-west-1.sqs⟧');
    const text = assertFindings('template.yaml', wrong, about);
    const [mended] = fixed(text).values();
    assert.match(mended ?? '', /ServiceName: com\.amazonaws\.us-east-1\.sqs\n/);
  });

  test('is not judged where one of both is not plain, or the service may be elsewhere', () => {
    for (const text of [
      inZone('us-east-1a', 'com.amazonaws.us-east-1.sqs'),
      inZone('us-east-1a', '!Sub com.amazonaws.${AWS::Region}.sqs'),
      inZone('!Select [0, !GetAZs ""]', 'com.amazonaws.eu-west-1.sqs'),
      inZone('us-west-2-lax-1a', 'com.amazonaws.eu-west-1.sqs'),
      inZone('us-east-1a', 'com.amazonaws.eu-west-1.kms', 'ServiceRegion: eu-west-1\n      '),
      template('com.amazonaws.eu-west-1.sqs'),
    ]) {
      assertFindings('template.yaml', text, about);
    }
  });
});

describe('Private DNS', () => {
  const interfaceOnly = 'VpcEndpointType: Interface';

  test('is wanted for interface endpoints of known services', () => {
    for (const service of ['sms-voice', 'sqs']) {
      const name = `com.amazonaws.eu-west-1.${service}`;
      const off = `${interfaceOnly}\n      PrivateDnsEnabled: ⟦vpc-endpoint-private-dns|false⟧`;
      assertFindings('template.yaml', template(name, off), about);
      const absent = template(name, interfaceOnly).replace('Way', '⟦vpc-endpoint-private-dns|Way⟧');
      assertFindings('template.yaml', absent, about);
    }
  });

  test('is a decision of its own for S3, DynamoDB and private APIs, and impossible for gateways', () => {
    for (const service of ['s3', 'dynamodb', 'execute-api', 's3-global.accesspoint']) {
      assertFindings('template.yaml', template(`com.amazonaws.eu-west-1.${service}`, interfaceOnly), about);
    }
    assertFindings('template.yaml', template('com.amazonaws.eu-west-1.s3', 'VpcEndpointType: Gateway'), about);
  });
});

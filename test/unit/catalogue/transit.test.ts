import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSettings } from '../../../server/src/engine/settings';
import { checkText } from '../../support/checking';
import { fixed } from '../../support/fixing';
import { assertFindings } from '../../support/marked';

describe('An origin of CloudFront', () => {
  const about = /^cloudfront-origin-(https|minimum-tls)$/;
  const distribution = (domain: string, custom: string) => `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Origins:
          - Id: one
            DomainName: ${domain}
            CustomOriginConfig: ${custom}
`;

  test('is reached by HTTPS, but for the website of a bucket, which speaks none', () => {
    const plain = '{ OriginProtocolPolicy: http-only }';
    const found = '{ OriginProtocolPolicy: ⟦cloudfront-origin-https|http-only⟧ }';
    assertFindings('template.yaml', distribution('orders.example.com', found), about);
    assertFindings('template.yaml', distribution('orders.s3-website-eu-west-1.amazonaws.com', plain), about);
    const website = "!Select [2, !Split ['/', !GetAtt Files.WebsiteURL]]";
    assertFindings('template.yaml', `${distribution(website, plain)}  Files:\n    Type: AWS::S3::Bucket\n`, about);
    assertFindings(
      'template.yaml',
      distribution('orders.example.com', '{ OriginProtocolPolicy: match-viewer }'),
      about,
    );
  });

  test('is reached without any outdated version of TLS', () => {
    const rule = 'cloudfront-origin-minimum-tls';
    const found = `{ OriginSSLProtocols: [TLSv1.2, ⟦${rule}|TLSv1⟧, ⟦${rule}|SSLv3⟧] }`;
    assertFindings('template.yaml', distribution('orders.example.com', found), about);
    assertFindings('template.yaml', distribution('orders.example.com', '{ OriginSSLProtocols: [TLSv1.2] }'), about);
  });
});

describe('A listener', () => {
  const about = /^elbv2-listener-(minimum-tls|forward-secrecy)$/;
  const listener = (policy: string, name = 'Listener') => `Resources:
  ${name}:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      Protocol: HTTPS
${policy}`;

  test('takes the policy of 2016 where it names none', () => {
    assertFindings('template.yaml', listener('', '⟦elbv2-listener-minimum-tls|Listener⟧'), about);
  });

  test('is judged by the version in the name of its policy, also of policies to come', () => {
    const policy = (text: string) => listener(`      SslPolicy: ${text}\n`);
    assertFindings('template.yaml', policy('⟦elbv2-listener-minimum-tls|ELBSecurityPolicy-FS-1-1-2019-08⟧'), about);
    assertFindings(
      'template.yaml',
      policy('⟦elbv2-listener-forward-secrecy|ELBSecurityPolicy-TLS-1-2-2017-01⟧'),
      about,
    );
    assertFindings('template.yaml', policy('ELBSecurityPolicy-TLS13-1-2-Res-2031-01'), about);
    const fips = (extension: string) => `ELBSecurityPolicy-TLS13-1-2-${extension}-FIPS-2023-04`;
    assertFindings('template.yaml', policy(`⟦elbv2-listener-forward-secrecy|${fips('Ext1')}⟧`), about);
    assertFindings('template.yaml', policy(fips('Ext0')), about);
    const strict = { ...defaultSettings, minimumTlsVersion: '1.3' as const };
    const found = policy('⟦elbv2-listener-minimum-tls|ELBSecurityPolicy-TLS13-1-2-2021-06⟧');
    assertFindings('template.yaml', found, about, strict);
    assertFindings('template.yaml', policy('ELBSecurityPolicy-TLS13-1-3-2021-06'), about, strict);
  });

  test('that speaks HTTP has no policy to judge', () => {
    assertFindings('template.yaml', listener('').replace('HTTPS', 'HTTP'), about);
  });
});

describe('A Classic Load Balancer', () => {
  const balancer = (...listeners: string[]) => `Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      Listeners:
${listeners.map((listener) => `        - ${listener}\n`).join('')}`;
  const plain = 'LoadBalancerPort: "80"\n          InstancePort: "8080"\n          Protocol: HTTP';
  const encrypted = '{ LoadBalancerPort: "443", InstancePort: "8080", Protocol: HTTPS }';

  test('serves HTTPS on its port after the fix, and talks to its instances as before', () => {
    const after = fixed('template.yaml', balancer(plain), 'elb-classic-listener-tls');
    assert.match(after, /LoadBalancerPort: "443"/);
    assert.match(after, /InstancePort: "8080"\n {10}Protocol: HTTPS\n {10}InstanceProtocol: HTTP\n/);
  });

  test('that serves HTTPS as well may redirect by its instances, and has no port for another', () => {
    const about = /^elb-classic-listener-tls$/;
    const both = balancer(plain.replace('HTTP', '⟦elb-classic-listener-tls|HTTP⟧'), encrypted);
    assertFindings('template.yaml', both, about);
    const { findings } = checkText('template.yaml', balancer(plain, encrypted));
    const [finding] = findings.filter(({ rule }) => about.test(rule));
    assert.equal(finding?.severity, 'warning');
    assert.equal(finding.remedies.length, 0);
  });

  const about = /^elb-classic-minimum-tls$/;

  test('is judged by the policies that its listeners name', () => {
    const template = `Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      Listeners:
        - { Protocol: HTTPS, LoadBalancerPort: '443', InstancePort: '80', PolicyNames: [Old, Sticky] }
        - { Protocol: SSL, LoadBalancerPort: '8443', InstancePort: '80', PolicyNames: [Own] }
        - { Protocol: HTTP, LoadBalancerPort: '80', InstancePort: '80', PolicyNames: [Unused] }
      Policies:
        - PolicyName: Old
          PolicyType: SSLNegotiationPolicyType
          Attributes: [{ Name: Reference-Security-Policy, Value: ⟦elb-classic-minimum-tls|ELBSecurityPolicy-2016-08⟧ }]
        - PolicyName: Own
          PolicyType: SSLNegotiationPolicyType
          Attributes:
            - { Name: Protocol-TLSv1.2, Value: 'true' }
            - { Name: Protocol-TLSv1, Value: '⟦elb-classic-minimum-tls|true⟧' }
        - PolicyName: Unused
          PolicyType: SSLNegotiationPolicyType
          Attributes: [{ Name: Reference-Security-Policy, Value: ELBSecurityPolicy-2016-08 }]
        - PolicyName: Sticky
          PolicyType: LBCookieStickinessPolicyType
          Attributes: []
`;
    assertFindings('template.yaml', template, about);
  });
});

describe('An endpoint of DMS', () => {
  const about = /^dms-endpoint-tls$/;
  const endpoint = (engine: string, name = 'Source') => `Resources:
  ${name}:
    Type: AWS::DMS::Endpoint
    Properties:
      EndpointType: source
      EngineName: ${engine}
`;

  test('is asked for TLS where its engine can do without', () => {
    for (const engine of ['postgres', 'mysql']) {
      assertFindings('template.yaml', endpoint(engine, '⟦dms-endpoint-tls|Source⟧'), about);
    }
    for (const engine of ['redshift', 's3']) assertFindings('template.yaml', endpoint(engine), about);
  });

  test('has a fix where the engine takes `require`; others need the certificate of their authority', () => {
    const written = (engine: string) => `${endpoint(engine)}      SslMode: none\n`;
    const after = fixed('template.yaml', written('postgres'), 'dms-endpoint-tls');
    assert.equal(after, written('postgres').replace('none', 'require'));
    for (const engine of ['mysql', 'docdb']) {
      const found = checkText('template.yaml', written(engine)).findings.filter(({ rule }) => about.test(rule));
      assert.deepEqual(
        found.map(({ remedies }) => remedies.length),
        [0],
      );
    }
  });
});

describe('The stage of a REST API', () => {
  const about = /^api-gateway-client-certificate$/;
  const template = (type: string, name = 'Stage') => `Resources:
  ${name}:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
  GetOrders:
    Type: AWS::ApiGateway::Method
    Properties:
      HttpMethod: GET
      Integration: { Type: ${type} }
`;
  const configuration = (type: string, name = 'live') => `{
  "resource": {
    "aws_api_gateway_stage": { "${name}": { "stage_name": "live" } },
    "aws_api_gateway_method": { "orders": { "http_method": "GET" } },
    "aws_api_gateway_integration": {
      "orders": { "http_method": "\${aws_api_gateway_method.orders.http_method}", "type": "${type}" }
    }
  }
}`;

  test('shows a certificate where a back end is reached by HTTP, and not where it is a function', () => {
    const mark = (name: string) => `⟦api-gateway-client-certificate|${name}⟧`;
    assertFindings('template.yaml', template('HTTP_PROXY', mark('Stage')), about);
    assertFindings('template.yaml', template('AWS_PROXY'), about);
    assertFindings('main.tf.json', configuration('HTTP', mark('live')), about);
    assertFindings('main.tf.json', configuration('AWS_PROXY'), about);
  });
});

describe('Instance metadata', () => {
  const about = /^ec2-metadata-/;

  test('need no token where they are off, and come from a launch template where one is named', () => {
    const template = `Resources:
  ⟦ec2-metadata-tokens|Silent⟧:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
  Off:
    Type: AWS::EC2::Instance
    Properties:
      MetadataOptions: { HttpEndpoint: disabled, HttpTokens: optional }
  FromTemplate:
    Type: AWS::EC2::Instance
    Properties:
      LaunchTemplate: { LaunchTemplateId: lt-0123456789abcdef0, Version: '1' }
  Launch:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        MetadataOptions:
          HttpTokens: ⟦ec2-metadata-tokens|optional⟧
          HttpPutResponseHopLimit: ⟦ec2-metadata-hops|2⟧
`;
    assertFindings('template.yaml', template, about);
  });
});

describe('A volume of EFS in a task', () => {
  const about = /^ecs-task-efs-tls$/;

  test('is mounted with TLS, which is not what happens by itself', () => {
    const template = `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes:
        - Name: scratch
        - Name: secure
          EFSVolumeConfiguration: { FilesystemId: fs-1, TransitEncryption: ENABLED }
        - Name: open
          EFSVolumeConfiguration: { FilesystemId: fs-1, TransitEncryption: ⟦ecs-task-efs-tls|DISABLED⟧ }
        - Name: silent
          EFSVolumeConfiguration: ⟦ecs-task-efs-tls|{ FilesystemId: fs-1 }⟧
`;
    assertFindings('template.yaml', template, about);
  });
});

describe('What keeps to FIPS 140', () => {
  test('does so after a fix', () => {
    const listener = (policy: string) => `Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: { Protocol: HTTPS, SslPolicy: ${policy} }
`;
    const oldVersion = listener('ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04');
    const fixedKeys = listener('ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-2023-04');
    const better = listener('ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09');
    assert.equal(fixed('template.yaml', oldVersion, 'elbv2-listener-minimum-tls'), better);
    assert.equal(fixed('template.yaml', fixedKeys, 'elbv2-listener-forward-secrecy'), better);
    const about = /^elbv2-listener-(minimum-tls|forward-secrecy)$/;
    assertFindings('template.yaml', listener('ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04'), about);

    const server = '{"resource": {"aws_transfer_server": {"exchange": {"security_policy_name": "NAME"}}}}';
    const named = (name: string) => server.replace('NAME', `TransferSecurityPolicy-${name}`);
    const rule = 'transfer-server-security-policy';
    assert.equal(fixed('main.tf.json', named('FIPS-2020-06'), rule), named('FIPS-2024-05'));
    assert.equal(fixed('main.tf.json', named('2020-06'), rule), named('2024-01'));
  });
});

describe('A server of Transfer Family', () => {
  test('has the policy of 2018 where it names none, in both formats', () => {
    const about = /^transfer-server-security-policy$/;
    const template = 'Resources:\n  ⟦transfer-server-security-policy|Exchange⟧: { Type: AWS::Transfer::Server }\n';
    const module = '{"resource": {"aws_transfer_server": {"⟦transfer-server-security-policy|exchange⟧": {}}}}';
    assertFindings('template.yaml', template, about);
    assertFindings('main.tf.json', module, about);
  });
});

describe('An accelerator', () => {
  test('is given the bucket and the prefix that flow logs take, and keeps those that it has', () => {
    const accelerator = (attributes: object) =>
      JSON.stringify({ resource: { aws_globalaccelerator_accelerator: { entry: { name: 'entry', attributes } } } });
    const rule = 'global-accelerator-flow-logs';
    const after = fixed('main.tf.json', accelerator({ flow_logs_enabled: false }), rule);
    assert.match(after, /"flow_logs_s3_bucket":\s*"\$\{var\./);
    assert.match(after, /"flow_logs_s3_prefix":\s*"flow-logs"/);
    const own = { flow_logs_enabled: false, flow_logs_s3_bucket: 'traffic', flow_logs_s3_prefix: 'entry' };
    assert.equal(fixed('main.tf.json', accelerator(own), rule), accelerator({ ...own, flow_logs_enabled: true }));
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { checkText } from '../../support/checking';
import { fixed } from '../../support/fixing';
import { assertFindings } from '../../support/marked';

function found(rule: string, path: string, text: string): string[] {
  return checkText(path, text)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ resource }) => resource?.name ?? '');
}

function template(resources: object): string {
  return JSON.stringify({ Resources: resources }, undefined, 2);
}

function configuration(resource: object): string {
  return JSON.stringify({ resource }, undefined, 2);
}

describe('The access log of a stage', () => {
  const about = /^api-gateway(-v2)?-access-log-json$/;
  const stage = (format: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      AccessLogSettings:
        DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:orders
        Format: ${format}
`;

  test('is one of fields in a row, in XML, or in JSON', () => {
    const [start, end] = ['⟦api-gateway-v2-access-log-json|', '⟧'];
    assertFindings('a.yaml', stage(`${start}$context.requestId $context.status${end}`), about);
    assertFindings('a.yaml', stage(`${start}<request id="$context.requestId"/>${end}`), about);
    assertFindings('a.yaml', stage(`'{"requestId":"$context.requestId","status":$context.status}'`), about);
    assertFindings('a.yaml', stage(`!Sub '$context.requestId \${AWS::Region}'`), about);
  });

  test('is left as it is where a stream delivers it', () => {
    const rule = 'api-gateway-access-log-json';
    const delivered = (DestinationArn: unknown) =>
      template({
        Group: { Type: 'AWS::Logs::LogGroup' },
        Stream: { Type: 'AWS::KinesisFirehose::DeliveryStream' },
        Stage: {
          Type: 'AWS::ApiGateway::Stage',
          Properties: { AccessLogSetting: { DestinationArn, Format: '$context.requestId $context.status' } },
        },
      });
    const arn = 'arn:aws:firehose:${AWS::Region}:${AWS::AccountId}:deliverystream/amazon-apigateway-orders';
    assert.deepEqual(found(rule, 'a.json', delivered({ 'Fn::Sub': arn })), []);
    assert.deepEqual(found(rule, 'a.json', delivered({ 'Fn::GetAtt': ['Stream', 'Arn'] })), []);
    assert.deepEqual(found(rule, 'a.json', delivered({ 'Fn::GetAtt': ['Group', 'Arn'] })), ['Stage']);
  });

  test('keeps its fields when it becomes JSON', () => {
    const row = '$context.requestId [$context.requestTime] $context.identity.sourceIp $context.requestId';
    assert.match(
      fixed('a.yaml', stage(row), 'api-gateway-v2-access-log-json'),
      /'\{"requestId":"\$context.requestId","requestTime":"\$context.requestTime","identity.sourceIp":"\$context.identity.sourceIp"\}'/,
    );
  });

  test('is JSON where a fix adds it', () => {
    const bare = template({
      Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ApiId: 'a', StageName: 'live' } },
    });
    const mended = fixed('a.json', bare, 'api-gateway-v2-access-logs');
    assert.deepEqual(found('api-gateway-v2-access-log-json', 'a.json', mended), []);
  });
});

describe('The certificate of a stage', () => {
  const rule = 'api-gateway-v2-client-certificate';
  const api = (protocol: string, integration: string) =>
    configuration({
      aws_apigatewayv2_api: { chat: { name: 'chat', protocol_type: protocol } },
      aws_apigatewayv2_integration: {
        back: { api_id: '${aws_apigatewayv2_api.chat.id}', integration_type: integration },
      },
      aws_apigatewayv2_stage: { live: { api_id: '${aws_apigatewayv2_api.chat.id}', name: 'live' } },
    });

  test('is missed by WebSocket APIs with a back end that is reached by HTTP, and by no others', () => {
    assert.deepEqual(found(rule, 'a.tf.json', api('WEBSOCKET', 'HTTP_PROXY')), ['live']);
    assert.deepEqual(found(rule, 'a.tf.json', api('WEBSOCKET', 'AWS_PROXY')), []);
    assert.deepEqual(found(rule, 'a.tf.json', api('HTTP', 'HTTP_PROXY')), []);
  });
});

describe('The headers of a distribution', () => {
  const rule = 'cloudfront-security-headers';
  const bucket = { Id: 'web', DomainName: 'web.s3.eu-west-1.amazonaws.com', S3OriginConfig: {} };
  const distribution = (behaviour: object, Origins: unknown = [bucket]) =>
    template({
      Web: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: { DistributionConfig: { DefaultCacheBehavior: { TargetOriginId: 'web', ...behaviour }, Origins } },
      },
    });

  test('may come from a policy or from a function', () => {
    assert.deepEqual(found(rule, 'a.json', distribution({})), ['Web']);
    assert.deepEqual(found(rule, 'a.json', distribution({ ResponseHeadersPolicyId: { Ref: 'Policy' } })), []);
    const edge = [{ EventType: 'viewer-response', LambdaFunctionARN: 'arn' }];
    assert.deepEqual(found(rule, 'a.json', distribution({ LambdaFunctionAssociations: edge })), []);
    assert.deepEqual(found(rule, 'a.json', distribution({ FunctionAssociations: edge })), []);
  });

  test('may come from a server, which a bucket is not', () => {
    const server = { Id: 'shop', DomainName: 'shop.example.com', CustomOriginConfig: {} };
    const inVpc = { Id: 'shop', DomainName: 'shop.example.com', VpcOriginConfig: {} };
    assert.deepEqual(found(rule, 'a.json', distribution({}, [server])), []);
    assert.deepEqual(found(rule, 'a.json', distribution({}, [inVpc])), []);
    assert.deepEqual(found(rule, 'a.json', distribution({}, [bucket, server])), []);
    assert.deepEqual(found(rule, 'a.json', distribution({}, { Ref: 'Origins' })), []);
  });

  const policy = (parts: object) =>
    template({
      Headers: {
        Type: 'AWS::CloudFront::ResponseHeadersPolicy',
        Properties: { ResponseHeadersPolicyConfig: { Name: 'headers', ...parts } },
      },
    });
  const ContentTypeOptions = { Override: true };

  test('are not asked of a policy that is about others', () => {
    const about = 'cloudfront-strict-transport-security';
    assert.deepEqual(found(about, 'a.json', policy({ CorsConfig: { OriginOverride: false } })), []);
    assert.deepEqual(found(about, 'a.json', policy({ SecurityHeadersConfig: { ContentTypeOptions } })), ['Headers']);
  });

  test('keep what the origin sends where a policy gets the header', () => {
    const mended = JSON.parse(
      fixed(
        'a.json',
        policy({ SecurityHeadersConfig: { ContentTypeOptions } }),
        'cloudfront-strict-transport-security',
      ),
    );
    const { SecurityHeadersConfig } = mended.Resources.Headers.Properties.ResponseHeadersPolicyConfig;
    assert.deepEqual(SecurityHeadersConfig, {
      ContentTypeOptions,
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31536000, Override: false },
    });
  });
});

describe('The logs of an Elastic Beanstalk environment', () => {
  const rule = 'elastic-beanstalk-logs';
  const environment = (more: object) =>
    template({
      Shop: { Type: 'AWS::ElasticBeanstalk::Environment', Properties: { ApplicationName: 'shop', ...more } },
    });
  const option = (OptionName: string, Value: unknown) => ({
    OptionSettings: [{ Namespace: 'aws:elasticbeanstalk:any', OptionName, Value }],
  });

  test('are kept by either option, or by a template that is not seen', () => {
    assert.deepEqual(found(rule, 'a.json', environment({})), ['Shop']);
    assert.deepEqual(found(rule, 'a.json', environment(option('VPCId', 'vpc-1'))), ['Shop']);
    for (const name of ['LogPublicationControl', 'StreamLogs']) {
      assert.deepEqual(found(rule, 'a.json', environment(option(name, 'true'))), []);
      assert.deepEqual(found(rule, 'a.json', environment(option(name, { Ref: 'Keep' }))), []);
    }
    assert.deepEqual(found(rule, 'a.json', environment({ TemplateName: 'live' })), []);
  });

  test('are copied by one more option, with its namespace', () => {
    const settings = (text: string) => JSON.parse(text).Resources.Shop.Properties.OptionSettings;
    const added = {
      Namespace: 'aws:elasticbeanstalk:hostmanager',
      OptionName: 'LogPublicationControl',
      Value: 'true',
    };
    assert.deepEqual(settings(fixed('a.json', environment({}), rule)), [added]);
    assert.deepEqual(settings(fixed('a.json', environment(option('VPCId', 'vpc-1')), rule))[1], added);
    const off = environment(option('LogPublicationControl', 'false'));
    assert.equal(settings(fixed('a.json', off, rule))[0].Value, 'true');
  });
});

describe('The statements that PostgreSQL logs', () => {
  const rule = 'rds-parameter-statement-log';
  const group = (family: string, parameters: Record<string, string>) =>
    template({
      Settings: { Type: 'AWS::RDS::DBParameterGroup', Properties: { Family: family, Parameters: parameters } },
    });
  test('are switched on among the parameters that there are', () => {
    const mended = JSON.parse(fixed('a.json', group('postgres16', { 'rds.force_ssl': '1' }), rule));
    const { Parameters } = mended.Resources.Settings.Properties;
    assert.deepEqual(Parameters, { 'rds.force_ssl': '1', log_statement: 'ddl' });
  });

  test('are said by the group of the cluster in Aurora, which its instances take over', () => {
    assert.deepEqual(found(rule, 'a.json', group('aurora-postgresql16', { work_mem: '4096' })), []);
    const cluster = group('aurora-postgresql16', { work_mem: '4096' }).replace('DBParameter', 'DBClusterParameter');
    assert.deepEqual(found('rds-cluster-parameter-statement-log', 'a.json', cluster), ['Settings']);
  });

  const terraform = (...parameter: object[]) =>
    configuration({ aws_db_parameter_group: { settings: { family: 'postgres16', parameter } } });

  test('are none by default, and some with a limit of time or pgaudit', () => {
    assert.deepEqual(found(rule, 'a.json', group('postgres16', { 'rds.force_ssl': '1' })), ['Settings']);
    assert.deepEqual(found(rule, 'a.json', group('postgres16', { log_min_duration_statement: '-1' })), ['Settings']);
    assert.deepEqual(found(rule, 'a.json', group('mysql8.0', {})), []);
    for (const [name, value] of [
      ['log_statement', 'mod'],
      ['log_min_duration_statement', '500'],
      ['pgaudit.log', 'ddl'],
    ] as const) {
      assert.deepEqual(found(rule, 'a.json', group('postgres16', { [name]: value })), [], name);
      assert.deepEqual(found(rule, 'a.tf.json', terraform({ name, value })), [], name);
    }
    assert.deepEqual(found(rule, 'a.tf.json', terraform({ name: 'rds.force_ssl', value: '1' })), ['settings']);
  });
});

describe('The preferences of sessions', () => {
  const about = /^ssm-session-/;
  const preferences = (inputs: object, sessionType = 'Standard_Stream') => ({
    schemaVersion: '1.0',
    sessionType,
    inputs,
  });
  const rules = (path: string, text: string) =>
    checkText(path, text)
      .findings.map(({ rule }) => rule)
      .filter((rule) => about.test(rule))
      .sort();
  const asObject = (content: object) =>
    template({ Sessions: { Type: 'AWS::SSM::Document', Properties: { DocumentType: 'Session', Content: content } } });
  const asText = (content: object) =>
    configuration({
      aws_ssm_document: {
        sessions: { name: 'sessions', document_type: 'Session', content: JSON.stringify(content) },
      },
    });

  const toGroup = { cloudWatchLogGroupName: 'sessions', cloudWatchEncryptionEnabled: false };

  test('name a key, a log, and that the log is encrypted, which all buckets are', () => {
    const open = preferences({ s3BucketName: '', s3EncryptionEnabled: false, kmsKeyId: '' });
    const unencrypted = preferences({ ...toGroup, kmsKeyId: 'alias/sessions' });
    const inBucket = preferences({ s3BucketName: 'a', s3EncryptionEnabled: false, kmsKeyId: 'alias/sessions' });
    for (const [path, write] of [
      ['a.json', asObject],
      ['a.tf.json', asText],
    ] as const) {
      assert.deepEqual(rules(path, write(open)), ['ssm-session-encryption', 'ssm-session-logging']);
      assert.deepEqual(rules(path, write(unencrypted)), ['ssm-session-log-encryption']);
      assert.deepEqual(rules(path, write(inBucket)), []);
      assert.deepEqual(rules(path, write(preferences({}, 'Port'))), []);
      assert.deepEqual(rules(path, write({ schemaVersion: '2.2', mainSteps: [] })), []);
    }
  });

  test('get a reference where one is resolved: in an object and in a text with holes, in no other text', () => {
    const content = preferences({ logged: '${Logged}' });
    const resolved = JSON.parse(fixed('a.json', asObject(preferences({})), 'ssm-session-logging')).Resources;
    assert.deepEqual(resolved.Sessions.Properties.Content.inputs, {
      cloudWatchLogGroupName: { Ref: 'SessionLogGroup' },
    });
    const substituted = asObject({ 'Fn::Sub': JSON.stringify(content) });
    assert.match(
      fixed('a.json', substituted, 'ssm-session-logging'),
      /cloudWatchLogGroupName[\\": ]+\$\{SessionLogGroup\}/,
    );
    const checked = checkText(
      'a.json',
      template({ Sessions: { Type: 'AWS::SSM::Document', Properties: { Content: JSON.stringify(content) } } }),
    );
    const finding = checked.findings.find(({ rule }) => rule === 'ssm-session-logging');
    assert.ok(finding);
    assert.deepEqual(
      fixesFor(checked, finding).filter(({ edits }) => edits.some(({ text }) => text.includes('SessionLogGroup'))),
      [],
    );
  });

  test('are mended inside the text that they are', () => {
    const logged = { ...toGroup, kmsKeyId: 'alias/sessions' };
    const mended = fixed('a.tf.json', asText(preferences(logged)), 'ssm-session-log-encryption');
    const { content } = JSON.parse(mended).resource.aws_ssm_document.sessions;
    assert.deepEqual(JSON.parse(content).inputs, { ...logged, cloudWatchEncryptionEnabled: true });
  });
});

describe('The key of a copy of a database', () => {
  test('is objected to where it is named and is none of your own', () => {
    const copy = (key?: string) =>
      configuration({
        aws_db_snapshot_copy: {
          copy: {
            source_db_snapshot_identifier: 'orders',
            target_db_snapshot_identifier: 'copy',
            ...(key && { kms_key_id: key }),
          },
        },
      });
    const rule = 'db-snapshot-copy-kms-key';
    assert.deepEqual(found(rule, 'a.tf.json', copy('alias/aws/rds')), ['copy']);
    assert.deepEqual(found(rule, 'a.tf.json', copy('${aws_kms_key.orders.arn}')), []);
    assert.deepEqual(found(rule, 'a.tf.json', copy()), []);
  });
});

describe('The key of distributed images', () => {
  test('is not asked of container images', () => {
    const distributed = (distribution: object) =>
      template({
        Images: {
          Type: 'AWS::ImageBuilder::DistributionConfiguration',
          Properties: { Name: 'images', Distributions: [{ Region: 'eu-west-1', ...distribution }] },
        },
      });
    const rule = 'image-builder-distribution-kms-key';
    assert.deepEqual(found(rule, 'a.json', distributed({ AmiDistributionConfiguration: { Name: 'base' } })), [
      'Images',
    ]);
    assert.deepEqual(found(rule, 'a.json', distributed({ ContainerDistributionConfiguration: {} })), []);
  });

  test('is asked of copies in other Regions, which the key of the recipe does not reach', () => {
    const images = (...regions: unknown[]) =>
      template({
        Images: {
          Type: 'AWS::ImageBuilder::DistributionConfiguration',
          Properties: {
            Name: 'images',
            Distributions: regions.map((Region) => ({ Region, AmiDistributionConfiguration: { Name: 'base' } })),
          },
        },
      });
    const rule = 'image-builder-distribution-kms-key';
    assert.deepEqual(found(rule, 'a.json', images({ Ref: 'AWS::Region' })), []);
    assert.deepEqual(found(rule, 'a.json', images({ Ref: 'AWS::Region' }, 'eu-west-1')), ['Images']);
  });
});

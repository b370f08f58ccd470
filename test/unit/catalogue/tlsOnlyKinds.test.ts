import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSettings } from '../../../server/src/engine/settings';
import { checkText } from '../../support/checking';
import { bucketWith, denial, mended, places, template } from '../../support/plainHttp';

describe('A statement in a Terraform policy document', () => {
  function configuration(statement: object): string {
    return JSON.stringify({
      data: { aws_iam_policy_document: { store: { statement: [statement] } } },
      resource: {
        aws_s3_bucket: { store: { bucket: 'store' } },
        aws_s3_bucket_policy: {
          store: { bucket: `\${aws_s3_bucket.store.id}`, policy: `\${data.aws_iam_policy_document.store.json}` },
        },
      },
    });
  }

  const block = {
    effect: 'Deny',
    actions: ['s3:*'],
    resources: [`\${aws_s3_bucket.store.arn}`, `\${aws_s3_bucket.store.arn}/*`],
    principals: [{ type: '*', identifiers: ['*'] }],
    condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
  };

  function found(text: string): string[] {
    return places('s3-bucket-tls-only', text, 'main.tf.json');
  }

  test('is read as any other', () => {
    assert.deepEqual(found(configuration(block)), []);
    assert.deepEqual(found(configuration({ ...block, actions: ['s3:GetObject'] })), ['s3:GetObject']);
  });

  test('is mended where a word is wrong', () => {
    for (const [test, variable, value] of [
      ['Bool', 'aws:SecureTransport', 'true'],
      ['Bool', 'aws:SecureTransprot', 'false'],
    ]) {
      const text = configuration({ ...block, condition: [{ test, variable, values: [value] }] });
      assert.equal(mended('main.tf.json', text, 's3-bucket-tls-only').text, configuration(block));
    }
  });

  test('has an element written anew in the words of the data source', () => {
    const text = configuration({ ...block, actions: ['s3:GetObject'] });
    const { text: after } = mended('main.tf.json', text, 's3-bucket-tls-only');
    const [first, ...added] = JSON.parse(after).data.aws_iam_policy_document.store.statement;
    assert.deepEqual(first.actions, ['s3:*']);
    assert.deepEqual(added, []);
    assert.deepEqual(found(after), []);
  });
});

describe('A file system', () => {
  function files(policy?: object): string {
    return template({ Files: { Type: 'AWS::EFS::FileSystem', Properties: { FileSystemPolicy: policy } } });
  }

  const mount = ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'];
  const allow = { Effect: 'Allow', Principal: { AWS: '*' }, Action: mount };
  const overTls = { ...allow, Condition: { Bool: { 'aws:SecureTransport': 'true' } } };
  const refuse = {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: mount,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };

  test('asks for TLS where its policy lets nobody in without', () => {
    for (const statements of [[overTls], [allow, refuse], [overTls, { ...overTls, Action: mount[0] }]]) {
      assert.deepEqual(places('efs-tls-only', files({ Statement: statements })), [], JSON.stringify(statements));
    }
  });

  test('does not where it lets anybody in', () => {
    assert.deepEqual(places('efs-tls-only', files()), ['Files']);
    for (const statements of [
      [allow],
      [overTls, allow],
      [
        { ...overTls, Action: '*' },
        { ...allow, Action: '*' },
      ],
    ]) {
      assert.deepEqual(places('efs-tls-only', files({ Statement: statements })), ['Statement']);
    }
    const narrow = { ...refuse, Principal: { AWS: '111122223333' } };
    assert.deepEqual(places('efs-tls-only', files({ Statement: [allow, narrow] })), ['111122223333']);
  });

  test('keeps serving whom it served when it gets its first policy, as long as they use TLS', () => {
    const { fix, text } = mended('template.json', files(), 'efs-tls-only');
    assert.equal(fix.safety, 'review');
    const [restated, added] = JSON.parse(text).Resources.Files.Properties.FileSystemPolicy.Statement;
    assert.deepEqual(restated.Condition, { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } });
    assert.deepEqual(restated.Principal, { AWS: '*' });
    assert.deepEqual([added.Effect, added.Action, added.Resource], ['Deny', '*', undefined]);
  });
});

describe('A table', () => {
  function table(policy?: object): string {
    return template({
      Orders: { Type: 'AWS::DynamoDB::Table', Properties: policy && { ResourcePolicy: { PolicyDocument: policy } } },
    });
  }

  const allow = { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: 'dynamodb:GetItem', Resource: '*' };

  test('is asked to refuse plain HTTP where it has a policy', () => {
    assert.deepEqual(places('dynamodb-table-tls-only', table()), []);
    assert.deepEqual(places('dynamodb-table-tls-only', table({ Statement: [allow] })), ['Statement']);
    const closed = { ...denial, Action: 'dynamodb:*', Resource: '*' };
    assert.deepEqual(places('dynamodb-table-tls-only', table({ Statement: [allow, closed] })), []);
    const { fix, text } = mended('template.json', table({ Statement: [allow] }), 'dynamodb-table-tls-only');
    assert.equal(fix.safety, 'safe');
    assert.deepEqual(places('dynamodb-table-tls-only', text), []);
  });

  test('is not asked so of the policy of its stream', () => {
    const policyOf = (arn: string) =>
      checkText(
        'main.tf.json',
        JSON.stringify({
          resource: {
            aws_dynamodb_table: { orders: { name: 'orders' } },
            aws_dynamodb_resource_policy: {
              orders: {
                resource_arn: `\${aws_dynamodb_table.orders.${arn}}`,
                policy: JSON.stringify({ Statement: [allow] }),
              },
            },
          },
        }),
      ).findings.filter(({ rule }) => rule === 'dynamodb-table-tls-only').length;
    assert.equal(policyOf('arn'), 1);
    assert.equal(policyOf('stream_arn'), 0);
  });
});

describe('A minimum version of TLS', () => {
  const tls13 = { ...defaultSettings, minimumTlsVersion: '1.3' } as const;
  const before = (version: string) => ({ ...denial, Condition: { NumericLessThan: { 's3:TlsVersion': version } } });

  function versionPlaces(settings: typeof defaultSettings, ...statements: object[]): string[] {
    return places('s3-bucket-minimum-tls', bucketWith(denial, ...statements), 'template.json', settings);
  }

  test('need not be in a policy while S3 asks for it itself', () => {
    assert.deepEqual(versionPlaces(defaultSettings), []);
    assert.deepEqual(versionPlaces(defaultSettings, before('1.2')), []);
    assert.deepEqual(versionPlaces(defaultSettings, before('1.3')), []);
  });

  test('is raised where a statement asks for less', () => {
    assert.deepEqual(versionPlaces(defaultSettings, before('1.1')), ['1.1']);
    assert.deepEqual(versionPlaces(tls13, before('1.2')), ['1.2']);
    const { fix, text } = mended('template.json', bucketWith(denial, before('1.1')), 's3-bucket-minimum-tls');
    assert.equal(fix.safety, 'safe');
    assert.equal(text, bucketWith(denial, before('1.2')));
  });

  test('is asked for where the settings want more than S3 does', () => {
    assert.deepEqual(versionPlaces(tls13), ['Statement']);
    assert.deepEqual(versionPlaces(tls13, before('1.3')), []);
    const { fix, text } = mended('template.json', bucketWith(denial), 's3-bucket-minimum-tls', tls13);
    assert.equal(fix.safety, 'review');
    const [, added] = JSON.parse(text).Resources.StorePolicy.Properties.PolicyDocument.Statement;
    assert.deepEqual(added.Condition, { NumericLessThan: { 's3:TlsVersion': '1.3' } });
  });
});

describe('A search domain', () => {
  test('takes HTTPS only where it says so, or where Terraform does', () => {
    const inTemplate = (options?: object) =>
      places(
        'opensearch-https-only',
        template({
          Search: { Type: 'AWS::OpenSearchService::Domain', Properties: { DomainEndpointOptions: options } },
        }),
      ).length;
    assert.equal(inTemplate(), 1);
    assert.equal(inTemplate({ TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' }), 1);
    assert.equal(inTemplate({ EnforceHTTPS: true }), 0);
    const inTerraform = (options?: object) =>
      checkText(
        'main.tf.json',
        JSON.stringify({
          resource: { aws_opensearch_domain: { search: { domain_name: 'orders', domain_endpoint_options: options } } },
        }),
      ).findings.filter(({ rule }) => rule === 'opensearch-https-only').length;
    assert.equal(inTerraform(), 1);
    assert.equal(inTerraform({ tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10' }), 0);
    assert.equal(inTerraform({ enforce_https: false }), 1);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { defaultSettings } from '../../../server/src/engine/settings';
import { rangeOf } from '../../../server/src/syntax/ranges';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';

const denial = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [{ 'Fn::GetAtt': ['Store', 'Arn'] }, { 'Fn::Sub': `\${Store.Arn}/*` }],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

function template(resources: object): string {
  return JSON.stringify({ Resources: resources }, null, 2);
}

function bucketWith(...statements: object[]): string {
  return template({
    Store: { Type: 'AWS::S3::Bucket' },
    StorePolicy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: { Bucket: { Ref: 'Store' }, PolicyDocument: { Statement: statements } },
    },
  });
}

/** The places where a rule objects, as text. */
function places(rule: string, text: string): string[] {
  return checkText('template.json', text)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ origin }) => {
      const { start, end } = rangeOf(origin);
      return text.slice(start, end);
    });
}

function bucketPlaces(...statements: object[]): string[] {
  return places('s3-bucket-tls-only', bucketWith(...statements));
}

describe('A statement that refuses plain HTTP', () => {
  test('is known in all the ways that people write it', () => {
    for (const spelled of [
      denial,
      { ...denial, Principal: { AWS: '*' } },
      { ...denial, Action: ['*'] },
      { ...denial, Resource: '*' },
      { ...denial, Resource: 'arn:aws:s3:::store*' },
      { ...denial, Resource: ['arn:aws:s3:::store', 'arn:aws:s3:::store/*'] },
      { ...denial, Condition: { Bool: { 'aws:securetransport': false } } },
      { ...denial, Condition: { BoolIfExists: { 'aws:SecureTransport': ['false'] } } },
      { ...denial, Condition: { StringEquals: { 'aws:SecureTransport': 'false' } } },
      { ...denial, Condition: { StringNotEquals: { 'aws:SecureTransport': 'true' } } },
      { ...denial, Condition: { Bool: { 'aws:SecureTransport': 'false', 'aws:PrincipalIsAWSService': 'false' } } },
    ]) {
      assert.deepEqual(bucketPlaces(spelled), [], JSON.stringify(spelled));
    }
  });

  test('is not one that leaves a way open', () => {
    const cases: [partial: object, place: string][] = [
      [{ ...denial, Effect: 'Allow' }, 'Statement'],
      [{ ...denial, Principal: { AWS: '111122223333' } }, '111122223333'],
      [{ ...denial, Principal: { AWS: ['111122223333', '444455556666'] } }, 'Principal'],
      [{ ...denial, Principal: { Service: '*' } }, '*'],
      [{ ...denial, Principal: undefined, NotPrincipal: { AWS: '111122223333' } }, 'Statement'],
      [{ ...denial, Action: ['s3:GetObject', 's3:PutObject'] }, 'Action'],
      [{ ...denial, Action: undefined, NotAction: 's3:ListBucket' }, 'Statement'],
      [{ ...denial, Resource: { 'Fn::GetAtt': ['Store', 'Arn'] } }, 'Resource'],
      [
        { ...denial, Resource: [{ 'Fn::GetAtt': ['Store', 'Arn'] }, { 'Fn::Sub': `\${Store.Arn}/logs/*` }] },
        'Resource',
      ],
      [{ ...denial, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, 'true'],
      [{ ...denial, Condition: { Bool: { 'aws:SecureTransport': true } } }, 'true'],
      [{ ...denial, Condition: { StringNotEquals: { 'aws:SecureTransport': 'false' } } }, 'false'],
      [{ ...denial, Condition: { StringEquals: { 'aws:SecureTransport': 'False' } } }, 'False'],
      [{ ...denial, Condition: { Bool: { 'aws:SecureTranport': 'false' } } }, 'aws:SecureTranport'],
      [{ ...denial, Condition: { Bool: { SecureTransport: 'false' } } }, 'SecureTransport'],
      [{ ...denial, Condition: { Null: { 'aws:SecureTransport': 'true' } } }, 'Statement'],
      [{ ...denial, Condition: { ...denial.Condition, NumericLessThan: { 's3:TlsVersion': '1.2' } } }, 'Statement'],
    ];
    for (const [partial, place] of cases) {
      const [found, ...more] = bucketPlaces(partial);
      assert.deepEqual(more, []);
      assert.equal(found, place, JSON.stringify(partial));
    }
  });

  test('may deny more than that', () => {
    assert.deepEqual(bucketPlaces({ ...denial, Condition: undefined }), []);
    assert.deepEqual(bucketPlaces({ ...denial, Action: undefined, NotAction: 'iam:*' }), []);
    assert.deepEqual(
      bucketPlaces({ ...denial, Condition: { Bool: { 'aws:SecureTransport': ['true', 'false'] } } }),
      [],
    );
  });

  test('may stand in two statements, one for the bucket and one for its objects', () => {
    const [bucket, objects] = denial.Resource;
    assert.deepEqual(bucketPlaces({ ...denial, Resource: bucket }, { ...denial, Resource: objects }), []);
    assert.equal(bucketPlaces({ ...denial, Resource: bucket }, { ...denial, Resource: bucket }).length, 1);
  });

  test('may be what could not be read', () => {
    const imported = { 'Fn::ImportValue': 'shared' };
    for (const unclear of [
      { ...denial, Action: imported },
      { ...denial, Resource: imported },
      { ...denial, Condition: imported },
      { ...denial, Principal: imported },
      { ...denial, Resource: undefined, NotResource: 'arn:aws:s3:::store/public/*' },
      imported,
    ]) {
      assert.deepEqual(bucketPlaces(unclear), [], JSON.stringify(unclear));
    }
  });
});

describe('The fix for plain HTTP', () => {
  function fixOf(rule: string, text: string) {
    const checked = checkText('template.json', text);
    const findings = checked.findings.filter((finding) => finding.rule === rule);
    const [finding] = findings;
    assert.ok(finding && findings.length === 1);
    const [fix] = fixesFor(checked, finding);
    assert.ok(fix);
    return { fix, fixed: JSON.parse(applyEdits(text, fix.edits)).Resources };
  }

  test('wants a look where a bucket serves a website, which has no HTTPS', () => {
    const bucket = { Type: 'AWS::S3::Bucket', Properties: { WebsiteConfiguration: { IndexDocument: 'index.html' } } };
    assert.equal(fixOf('s3-bucket-tls-only', template({ Site: bucket })).fix.safety, 'review');
    assert.equal(fixOf('s3-bucket-tls-only', template({ Site: { Type: 'AWS::S3::Bucket' } })).fix.safety, 'safe');
  });

  test('leaves what a topic allows by itself as it was', () => {
    const { fix, fixed } = fixOf('sns-topic-tls-only', template({ Orders: { Type: 'AWS::SNS::Topic' } }));
    assert.equal(fix.safety, 'safe');
    const [allowed, denied] = fixed.OrdersTopicPolicy.Properties.PolicyDocument.Statement;
    assert.deepEqual(allowed.Condition, { StringEquals: { 'AWS:SourceOwner': { Ref: 'AWS::AccountId' } } });
    assert.equal(denied.Action, 'SNS:Publish');
  });

  test('is one statement for all resources that share a policy', () => {
    const text = template({
      First: { Type: 'AWS::SQS::Queue' },
      Second: { Type: 'AWS::SQS::Queue' },
      Both: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [{ Ref: 'First' }, { Ref: 'Second' }],
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' }],
          },
        },
      },
    });
    const { fixed } = fixOf('sqs-queue-tls-only', text);
    const [, added] = fixed.Both.Properties.PolicyDocument.Statement;
    assert.equal(added.Resource, '*');
    assert.deepEqual(places('sqs-queue-tls-only', JSON.stringify({ Resources: fixed })), []);
  });
});

/** A text once the first fix of a rule is applied, and how that may be applied. */
function mended(path: string, text: string, rule: string, settings = defaultSettings) {
  const checked = checkText(path, text, settings);
  const finding = checked.findings.find((one) => one.rule === rule);
  assert.ok(finding, `${rule} finds nothing`);
  const [fix] = fixesFor(checked, finding);
  assert.ok(fix, `${rule} has no fix`);
  return { fix, text: applyEdits(text, fix.edits) };
}

describe('A policy whose resource is out of sight', () => {
  function alone(type: string, properties: object): string {
    return template({ Alone: { Type: type, Properties: properties } });
  }

  const allow = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
  const bucket = { Bucket: { 'Fn::ImportValue': 'store' } };
  const queues = { Queues: [{ 'Fn::ImportValue': 'orders' }] };

  test('is judged by itself, at its statements', () => {
    const cases: [type: string, properties: object, rule: string][] = [
      ['AWS::S3::BucketPolicy', bucket, 's3-bucket-tls-only'],
      ['AWS::SQS::QueuePolicy', queues, 'sqs-queue-tls-only'],
      ['AWS::SQS::QueueInlinePolicy', { Queue: 'https://sqs.example/orders' }, 'sqs-queue-tls-only'],
      ['AWS::SNS::TopicPolicy', { Topics: [{ 'Fn::ImportValue': 'orders' }] }, 'sns-topic-tls-only'],
      ['AWS::SNS::TopicInlinePolicy', { TopicArn: { 'Fn::ImportValue': 'orders' } }, 'sns-topic-tls-only'],
    ];
    for (const [type, properties, rule] of cases) {
      const text = (...statements: object[]) =>
        alone(type, { ...properties, PolicyDocument: { Statement: statements } });
      assert.deepEqual(places(rule, text(allow)), ['Statement'], type);
      const action = rule.startsWith('sns') ? 'SNS:Publish' : '*';
      assert.deepEqual(places(rule, text(allow, { ...denial, Action: action, Resource: '*' })), [], type);
    }
  });

  test('gets a statement that names what its own statements name', () => {
    const text = alone('AWS::S3::BucketPolicy', {
      ...bucket,
      PolicyDocument: { Statement: [{ ...allow, Resource: 'arn:aws-cn:s3:::store/reports/*' }] },
    });
    const { fix, text: after } = mended('template.json', text, 's3-bucket-tls-only');
    assert.equal(fix.safety, 'review');
    const [, added] = JSON.parse(after).Resources.Alone.Properties.PolicyDocument.Statement;
    assert.deepEqual(added.Resource, ['arn:aws-cn:s3:::store', 'arn:aws-cn:s3:::store/*']);
    assert.deepEqual(places('s3-bucket-tls-only', after), []);
  });

  test('gets none where it does not name its bucket, but a statement that is nearly right is mended', () => {
    const text = (...statements: object[]) =>
      alone('AWS::S3::BucketPolicy', { ...bucket, PolicyDocument: { Statement: statements } });
    const without = checkText('template.json', text(allow));
    const finding = without.findings.find(({ rule }) => rule === 's3-bucket-tls-only');
    assert.ok(finding);
    assert.deepEqual(fixesFor(without, finding), []);
    const near = text({ ...denial, Resource: '*', Action: 's3:GetObject' });
    assert.deepEqual(places('s3-bucket-tls-only', mended('template.json', near, 's3-bucket-tls-only').text), []);
  });

  test('may be followed by another of the same resource', () => {
    const policy = (queue: object | string, ...statements: object[]) => ({
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { Queues: [queue], PolicyDocument: { Statement: statements } },
    });
    const closed = { ...denial, Action: 'sqs:*', Resource: '*' };
    const imported = { 'Fn::ImportValue': 'orders' };
    const two = (first: object | string, second: object | string) =>
      places('sqs-queue-tls-only', template({ First: policy(first, allow), Second: policy(second, closed) }));
    assert.deepEqual(two(imported, imported), []);
    assert.deepEqual(two('https://sqs.example/orders', imported), []);
    assert.deepEqual(two('https://sqs.example/orders', 'https://sqs.example/returns'), ['Statement']);
  });

  test('is told at its resource where that is in sight', () => {
    const text = bucketWith(allow);
    const found = checkText('template.json', text).findings.filter(({ rule }) => rule === 's3-bucket-tls-only');
    assert.deepEqual(
      found.map(({ resource }) => resource?.address),
      ['Store'],
    );
  });
});

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
    return checkText('main.tf.json', text)
      .findings.filter(({ rule }) => rule === 's3-bucket-tls-only')
      .map(({ origin }) => {
        const { start, end } = rangeOf(origin);
        return text.slice(start, end);
      });
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
    const text = bucketWith(denial, ...statements);
    return checkText('template.json', text, settings)
      .findings.filter(({ rule }) => rule === 's3-bucket-minimum-tls')
      .map(({ origin }) => {
        const { start, end } = rangeOf(origin);
        return text.slice(start, end);
      });
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

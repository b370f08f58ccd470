import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  denial,
  fixed,
  fixedStatement,
  found,
  identity,
  inStatement,
  managed,
  read,
  type Statement,
  template,
} from '../../support/policyDefects';

describe('The version of the policy language', () => {
  const own = { ...read, Resource: 'arn:aws:s3:::data/${aws:username}/*' };

  test('is asked for where a policy has variables', () => {
    assert.deepEqual(found('template.json', managed({ Statement: [own] })), ['language-version warning Statement']);
    assert.deepEqual(
      found('template.json', managed({ Version: '2008-10-17', Statement: [{ ...own, Effect: 'Deny' }] })),
      ['language-version error 2008-10-17'],
    );
    for (const document of [{ Statement: [own] }, { Version: '2008-10-17', Statement: [own] }]) {
      const text = fixed('template.json', managed(document)) as string;
      assert.equal(JSON.parse(text).Resources.Holder.Properties.PolicyDocument.Version, '2012-10-17');
    }
  });

  test('exists', () => {
    const document = { Version: '2012-10-71', Statement: [read] };
    assert.deepEqual(found('template.json', managed(document)), ['language-version warning 2012-10-71']);
    assert.match(fixed('template.json', managed(document)) as string, /"2012-10-17"/);
  });

  test('may be old or missing otherwise', () => {
    assert.deepEqual(found('template.json', managed({ Version: '2008-10-17', Statement: [read] })), []);
    assert.deepEqual(found('template.json', managed({ Statement: [read] })), []);
    const filled = { ...read, Resource: { 'Fn::Sub': 'arn:aws:s3:::${AWS::AccountId}/*' } };
    assert.deepEqual(found('template.json', managed({ Statement: [filled] })), []);
    const escaped = { ...read, Resource: { 'Fn::Sub': 'arn:aws:s3:::data/${!aws:username}/*' } };
    assert.equal(found('template.json', managed({ Statement: [escaped] })).length, 1);
  });
});

describe('The ids of statements', () => {
  test('differ, and get a number where they do not', () => {
    const text = identity({ Sid: 'Read', ...read }, { Sid: 'Read', ...denial }, { Sid: 'Read2', ...read });
    assert.deepEqual(found('template.json', text), ['statement-id warning Read']);
    const { Statement } = JSON.parse(fixed('template.json', text) as string).Resources.Holder.Properties.PolicyDocument;
    assert.deepEqual(
      Statement.map(({ Sid }: { Sid: string }) => Sid),
      ['Read', 'Read3', 'Read2'],
    );
  });

  test('are letters and digits to IAM', () => {
    assert.deepEqual(inStatement({ Sid: 'read all', ...read }), ['statement-id warning read all']);
    assert.equal(fixedStatement({ Sid: 'read all', ...read }).Sid, 'readall');
    assert.deepEqual(inStatement({ Sid: '', ...read }), []);
  });

  test('may be what they like elsewhere', () => {
    const statement = { ...read, Sid: 'read all', Principal: '*' };
    const text = template('AWS::S3::BucketPolicy', {
      Bucket: 'data',
      PolicyDocument: { Statement: [statement, statement] },
    });
    assert.deepEqual(found('template.json', text), []);
  });
});

describe('The elements of a statement', () => {
  test('have the names of the grammar', () => {
    for (const [wrong, right] of [
      ['Conditions', 'Condition'],
      ['Condtion', 'Condition'],
    ] as const) {
      const statement = { ...denial, [wrong]: { Bool: { 'aws:SecureTransport': 'false' } } };
      assert.deepEqual(inStatement(statement), [`elements error ${wrong}`]);
      assert.ok(right in fixedStatement(statement));
    }
    assert.equal(
      fixedStatement({ Effect: 'Allow', Actions: 's3:GetObject', Resource: read.Resource }).Action,
      's3:GetObject',
    );
    assert.equal(
      fixedStatement({ Effect: 'Allow', Action: 's3:GetObject', Resources: read.Resource }).Resource,
      read.Resource,
    );
    assert.equal(fixedStatement({ ...read, Effect: 'allow' }).Effect, 'Allow');
    assert.deepEqual(inStatement({ ...read, Effect: 'Denied' }), ['elements error Denied']);
    assert.equal(fixedStatement({ Effect: 'Allow', Action: 's3:*', Resource: '*', Resources: 'a' }), undefined);
  });

  test('are those that the policy needs where it stands', () => {
    assert.deepEqual(inStatement({ ...read, Principal: '*' }), ['elements warning Principal']);
    assert.deepEqual(inStatement({ Effect: 'Deny', Action: 's3:*' }), ['elements error Effect']);
    assert.deepEqual(inStatement({ ...read, Action: [] }), ['elements warning Action']);
    const trust = (statement: Statement) =>
      template('AWS::IAM::Role', { AssumeRolePolicyDocument: { Statement: [statement] } });
    assert.deepEqual(found('template.json', trust({ Effect: 'Allow', Action: 'sts:AssumeRole' })), [
      'elements warning Effect',
    ]);
    assert.deepEqual(
      found('template.json', trust({ Effect: 'Allow', Action: 'sts:AssumeRole', Principle: { Service: 'x' } })),
      ['elements warning Principle'],
    );
    assert.deepEqual(
      found('template.json', trust({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Services: 'x' } })),
      ['elements warning Services'],
    );
    const assume = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
    assert.deepEqual(found('template.json', trust({ ...assume, Resource: '*' })), ['elements warning Resource']);
    assert.deepEqual(inStatement({ ...denial, NotAction: 's3:PutObject' }), ['elements error NotAction']);
  });

  test('may be anything where a part cannot be read', () => {
    const imported = { 'Fn::ImportValue': 'shared' };
    assert.deepEqual(inStatement({ ...read, Action: imported, Resource: imported, Effect: imported }), []);
    assert.deepEqual(inStatement({ Effect: 'Allow', Action: 's3:*', Resource: { 'Fn::If': ['C', [], ['*']] } }), []);
  });
});

describe('The size of a policy', () => {
  const resources = (count: number) =>
    Array.from({ length: count }, (_, i) => `arn:aws:s3:::${'data'.repeat(10)}${i}/*`);

  test('is that of its place', () => {
    const statement = (count: number) => ({ ...read, Resource: resources(count) });
    assert.deepEqual(found('template.json', identity(statement(90))), []);
    assert.deepEqual(found('template.json', identity(statement(120))), ['size warning Statement']);
    const inline = (...counts: number[]) =>
      template('AWS::IAM::Role', {
        Policies: counts.map((count) => ({ PolicyDocument: { Statement: [statement(count)] } })),
      });
    const endpoint = (count: number) =>
      template('AWS::EC2::VPCEndpoint', { PolicyDocument: { Statement: [{ ...statement(count), Principal: '*' }] } });
    assert.deepEqual(found('template.json', endpoint(300)), []);
    assert.deepEqual(found('template.json', endpoint(400)), ['size warning Statement']);
    assert.deepEqual(found('template.json', inline(80, 80)), []);
    assert.deepEqual(found('template.json', inline(80, 80, 30)), ['size warning Statement']);
  });
});

describe('The data source of Terraform', () => {
  const documents = (...all: object[]) =>
    JSON.stringify(
      {
        resource: { aws_iam_policy: { p: { policy: `\${data.aws_iam_policy_document.d${all.length - 1}.json}` } } },
        data: { aws_iam_policy_document: Object.fromEntries(all.map((one, i) => [`d${i}`, one])) },
      },
      null,
      2,
    );
  const statement = { sid: 'Data', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::data/*'] };
  const other = { ...statement, actions: ['s3:PutObject'] };

  test('has variables of its own spelling', () => {
    const own = {
      version: '2008-10-17',
      statement: { ...statement, resources: ['arn:aws:s3:::data/&{aws:username}/*'] },
    };
    assert.deepEqual(found('main.tf.json', documents(own)), ['language-version warning 2008-10-17']);
  });

  test('takes in statements whose ids differ, and replaces those that have the same by its own', () => {
    const sources = ['${data.aws_iam_policy_document.d0.json}', '${data.aws_iam_policy_document.d1.json}'];
    const joined = documents({ statement }, { statement: other }, { source_policy_documents: sources });
    assert.deepEqual(found('main.tf.json', joined), ['statement-id warning Data']);
    assert.match(fixed('main.tf.json', joined) ?? '', /"sid": "Data2"/);
    const misspelled = { ...statement, actions: ['s3:GetObjekt'] };
    const [source] = sources;
    const replaced = documents({ statement: misspelled }, { source_policy_documents: [source], statement: other });
    assert.deepEqual(found('main.tf.json', replaced), []);
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../server/src/engine/fixes';
import { checkText } from '../support/checking';
import { fixed } from '../support/fixing';
import { assertFindings } from '../support/marked';

/** A template with a bucket and a policy whose document is written in some way. */
function bucketPolicy(document: string): string {
  return `Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: Enabled
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
      PolicyDocument: ${document}
`;
}

/** Asserts what is found of TLS alone, whatever else the bucket lacks. */
function assertTlsFindings(path: string, marked: string): string {
  return assertFindings(path, marked, /^s3-bucket-tls-only$/);
}

describe('a bucket policy that lets plain HTTP through', () => {
  test('is found and mended as a map', () => {
    const text = assertTlsFindings(
      'template.yaml',
      bucketPolicy(`
        ⟦s3-bucket-tls-only|Statement⟧:
          - Effect: Allow
            Principal: { AWS: '111122223333' }
            Action: s3:GetObject
            Resource: !Sub '\${Data.Arn}/*' # the objects`),
    );
    const after = fixed('template.yaml', text, 's3-bucket-tls-only');
    assert.match(after, /# the objects\n {10}- Sid: RefusePlainHttp\n {12}Effect: Deny\n {12}Principal: '\*'/);
    assert.match(after, /- !GetAtt Data\.Arn\n {14}- !Sub \$\{Data\.Arn\}\/\*\n/);
    assertTlsFindings('template.yaml', after);
  });

  test('is found and mended in a block scalar that Fn::Sub fills in', () => {
    const text = assertTlsFindings(
      'template.yaml',
      bucketPolicy(`!Sub |
        {
          "Version": "2012-10-17",
          "⟦s3-bucket-tls-only|Statement⟧": [
            { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "s3:GetObject", "Resource": "\${Data.Arn}/*" }
          ]
        }`),
    );
    const after = fixed('template.yaml', text, 's3-bucket-tls-only');
    assert.match(after, /"\$\{Data\.Arn\}",\n/);
    assertTlsFindings('template.yaml', after);
  });

  test('is found in a plain quoted string, where a reference cannot be written', () => {
    const text = assertTlsFindings(
      'template.yaml',
      bucketPolicy(
        `'{"⟦s3-bucket-tls-only|Statement⟧":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}'`,
      ),
    );
    const checked = checkText('template.yaml', text);
    const finding = checked.findings.find((one) => one.rule === 's3-bucket-tls-only');
    assert.ok(finding);
    assert.deepEqual(fixesFor(checked, finding), []);
  });

  test('is found and mended through the escapes of a JSON string in Terraform', () => {
    const policy = `{\\"⟦s3-bucket-tls-only|Statement⟧\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"s3:GetObject\\",\\"Resource\\":\\"\${aws_s3_bucket.data.arn}/*\\"}]}`;
    const text = assertTlsFindings(
      'main.tf.json',
      `{
  "resource": {
    "aws_s3_bucket": { "data": { "versioning": { "enabled": true } } },
    "aws_s3_bucket_policy": { "data": { "bucket": "\${aws_s3_bucket.data.id}", "policy": "${policy}" } }
  }
}
`,
    );
    const after = fixed('main.tf.json', text, 's3-bucket-tls-only');
    assert.match(after, /,\{\\"Sid\\":\\"RefusePlainHttp\\",.*\\"\$\{aws_s3_bucket\.data\.arn\}\/\*\\"/);
    assertTlsFindings('main.tf.json', after);
  });
});

describe('a bucket policy that refuses plain HTTP', () => {
  const statements: Readonly<Record<string, string>> = {
    'with a boolean as text': `{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
    'with a boolean': `{ Effect: Deny, Principal: { AWS: '*' }, Action: '*', Resource: '*', Condition: { Bool: { aws:SecureTransport: false } } }`,
    'with a list and another case': `{ Effect: Deny, Principal: '*', Action: ['S3:*'], Resource: [!GetAtt Data.Arn, !Sub '\${Data.Arn}/*'], Condition: { Bool: { AWS:SecureTransport: ['false'] } } }`,
  };
  for (const [name, statement] of Object.entries(statements)) {
    test(`is left alone: ${name}`, () => {
      assertTlsFindings('template.yaml', bucketPolicy(`\n        Statement:\n          - ${statement}`));
    });
  }

  /** Statements that fall short, with what is found of them, and how each reads once it is mended. */
  const holes: Readonly<Record<string, readonly [written: string, mended: string]>> = {
    'denies reading only': [
      `{ Effect: Deny, Principal: '*', Action: ⟦s3-bucket-tls-only|s3:GetObject⟧, Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
      `{ Effect: Deny, Principal: '*', Action: s3:*, Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
    ],
    'denies reading and writing only': [
      `{ Effect: Deny, Principal: '*', ⟦s3-bucket-tls-only|Action⟧: ['s3:Get*', 's3:Put*'], Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
      `{ Effect: Deny, Principal: '*', Action: s3:*, Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
    ],
    'denies TLS': [
      `{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: '⟦s3-bucket-tls-only|true⟧' } } }`,
      `{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
    ],
    'misspells the key': [
      `{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { ⟦s3-bucket-tls-only|aws:SecureTransports⟧: 'false' } } }`,
      `{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
    ],
    'denies one principal': [
      `{ Effect: Deny, Principal: { AWS: '⟦s3-bucket-tls-only|111122223333⟧' }, Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
      `{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
    ],
    'leaves out the bucket itself': [
      `{ Effect: Deny, Principal: '*', Action: 's3:*', ⟦s3-bucket-tls-only|Resource⟧: !Sub '\${Data.Arn}/*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
      `{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: [!GetAtt Data.Arn, !Sub '\${Data.Arn}/*'], Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
    ],
    'leaves out the bucket and all but reading': [
      `{ Effect: Deny, Principal: '*', Action: ⟦s3-bucket-tls-only|s3:GetObject⟧, Resource: !Sub '\${Data.Arn}/*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
      `{ Effect: Deny, Principal: '*', Action: s3:*, Resource: [!GetAtt Data.Arn, !Sub '\${Data.Arn}/*'], Condition: { Bool: { aws:SecureTransport: 'false' } } }`,
    ],
  };
  for (const [name, [written, mended]] of Object.entries(holes)) {
    test(`is not one that ${name}, which is mended where it is wrong`, () => {
      const text = assertTlsFindings('template.yaml', bucketPolicy(`\n        Statement:\n          - ${written}`));
      const after = fixed('template.yaml', text, 's3-bucket-tls-only');
      assert.equal(after, bucketPolicy(`\n        Statement:\n          - ${mended}`));
      assertTlsFindings('template.yaml', after);
    });
  }

  const others: Readonly<Record<string, string>> = {
    'allows it only over TLS': `{ Effect: Allow, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'true' } } }`,
    'narrows the denial': `{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' }, StringEquals: { aws:PrincipalAccount: '111122223333' } } }`,
    'asks for a version of TLS alone': `{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { NumericLessThan: { s3:TlsVersion: '1.2' } } }`,
    'is about another key': `{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:MultiFactorAuthPresent: 'false' } } }`,
  };
  for (const [name, statement] of Object.entries(others)) {
    test(`is not one that ${name}, beside which another is needed`, () => {
      const text = assertTlsFindings(
        'template.yaml',
        bucketPolicy(`\n        ⟦s3-bucket-tls-only|Statement⟧:\n          - ${statement}`),
      );
      const after = fixed('template.yaml', text, 's3-bucket-tls-only');
      assert.ok(after.includes(statement) && after.includes('Sid: RefusePlainHttp'), after);
      assertTlsFindings('template.yaml', after);
    });
  }

  test('may be several that share the bucket and its objects', () => {
    const denial = (resource: string) =>
      `          - { Effect: Deny, Principal: '*', Action: 's3:*', Resource: ${resource}, Condition: { Bool: { aws:SecureTransport: 'false' } } }`;
    assertTlsFindings(
      'template.yaml',
      bucketPolicy(`\n        Statement:\n${denial('!GetAtt Data.Arn')}\n${denial("!Sub '${Data.Arn}/*'")}`),
    );
  });

  test('is mended only after a look where TLS gets in by that', () => {
    const denial = `{ Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { aws:SecureTransport: 'true' } } }`;
    const checked = checkText('template.yaml', bucketPolicy(`\n        Statement:\n          - ${denial}`));
    const finding = checked.findings.find((one) => one.rule === 's3-bucket-tls-only');
    assert.ok(finding);
    assert.deepEqual(
      fixesFor(checked, finding).map(({ title, safety }) => [title, safety]),
      [['Mend the statement that denies plain HTTP (requests over TLS are no longer denied)', 'review']],
    );
  });

  test('may be said with what cannot be known, and then nothing is said', () => {
    const unknown = `{ Effect: Deny, Principal: '*', Action: !ImportValue actions, Resource: '*', Condition: { Bool: { aws:SecureTransport: 'false' } } }`;
    assertTlsFindings('template.yaml', bucketPolicy(`\n        Statement:\n          - ${unknown}`));
    assertTlsFindings(
      'template.yaml',
      bucketPolicy(`\n        Statement:\n          - !If [Unheard, ${unknown}, !Ref AWS::NoValue]`),
    );
    assertTlsFindings('template.yaml', bucketPolicy('!ImportValue policy'));
  });
});

describe('a statement that falls short in a text', () => {
  /** A statement as JSON, with what is wrong of its action and resource marked. */
  const statement = (resource: string) =>
    `{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"${resource}/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}`;

  test('is mended in a block scalar that Fn::Sub fills in', () => {
    const written = statement('${Data.Arn}').replace('s3:GetObject', '⟦s3-bucket-tls-only|s3:GetObject⟧');
    const document = bucketPolicy(`!Sub |\n        {"Version":"2012-10-17","Statement":[${written}]}`);
    const text = assertTlsFindings('template.yaml', document);
    const after = fixed('template.yaml', text, 's3-bucket-tls-only');
    assert.match(after, /"Action":"s3:\*","Resource":\["\$\{Data\.Arn\}","\$\{Data\.Arn\}\/\*"\],"Condition"/);
    assertTlsFindings('template.yaml', after);
  });

  test('is mended through the escapes of a JSON string in Terraform', () => {
    const document = (one: string) =>
      JSON.stringify({
        resource: {
          aws_s3_bucket: { data: { bucket: 'data' } },
          aws_s3_bucket_policy: {
            data: { bucket: '${aws_s3_bucket.data.id}', policy: `{"Statement":[${one}]}` },
          },
        },
      });
    const written = statement('${aws_s3_bucket.data.arn}').replace('s3:GetObject', '⟦s3-bucket-tls-only|s3:GetObject⟧');
    const text = assertTlsFindings('main.tf.json', document(written));
    const after = fixed('main.tf.json', text, 's3-bucket-tls-only');
    assert.ok(
      after.includes(
        '\\"Action\\":\\"s3:*\\",\\"Resource\\":[\\"${aws_s3_bucket.data.arn}\\",\\"${aws_s3_bucket.data.arn}/*\\"]',
      ),
      after,
    );
    assertTlsFindings('main.tf.json', after);
  });

  test('is found in a plan, which nobody mends', () => {
    const policy = JSON.stringify({ Statement: [JSON.parse(statement('arn:aws:s3:::data'))] });
    const planned = (type: string, values: object) => ({
      address: `${type}.data`,
      mode: 'managed',
      type,
      name: 'data',
      provider_name: 'registry.terraform.io/hashicorp/aws',
      values,
    });
    const plan = JSON.stringify({
      format_version: '1.2',
      terraform_version: '1.9.0',
      planned_values: {
        root_module: {
          resources: [
            planned('aws_s3_bucket', { bucket: 'data' }),
            planned('aws_s3_bucket_policy', { bucket: 'data', policy }),
          ],
        },
      },
    });
    const checked = checkText('plan.json', plan);
    const found = checked.findings.filter(({ rule }) => rule === 's3-bucket-tls-only');
    assert.equal(found.length, 1);
    for (const finding of found) assert.deepEqual(fixesFor(checked, finding), []);
  });
});

describe('a bucket without a policy', () => {
  const bucket = `Resources:
  ⟦s3-bucket-tls-only|Data⟧:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration: { Status: Enabled }
`;

  test('gets one', () => {
    const after = fixed('template.yaml', assertTlsFindings('template.yaml', bucket), 's3-bucket-tls-only');
    assert.match(
      after,
      /\n {2}DataBucketPolicy:\n {4}Type: AWS::S3::BucketPolicy\n {4}Properties:\n {6}Bucket: !Ref Data\n/,
    );
    assertTlsFindings('template.yaml', after);
  });

  test('may have one that cannot be read, and then nothing is said', () => {
    const silent = bucket.replace(/⟦[^|]*\|(.*)⟧/, '$1');
    for (const other of [
      '  Half',
      '  Half:\n    Type: AWS::S3::BucketPo\n',
      '  Policy:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: !ImportValue bucket\n      PolicyDocument: {}\n',
      '  Policy:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket:\n',
      '  Nested:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      Parameters: { Bucket: !Ref Data }\n',
    ]) {
      assertTlsFindings('template.yaml', silent + other);
    }
  });

  test('that serves a website gets one only after a look', () => {
    const website = `${bucket.replace(/⟦[^|]*\|(.*)⟧/, '$1')}      WebsiteConfiguration: { IndexDocument: index.html }\n`;
    const checked = checkText('template.yaml', website);
    const finding = checked.findings.find((one) => one.rule === 's3-bucket-tls-only');
    assert.ok(finding);
    assert.deepEqual(
      fixesFor(checked, finding).map((fix) => fix.safety),
      ['review'],
    );
  });
});

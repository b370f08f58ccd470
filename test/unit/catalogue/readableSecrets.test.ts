import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { messageOf } from '../../../server/src/engine/words';
import { checkText } from '../../support/checking';
import { fixed } from '../../support/fixing';
import { assertFindings } from '../../support/marked';

describe('A password', () => {
  const about = /^plain-text-secret$/;
  const database = (password: string, parameters = '') => `${parameters}Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      MasterUserPassword: ${password}
`;

  test('is found where it stands, and never repeated', () => {
    assertFindings('template.yaml', database('⟦plain-text-secret|correct-horse⟧'), about);
    const { findings } = checkText('template.yaml', database('correct-horse'));
    const own = findings.filter(({ rule }) => about.test(rule));
    assert.equal(own.length, 1);
    for (const finding of own) assert.doesNotMatch(messageOf(finding), /correct-horse/);
  });

  test('is found in the default of a parameter', () => {
    const parameters = `Parameters:
  Password:
    Type: String
    NoEcho: true
    Default: ⟦plain-text-secret|correct-horse⟧
`;
    assertFindings('template.yaml', database('!Ref Password', parameters), about);
  });

  test('is none of a parameter, of a dynamic reference or of what is made elsewhere', () => {
    const parameters = 'Parameters:\n  Password:\n    Type: String\n    NoEcho: true\n';
    assertFindings('template.yaml', database('!Ref Password', parameters), about);
    assertFindings('template.yaml', database("'{{resolve:secretsmanager:orders:SecretString:password}}'"), about);
    assertFindings('template.yaml', database("!Sub '{{resolve:ssm-secure:/orders/${AWS::Region}}}'"), about);
    const module = (password: string) => ({
      resource: { aws_db_instance: { orders: { engine: 'postgres', password } } },
      variable: { password: { type: 'string', sensitive: true } },
    });
    for (const password of ['${var.password}', '${random_password.orders.result}']) {
      assertFindings('main.tf.json', JSON.stringify(module(password), null, 2), about);
    }
  });
});

describe('The content of a secret', () => {
  const about = /^plain-text-secret$/;
  const secret = (content: string) => `Resources:
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: ${content}
`;

  test('is found where it holds one', () => {
    assertFindings('template.yaml', secret('⟦plain-text-secret|correct-horse⟧'), about);
    assertFindings('template.yaml', secret(`'⟦plain-text-secret|{"user": "orders", "password": "horse"}⟧'`), about);
  });

  test('is none where it is put in later', () => {
    for (const content of ["'{}'", 'CHANGE_ME', "'<token>'", `'{"user": "orders", "password": ""}'`]) {
      assertFindings('template.yaml', secret(content), about);
    }
  });
});

describe('The environment of code', () => {
  const about = /^environment-secret$/;
  const worker = (variables: string) => `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables:
${variables}`;

  test('holds secrets by the names of its variables', () => {
    const variables = `          DB_PASSWORD: ⟦environment-secret|correct-horse⟧
          AWS_SECRET_ACCESS_KEY: ⟦environment-secret|abc⟧
          STRIPE_API_KEY: ⟦environment-secret|sk1234567890⟧
`;
    assertFindings('template.yaml', worker(variables), about);
  });

  test('holds none where a value names a secret, stands for one or is something else', () => {
    const variables = `          DB_PASSWORD: /orders/password
          DB_SECRET_KEY: arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders
          API_KEY: '{{resolve:secretsmanager:orders:SecretString:key}}'
          AUTH_TOKEN: !Ref Token
          TOKEN_LIFETIME: one-hour-and-a-half
          PASSWORD_POLICY: at-least-eight
          ACCESS_TOKEN: changeme
          CLIENT_SECRET: __CLIENT_SECRET__
          AWS_ACCESS_KEY_ID: test
`;
    assertFindings('template.yaml', `Parameters:\n  Token:\n    Type: String\n${worker(variables)}`, about);
  });

  test('of a build names a secret with its type', () => {
    const project = (type: string) => `Resources:
  Build:
    Type: AWS::CodeBuild::Project
    Properties:
      Environment:
        EnvironmentVariables:
          - Name: NPM_AUTH_TOKEN
            Type: ${type}
            Value: builds-registry-token
`;
    assertFindings('template.yaml', project('SECRETS_MANAGER'), about);
    assertFindings(
      'template.yaml',
      project('PLAINTEXT').replace('builds-registry-token', '⟦environment-secret|builds-registry-token⟧'),
      about,
    );
  });
});

describe('A text', () => {
  const about = /^no-credentials-in-text$/;

  test('holds credentials wherever it stands', () => {
    const template = `Resources:
  Server:
    Type: AWS::EC2::Instance
    Metadata:
      AWS::CloudFormation::Authentication:
        bucket:
          type: S3
          accessKeyId: ⟦no-credentials-in-text|AKIAABCDEFGHIJKLMNOP⟧
    Properties:
      UserData:
        Fn::Base64: !Sub |
          export AWS_ACCESS_KEY_ID=⟦no-credentials-in-text|AKIAABCDEFGHIJKLMNOP⟧
          export AWS_SECRET_ACCESS_KEY=⟦no-credentials-in-text|abcdefghijABCDEFGHIJabcdefghijABCDEFGHIJ⟧
`;
    assertFindings('template.yaml', template, about);
    const provider = `{
  "provider": { "aws": { "access_key": "⟦no-credentials-in-text|AKIAABCDEFGHIJKLMNOP⟧" } },
  "resource": { "aws_vpc": { "main": {} } }
}
`;
    assertFindings('main.tf.json', provider, about);
  });

  test('holds a private key where more than its first line stands there', () => {
    const key = `Resources:
  Key:
    Type: AWS::SSM::Parameter
    Properties:
      Value: |
        ⟦no-credentials-in-text|-----BEGIN RSA PRIVATE KEY-----⟧
        abcdefghijABCDEFGHIJabcdefghijABCDEFGHIJ
`;
    assertFindings('template.yaml', key, about);
  });

  test('of a documentation, or of something alike, holds none', () => {
    const texts = [
      'AKIAIOSFODNN7EXAMPLE',
      'AKIAXXXXXXXXXXXXXXXX',
      'XAKIAABCDEFGHIJKLMNOP',
      'AKIAABCDEFGHIJKLMNOPQ',
      'AKIA',
      `aws_secret_access_key=${'x'.repeat(40)}`,
      'begins with -----BEGIN RSA PRIVATE KEY-----',
    ];
    for (const text of texts) {
      assertFindings(
        'template.yaml',
        `Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      Description: ${text}\n`,
        about,
      );
    }
  });
});

describe('Credentials in the metadata of a resource', () => {
  const about = /^plain-text-secret$/;
  const server = (credentials: string) => `Resources:
  Server:
    Type: AWS::EC2::Instance
    Metadata:
      AWS::CloudFormation::Authentication:
        downloads: ${credentials}
    Properties:
      ImageId: ami-0123456789abcdef0
`;

  test('are found where they stand, and nothing is where a role or a parameter does', () => {
    const password = '{ type: basic, username: bob, password: ⟦plain-text-secret|correct-horse⟧ }';
    assertFindings('template.yaml', server(password), about);
    assertFindings('template.yaml', server('{ type: S3, secretKey: ⟦plain-text-secret|correct-horse⟧ }'), about);
    assertFindings('template.yaml', server('{ type: S3, roleName: !Ref Role, buckets: [downloads] }'), about);
    assertFindings('template.yaml', server('{ type: basic, password: !Ref Password }'), about);
  });

  test('are passed in from outside by the fix', () => {
    const text = server('{ type: basic, username: bob, password: correct-horse }');
    const mended = fixed('template.yaml', text, 'plain-text-secret');
    assert.match(mended, /password: !Ref downloadsPassword \}/);
    assert.match(mended, /NoEcho: true/);
    assert.doesNotMatch(mended, /correct-horse/);
  });
});

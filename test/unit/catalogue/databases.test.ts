import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { messageOf } from '../../../server/src/engine/words';
import { checkText, proveFix } from '../../support/checking';
import { assertFindings } from '../../support/marked';

/** What a document is told by a rule: the first finding, and the text after its first fix where it has one. */
function told(rule: string, path: string, text: string) {
  const checked = checkText(path, text);
  const [finding] = checked.findings.filter((one) => one.rule === rule);
  assert.ok(finding, `${rule} says nothing`);
  const [fix] = fixesFor(checked, finding);
  return { finding, message: messageOf(finding), after: fix && proveFix(checked, finding, fix) };
}

describe('The log bucket of a trail', () => {
  const about = /^cloudtrail-bucket-public$/;
  const trail = (bucket: string) => `
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: ${bucket}`;
  const readableByAll = `
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead`;

  test('is closed where its access list opens it, and the trail says why', () => {
    const text = `Resources:${readableByAll}${trail('!Ref Logs')}\n`;
    const { finding, message, after } = told('cloudtrail-bucket-public', 'template.yaml', text);
    assert.equal(finding.severity, 'error');
    assert.match(message, /Trail.*Logs/);
    assert.match(after ?? '', /AccessControl: Private/);
  });

  test('may be opened by a policy as well, which is for its author to narrow', () => {
    const text = `Resources:
  Logs:
    Type: AWS::S3::Bucket
  Readers:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Logs
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: '*'
            Action: s3:GetObject
            Resource: !Sub '\${Logs.Arn}/*'${trail('!Ref Logs')}
`;
    assert.equal(told('cloudtrail-bucket-public', 'template.yaml', text).after, undefined);
    assertFindings(
      'template.yaml',
      text.replace("Principal: '*'", 'Principal: {Service: cloudtrail.amazonaws.com}'),
      about,
    );
  });

  test('is left alone where nothing opens it, where a switch disarms the list, and where it is out of sight', () => {
    const isPrivate = readableByAll.replace('PublicRead', 'Private');
    const disarmed = `${readableByAll}
      PublicAccessBlockConfiguration:
        IgnorePublicAcls: true`;
    for (const bucket of [isPrivate, disarmed]) {
      assertFindings('template.yaml', `Resources:${bucket}${trail('!Ref Logs')}\n`, about);
    }
    assertFindings('template.yaml', `Resources:${readableByAll}${trail('logs-of-another-stack')}\n`, about);
  });
});

describe('A database that people sign in to', () => {
  test('is asked for IAM where its engine knows it', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  ⟦rds-iam-login|Orders⟧:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
  Bought:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: oracle-ee
  Member:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-mysql
      DBClusterIdentifier: !Ref Cluster
  ⟦rds-cluster-iam-login|Cluster⟧:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
  MultiAz:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: mysql
  Ready:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EnableIAMDatabaseAuthentication: true
`,
      /iam-login$/,
    );
  });
});

describe('A search domain without fine-grained access control', () => {
  const domain = (options: string) => `Resources:
  Search:
    Type: AWS::OpenSearchService::Domain
    Properties:
      EncryptionAtRestOptions: {Enabled: true}
      NodeToNodeEncryptionOptions: {Enabled: true}
      DomainEndpointOptions: {EnforceHTTPS: true}
      VPCOptions:
        SubnetIds: [subnet-0123456789abcdef0]
${options}`;
  const rule = 'opensearch-access-control';

  test('gets it where a master user is named, and only advice where none is', () => {
    const named = domain(`      AdvancedSecurityOptions:
        Enabled: false
        MasterUserOptions:
          MasterUserARN: arn:aws:iam::111122223333:role/search
`);
    assert.match(told(rule, 'template.yaml', named).after ?? '', / {8}Enabled: true/);
    assert.equal(told(rule, 'template.yaml', domain('')).after, undefined);
  });
});

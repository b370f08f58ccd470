import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { defaultSettings, type Settings } from '../../../server/src/engine/settings';
import { checkText, proveFix } from '../../support/checking';
import { fixed } from '../../support/fixing';
import { assertFindings } from '../../support/marked';

const about = /^(iam-trust-.*|policy-(confused-deputy|mfa-condition|allow-not-principal))$/;

function assertMarked(path: string, marked: string, settings?: Settings): string {
  return assertFindings(path, marked, about, settings);
}

/** A template with a role that a statement lets others assume. */
function role(statement: string): string {
  return `Resources:
  Deployer:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - ${statement}
`;
}

const github = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const outsider = '444455556666';

describe('Trust that goes too far is found', () => {
  const cases: [name: string, statement: string][] = [
    ['everyone', '{ Effect: Allow, Principal: "⟦iam-trust-anyone|*⟧", Action: sts:AssumeRole }'],
    ['everyone of AWS', '{ Effect: Allow, Principal: { AWS: ["⟦iam-trust-anyone|*⟧"] }, Action: sts:AssumeRole }'],
    [
      'everyone over TLS',
      '{ Effect: Allow, Principal: "⟦iam-trust-anyone|*⟧", Action: sts:AssumeRole, Condition: { Bool: { aws:SecureTransport: "true" } } }',
    ],
    [
      'all but one',
      `{ Effect: Allow, ⟦policy-allow-not-principal|NotPrincipal⟧: { AWS: "${outsider}" }, Action: sts:AssumeRole }`,
    ],
    [
      'all actions',
      `{ Effect: Allow, Principal: { AWS: "arn:aws:iam::${outsider}:role/ci" }, Action: "⟦iam-trust-wildcard-action|sts:*⟧" }`,
    ],
    [
      'another account',
      `{ Effect: Allow, Principal: { AWS: "⟦iam-trust-external-id|arn:aws:iam::${outsider}:root⟧" }, Action: sts:AssumeRole }`,
    ],
    [
      'another account by its number',
      `{ Effect: Allow, Principal: { AWS: ["⟦iam-trust-external-id|${outsider}⟧", "arn:aws:iam::111122223333:role/ci"] }, Action: sts:AssumeRole }`,
    ],
    [
      'a user',
      `{ Effect: Allow, Principal: { AWS: "⟦iam-trust-people-without-mfa|arn:aws:iam::${outsider}:user/eve⟧" }, Action: sts:AssumeRole }`,
    ],
    [
      'every repository of GitHub',
      `{ Effect: Allow, Principal: { Federated: "⟦iam-trust-web-identity|${github}⟧" }, Action: sts:AssumeRoleWithWebIdentity, Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": sts.amazonaws.com } } }`,
    ],
    [
      'every repository by a wildcard',
      `{ Effect: Allow, Principal: { Federated: "${github}" }, Action: sts:AssumeRoleWithWebIdentity, Condition: { StringLike: { "token.actions.githubusercontent.com:aud": sts.amazonaws.com, "token.actions.githubusercontent.com:sub": ["repo:acme/*", "⟦iam-trust-web-identity|repo:*⟧"] } } }`,
    ],
    [
      'every pod of a cluster',
      '{ Effect: Allow, Principal: { Federated: !Sub "⟦iam-trust-web-identity|arn:aws:iam::${AWS::AccountId}:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC⟧" }, Action: sts:AssumeRoleWithWebIdentity }',
    ],
    [
      'every identity pool',
      '{ Effect: Allow, Principal: { Federated: "⟦iam-trust-web-identity|cognito-identity.amazonaws.com⟧" }, Action: sts:AssumeRoleWithWebIdentity, Condition: { "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": authenticated } } }',
    ],
    [
      'a service on behalf of anybody',
      '{ Effect: Allow, Principal: { Service: "⟦policy-confused-deputy|scheduler.amazonaws.com⟧" }, Action: sts:AssumeRole }',
    ],
  ];
  for (const [name, statement] of cases) {
    test(name, () => {
      assertMarked('template.yaml', role(statement));
    });
  }

  test('a user of the same document', () => {
    const statement =
      '{ Effect: Allow, Principal: { AWS: !GetAtt ⟦iam-trust-people-without-mfa|Alice.Arn⟧ }, Action: sts:AssumeRole }';
    assertMarked('template.yaml', `${role(statement)}  Alice:\n    Type: AWS::IAM::User\n`);
  });

  test('every identity of a provider in the same document', () => {
    const trust = (arn: string) =>
      role(`{ Effect: Allow, Principal: { Federated: ${arn} }, Action: sts:AssumeRoleWithWebIdentity }`);
    const provider = '  Cluster:\n    Type: AWS::IAM::OIDCProvider\n    Properties: { Url: "https://oidc.example" }\n';
    assertMarked('template.yaml', trust('!GetAtt ⟦iam-trust-web-identity|Cluster.Arn⟧') + provider);
    const after = fixed('template.yaml', trust('!Ref Cluster') + provider, 'iam-trust-web-identity');
    assert.match(after, /StringEquals: \{ ?oidc\.example:aud: !Ref Audience/);
    assert.match(after, /StringLike: \{ ?oidc\.example:sub: !Ref Subject/);
    assertMarked(
      'main.tf.json',
      `{
  "data": {"aws_iam_policy_document": {"trust": {"statement": [
    {"actions": ["sts:AssumeRoleWithWebIdentity"], "principals": [{"type": "Federated", "identifiers": ["⟦iam-trust-web-identity|\${aws_iam_openid_connect_provider.cluster.arn}⟧"]}]}
  ]}}},
  "resource": {
    "aws_iam_openid_connect_provider": {"cluster": {"url": "https://oidc.example"}},
    "aws_iam_role": {"a": {"name": "a", "assume_role_policy": "\${data.aws_iam_policy_document.trust.json}"}}
  }
}`,
    );
  });

  test('another account by the default of a parameter', () => {
    const parameter = `Parameters:\n  Partner: { Type: String, Default: '${outsider}' }\n`;
    const arn = '!Sub "⟦iam-trust-external-id|arn:aws:iam::${Partner}:root⟧"';
    assertMarked(
      'template.yaml',
      parameter + role(`{ Effect: Allow, Principal: { AWS: ${arn} }, Action: sts:AssumeRole }`),
    );
    assertMarked(
      'template.yaml',
      `Parameters:\n  Partner: { Type: String }\n${role('{ Effect: Allow, Principal: { AWS: !Sub "arn:aws:iam::${Partner}:root" }, Action: sts:AssumeRole }')}`,
    );
  });

  test('in a JSON string of Terraform, and in a data source', () => {
    const policy = `{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Principal\\": {\\"AWS\\": \\"⟦iam-trust-anyone|*⟧\\"}, \\"Action\\": \\"sts:AssumeRole\\"}]}`;
    assertMarked(
      'main.tf.json',
      `{"resource": {"aws_iam_role": {"a": {"name": "a", "assume_role_policy": "${policy}"}}}}`,
    );
    assertMarked(
      'main.tf.json',
      `{
  "data": {"aws_iam_policy_document": {"trust": {"statement": [
    {"actions": ["sts:AssumeRole"], "principals": [{"type": "AWS", "identifiers": ["⟦iam-trust-external-id|${outsider}⟧"]}]}
  ]}}},
  "resource": {"aws_iam_role": {"a": {"name": "a", "assume_role_policy": "\${data.aws_iam_policy_document.trust.json}"}}}
}`,
    );
  });

  test('in a document of its own that can be nothing but a trust policy', () => {
    assertMarked(
      'trust.json',
      '{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "⟦iam-trust-anyone|*⟧"}, "Action": "sts:AssumeRole"}]}',
    );
  });
});

describe('Trust that is held to somebody is silent', () => {
  const cases: [name: string, statement: string][] = [
    [
      'an organisation',
      '{ Effect: Allow, Principal: "*", Action: sts:AssumeRole, Condition: { StringEquals: { aws:PrincipalOrgID: o-abcdefghij } } }',
    ],
    [
      'a role by its ARN in a condition',
      '{ Effect: Allow, Principal: { AWS: "*" }, Action: sts:AssumeRole, Condition: { ArnLike: { aws:PrincipalArn: "arn:aws:iam::111122223333:role/ci-*" } } }',
    ],
    [
      'an organisation by a parameter',
      '{ Effect: Allow, Principal: "*", Action: sts:AssumeRole, Condition: { StringEquals: { aws:PrincipalOrgID: !Ref Organization } } }',
    ],
    [
      'another account with an external id',
      `{ Effect: Allow, Principal: { AWS: "${outsider}" }, Action: sts:AssumeRole, Condition: { StringEquals: { sts:ExternalId: abc } } }`,
    ],
    [
      'a role of another account',
      `{ Effect: Allow, Principal: { AWS: "arn:aws:iam::${outsider}:role/ci" }, Action: sts:AssumeRole }`,
    ],
    [
      'this account',
      '{ Effect: Allow, Principal: { AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }, Action: sts:AssumeRole }',
    ],
    [
      'a user with a second factor',
      `{ Effect: Allow, Principal: { AWS: "arn:aws:iam::${outsider}:user/eve" }, Action: sts:AssumeRole, Condition: { Bool: { aws:MultiFactorAuthPresent: "true" } } }`,
    ],
    [
      'one repository',
      `{ Effect: Allow, Principal: { Federated: "${github}" }, Action: sts:AssumeRoleWithWebIdentity, Condition: { StringLike: { "token.actions.githubusercontent.com:sub": "repo:acme/shop:*", "token.actions.githubusercontent.com:aud": sts.amazonaws.com } } }`,
    ],
    [
      'a provider of SAML',
      '{ Effect: Allow, Principal: { Federated: "arn:aws:iam::111122223333:saml-provider/idp" }, Action: sts:AssumeRoleWithSAML }',
    ],
    [
      'services that do not tell for whom they act',
      '{ Effect: Allow, Principal: { Service: [ec2.amazonaws.com, lambda.amazonaws.com, ecs-tasks.amazonaws.com, s3.amazonaws.com] }, Action: sts:AssumeRole }',
    ],
    [
      'a service and another that does not tell',
      '{ Effect: Allow, Principal: { Service: [scheduler.amazonaws.com, lambda.amazonaws.com] }, Action: sts:AssumeRole }',
    ],
    [
      'a service on behalf of this account',
      '{ Effect: Allow, Principal: { Service: scheduler.amazonaws.com }, Action: sts:AssumeRole, Condition: { StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } } }',
    ],
    [
      'a service on behalf of a resource',
      '{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole, Condition: { ArnLike: { aws:SourceArn: !Sub "arn:aws:states:*:${AWS::AccountId}:*" } } }',
    ],
    ['a principal that is filled in', '{ Effect: Allow, Principal: { AWS: !Ref Trusted }, Action: sts:AssumeRole }'],
  ];
  for (const [name, statement] of cases) {
    test(name, () => {
      assertMarked('template.yaml', role(statement));
    });
  }

  test('an account that the settings trust', () => {
    const statement = `{ Effect: Allow, Principal: { AWS: "${outsider}" }, Action: sts:AssumeRole }`;
    assertMarked('template.yaml', role(statement), { ...defaultSettings, trustedAccounts: [outsider] });
  });
});

describe('Fixes of trust policies', () => {
  test('hold a service to the account', () => {
    const text = role('{ Effect: Allow, Principal: { Service: scheduler.amazonaws.com }, Action: sts:AssumeRole }');
    assert.match(fixed('template.yaml', text, 'policy-confused-deputy'), /aws:SourceAccount['"]?: !Ref AWS::AccountId/);
  });

  test('ask for an external id by a parameter', () => {
    const text = role(`{ Effect: Allow, Principal: { AWS: "${outsider}" }, Action: sts:AssumeRole }`);
    assert.match(fixed('template.yaml', text, 'iam-trust-external-id'), /sts:ExternalId['"]?: !Ref ExternalId/);
  });

  test('are written into a data source as blocks', () => {
    const text = `{
  "data": {"aws_iam_policy_document": {"trust": {"statement": [
    {"actions": ["sts:AssumeRole"], "principals": [{"type": "Service", "identifiers": ["scheduler.amazonaws.com"]}]}
  ]}}},
  "resource": {"aws_iam_role": {"a": {"name": "a", "assume_role_policy": "\${data.aws_iam_policy_document.trust.json}"}}}
}`;
    const checked = checkText('main.tf.json', text);
    const finding = checked.findings.find(({ rule }) => rule === 'policy-confused-deputy');
    assert.ok(finding);
    const [fix] = fixesFor(checked, finding);
    assert.ok(fix);
    const { data } = JSON.parse(proveFix(checked, finding, fix));
    assert.deepEqual(data.aws_iam_policy_document.trust.statement[0].condition, [
      {
        test: 'StringEquals',
        variable: 'aws:SourceAccount',
        values: ['${data.aws_caller_identity.current.account_id}'],
      },
    ]);
  });
});

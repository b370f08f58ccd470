import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixed } from '../../support/fixing';
import { assertFindings } from '../../support/marked';

describe('Credentials in IAM resources', () => {
  const about = /^iam-(?!no-user-policies|user-without-group)/;

  test('are no passwords in the text, nor ones that stay', () => {
    assertFindings(
      'template.yaml',
      `Parameters:
  Given: {Type: String, NoEcho: true}
  Chosen: {Type: String, NoEcho: true, Default: ⟦iam-readable-credentials|hunter2hunter2⟧}
Resources:
  Machine:
    Type: AWS::IAM::User
  ⟦iam-no-console-users iam-password-reset|Alice⟧:
    Type: AWS::IAM::User
    Properties:
      LoginProfile:
        Password: ⟦iam-readable-credentials|correct horse⟧
  ⟦iam-no-console-users|Bob⟧:
    Type: AWS::IAM::User
    Properties:
      LoginProfile:
        Password: '{{resolve:secretsmanager:bob:SecretString:password}}'
        PasswordResetRequired: ⟦iam-password-reset|false⟧
  ⟦iam-no-console-users|Carol⟧:
    Type: AWS::IAM::User
    Properties:
      LoginProfile: {Password: !Ref Given, PasswordResetRequired: true}
  ⟦iam-no-console-users|Dave⟧:
    Type: AWS::IAM::User
    Properties:
      LoginProfile: {Password: !Ref Chosen, PasswordResetRequired: true}
`,
      about,
    );
  });

  test('are no access keys, unless they are inactive', () => {
    assertFindings(
      'template.yaml',
      `Parameters:
  State: {Type: String}
Resources:
  ⟦iam-no-access-keys|Key⟧: {Type: AWS::IAM::AccessKey, Properties: {UserName: ci}}
  Old: {Type: AWS::IAM::AccessKey, Properties: {UserName: ci, Status: Inactive}}
  Chosen: {Type: AWS::IAM::AccessKey, Properties: {UserName: ci, Status: !Ref State}}
  Certificate:
    Type: AWS::IAM::ServerCertificate
    Properties:
      CertificateBody: public
      PrivateKey: !Sub '\${Key}'
`,
      about,
    );
  });

  test('are a matter of login profiles and password policies in Terraform', () => {
    assertFindings(
      'main.tf.json',
      `{
  "resource": {
    "aws_iam_user_login_profile": {
      "⟦iam-no-console-users|alice⟧": {"user": "alice"},
      "⟦iam-no-console-users|bob⟧": {"user": "bob", "password_reset_required": ⟦iam-password-reset|false⟧}
    },
    "aws_iam_account_password_policy": {
      "⟦iam-password-characters iam-password-expiry iam-password-reuse|weak⟧": {
        "minimum_password_length": ⟦iam-password-length|8⟧,
        "require_lowercase_characters": true,
        "require_numbers": true
      },
      "strong": {
        "minimum_password_length": 14,
        "password_reuse_prevention": 24,
        "max_password_age": 90,
        "require_lowercase_characters": true,
        "require_uppercase_characters": true,
        "require_numbers": true,
        "require_symbols": true
      }
    },
    "aws_iam_access_key": {"⟦iam-no-access-keys|ci⟧": {"user": "ci"}}
  }
}`,
      about,
    );
  });

  test('are passed in from outside without being shown', () => {
    const text = fixed(
      'template.yaml',
      `Resources:
  Alice:
    Type: AWS::IAM::User
    Properties:
      LoginProfile:
        Password: correct horse
        PasswordResetRequired: true
`,
      'iam-readable-credentials',
    );
    assert.match(text, /Password: !Ref AlicePassword/);
    assert.match(text, /AlicePassword:\n {4}Type: String\n(?: {4}.+\n)* {4}NoEcho: true/);
  });
});

describe('A permission set', () => {
  const about = /^sso-/;

  test('is not to hold all rights', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  Administrators:
    Type: AWS::SSO::PermissionSet
    Properties:
      ManagedPolicies:
        - arn:aws:iam::aws:policy/ReadOnlyAccess
        - !Sub '⟦sso-no-administrator-access|arn:\${AWS::Partition}:iam::aws:policy/AdministratorAccess⟧'
  Readers:
    Type: AWS::SSO::PermissionSet
    Properties:
      ManagedPolicies: [arn:aws:iam::aws:policy/ReadOnlyAccess, !Ref More]
`,
      about,
    );
  });

  test('is told of by the policies tied to it in Terraform', () => {
    assertFindings(
      'main.tf.json',
      `{
  "resource": {
    "aws_ssoadmin_permission_set": {"admins": {"name": "Admins"}},
    "aws_ssoadmin_managed_policy_attachment": {
      "admins": {
        "permission_set_arn": "\${aws_ssoadmin_permission_set.admins.arn}",
        "managed_policy_arn": "⟦sso-no-administrator-access|arn:aws:iam::aws:policy/AdministratorAccess⟧"
      }
    }
  }
}`,
      about,
    );
  });
});

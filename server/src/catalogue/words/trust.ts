import type { Words } from '../../model/rule';

const principals = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html';
const deputies = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html';

export const words: Readonly<Record<string, Words>> = {
  'iam-trust-anyone': {
    title: 'Anybody in any account can assume {name|the role}.',
    why: 'The role takes everyone who knows its name, and names of roles are easy to guess.',
    advice: 'Name the accounts, roles or services that assume it, or hold the statement to your organization.',
    sources: [principals],
    sameAs: { checkov: ['CKV_AWS_60'] },
  },
  'iam-trust-wildcard-action': {
    title: 'The trust policy of {name|the role} allows more than to assume the role.',
    why: 'A wildcard takes in what sets tags and names of sessions, by which other policies decide, and what may come.',
    advice: 'Allow `sts:AssumeRole`, or the one way of it that is meant.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html'],
    sameAs: { guard: ['IAM_ROLE_NO_FULL_ACCESS_ON_TRUST_POLICY'], cfnNag: ['F2'] },
  },
  'iam-trust-external-id': {
    title: '{name|The role} trusts all of another account {account} without asking for an external id.',
    why: 'Everyone there who may assume roles can assume this one. A provider with many customers can be led by one of them to use the role of another.',
    advice:
      'Name the role that assumes it. For a third party, ask for the external id it gave you; for your own accounts, hold the statement to your organization, or add the account to the setting `trustedAccounts`.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html',
      deputies,
      principals,
    ],
    sameAs: { checkov: ['CKV_AWS_61'] },
  },
  'iam-trust-people-without-mfa': {
    title: 'People can assume {name|the role} without a second factor.',
    why: 'A leaked access key of the user is enough to get the role.',
    advice:
      'Ask for `aws:MultiFactorAuthPresent` in the trust policy, or let people come through an identity provider.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html'],
    sameAs: {},
  },
  'iam-trust-web-identity': {
    title:
      'The trust policy of {name|the role} accepts tokens of the provider without testing {claims|whom they are for}.',
    why: 'A provider issues tokens to all of its users, so that any of them, or any repository, can assume the role.',
    advice: 'Test the subject and the audience of the tokens, and leave no wildcard for whom they are issued to.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html'],
    sameAs: { checkov: ['CKV_AWS_358', 'CKV_AWS_393'] },
  },
  'policy-confused-deputy': {
    title: '{name|The policy} lets {service|a service} in on behalf of any account.',
    why: 'Somebody can have the service use it for a resource of another account: the service is allowed, and does not ask for whom.',
    advice:
      'Hold the statement to your account with `aws:SourceAccount`, or to the resource with `aws:SourceArn`. Firehose tells the account as `sts:ExternalId`.',
    sources: [deputies, 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html'],
    sameAs: {},
  },
  'policy-mfa-condition': {
    title: 'The test for a second factor in {name|the policy} {fault|lets requests without one pass}.',
    why: 'Requests signed with a long-term access key carry no `aws:MultiFactorAuthPresent` at all, neither true nor false, so that a test behaves for them as its operator does for a missing key.',
    advice: 'Deny with `BoolIfExists` and `false`, allow with `Bool` and `true`.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
    ],
    sameAs: {},
  },
};

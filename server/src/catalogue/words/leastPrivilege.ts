import type { Words } from '../../model/rule';

const bestPractices = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html';
const accessLevels =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html';
const resourceElement = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html';
const policyChecks = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html';
const passRole = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html';

export const words: Readonly<Record<string, Words>> = {
  'iam-full-access': {
    title: '{name|The policy} allows everything with everything.',
    why: 'Whoever gets hold of such an identity, or of code that runs with it, has the account: all data, all keys, and the trail that would tell.',
    advice:
      'Allow the actions that are needed, on the resources that they are needed for. IAM Access Analyzer makes a policy of what an identity has used.',
    sources: [bestPractices],
    sameAs: {
      checkov: ['CKV_AWS_1', 'CKV_AWS_62', 'CKV_AWS_63'],
      cdkNag: [
        'HIPAA.Security-IAMPolicyNoStatementsWithAdminAccess',
        'NIST.800.53.R4-IAMPolicyNoStatementsWithAdminAccess',
        'NIST.800.53.R5-IAMPolicyNoStatementsWithAdminAccess',
        'PCI.DSS.321-IAMPolicyNoStatementsWithAdminAccess',
      ],
      guard: [
        'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
        'IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS',
        'IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
        'IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
        'IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE',
      ],
      cfnNag: ['F3', 'F4', 'F5'],
    },
  },
  'iam-privilege-escalation': {
    title:
      '{name|Whoever has the policy} can give itself more permissions: {what|by IAM, or by what runs with a role}.',
    why: 'What lets an identity change permissions, or run code with any role, is as good as all permissions together, but does not look like it.',
    advice: 'Name the resources that are meant, such as the roles that may be passed, or leave it to another identity.',
    sources: [passRole, accessLevels, bestPractices],
    sameAs: { checkov: ['CKV_AWS_110', 'CKV_AWS_286', 'CKV2_AWS_40'] },
  },
  'iam-pass-any-role': {
    title: '{name|Whoever has the policy} may pass any role to any service.',
    why: 'A service does for whoever passed the role what the role may do, so the most powerful role of the account decides.',
    advice:
      'Name the roles that may be passed, and with `iam:PassedToService` the services that they may be passed to.',
    sources: [passRole, policyChecks],
    sameAs: {
      trivy: ['AWS-0342'],
      guard: ['IAM_POLICY_NO_WILDCARD_RESOURCE_ON_PASSROLE', 'IAM_ROLE_NO_WILDCARD_RESOURCE_ON_PASSROLE'],
      cfnNag: ['F38', 'F39', 'F40'],
    },
  },
  'iam-data-exposure': {
    title:
      '{name|Whoever has the policy} can read or share data of the whole account: {what|objects, secrets, parameters, snapshots}.',
    why: 'Where code is taken over, what its role can read is lost: every object, secret or parameter there is, and not only its own.',
    advice: 'Name the buckets, secrets, parameters, keys or snapshots that are meant.',
    sources: [bestPractices, resourceElement],
    sameAs: {
      checkov: ['CKV_AWS_108', 'CKV_AWS_288'],
      trivy: ['AWS-0345', 'AWS-0346'],
      guard: ['IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE'],
      cfnNag: ['W11', 'W12', 'W13'],
    },
  },
  'iam-credentials-exposure': {
    title: '{name|Whoever has the policy} can get credentials of others: {what|those of roles, users or databases}.',
    why: 'Who is handed the credentials of another role or database user has their permissions as well, and leaves their name in the logs.',
    advice: 'Name the roles, users or clusters that are meant.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html', bestPractices],
    sameAs: {
      checkov: ['CKV_AWS_107', 'CKV_AWS_287'],
      guard: ['IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE'],
      cfnNag: ['W11', 'W12', 'W13'],
    },
  },
  'iam-service-wildcard': {
    title: '{name|The policy} allows all actions of {what|a service by a wildcard}.',
    why: 'It takes in what deletes, what shares and what sets permissions, and every action that the service will get.',
    advice:
      'Name the actions that are used. Wildcards such as `Get*` within a service say at least what sort is meant.',
    sources: [bestPractices, accessLevels],
    sameAs: {
      checkov: ['CKV_AWS_49', 'CKV_AWS_63', 'CKV2_AWS_68'],
      trivy: ['AWS-0345'],
      cdkNag: [
        'AwsSolutions-IAM5',
        'Serverless-LambdaStarPermissions',
        'HIPAA.Security-IAMPolicyNoStatementsWithFullAccess',
        'NIST.800.53.R5-IAMPolicyNoStatementsWithFullAccess',
        'PCI.DSS.321-IAMPolicyNoStatementsWithFullAccess',
      ],
      guard: [
        'IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
        'IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS',
        'IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS',
        'IOT_POLICY_WILDCARD_ACTION_RULE',
      ],
      cfnNag: ['F3', 'F4', 'F5', 'W38'],
    },
  },
  'iam-unlimited-permissions-management': {
    title:
      '{name|Whoever has the policy} can set the permissions of every resource of a sort: {what|of every bucket, for one}.',
    why: 'Who can write a resource policy can let others in, or the whole world.',
    advice: 'Name the resources whose permissions are meant.',
    sources: [accessLevels, resourceElement],
    sameAs: {
      checkov: ['CKV_AWS_109', 'CKV_AWS_289'],
      guard: ['IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE'],
      cfnNag: ['W11', 'W12', 'W13'],
    },
  },
  'iam-unlimited-write': {
    title: '{name|Whoever has the policy} can change every resource of a sort: {what|every table, for one}.',
    why: 'These actions can be limited to resources. Without a limit a mistake, or somebody else in the same code, reaches what belongs to others.',
    advice: 'Name the resources that are meant.',
    sources: [resourceElement, bestPractices],
    sameAs: {
      checkov: ['CKV_AWS_111', 'CKV_AWS_290', 'CKV_AWS_355', 'CKV_AWS_356'],
      cdkNag: ['AwsSolutions-IAM5'],
      guard: ['IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE', 'IOT_POLICY_WILDCARD_RESOURCE_RULE'],
      cfnNag: ['W11', 'W12', 'W13'],
    },
  },
};

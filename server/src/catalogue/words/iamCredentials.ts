import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'iam-no-access-keys': {
    title: 'The access key {name} is valid until somebody withdraws it.',
    why: 'A long-term key works for whoever has it, from anywhere, for years. Its secret also stands in what the deployment leaves behind: outputs, parameters, the Terraform state.',
    advice:
      'Sign requests with the temporary credentials of a role. Where there must be a key, rotate it; before deleting one, make it inactive and see what fails.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds-programmatic-access.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    ],
    sameAs: { checkov: ['CKV_AWS_348'], trivy: ['AWS-0141'] },
  },
  'iam-readable-credentials': {
    title: 'The {secret|secret} of {name|an identity} stands readable in the document.',
    why: 'It spreads to repositories, change sets, state files and logs, and works for everybody who reads one of them.',
    advice:
      'Withdraw the credential, keep the new one in Secrets Manager, and refer to it: with a dynamic reference in CloudFormation, with a sensitive variable in Terraform. Certificates are better kept by ACM.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-iam-user-loginprofile.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html',
    ],
    sameAs: { guard: ['IAM_USER_LOGIN_PROFILE_NO_PLAINTEXT_PASSWORD'], cfnNag: ['F51'] },
  },
  'iam-password-reset': {
    title: '{name|The user} need not replace the first password.',
    why: 'Whoever wrote, ran or read the deployment knows that password, and goes on knowing it.',
    advice: 'Require a reset at the next sign-in, and let the user change the own password.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-iam-user-loginprofile.html',
    ],
    sameAs: { guard: ['IAM_USER_LOGIN_PROFILE_PASSWORD_RESET_RULE'], cfnNag: ['W50'] },
  },
  'iam-no-console-users': {
    title: '{name|The user} signs in to the console with a password of this account.',
    why: 'Such a password lives apart from the identities people otherwise have: it outlasts their job, and each account has to be told again who they are.',
    advice: 'Let people sign in through IAM Identity Center or another identity provider, with temporary credentials.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
    sameAs: { checkov: ['CKV_AWS_273', 'CKV2_AWS_22'] },
  },
  'iam-password-length': {
    title: 'The password policy {name} accepts short passwords.',
    why: 'Short passwords are guessed. Where nothing is said, six characters are enough.',
    advice: 'Ask for 14 characters or more. It holds from the next change of each password.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/iam-password-policy.html',
      'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html',
    ],
    sameAs: { checkov: ['CKV_AWS_10'], trivy: ['AWS-0063'] },
  },
  'iam-password-characters': {
    title: 'The password policy {name} does not ask for every sort of character.',
    why: 'Passwords of one sort of character are guessed sooner. What the policy does not ask for is not required.',
    advice: 'Require lowercase and uppercase letters, numbers and symbols.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/iam-password-policy.html',
      'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_11', 'CKV_AWS_12', 'CKV_AWS_14', 'CKV_AWS_15'],
      trivy: ['AWS-0058', 'AWS-0059', 'AWS-0060', 'AWS-0061'],
    },
  },
  'iam-password-reuse': {
    title: 'The password policy {name} lets people go back to old passwords.',
    why: 'A password that was changed because somebody else had it comes back.',
    advice: 'Remember the last 24 passwords.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/iam-password-policy.html',
      'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html',
    ],
    sameAs: { checkov: ['CKV_AWS_13'], trivy: ['AWS-0056'] },
  },
  'iam-password-expiry': {
    title: 'The password policy {name} lets passwords live for longer than 90 days.',
    why: 'A password that somebody else has works until it is changed. Where nothing is said, it never has to be.',
    advice: 'Let passwords expire after 90 days, and ask for a second factor whatever their age.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/iam-password-policy.html',
      'https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html',
    ],
    sameAs: { checkov: ['CKV_AWS_9'], trivy: ['AWS-0062'] },
  },
  'iam-one-access-key': {
    title: 'The user of {name|an access key} has another active one.',
    why: 'Each key is a credential that lasts, and the one that nobody uses any more is the one that nobody misses when it is stolen.',
    advice: 'Keep one key active, and a second only while it takes over from the first.',
    sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
    sameAs: { trivy: ['AWS-0167'] },
  },
};

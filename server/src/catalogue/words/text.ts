import type { Words } from '../../model/rule';

const sources = ['https://docs.aws.amazon.com/sns/latest/dg/sns-data-protection.html'];

export const words: Readonly<Record<string, Words>> = {
  'no-credentials-in-url': {
    title: 'A URL to {host|a host} carries a user name and a password.',
    why: 'URLs end up in logs, histories and state files, where many people can read them.',
    advice: 'Take the credentials out of the URL, withdraw them, and keep new ones in a secret.',
    sources,
    sameAs: {
      cdkNag: [
        'HIPAA.Security-CodeBuildProjectSourceRepoUrl',
        'NIST.800.53.R4-CodeBuildProjectSourceRepoUrl',
        'PCI.DSS.321-CodeBuildProjectSourceRepoUrl',
      ],
      guard: ['CODEBUILD_PROJECT_SOURCE_REPO_URL_CHECK'],
    },
  },
  'no-secret-in-url': {
    title: 'A secret becomes part of a URL.',
    why: 'It is kept where it should be, and given away here: URLs end up in logs, histories and state files, where many people can read them.',
    advice: 'Send the secret in a header or in the body, as the server allows.',
    sources,
    sameAs: { checkov: ['CKV2_AWS_36'] },
  },
  'no-email-in-tags-or-names': {
    title: 'A {where|tag or name} holds an email address.',
    why: 'AWS may use tags and names in billing and diagnostic logs: they are no place for personal data.',
    advice: 'Write the name of a role or a team instead.',
    sources,
    sameAs: {},
  },
  'no-credentials-in-text': {
    title: 'This text holds {credential|a credential}.',
    why: 'Whoever can read the document, the state of the deployment or the user data of an instance has it, and it works until somebody withdraws it.',
    advice:
      'Withdraw it. Let code in AWS have a role, and keep what has no role in Secrets Manager. Providers of Terraform take credentials from their surroundings.',
    sources: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_41', 'CKV_AWS_45', 'CKV_AWS_46', 'CKV_AWS_384'],
      trivy: ['AWS-0029', 'AWS-0122', 'AWS-0129'],
    },
  },
};

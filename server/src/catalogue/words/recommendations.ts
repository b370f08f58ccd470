import type { Recommendation } from '../../model/rule';

/** What each recommendation of the AWS data-protection pages asks for, in one sentence. */
export const recommendations: Readonly<Record<Recommendation, string>> = {
  'protect-credentials': 'Protect account credentials, and give each person an identity of their own.',
  'least-privilege': 'Give each identity only the permissions it needs.',
  'multi-factor': 'Use multi-factor authentication with each account.',
  'encrypt-in-transit': 'Use TLS to talk to AWS resources: TLS 1.2 is required and 1.3 recommended.',
  'log-activity': 'Set up API and user activity logging with AWS CloudTrail.',
  'encrypt-at-rest': 'Use AWS encryption solutions, along with all default security controls of AWS services.',
  'managed-security': 'Use the managed protection that AWS services offer.',
  'fips-endpoints': 'Use a FIPS endpoint where FIPS 140-3 validated modules are required.',
  'no-sensitive-text': 'Never put confidential or sensitive information into tags or free-form text such as names.',
  'no-credentials-in-url': 'Never put credentials into a URL to an external server.',
  'manage-keys': 'Know who owns the keys that protect your data, choose and rotate them.',
  'rotate-credentials': 'Rotate access keys and certificates regularly.',
  'private-connectivity': 'Keep traffic to AWS services inside your VPC with interface endpoints.',
  'endpoint-policy': 'Attach a policy to each VPC endpoint that states principals, actions and resources.',
  'sign-requests': 'Sign requests as an IAM principal, and prefer temporary credentials.',
  'know-the-boundary': 'Know where data leaves the AWS boundary: SMS is not encrypted on its way.',
  'protect-personal-data': 'Protect the credentials and personal data that messaging services store.',
  'protect-workspace-data': 'Protect the S3 bucket that holds the data of an IoT TwinMaker workspace.',
  'dedicated-hardware': 'Use dedicated hardware security modules where a contract demands them.',
};

const statement = {
  Effect: 'Deny',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: ['s3:Get*', 's3:PutObject'],
  Resource: 'arn:aws:s3:::reports/*',
  Condition: {
    StringNotLike: { 'aws:PrincipalTag/team': ['data-*'] },
    Bool: { 'aws:SecureTransport': 'false' },
  },
};

/** A policy with words of each sort. */
export const policy = { Version: '2012-10-17', Statement: [statement] };

/** The words of `policy`, in their order. */
export const wordsOfPolicy = [
  'variable arn:aws:iam::111122223333:root',
  'namespace s3:',
  'method Get',
  'policyWildcard *',
  'namespace s3:',
  'method PutObject',
  'variable arn:aws:s3:::reports/',
  'policyWildcard *',
  'function StringNotLike',
  'namespace aws:',
  'property PrincipalTag/team',
  'policyWildcard *',
  'function Bool',
  'namespace aws:',
  'property SecureTransport',
];

/** A template with one resource. */
export const template = (resource: unknown) => JSON.stringify({ Resources: { Policy: resource } }, null, 2);
const inBucketPolicy = (document: unknown) =>
  template({ Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'reports', PolicyDocument: document } });

/** The same policy in each place that it may stand. */
export const documents: Readonly<Record<string, { path: string; text: string }>> = {
  'an IAM policy on its own': { path: 'policy.json', text: JSON.stringify(policy, null, 2) },
  'a CloudFormation template in JSON': { path: 'template.json', text: inBucketPolicy(policy) },
  'a string in a CloudFormation template': { path: 'template.json', text: inBucketPolicy(JSON.stringify(policy)) },
  'a CloudFormation template in YAML': {
    path: 'template.yaml',
    text: `Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: reports
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: { AWS: arn:aws:iam::111122223333:root }
            Action:
              - s3:Get*
              - "s3:PutObject"
            Resource: 'arn:aws:s3:::reports/*'
            Condition:
              StringNotLike: { 'aws:PrincipalTag/team': data-* }
              Bool: { aws:SecureTransport: "false" }
`,
  },
  'a block string in a CloudFormation template': {
    path: 'template.yaml',
    text: `Resources:
  Policy:
    Type: AWS::Logs::ResourcePolicy
    Properties:
      PolicyName: reports
      PolicyDocument: |
${JSON.stringify(policy, null, 2).replace(/^/gm, '        ')}
`,
  },
  'a string in Terraform JSON': {
    path: 'main.tf.json',
    text: JSON.stringify({
      resource: { aws_s3_bucket_policy: { reports: { bucket: 'reports', policy: JSON.stringify(policy) } } },
    }),
  },
  'a resource that no rule is about': {
    path: 'template.json',
    text: template({ Type: 'Custom::Thing', Properties: { Anything: [{ Nested: policy }] } }),
  },
};

/** A template with a bucket policy of one statement, which says something. */
export function inBucketPolicyYaml(element: string): string {
  return `Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: reports
      PolicyDocument:
        Statement:
          - Effect: Allow
            ${element}
`;
}

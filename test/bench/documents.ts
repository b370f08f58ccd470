/** The formats that the benchmark measures, each with the file name it is opened as. */
export const benchFormats = {
  'CloudFormation YAML': 'template.yaml',
  'CloudFormation JSON': 'template.json',
  'Terraform JSON': 'main.tf.json',
  'Terraform plan': 'plan.json',
  'IAM policy': 'policy.json',
} as const;
export type BenchFormat = keyof typeof benchFormats;

/** A document of about so many kilobytes (1,000 characters), with as many findings as a careless author would have. */
export function benchDocument(format: BenchFormat, kilobytes: number): string {
  const { part, whole } = parts[format];
  const all: string[] = [];
  for (let length = 200; length < kilobytes * 1000; length += (all[all.length - 1] as string).length + 2) {
    all.push(part(all.length));
  }
  return whole(all.slice(0, -1));
}

interface Parts {
  part(index: number): string;
  whole(parts: readonly string[]): string;
}

const bucketPolicy = (arn: string) => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'logging.s3.amazonaws.com' }, Action: 's3:PutObject', Resource: arn },
  ],
});

const parts: Readonly<Record<BenchFormat, Parts>> = {
  'CloudFormation YAML': {
    part: (i) => `  Bucket${i}: # holds the reports of team ${i}
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub reports-${i}-\${AWS::AccountId}
      VersioningConfiguration:
        Status: ${i % 3 ? 'Enabled' : 'Suspended'}
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: ${i % 4 ? 'true' : 'false'}
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
      Tags:
        - Key: team
          Value: reports
  Bucket${i}Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket${i}
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { Service: logging.s3.amazonaws.com }
            Action: s3:PutObject
            Resource: !Sub '\${Bucket${i}.Arn}/*'
  Database${i}:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      StorageEncrypted: ${i % 2 ? 'true' : 'false'}
      BackupRetentionPeriod: 7
`,
    whole: (all) => `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n${all.join('')}`,
  },
  'CloudFormation JSON': {
    part: (i) =>
      members({
        [`Bucket${i}`]: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            BucketName: { 'Fn::Sub': `reports-${i}-\${AWS::AccountId}` },
            VersioningConfiguration: { Status: i % 3 ? 'Enabled' : 'Suspended' },
            Tags: [{ Key: 'team', Value: 'reports' }],
          },
        },
        [`Bucket${i}Policy`]: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: { Bucket: { Ref: `Bucket${i}` }, PolicyDocument: bucketPolicy('*') },
        },
        [`Database${i}`]: {
          Type: 'AWS::RDS::DBInstance',
          Properties: { Engine: 'postgres', StorageEncrypted: i % 2 === 0, BackupRetentionPeriod: 7 },
        },
      }),
    whole: (all) => `{\n  "Resources": {\n${all.join(',\n')}\n  }\n}\n`,
  },
  'Terraform JSON': {
    part: (i) =>
      JSON.stringify(
        {
          aws_s3_bucket: { [`b${i}`]: { bucket: `reports-${i}`, tags: { team: 'reports' } } },
          aws_s3_bucket_policy: {
            [`b${i}`]: {
              bucket: `\${aws_s3_bucket.b${i}.id}`,
              policy: JSON.stringify(bucketPolicy(`\${aws_s3_bucket.b${i}.arn}/*`)),
            },
          },
          aws_db_instance: { [`d${i}`]: { engine: 'postgres', storage_encrypted: i % 2 === 0 } },
        },
        undefined,
        2,
      ),
    whole: (all) => `{\n  "resource": [\n${all.join(',\n')}\n  ]\n}\n`,
  },
  'Terraform plan': {
    part: (i) =>
      JSON.stringify({
        address: `aws_db_instance.d${i}`,
        mode: 'managed',
        type: 'aws_db_instance',
        name: `d${i}`,
        values: { engine: 'postgres', storage_encrypted: i % 2 === 0, backup_retention_period: 7, tags: { team: 'x' } },
      }),
    whole: (all) => `{"format_version":"1.2","planned_values":{"root_module":{"resources":[${all.join(',')}]}}}`,
  },
  'IAM policy': {
    part: (i) =>
      JSON.stringify({
        Sid: `Read${i}`,
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: [`arn:aws:s3:::reports-${i}`, `arn:aws:s3:::reports-${i}/*`],
      }),
    whole: (all) => `{\n  "Version": "2012-10-17",\n  "Statement": [\n${all.join(',\n')}\n  ]\n}\n`,
  },
};

function members(value: object): string {
  return JSON.stringify(value, undefined, 2).slice(2, -2).replace(/^/gm, '  ');
}

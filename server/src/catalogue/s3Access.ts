import type { Attribute, Kind } from '../model/kind';
import { attributeRule, equals, exampleOf, noneOf } from './define';
import { bucket, publicAccessSwitches, wellKept } from './s3';

const accessPointPage = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html';
const accessPointDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_access_point';

/** A switch of an access point, which has all four until one is switched off. */
function accessPointSwitch(property: string, argument: string): Attribute {
  return {
    cloudformation: `PublicAccessBlockConfiguration.${property}`,
    terraform: `public_access_block_configuration.${argument}`,
    type: 'boolean',
    about: 'public',
    defaults: [
      { is: { value: true }, dialect: 'terraform', source: accessPointDocumentation },
      // No page tells what becomes of a switch that a written block leaves out.
      { is: 'unknown', when: (point) => point.isWritten('publicAccessBlock'), source: accessPointPage },
      { is: { value: true }, source: accessPointPage },
    ],
    // Changing a switch later is refused by S3.
    onUpdate: 'replacement',
  };
}

const accessPoint: Kind = {
  id: 's3-access-point',
  title: 'S3 access point',
  cloudformation: ['AWS::S3::AccessPoint'],
  terraform: ['aws_s3_access_point'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    of: { cloudformation: 'Bucket', terraform: 'bucket', type: 'text' },
    publicAccessBlock: {
      cloudformation: 'PublicAccessBlockConfiguration',
      terraform: 'public_access_block_configuration',
      type: 'block',
    },
    blockPublicAcls: accessPointSwitch('BlockPublicAcls', 'block_public_acls'),
    blockPublicPolicy: accessPointSwitch('BlockPublicPolicy', 'block_public_policy'),
    ignorePublicAcls: accessPointSwitch('IgnorePublicAcls', 'ignore_public_acls'),
    restrictPublicBuckets: accessPointSwitch('RestrictPublicBuckets', 'restrict_public_buckets'),
  },
};

const accessPointPublicAccess = attributeRule({
  id: 's3-access-point-block-public-access',
  recommendation: 'least-privilege',
  severity: 'error',
  kind: accessPoint,
  requires: Object.fromEntries(publicAccessSwitches.map((name) => [name, equals(true)])),
  safety: 'review',
  caution: 'denies public readers; an access point that exists has to be made anew',
  example: exampleOf(accessPoint, 'Reports', {
    name: 'reports',
    of: 'reports-bucket',
    blockPublicAcls: true,
    blockPublicPolicy: false,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  }),
});

const aclsDisabled = attributeRule({
  id: 's3-bucket-acls-disabled',
  recommendation: 'least-privilege',
  severity: 'information',
  kind: bucket,
  requires: { ownership: equals('BucketOwnerEnforced') },
  safety: 'review',
  caution: 'access lists of the bucket and its objects no longer count, and uploads that bring one may fail',
  example: exampleOf(bucket, 'Bucket', { ...wellKept, ownership: 'ObjectWriter' }),
});

/** The versioning of a bucket as Terraform has it; CloudFormation knows no second factor. */
const bucketVersioning: Kind = {
  id: 's3-bucket-versioning',
  title: 'S3 bucket versioning',
  cloudformation: [],
  terraform: ['aws_s3_bucket_versioning'],
  attributes: {
    of: { terraform: 'bucket', type: 'text' },
    status: { terraform: 'versioning_configuration.status', type: 'text' },
    mfaDelete: { terraform: 'versioning_configuration.mfa_delete', type: 'text' },
  },
};

/** Only the root user can switch it on, with a code that is good for seconds: there is nothing to write here. */
const mfaDelete = attributeRule({
  id: 's3-bucket-mfa-delete',
  recommendation: 'multi-factor',
  severity: 'hint',
  fix: 'none',
  kind: bucketVersioning,
  requires: { mfaDelete: noneOf(['Disabled']) },
  example: exampleOf(bucketVersioning, 'Versions', { of: 'records', status: 'Enabled', mfaDelete: 'Disabled' }),
});

export const rules = [accessPointPublicAccess, aclsDisabled, mfaDelete];
export const kinds = [accessPoint, bucketVersioning];

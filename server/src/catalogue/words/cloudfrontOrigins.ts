import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'cloudfront-origin-access': {
    title: 'The distribution {name} asks a bucket for content without saying who it is.',
    why: 'The bucket cannot tell CloudFront from anybody else, so that it has to be open to everyone: people go past the distribution, its TLS, its logs and its filters.',
    advice:
      'Name an origin access control with the origin, and let the bucket policy allow `cloudfront.amazonaws.com` on behalf of this distribution alone.',
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudfront-distribution-s3originconfig.html',
    ],
    sameAs: {
      checkov: ['CKV2_AWS_46'],
      cdkNag: ['AwsSolutions-CFR6', 'AwsSolutions-CFR7'],
      guard: ['CLOUDFRONT_ORIGIN_ACCESS_IDENTITY_ENABLED'],
    },
  },
};

import type { Words } from '../../model/rule';

const why =
  'Who types an address without a scheme, or follows an old link, asks over HTTP first, and whoever is on the way can answer. A browser that has seen Strict-Transport-Security does not ask over HTTP again.';
const managed =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html';

export const words: Readonly<Record<string, Words>> = {
  'cloudfront-strict-transport-security': {
    title: 'The headers policy {name} does not make browsers insist on HTTPS for a year.',
    why,
    advice:
      'Add Strict-Transport-Security with a year or more. Begin with less where it is not sure that all pages are there over HTTPS.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudfront-responseheaderspolicy-stricttransportsecurity.html',
      managed,
    ],
    sameAs: { checkov: ['CKV_AWS_259'] },
  },
  'cloudfront-security-headers': {
    title: 'The distribution {name} adds no security headers to what it serves.',
    why: `${why} CloudFront can add it, and others beside, to what it takes from a bucket.`,
    advice: 'Name the policy for security headers that AWS manages, or one of your own.',
    sources: [
      managed,
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/modifying-response-headers.html',
    ],
    sameAs: { checkov: ['CKV2_AWS_32'] },
  },
};

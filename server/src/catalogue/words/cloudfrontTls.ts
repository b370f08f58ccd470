import type { Words } from '../../model/rule';

const controls = 'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html';
const viewerPage =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html';
const originPage =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html';

export const words: Readonly<Record<string, Words>> = {
  'cloudfront-viewer-https': {
    title: 'The distribution {name} answers by plain HTTP.',
    why: 'What viewers ask for, and what they get, can be read and changed on the way.',
    advice: 'Send viewers on to HTTPS, or turn those who do not use it away.',
    sources: [viewerPage, controls],
    sameAs: {
      checkov: ['CKV_AWS_34'],
      trivy: ['AWS-0012'],
      cdkNag: ['AwsSolutions-CFR4'],
      guard: ['CLOUDFRONT_VIEWER_POLICY_HTTPS'],
    },
  },
  'cloudfront-own-certificate': {
    title: 'The distribution {name} uses the domain name and the certificate of CloudFront.',
    why: 'With the certificate of `*.cloudfront.net` CloudFront speaks TLS 1.0 as well, whatever is written, and people cannot tell from the address whose site it is.',
    advice: 'Give the distribution a name of yours and a certificate for it, and with them a security policy.',
    sources: [controls, 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html'],
    sameAs: { checkov: ['CKV2_AWS_42'], guard: ['CLOUDFRONT_CUSTOM_SSL_CERTIFICATE', 'CLOUDFRONT_SNI_ENABLED'] },
  },
  'cloudfront-sni': {
    title: 'The distribution {name} serves HTTPS from dedicated IP addresses instead of with SNI.',
    why: 'Browsers have known SNI since 2010. The addresses cost every month, and work with the older security policies only.',
    advice: 'Serve HTTPS with SNI.',
    sources: [
      controls,
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html',
    ],
    sameAs: { guard: ['CLOUDFRONT_SNI_ENABLED'] },
  },
  'cloudfront-origin-https': {
    title: 'The distribution {name} fetches from an origin by plain HTTP.',
    why: 'Viewers see HTTPS, while the same content and their requests go the second half of the way in clear text.',
    advice: 'Let the origin serve HTTPS with a valid certificate, and CloudFront use that only.',
    sources: [originPage, controls],
    sameAs: { checkov: ['CKV2_AWS_72'], cdkNag: ['AwsSolutions-CFR5'] },
  },
  'cloudfront-origin-minimum-tls': {
    title: 'The distribution {name} may talk to an origin with outdated TLS.',
    why: 'SSL 3.0 and TLS before 1.2 can be broken by whoever is on the way between CloudFront and the origin.',
    advice: 'Leave only TLS 1.2, once the origin speaks it.',
    sources: [originPage, controls],
    sameAs: { checkov: ['CKV2_AWS_54'], cdkNag: ['AwsSolutions-CFR5'] },
  },
};

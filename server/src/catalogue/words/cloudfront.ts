import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'cloudfront-minimum-tls': {
    title: 'The distribution {name} lets viewers connect with outdated TLS.',
    why: 'Old versions can be broken, and suites without forward secrecy let traffic that is recorded today be read later. AWS requires TLS 1.2 and recommends 1.3.',
    advice: 'Choose the security policy TLSv1.2_2021 or a newer one; it takes effect with a certificate of your own.',
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudfront-distribution-viewercertificate.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_174'],
      trivy: ['AWS-0013'],
      cdkNag: ['AwsSolutions-CFR4'],
      guard: ['CLOUDFRONT_MINIMUM_PROTOCOL_VERSION_RULE'],
      cfnNag: ['W70'],
    },
  },
  'cloudfront-access-logs': {
    title: 'The distribution {name} keeps no record of who asked for what.',
    why: 'After an incident nobody can tell what was fetched, from where and how often.',
    advice:
      'Send access logs to a bucket, or to CloudWatch Logs or Firehose with standard logging of the second version, which a delivery source of CloudWatch Logs describes.',
    sources: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudfront-distribution-logging.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_86'],
      trivy: ['AWS-0010'],
      cdkNag: ['AwsSolutions-CFR3'],
      guard: ['CLOUDFRONT_ACCESSLOGS_ENABLED'],
      cfnNag: ['W10'],
    },
  },
};

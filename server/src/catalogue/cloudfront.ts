import type { Kind } from '../model/kind';
import { and, not } from '../model/truth';
import type { RuleSettings } from '../model/view';
import { attributeRule, exampleOf, fixedWith, isGiven, oneOf } from './define';

const certificate = 'DistributionConfig.ViewerCertificate';

export const distribution: Kind = {
  id: 'cloudfront-distribution',
  title: 'CloudFront distribution',
  cloudformation: ['AWS::CloudFront::Distribution'],
  terraform: ['aws_cloudfront_distribution'],
  attributes: {
    defaultCertificate: {
      cloudformation: `${certificate}.CloudFrontDefaultCertificate`,
      terraform: 'viewer_certificate.cloudfront_default_certificate',
      type: 'boolean',
    },
    certificate: {
      cloudformation: [`${certificate}.AcmCertificateArn`, `${certificate}.IamCertificateId`],
      terraform: ['viewer_certificate.acm_certificate_arn', 'viewer_certificate.iam_certificate_id'],
      type: 'text',
    },
    sslSupport: {
      cloudformation: `${certificate}.SslSupportMethod`,
      terraform: 'viewer_certificate.ssl_support_method',
      type: 'text',
    },
    securityPolicy: {
      cloudformation: `${certificate}.MinimumProtocolVersion`,
      terraform: 'viewer_certificate.minimum_protocol_version',
      type: 'text',
      defaults: [
        {
          is: { value: 'TLSv1' },
          dialect: 'cloudformation',
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudfront-distribution-viewercertificate.html',
        },
        {
          is: { value: 'TLSv1' },
          dialect: 'terraform',
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution',
        },
      ],
    },
  },
};

/**
 * The security policies that only speak TLS of at least this version, and only with forward secrecy. A fix writes the
 * first, which every version of the formats' schemas knows.
 */
const securityPolicies: Record<RuleSettings['minimumTlsVersion'], readonly string[]> = {
  '1.2': ['TLSv1.2_2021', 'TLSv1.2_2019', 'TLSv1.2_2025', 'TLSv1.3_2025'],
  '1.3': ['TLSv1.3_2025'],
};

/** Where CloudFront's own certificate is used it decides by itself, whatever is written. */
const minimumTls = attributeRule({
  id: 'cloudfront-minimum-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'error',
  fix: 'sometimes',
  kind: distribution,
  when: (resource) =>
    and(isGiven(resource, 'certificate'), not(resource.is('defaultCertificate', (text) => text === 'true'))),
  requires: {
    securityPolicy: fixedWith(
      oneOf(({ minimumTlsVersion }) => securityPolicies[minimumTlsVersion]),
      // An address of one's own (vip) takes only the old policies.
      (resource, { minimumTlsVersion }) =>
        resource.is('sslSupport', (method) => method === 'vip') === false
          ? securityPolicies[minimumTlsVersion][0]
          : undefined,
    ),
  },
  example: exampleOf(distribution, 'Distribution', {
    certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/01234567-89ab-cdef-0123-456789abcdef',
    sslSupport: 'sni-only',
    securityPolicy: 'TLSv1.1_2016',
  }),
});

export const rules = [minimumTls];
export const kinds = [distribution];

import type { Kind } from '../model/kind';
import { and, not } from '../model/truth';
import type { RuleSettings } from '../model/view';
import { WrittenInput } from '../model/written';
import { attributeRule, exampleOf, fixedWith, inSatellite, isGiven, isOn, oneOf, present } from './define';

const documentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution';
const certificate = 'DistributionConfig.ViewerCertificate';

export const distribution: Kind = {
  id: 'cloudfront-distribution',
  title: 'CloudFront distribution',
  cloudformation: ['AWS::CloudFront::Distribution'],
  terraform: ['aws_cloudfront_distribution'],
  // CloudFormation gives no ARN of a distribution: who needs it puts it together around the id.
  identifiers: { cloudformation: { id: '', arn: '' }, terraform: { id: 'id', arn: 'arn' } },
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
      about: 'in-transit',
      isDegree: true,
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
          source: documentation,
        },
      ],
    },
    viewerProtocol: {
      cloudformation: 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy',
      terraform: 'default_cache_behavior.viewer_protocol_policy',
      type: 'text',
      about: 'in-transit',
    },
    otherViewerProtocols: {
      cloudformation: 'DistributionConfig.CacheBehaviors[*].ViewerProtocolPolicy',
      terraform: 'ordered_cache_behavior[*].viewer_protocol_policy',
      type: 'text',
      about: 'in-transit',
    },
    responseHeaders: {
      cloudformation: 'DistributionConfig.DefaultCacheBehavior.ResponseHeadersPolicyId',
      terraform: 'default_cache_behavior.response_headers_policy_id',
      type: 'text',
    },
    functions: {
      cloudformation: [
        'DistributionConfig.DefaultCacheBehavior.FunctionAssociations',
        'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations',
      ],
      terraform: [
        'default_cache_behavior.function_association[*]',
        'default_cache_behavior.lambda_function_association[*]',
      ],
      type: 'block',
    },
    origin: { cloudformation: 'DistributionConfig.Origins[*]', terraform: 'origin[*]', type: 'block' },
    legacyBucket: { cloudformation: 'DistributionConfig.S3Origin', type: 'block' },
    originDomain: {
      cloudformation: 'DistributionConfig.Origins[*].DomainName',
      terraform: 'origin[*].domain_name',
      type: 'text',
    },
    servers: {
      cloudformation: [
        'DistributionConfig.Origins[*].CustomOriginConfig',
        'DistributionConfig.Origins[*].VpcOriginConfig',
        'DistributionConfig.CustomOrigin',
      ],
      terraform: ['origin[*].custom_origin_config', 'origin[*].vpc_origin_config'],
      type: 'block',
    },
    originId: { cloudformation: 'DistributionConfig.Origins[*].Id', terraform: 'origin[*].origin_id', type: 'text' },
    originProtocol: {
      cloudformation: 'DistributionConfig.Origins[*].CustomOriginConfig.OriginProtocolPolicy',
      terraform: 'origin[*].custom_origin_config.origin_protocol_policy',
      type: 'text',
    },
    originVersions: {
      cloudformation: 'DistributionConfig.Origins[*].CustomOriginConfig.OriginSSLProtocols[*]',
      terraform: 'origin[*].custom_origin_config.origin_ssl_protocols[*]',
      type: 'text',
    },
    // Standard logging of the second version is said by the log source, which names the distribution.
    accessLogs: {
      cloudformation: [
        'DistributionConfig.Logging.Bucket',
        inSatellite('AWS::Logs::DeliverySource', 'ResourceArn', 'ResourceArn', 'arn'),
      ],
      terraform: [
        'logging_config.bucket',
        inSatellite('aws_cloudwatch_log_delivery_source', 'resource_arn', 'resource_arn', 'arn'),
      ],
      type: 'text',
      about: 'logging',
      defaults: [
        { is: 'none', source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html' },
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
  when: (resource) => and(isGiven(resource, 'certificate'), not(isOn(resource, 'defaultCertificate'))),
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
    accessLogs: 'access-logs.s3.amazonaws.com',
  }),
});

const accessLogs = attributeRule({
  id: 'cloudfront-access-logs',
  recommendation: 'log-activity',
  severity: 'information',
  kind: distribution,
  requires: {
    accessLogs: fixedWith(
      present,
      new WrittenInput(
        'DistributionLogBucket',
        'The domain name of the bucket that takes the access logs of the distribution',
        '^[a-z0-9.-]+\\.s3[a-z0-9.-]*\\.amazonaws\\.com$',
      ),
    ),
  },
  safety: 'input',
  caution: 'storing logs costs; the bucket has to allow access lists',
  example: exampleOf(distribution, 'Distribution', { defaultCertificate: true }),
});

export const rules = [minimumTls, accessLogs];
export const kinds = [distribution];

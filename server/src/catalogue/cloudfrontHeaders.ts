import type { Kind } from '../model/kind';
import { and, not } from '../model/truth';
import { distribution } from './cloudfront';
import { attributeRule, exampleOf, fixedWith, present } from './define';

const headers = {
  cloudformation: 'ResponseHeadersPolicyConfig.SecurityHeadersConfig',
  terraform: 'security_headers_config',
};
const header = {
  cloudformation: `${headers.cloudformation}.StrictTransportSecurity`,
  terraform: `${headers.terraform}.strict_transport_security`,
};

const headersPolicy: Kind = {
  id: 'cloudfront-response-headers-policy',
  title: 'CloudFront response headers policy',
  cloudformation: ['AWS::CloudFront::ResponseHeadersPolicy'],
  terraform: ['aws_cloudfront_response_headers_policy'],
  attributes: {
    name: { cloudformation: 'ResponseHeadersPolicyConfig.Name', terraform: 'name', type: 'text' },
    securityHeaders: { ...headers, type: 'block' },
    maxAge: {
      cloudformation: `${header.cloudformation}.AccessControlMaxAgeSec`,
      terraform: `${header.terraform}.access_control_max_age_sec`,
      type: 'number',
      about: 'in-transit',
    },
    override: {
      cloudformation: `${header.cloudformation}.Override`,
      terraform: `${header.terraform}.override`,
      type: 'boolean',
    },
  },
};

/** What the policies have that AWS manages: a year. */
const year = 31536000;

/**
 * A policy without any security headers is about others, which the origin or a function sends by itself. What the
 * origin sends should not be lost.
 */
const strictTransport = attributeRule({
  id: 'cloudfront-strict-transport-security',
  recommendation: 'encrypt-in-transit',
  severity: 'hint',
  kind: headersPolicy,
  when: (one) => one.isWritten('securityHeaders'),
  requires: {
    maxAge: {
      must: { kind: 'atLeast', value: year },
      beside: [{ attribute: 'override', must: present, fixed: false }],
    },
  },
  safety: 'review',
  caution: 'browsers that have seen it take nothing but HTTPS from the domain for a year',
  example: exampleOf(headersPolicy, 'Headers', { name: 'security', maxAge: 300, override: false }),
});

/** The policy of AWS for security headers. */
const managedPolicy = '67f7725c-6f97-4210-82d7-5512b31e9d03';

/** Functions may add the header as well, and so may any server. Of the origins only buckets cannot. */
const securityHeaders = attributeRule({
  id: 'cloudfront-security-headers',
  recommendation: 'encrypt-in-transit',
  severity: 'hint',
  kind: distribution,
  when: (one) => and(not(one.isWritten('functions')), not(one.isWritten('servers'))),
  requires: { responseHeaders: fixedWith(present, managedPolicy) },
  safety: 'review',
  caution:
    'browsers that have seen it take nothing but HTTPS from the domain for a year, and show its pages in no frame of others',
  example: exampleOf(distribution, 'Distribution', {
    defaultCertificate: true,
    viewerProtocol: 'redirect-to-https',
    accessLogs: 'access-logs.s3.amazonaws.com',
  }),
});

export const rules = [strictTransport, securityHeaders];
export const kinds = [headersPolicy];

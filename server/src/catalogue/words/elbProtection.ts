import type { Words } from '../../model/rule';

const controls = 'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html';
const policiesPage = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html';
const attributesPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-elasticloadbalancingv2-loadbalancer-loadbalancerattribute.html';
const classicPolicies = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-ssl-security-policy.html';

const sameAsLogging = [
  'AwsSolutions-ELB2',
  'HIPAA.Security-ELBLoggingEnabled',
  'NIST.800.53.R4-ELBLoggingEnabled',
  'NIST.800.53.R5-ELBLoggingEnabled',
  'PCI.DSS.321-ELBLoggingEnabled',
];

const outdated =
  'Old versions can be broken by whoever is on the way. Where nobody names a policy, CloudFormation and Terraform get the one of 2016, which goes back to TLS 1.0.';
const unlogged = 'After an incident nobody can tell which requests came in, from where and with what result.';
const smuggling =
  'Requests that the load balancer and the servers behind it read in different ways are how others are smuggled past checks. Monitoring counts them and lets them through.';

export const words: Readonly<Record<string, Words>> = {
  'elbv2-listener-minimum-tls': {
    title: 'The listener {name} lets clients connect with outdated TLS.',
    why: outdated,
    advice: 'Name a policy from TLS 1.2 on; the console begins with ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09.',
    sources: [policiesPage, controls],
    sameAs: {
      checkov: ['CKV_AWS_103'],
      trivy: ['AWS-0047'],
      guard: ['ELBV2_LISTENER_SSL_POLICY_RULE'],
      cfnNag: ['W55'],
    },
  },
  'elbv2-listener-forward-secrecy': {
    title: 'The listener {name} takes suites without forward secrecy.',
    why: 'With them, whoever records traffic today and gets at the private key later can read all of it.',
    advice:
      'Name a policy whose suites all begin with TLS or ECDHE, such as ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09.',
    sources: [policiesPage],
    sameAs: { checkov: ['CKV2_AWS_74'] },
  },
  'elb-target-group-tls': {
    title: 'Load balancers talk to the targets of {name|the target group} in clear text.',
    why: 'TLS ends at the load balancer, and the rest of the way inside the network is as open as HTTP.',
    advice: 'Let the targets serve HTTPS; load balancers do not check whose certificate it is.',
    sources: [
      controls,
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
    ],
    sameAs: { checkov: ['CKV_AWS_378'] },
  },
  'alb-desync-mitigation': {
    title: 'The load balancer {name} lets ambiguous requests through.',
    why: smuggling,
    advice: 'Use the mode defensive, which is the default, or strictest.',
    sources: [controls, attributesPage],
    sameAs: { checkov: ['CKV_AWS_328'] },
  },
  'alb-access-logs': {
    title: 'The load balancer {name} keeps no record of who asked for what.',
    why: unlogged,
    advice: 'Send access logs to a bucket that lets the load balancer write.',
    sources: [controls, attributesPage],
    sameAs: {
      checkov: ['CKV_AWS_91'],
      cdkNag: sameAsLogging,
      guard: ['ELBV2_ACCESS_LOGGING_RULE'],
      cfnNag: ['W52'],
    },
  },
  'elb-classic-listener-tls': {
    title: 'The load balancer {name} speaks plain HTTP.',
    why: 'Everything between the client and the load balancer can be read and changed on the way.',
    advice:
      'Serve HTTPS with a certificate of Certificate Manager, and take the listener for HTTP out where there is one for HTTPS.',
    sources: [
      controls,
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-elasticloadbalancing-loadbalancer-listeners.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_127', 'CKV_AWS_376'],
      cdkNag: [
        'AwsSolutions-ELB5',
        'HIPAA.Security-ELBTlsHttpsListenersOnly',
        'NIST.800.53.R4-ELBTlsHttpsListenersOnly',
        'NIST.800.53.R5-ELBTlsHttpsListenersOnly',
        'PCI.DSS.321-ELBTlsHttpsListenersOnly',
        'HIPAA.Security-ELBACMCertificateRequired',
        'NIST.800.53.R4-ELBACMCertificateRequired',
        'NIST.800.53.R5-ELBACMCertificateRequired',
        'PCI.DSS.321-ELBACMCertificateRequired',
      ],
      guard: ['ELB_TLS_HTTPS_LISTENERS_ONLY'],
    },
  },
  'elb-classic-minimum-tls': {
    title: 'The load balancer {name} lets clients connect with outdated TLS.',
    why: outdated,
    advice: 'Refer to the policy ELBSecurityPolicy-TLS-1-2-2017-01.',
    sources: [classicPolicies, controls],
    sameAs: { checkov: ['CKV_AWS_213'], guard: ['ELB_PREDEFINED_SECURITY_POLICY_SSL_CHECK'] },
  },
  'elb-classic-desync-mitigation': {
    title: 'The load balancer {name} lets ambiguous requests through.',
    why: smuggling,
    advice: 'Use the mode defensive, which is the default, or strictest.',
    sources: [controls],
    sameAs: { checkov: ['CKV_AWS_328'] },
  },
  'elb-classic-access-logs': {
    title: 'The load balancer {name} keeps no record of who asked for what.',
    why: unlogged,
    advice: 'Send access logs to a bucket that lets the load balancer write.',
    sources: [controls, 'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html'],
    sameAs: { checkov: ['CKV_AWS_92'], cdkNag: sameAsLogging, guard: ['ELB_LOGGING_ENABLED'], cfnNag: ['W26'] },
  },
};

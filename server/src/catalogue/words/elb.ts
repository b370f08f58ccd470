import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'alb-drop-invalid-headers': {
    title: 'The load balancer {name} hands malformed header names on to its targets.',
    why: 'Request smuggling lives on servers that read such headers differently from the load balancer before them.',
    advice: 'Let the load balancer drop them. Look first whether an application uses header names with underscores.',
    sources: [
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
      'https://docs.aws.amazon.com/config/latest/developerguide/alb-http-drop-invalid-header-enabled.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_131'],
      trivy: ['AWS-0052'],
      cdkNag: [
        'HIPAA.Security-ALBHttpDropInvalidHeaderEnabled',
        'NIST.800.53.R4-ALBHttpDropInvalidHeaderEnabled',
        'PCI.DSS.321-ALBHttpDropInvalidHeaderEnabled',
      ],
      guard: ['ALB_HTTP_DROP_INVALID_HEADER_ENABLED'],
    },
  },
  'elbv2-listener-tls': {
    title: 'The listener {name} speaks plain HTTP and does not send its callers on to HTTPS.',
    why: 'Everything between the client and the load balancer can be read and changed on the way.',
    advice: 'Serve HTTPS with a certificate, and leave HTTP only to redirect to it.',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticloadbalancingv2-listener.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-elasticloadbalancingv2-listener-redirectconfig.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_2', 'CKV2_AWS_20'],
      trivy: ['AWS-0054'],
      cdkNag: [
        'HIPAA.Security-ALBHttpToHttpsRedirection',
        'NIST.800.53.R4-ALBHttpToHttpsRedirection',
        'NIST.800.53.R5-ALBHttpToHttpsRedirection',
        'PCI.DSS.321-ALBHttpToHttpsRedirection',
        'HIPAA.Security-ELBv2ACMCertificateRequired',
        'NIST.800.53.R5-ELBv2ACMCertificateRequired',
        'PCI.DSS.321-ELBv2ACMCertificateRequired',
      ],
      guard: ['ELBV2_LISTENER_PROTOCOL_RULE'],
      cfnNag: ['W56'],
    },
  },
  'elb-internal': {
    title: 'The load balancer {name} faces the internet.',
    why: 'Everybody can reach what is behind it. Where that is not meant, one property keeps it inside the network.',
    advice: 'Make it internal, unless it is there for callers from the internet.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-elasticloadbalancingv2-loadbalancer.html',
    ],
    sameAs: { trivy: ['AWS-0053'] },
  },
};

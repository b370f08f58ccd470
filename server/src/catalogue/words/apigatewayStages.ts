import type { Words } from '../../model/rule';

const loggingPage = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html';
const controls = 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html';
const tlsPage =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html';
const outdated = {
  title: 'The domain name {name} lets clients connect with outdated TLS.',
  why: 'With this policy clients may use TLS 1.0, which can be broken by whoever is on the way.',
};

const unproved = {
  title: 'The stage {name} does not prove to its back end who it is.',
  why: 'A back end that is reached over the internet cannot tell requests of API Gateway from those that go past it, its authorization and its logs.',
  advice: 'Name a client certificate, and let the back end take only requests that come with it.',
};

export const words: Readonly<Record<string, Words>> = {
  'api-gateway-data-trace': {
    title: 'The stage {name} writes whole requests and responses into its logs.',
    why: 'Headers with credentials and bodies with personal data end up where everybody who may read logs can read them. AWS advises against it for APIs in production.',
    advice: 'Switch it off, or keep it to a stage for tests.',
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-apigateway-stage-methodsetting.html',
      loggingPage,
    ],
    sameAs: { checkov: ['CKV_AWS_276'] },
  },
  'api-gateway-execution-logs': {
    title: 'The stage {name} does not log what goes wrong in it.',
    why: 'Denied and failed calls are among the first signs of an attack, and without a log nobody sees them.',
    advice: 'Log errors. The level INFO says more, and costs more.',
    sources: [controls, loggingPage],
    sameAs: {
      checkov: ['CKV2_AWS_4'],
      cdkNag: [
        'AwsSolutions-APIG6',
        'HIPAA.Security-APIGWExecutionLoggingEnabled',
        'NIST.800.53.R4-APIGWExecutionLoggingEnabled',
        'NIST.800.53.R5-APIGWExecutionLoggingEnabled',
        'PCI.DSS.321-APIGWExecutionLoggingEnabled',
      ],
      guard: ['API_GW_EXECUTION_LOGGING_ENABLED'],
    },
  },
  'api-gateway-client-certificate': {
    ...unproved,
    sources: [
      controls,
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html',
    ],
    sameAs: {
      checkov: ['CKV2_AWS_51'],
      cdkNag: ['HIPAA.Security-APIGWSSLEnabled', 'NIST.800.53.R5-APIGWSSLEnabled', 'PCI.DSS.321-APIGWSSLEnabled'],
    },
  },
  'api-gateway-v2-client-certificate': {
    ...unproved,
    sources: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigatewayv2-stage.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html',
    ],
    sameAs: { checkov: ['CKV2_AWS_51'] },
  },
  'api-gateway-domain-minimum-tls': {
    ...outdated,
    advice: 'Choose TLS_1_2, or one of the enhanced policies, which the names of REST APIs can have.',
    sources: [tlsPage],
    sameAs: {
      checkov: ['CKV_AWS_206'],
      trivy: ['AWS-0005', 'AWS-0112'],
      guard: ['API_GW_DOMAIN_DENY_NON_TLS_TRAFFIC'],
      cfnNag: ['W62'],
    },
  },
  'api-gateway-v2-domain-minimum-tls': {
    ...outdated,
    advice: 'Choose TLS_1_2, the only policy that HTTP and WebSocket APIs take.',
    sources: [tlsPage],
    sameAs: { trivy: ['AWS-0005'] },
  },
};

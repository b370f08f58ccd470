import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'api-gateway-edge-domain-name': {
    title: 'Calls to the domain name {name} go through a distribution that belongs to AWS.',
    why: 'The distribution of an edge-optimized domain name lies in an account of API Gateway: you cannot see it, log at it or put anything of your own before it, and calls enter AWS at edge locations all over the world.',
    advice:
      'Keep the domain name in its Region, or private; where callers are far away, put a distribution of your own before it.',
    sources: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-edge-optimized-custom-domain-name.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-apigateway-domainname-endpointconfiguration.html',
    ],
    sameAs: { guard: ['API_GW_ENDPOINT_TYPE_CHECK'] },
  },
  'api-gateway-v2-authorization': {
    title: 'The route {name} does not ask who calls it.',
    why: 'API Gateway passes each call on without asking who makes it: what lies behind has to protect itself.',
    advice:
      'Require signatures of IAM, tokens of an identity provider or an authorizer of your own. A route that is meant for everybody is best said so in a suppression.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/api-gwv2-authorization-type-configured.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html',
    ],
    sameAs: { checkov: ['CKV_AWS_309'], cdkNag: ['AwsSolutions-APIG4'] },
  },
};

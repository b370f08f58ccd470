import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'transit-gateway-auto-accept': {
    title: 'The transit gateway {name} accepts attachments from any account that it is shared with.',
    why: 'Each of these accounts can then connect a network to yours without anybody of yours looking at it.',
    advice: 'Accept attachments one by one.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/ec2-transit-gateway-auto-vpc-attach-disabled.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-transitgateway.html',
    ],
    sameAs: { checkov: ['CKV_AWS_331'] },
  },
  'vpc-endpoint-service-acceptance': {
    title: 'The endpoint service {name} accepts connections by itself.',
    why: 'Whoever is among its allowed principals reaches what is behind it from their own network, and nobody of yours decides on the connection.',
    advice: 'Require acceptance, and accept the connections of those whom you expect.',
    sources: [
      'https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-vpcendpointservice.html',
    ],
    sameAs: { checkov: ['CKV_AWS_123'] },
  },
};

import type { Words } from '../../model/rule';

export const words: Readonly<Record<string, Words>> = {
  'route-to-internet': {
    title: 'All traffic without another route goes to an internet gateway.',
    why: 'The subnets of the route table are public: what has a public address there can be reached from the internet, as far as its security group lets it.',
    advice:
      'Keep such a route to the subnets of load balancers and NAT gateways. Others reach AWS through VPC endpoints, and the rest through a NAT gateway.',
    sources: [
      'https://docs.aws.amazon.com/config/latest/developerguide/no-unrestricted-route-to-igw.html',
      'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
    ],
    sameAs: {
      cdkNag: [
        'HIPAA.Security-VPCNoUnrestrictedRouteToIGW',
        'NIST.800.53.R5-VPCNoUnrestrictedRouteToIGW',
        'PCI.DSS.321-VPCNoUnrestrictedRouteToIGW',
      ],
      guard: ['NO_UNRESTRICTED_ROUTE_TO_IGW'],
    },
  },
  'route-to-peer': {
    title: 'All traffic without another route goes to the peered network.',
    why: 'A peering connection leads to the addresses of the other VPC and not through it, so this route does more than it has to: whatever its owner adds can be reached at once, and what was for the internet goes to the neighbour.',
    advice: 'Route the addresses of the other VPC there, or of those subnets that are needed.',
    sources: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html'],
    sameAs: { checkov: ['CKV2_AWS_44'] },
  },
};

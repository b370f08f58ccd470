import type { Kind } from '../model/kind';
import { attributeRule, defaultsTo, equals, exampleOf } from './define';

const gatewayPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-transitgateway.html';
const gatewayDocumentation =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway';

const transitGateway: Kind = {
  id: 'transit-gateway',
  title: 'transit gateway',
  cloudformation: ['AWS::EC2::TransitGateway'],
  terraform: ['aws_ec2_transit_gateway'],
  attributes: {
    description: { cloudformation: 'Description', terraform: 'description', type: 'text' },
    acceptsAll: {
      cloudformation: { path: 'AutoAcceptSharedAttachments', words: { on: 'enable', off: ['disable'] } },
      terraform: { path: 'auto_accept_shared_attachments', words: { on: 'enable', off: ['disable'] } },
      type: 'boolean',
      defaults: defaultsTo(false, gatewayPage, gatewayDocumentation),
    },
  },
};

/** What a VPC offers to others through endpoints of theirs. */
const endpointService: Kind = {
  id: 'vpc-endpoint-service',
  title: 'VPC endpoint service',
  cloudformation: ['AWS::EC2::VPCEndpointService'],
  terraform: ['aws_vpc_endpoint_service'],
  attributes: {
    balancers: { cloudformation: 'NetworkLoadBalancerArns', terraform: 'network_load_balancer_arns', type: 'block' },
    acceptance: {
      cloudformation: 'AcceptanceRequired',
      terraform: 'acceptance_required',
      type: 'boolean',
      defaults: [
        {
          is: 'unknown',
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-vpcendpointservice.html',
        },
      ],
    },
  },
};

const attachments = attributeRule({
  id: 'transit-gateway-auto-accept',
  recommendation: 'private-connectivity',
  severity: 'warning',
  kind: transitGateway,
  requires: { acceptsAll: equals(false) },
  safety: 'review',
  caution: 'somebody has to accept new attachments from other accounts',
  example: exampleOf(transitGateway, 'Hub', { description: 'between the networks', acceptsAll: true }),
});

const connections = attributeRule({
  id: 'vpc-endpoint-service-acceptance',
  recommendation: 'private-connectivity',
  severity: 'information',
  kind: endpointService,
  requires: { acceptance: equals(true) },
  safety: 'review',
  caution: 'somebody has to accept new connections',
  example: exampleOf(endpointService, 'Service', {
    balancers: ['arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/api/0123456789abcdef'],
    acceptance: false,
  }),
});

export const rules = [attachments, connections];
export const kinds = [transitGateway, endpointService];

import type { Words } from '../../model/rule';

const policyPage = 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html';
const endpointPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-vpcendpoint.html';

export const words: Readonly<Record<string, Words>> = {
  'vpc-endpoint-private-dns': {
    title: 'The usual name of the service does not lead to the endpoint {name}.',
    why: 'Without private DNS, code that uses the name it always used goes past the endpoint: its traffic leaves the VPC although the way inside is paid for.',
    advice:
      'Enable private DNS. The VPC needs DNS support and DNS hostnames, and the security group of the endpoint has to admit port 443 from its clients.',
    sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html', endpointPage],
    sameAs: {},
  },
  'vpc-endpoint-policy-missing': {
    title: 'The endpoint {name} has no policy: it lets everybody do everything that the service offers.',
    why: 'Data can leave through it from inside the network, with the credentials of a foreign account and to the resources of one.',
    advice:
      'Attach a policy that names the actions of the service and holds them to your organization or account. Not all services take endpoint policies, and requests that AWS services make for you need a statement of their own.',
    sources: [policyPage, endpointPage],
    sameAs: {},
  },
  'vpc-endpoint-policy-open': {
    title: '{policy} allows everybody to do everything with every resource.',
    why: 'On a VPC endpoint that is as good as no policy: data can leave through it with the credentials of a foreign account and to the resources of one.',
    advice:
      'Add conditions that hold the statement to your organization or account, such as aws:PrincipalOrgID and aws:ResourceOrgID, and name the actions of the service.',
    sources: [
      policyPage,
      'https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html',
      endpointPage,
    ],
    sameAs: {},
  },
};

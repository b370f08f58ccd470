import type { Words } from '../../model/rule';

const policyPage = 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html';
const endpointPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-vpcendpoint.html';

const policySupportPage = 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html';
const perimeterPage =
  'https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html';

export const words: Readonly<Record<string, Words>> = {
  'vpc-endpoint-missing': {
    title:
      '{code|Code} may call {service|a service} from private subnets of {vpc|a VPC}, which has no endpoint for it: the calls {outcome|leave it or fail}.',
    why: 'Through an interface or gateway endpoint the calls stay on the network of AWS, and the policy of the endpoint says whose identities may reach whose resources. A NAT gateway leads them to public addresses, past any such policy; without one they reach nothing.',
    advice:
      'Add an endpoint for the service to the VPC, with a policy that is held to your organization or account. Interface endpoints have a price by the hour, and need a security group that admits port 443 from the code.',
    sources: [
      'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
      policySupportPage,
    ],
    sameAs: {},
  },
  'vpc-endpoint-service-name': {
    title: 'No AWS service has endpoints by the name {service|that is written}; {meant|another} may be meant.',
    why: 'An endpoint for a service that does not exist cannot be created, so the traffic that was to be private keeps taking its way over public addresses.',
    advice:
      'Use the name that the service has among the AWS services with endpoints: it is not always that of its IAM actions or its API.',
    sources: [policySupportPage, endpointPage],
    sameAs: {},
  },
  'vpc-endpoint-type': {
    title: '{name|An endpoint} is a gateway, but {service|its service} has interface endpoints only.',
    why: 'The endpoint cannot be created as it is: where no type is written, a gateway is made, and few services have one. The traffic to the service stays on public addresses.',
    advice: 'Make it an interface endpoint, with subnets, a security group that admits port 443, and private DNS.',
    sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html', endpointPage],
    sameAs: {},
  },
  'vpc-endpoint-region': {
    title: '{name|An endpoint} leads to {region|another Region}, but its VPC is in {own|one of its own}.',
    why: 'A VPC reaches services in its own Region through an endpoint; one for another Region has to name it as the Region of the service, and not all services can be reached so. This endpoint cannot be created, or takes data to a Region where it may not belong.',
    advice:
      'Use the Region of the VPC in the name of the service, best as the Region that the document is deployed to.',
    sources: [
      'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html',
      endpointPage,
    ],
    sameAs: {},
  },
  'vpc-endpoint-policy-actions': {
    title:
      '{action|An action of another service} never passes an endpoint for {service|a service}: the statement does nothing for it.',
    why: 'An endpoint carries the calls to its own service. What a policy says of another is a slip that denies what was to be allowed, or leaves open what was to be denied.',
    advice:
      'Name the actions of the service that the endpoint leads to. Their prefix is not always the name of the endpoint.',
    sources: [policyPage],
    sameAs: {},
  },
  'vpc-endpoint-outside-identities': {
    title: 'The policy of {name|an endpoint} lets identities of any account through to resources of their own.',
    why: 'Whoever brings foreign credentials into the network, an intruder or somebody at a desk, can take data out through the endpoint to an account that you know nothing of.',
    advice:
      'Hold the statement to your organization or account with aws:PrincipalOrgID or aws:PrincipalAccount, and its resources with aws:ResourceOrgID or aws:ResourceAccount.',
    sources: [policyPage, perimeterPage],
    sameAs: {},
  },
  'vpc-endpoint-foreign-resources': {
    title: 'The policy of {name|an endpoint} lets your identities reach resources of any account.',
    why: 'Code that was taken over, or that was given a wrong name, can write your data to a bucket, queue or table of a foreign account.',
    advice:
      'Hold the resources of the statement to your organization or account with aws:ResourceOrgID or aws:ResourceAccount, and let through by name what AWS itself or a partner keeps for you.',
    sources: [perimeterPage, policyPage],
    sameAs: {},
  },
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
    title: '{policy|A policy} allows everybody to do everything with every resource.',
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

import type { Kind } from '../model/kind';
import { and, not, type Truth } from '../model/truth';
import type { View } from '../model/view';
import { WrittenInput } from '../model/written';
import {
  attributeRule,
  defaultsTo,
  exampleOf,
  fixedWith,
  isGiven,
  keyInput,
  ownKeyRule,
  present,
  setAttribute,
  usualIdentifiers,
  valueRule,
} from './define';

const encryptionPage = 'https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html';
const endpointPage = 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html';
const clusterDocumentation = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster';

export const cluster: Kind = {
  id: 'eks-cluster',
  title: 'EKS cluster',
  cloudformation: ['AWS::EKS::Cluster'],
  terraform: ['aws_eks_cluster'],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    outpost: { cloudformation: 'OutpostConfig', terraform: 'outpost_config[*]', type: 'block' },
    encryptedResources: {
      cloudformation: 'EncryptionConfig[*].Resources',
      terraform: 'encryption_config.resources',
      type: 'block',
    },
    key: {
      cloudformation: 'EncryptionConfig[*].Provider.KeyArn',
      terraform: 'encryption_config.provider.key_arn',
      type: 'text',
      about: 'key',
      defaults: [{ is: 'none', key: 'aws-owned', source: encryptionPage }],
      // A cluster that exists takes a key in place, and keeps it.
      onUpdate: 'unknown',
    },
    publicAccess: {
      cloudformation: 'ResourcesVpcConfig.EndpointPublicAccess',
      terraform: 'vpc_config.endpoint_public_access',
      type: 'boolean',
      about: 'public',
      defaults: defaultsTo(true, endpointPage, clusterDocumentation),
    },
    privateAccess: {
      cloudformation: 'ResourcesVpcConfig.EndpointPrivateAccess',
      terraform: 'vpc_config.endpoint_private_access',
      type: 'boolean',
      defaults: defaultsTo(false, endpointPage, clusterDocumentation),
    },
    publicRange: {
      cloudformation: 'ResourcesVpcConfig.PublicAccessCidrs[*]',
      terraform: 'vpc_config.public_access_cidrs[*]',
      type: 'text',
      defaults: defaultsTo('0.0.0.0/0', endpointPage, clusterDocumentation),
    },
    logTypes: {
      cloudformation: 'Logging.ClusterLogging.EnabledTypes',
      terraform: 'enabled_cluster_log_types',
      type: 'block',
      about: 'logging',
      defaults: [
        {
          is: 'none',
          source:
            'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-eks-cluster-clusterlogging.html',
        },
      ],
    },
  },
};

const nodeGroup: Kind = {
  id: 'eks-node-group',
  title: 'EKS node group',
  cloudformation: ['AWS::EKS::Nodegroup'],
  terraform: ['aws_eks_node_group'],
  attributes: {
    cluster: { cloudformation: 'ClusterName', terraform: 'cluster_name', type: 'text' },
    sshKey: { cloudformation: 'RemoteAccess.Ec2SshKey', terraform: 'remote_access.ec2_ssh_key', type: 'text' },
    sshSources: {
      cloudformation: 'RemoteAccess.SourceSecurityGroups',
      terraform: 'remote_access.source_security_group_ids',
      type: 'block',
      about: 'public',
    },
  },
};

/** Whether the public endpoint only answers some addresses. */
function answersSome(resource: View): Truth {
  const ranges = resource.facts('publicRange').map(({ value }): Truth => {
    return value.kind === 'literal' ? !['0.0.0.0/0', '::/0'].includes(value.text) : undefined;
  });
  return and(...ranges);
}

/** A cluster needs an endpoint, so the private one comes with the end of the public one. */
const privateEndpoint = valueRule({
  id: 'eks-private-endpoint',
  recommendation: 'private-connectivity',
  severity: 'warning',
  fix: 'always',
  kind: cluster,
  attribute: 'publicAccess',
  isWrong: (text) => text === 'true',
  when: (resource) => and(not(isGiven(resource, 'outpost')), not(answersSome(resource))),
  remedies: (resource) => [
    {
      title: 'Use the private endpoint only (kubectl and pipelines outside the VPC lose access)',
      safety: 'review',
      changes: [setAttribute(resource, 'publicAccess', false), setAttribute(resource, 'privateAccess', true)],
    },
  ],
  example: exampleOf(cluster, 'Cluster', { name: 'orders', publicAccess: true }),
});

/** EKS encrypts what the API stores in any case since Kubernetes 1.28. */
const secretsKey = ownKeyRule({
  id: 'eks-secrets-kms-key',
  kind: cluster,
  key: keyInput('SecretsKeyArn', 'for the secrets of the cluster'),
  beside: { encryptedResources: fixedWith(present, ['secrets']) },
  caution: 'cannot be taken back; the role of the cluster needs rights to the key, which costs',
  example: exampleOf(cluster, 'Cluster', { name: 'orders', publicAccess: false, privateAccess: true }),
});

/** With a key and no security group named, EKS opens port 22 of the nodes to everybody. */
const nodeSsh = attributeRule({
  id: 'eks-node-ssh',
  recommendation: 'private-connectivity',
  severity: 'error',
  kind: nodeGroup,
  when: (group) => isGiven(group, 'sshKey'),
  requires: {
    sshSources: fixedWith(present, [
      new WrittenInput('SshSourceGroup', 'The security group whose members may log in to the nodes', '^sg-[0-9a-f]+$'),
    ]),
  },
  safety: 'input',
  caution: 'all others lose SSH',
  example: exampleOf(nodeGroup, 'Nodes', { cluster: 'orders', sshKey: 'operators' }),
});

export const rules = [privateEndpoint, secretsKey, nodeSsh];
export const kinds = [cluster, nodeGroup];

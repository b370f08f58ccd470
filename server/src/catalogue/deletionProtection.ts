import type { Kind } from '../model/kind';
import type { AttributeRule, Example } from '../model/rule';
import { attributeRule, equals, exampleOf } from './define';
import { instance } from './ec2Instances';
import { loadBalancer } from './elb';
import { graphCluster } from './neptune';
import { firewall } from './networkFirewall';
import { dbCluster } from './rds';

/** What a rule on deletion protection says of its own. */
interface Protected {
  readonly id: string;
  readonly severity: AttributeRule['severity'];
  readonly kind: Kind;
  readonly when?: AttributeRule['when'];
  readonly example: Example;
}

/** The switch asks whoever means to delete something to say so twice. */
function protectedFromDeletion(rule: Protected): AttributeRule {
  return attributeRule({
    recommendation: 'managed-security',
    requires: { deletionProtection: equals(true) },
    safety: 'review',
    caution: 'has to be switched off again before it or its stack can be deleted',
    ...rule,
  });
}

export const rules = [
  protectedFromDeletion({
    id: 'rds-cluster-deletion-protection',
    severity: 'information',
    kind: dbCluster,
    example: exampleOf(dbCluster, 'Cluster', {
      engine: 'aurora-postgresql',
      storageEncrypted: true,
      deletionProtection: false,
    }),
  }),
  protectedFromDeletion({
    id: 'neptune-deletion-protection',
    severity: 'information',
    kind: graphCluster,
    example: exampleOf(graphCluster, 'Graph', {
      name: 'orders',
      iamLogin: true,
      storageEncrypted: true,
      deletionProtection: false,
    }),
  }),
  protectedFromDeletion({
    id: 'elb-deletion-protection',
    severity: 'hint',
    kind: loadBalancer,
    example: exampleOf(loadBalancer, 'Balancer', { type: 'network', isInternal: true, deletionProtection: false }),
  }),
  protectedFromDeletion({
    id: 'network-firewall-deletion-protection',
    severity: 'hint',
    kind: firewall,
    example: exampleOf(firewall, 'Firewall', { name: 'edge', deletionProtection: false }),
  }),
  protectedFromDeletion({
    id: 'ec2-instance-deletion-protection',
    severity: 'hint',
    kind: instance,
    // Most instances come and go; where somebody has thought of it, it is worth a word.
    when: (server) => server.isWritten('deletionProtection'),
    example: exampleOf(instance, 'Server', {
      image: 'ami-0123456789abcdef0',
      role: 'server',
      deletionProtection: false,
    }),
  }),
];
export const kinds = [];

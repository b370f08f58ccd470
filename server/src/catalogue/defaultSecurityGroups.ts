import type { Objection, Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import type { View, World } from '../model/view';
import { WrittenReference } from '../model/written';
import { blocksOf } from './blocks';
import { exampleOf, resourceRule } from './define';
import { vpc } from './ec2';
import { securityGroup } from './securityGroups';

/** The default group of a VPC as Terraform adopts it, taking away the rules that it does not find written. */
const defaultGroup: Kind = {
  id: 'default-security-group',
  title: 'default security group',
  cloudformation: [],
  terraform: ['aws_default_security_group'],
  attributes: { vpc: { terraform: 'vpc_id', type: 'text' } },
};

/** The rules that are written for a default group. */
function writtenRules(group: View): Objection[] {
  if (!defaultGroup.terraform.includes(group.resource.type)) return [];
  return ['ingress', 'egress'].flatMap((direction) =>
    blocksOf(group, direction).map(({ fields, likelihood }) => ({
      origin: fields.origin,
      written: true,
      likelihood,
      resource: group.resource,
      remedies: [],
      details: { group: `The default security group ${group.resource.name}` },
    })),
  );
}

/** A group without rules beside the VPC: it adopts the one that AWS has made. */
function adoption(network: View, world: World): Remedy[] {
  const { resource } = network;
  const adopted = world.newResource(defaultGroup, `${resource.name}_default`, resource);
  return [
    {
      title: 'Take the rules of the default security group away (what relies on it is cut off)',
      safety: 'review',
      changes: [
        {
          kind: 'set',
          resource: adopted,
          of: defaultGroup,
          attribute: 'vpc',
          value: new WrittenReference(resource, 'id'),
        },
      ],
    },
  ];
}

/** CloudFormation has no resource that closes the group, so there is nothing to mend in a template. */
function leftToAws(network: View, world: World): Objection[] {
  if (network.resource.dialect !== 'terraform') return [];
  const { views, maybeMore } = world.pointingAt(network, defaultGroup, 'vpc');
  if (views.length > 0 || maybeMore) return [];
  const { resource } = network;
  return [
    {
      origin: resource.nameOrigin,
      written: false,
      likelihood: resource.likelihood,
      severity: 'hint',
      resource,
      remedies: adoption(network, world),
      details: { group: `The default security group of ${resource.name}` },
    },
  ];
}

/** Whatever names no group gets the default one, so it should let nothing through. */
const closed = resourceRule({
  id: 'default-security-group-open',
  recommendation: 'managed-security',
  severity: 'warning',
  fix: 'sometimes',
  kinds: [vpc, securityGroup],
  check(view, world) {
    return view.kind === vpc ? leftToAws(view, world) : writtenRules(view);
  },
  example: { ...exampleOf(vpc, 'Network', { range: '10.0.0.0/16' }), only: 'terraform' },
});

export const rules = [closed];
export const kinds = [];

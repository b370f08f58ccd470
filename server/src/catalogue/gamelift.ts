import type { Objection } from '../model/finding';
import type { Kind } from '../model/kind';
import { fieldOf } from '../model/value';
import { blocksOf, textIn } from './blocks';
import { exampleOf, resourceRule } from './define';

const fleet: Kind = {
  id: 'gamelift-fleet',
  title: 'GameLift fleet',
  cloudformation: ['AWS::GameLift::Fleet'],
  terraform: ['aws_gamelift_fleet'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    inbound: { cloudformation: 'EC2InboundPermissions[*]', terraform: 'ec2_inbound_permission[*]', type: 'block' },
    fromPort: {
      cloudformation: 'EC2InboundPermissions[*].FromPort',
      terraform: 'ec2_inbound_permission[*].from_port',
      type: 'number',
    },
    toPort: {
      cloudformation: 'EC2InboundPermissions[*].ToPort',
      terraform: 'ec2_inbound_permission[*].to_port',
      type: 'number',
    },
  },
};

const portRange = resourceRule({
  id: 'gamelift-fleet-port-range',
  recommendation: 'private-connectivity',
  severity: 'hint',
  fix: 'none',
  kinds: [fleet],
  check(view) {
    return blocksOf(view, 'inbound').flatMap((permission): Objection[] => {
      const from = textIn(permission, ['FromPort', 'from_port']);
      const to = textIn(permission, ['ToPort', 'to_port']);
      if (from === undefined || to === undefined || Number(from) >= Number(to)) return [];
      const { fields, likelihood } = permission;
      const { origin } = fieldOf(fields, 'ToPort') ?? fieldOf(fields, 'to_port') ?? fields;
      return [
        {
          origin,
          written: true,
          likelihood,
          resource: view.resource,
          remedies: [],
          details: { ports: `the ports ${from}-${to}` },
        },
      ];
    });
  },
  example: exampleOf(fleet, 'Fleet', { name: 'game', fromPort: 1026, toPort: 60000 }),
});

export const rules = [portRange];
export const kinds = [fleet];

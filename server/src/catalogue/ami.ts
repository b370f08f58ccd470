import type { Kind } from '../model/kind';
import { attributeRule, exampleOf, noneOf } from './define';

export const launchPermission: Kind = {
  id: 'ami-launch-permission',
  title: 'AMI launch permission',
  cloudformation: [],
  terraform: ['aws_ami_launch_permission'],
  attributes: {
    image: { terraform: 'image_id', type: 'text' },
    group: { terraform: 'group', type: 'text', about: 'public' },
  },
};

/** Whom an image is for instead only its owner knows. */
const shared = attributeRule({
  id: 'ami-public',
  recommendation: 'private-connectivity',
  severity: 'error',
  fix: 'none',
  kind: launchPermission,
  requires: { group: noneOf(['all']) },
  example: exampleOf(launchPermission, 'Everybody', { image: 'ami-0123456789abcdef0', group: 'all' }),
});

export const rules = [shared];
export const kinds = [launchPermission];

import type { Objection } from '../model/finding';
import type { Kind } from '../model/kind';
import type { View, World } from '../model/view';
import { exampleOf, resourceRule } from './define';
import { user } from './iam';
import { group, role } from './iamRoles';

/** A resource of its own that puts users into a group. */
const groupMembership: Kind = {
  id: 'iam-group-membership',
  title: 'IAM group membership',
  cloudformation: ['AWS::IAM::UserToGroupAddition'],
  terraform: ['aws_iam_group_membership'],
  attributes: {
    group: { cloudformation: 'GroupName', terraform: 'group', type: 'text' },
    member: { cloudformation: 'Users[*]', terraform: 'users[*]', type: 'text' },
  },
};

/** A resource of its own that puts a user into groups. */
const userGroupMembership: Kind = {
  id: 'iam-user-group-membership',
  title: 'IAM group membership of a user',
  cloudformation: [],
  terraform: ['aws_iam_user_group_membership'],
  attributes: {
    group: { terraform: 'groups[*]', type: 'text' },
    member: { terraform: 'user', type: 'text' },
  },
};

const memberships = [groupMembership, userGroupMembership];

function atName({ resource }: View): Objection {
  const { nameOrigin, likelihood } = resource;
  return { origin: nameOrigin, written: true, likelihood, resource, remedies: [] };
}

/** Whether nothing in all of the documents points at a resource with an attribute of some kinds. */
function isNamedByNone(target: View, world: World, kinds: readonly Kind[], attribute: string): boolean {
  return kinds.every((kind) => {
    const { views, maybeMore } = world.pointingAt(target, kind, attribute);
    return views.length === 0 && !maybeMore;
  });
}

const userWithoutGroup = resourceRule({
  id: 'iam-user-without-group',
  recommendation: 'least-privilege',
  severity: 'hint',
  fix: 'none',
  kinds: [user],
  check: (view, world) =>
    view.isWritten('group') === false && isNamedByNone(view, world, memberships, 'member') ? [atName(view)] : [],
  example: exampleOf(user, 'Alice', { name: 'alice' }),
});

const groupWithoutUsers = resourceRule({
  id: 'iam-group-without-users',
  recommendation: 'least-privilege',
  severity: 'hint',
  fix: 'none',
  kinds: [group],
  check: (view, world) => (isNamedByNone(view, world, [...memberships, user], 'group') ? [atName(view)] : []),
  example: exampleOf(group, 'Developers', { name: 'developers' }),
});

/**
 * Told once for each identity, at its name: what its policies are called does not matter. Of users there is a graver
 * thing to say, wherever their policies stand.
 */
const noInlinePolicies = resourceRule({
  id: 'iam-no-inline-policies',
  recommendation: 'least-privilege',
  severity: 'hint',
  fix: 'none',
  kinds: [role, group],
  check(view) {
    const first = view.facts('inlinePolicy').find(({ written, value }) => written === true && value.kind !== 'unknown');
    return first ? [{ ...atName(view), likelihood: first.likelihood }] : [];
  },
  example: exampleOf(role, 'Deployer', {
    trust: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
    inlinePolicy: 'deploy',
  }),
});

/** A managed policy of AWS, none of which asks for a second factor. */
const ofAws = /^arn:[^:]*:iam::aws:policy\//;

/** Whether a policy of the documents asks for a second factor, or one that cannot be seen may. */
function mayAskForFactor(world: World): boolean {
  return (
    !world.complete ||
    world.resources.some((resource) =>
      world
        .policiesIn(resource)
        .some(
          ({ open, statements }) =>
            open ||
            statements.some(
              (one) => one.open || one.conditions.some(({ key }) => key.toLowerCase() === 'aws:multifactorauthpresent'),
            ),
        ),
    )
  );
}

const groupWithoutFactor = resourceRule({
  id: 'iam-group-without-mfa',
  recommendation: 'multi-factor',
  severity: 'hint',
  fix: 'none',
  kinds: [group],
  check(view, world) {
    const isKnown = view
      .facts('managedPolicy')
      .every(({ value }) => value.kind === 'notWritten' || (value.kind === 'literal' && ofAws.test(value.text)));
    return isKnown && !mayAskForFactor(world) ? [atName(view)] : [];
  },
  example: exampleOf(group, 'Developers', { name: 'developers' }),
});

export const rules = [userWithoutGroup, groupWithoutUsers, noInlinePolicies, groupWithoutFactor];
export const kinds = memberships;

import type { Kind } from '../model/kind';
import { WrittenInput } from '../model/written';
import { attributeRule, exampleOf, fixedWith, noneOf, present, usualIdentifiers } from './define';

const rootPage =
  'https://docs.aws.amazon.com/config/latest/developerguide/efs-access-point-enforce-root-directory.html';
const userPage = 'https://docs.aws.amazon.com/efs/latest/ug/enforce-identity-access-points.html';

const accessPoint: Kind = {
  id: 'efs-access-point',
  title: 'EFS access point',
  cloudformation: ['AWS::EFS::AccessPoint'],
  terraform: ['aws_efs_access_point'],
  identifiers: { ...usualIdentifiers, cloudformation: { id: 'AccessPointId', arn: 'Arn' } },
  attributes: {
    of: { cloudformation: 'FileSystemId', terraform: 'file_system_id', type: 'text' },
    root: {
      cloudformation: 'RootDirectory.Path',
      terraform: 'root_directory.path',
      type: 'text',
      defaults: [{ is: { value: '/' }, source: rootPage }],
    },
    user: {
      cloudformation: 'PosixUser.Uid',
      terraform: 'posix_user.uid',
      type: 'text',
      defaults: [{ is: 'none', source: userPage }],
    },
    group: {
      cloudformation: 'PosixUser.Gid',
      terraform: 'posix_user.gid',
      type: 'text',
      defaults: [{ is: 'none', source: userPage }],
    },
  },
};

const id = (name: string, whose: string) => new WrittenInput(name, `The POSIX ID of the ${whose}`, '^[0-9]+$');

const rootDirectory = attributeRule({
  id: 'efs-access-point-root-directory',
  recommendation: 'least-privilege',
  severity: 'information',
  kind: accessPoint,
  requires: {
    root: fixedWith(
      noneOf(['/']),
      new WrittenInput(
        'AccessPointPath',
        'The directory that clients of the access point see as the root',
        '^(/[^/]+){1,4}$',
      ),
    ),
  },
  safety: 'input',
  caution: 'the directory has to exist or to say who owns it; an access point that exists is replaced',
  example: exampleOf(accessPoint, 'Files', { of: 'fs-0123456789abcdef0', user: '1000', group: '1000' }),
});

const user = attributeRule({
  id: 'efs-access-point-user',
  recommendation: 'least-privilege',
  severity: 'information',
  kind: accessPoint,
  requires: {
    user: fixedWith(present, id('AccessPointUser', 'user that all clients of the access point act as')),
    group: fixedWith(present, id('AccessPointGroup', 'group that all clients of the access point act as')),
  },
  safety: 'input',
  caution: 'that user needs rights to the files; an access point that exists is replaced',
  example: exampleOf(accessPoint, 'Files', { of: 'fs-0123456789abcdef0', root: '/orders' }),
});

export const rules = [rootDirectory, user];
export const kinds = [accessPoint];

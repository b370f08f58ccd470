import type { Attribute, Kind } from '../model/kind';
import type { AttributeRule, Requirement } from '../model/rule';
import { attributeRule, equals, exampleOf, present } from './define';

const encryptionPage = 'https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html';

function volumeRow(cloudformation: string, terraform: string): Attribute {
  return {
    cloudformation,
    terraform,
    type: 'boolean',
    about: 'at-rest',
    defaults: [{ is: { value: false }, source: encryptionPage }],
  };
}

const workspace: Kind = {
  id: 'workspace',
  title: 'WorkSpace',
  cloudformation: ['AWS::WorkSpaces::Workspace'],
  terraform: ['aws_workspaces_workspace'],
  attributes: {
    user: { cloudformation: 'UserName', terraform: 'user_name', type: 'text' },
    directory: { cloudformation: 'DirectoryId', terraform: 'directory_id', type: 'text' },
    bundle: { cloudformation: 'BundleId', terraform: 'bundle_id', type: 'text' },
    rootVolume: volumeRow('RootVolumeEncryptionEnabled', 'root_volume_encryption_enabled'),
    userVolume: volumeRow('UserVolumeEncryptionEnabled', 'user_volume_encryption_enabled'),
    key: { cloudformation: 'VolumeEncryptionKey', terraform: 'volume_encryption_key', type: 'text', about: 'key' },
  },
};

/** Encryption needs a key, be it the one that AWS manages for WorkSpaces. */
const withKey: Requirement = { attribute: 'key', must: present, fixed: 'alias/aws/workspaces' };

const desk = { user: 'alice', directory: 'd-0123456789', bundle: 'wsb-0123456789', key: 'alias/aws/workspaces' };

function encrypted(id: string, attribute: 'rootVolume' | 'userVolume'): AttributeRule {
  const other = attribute === 'rootVolume' ? 'userVolume' : 'rootVolume';
  return attributeRule({
    id,
    recommendation: 'encrypt-at-rest',
    severity: 'error',
    kind: workspace,
    requires: { [attribute]: { must: equals(true), beside: [withKey] } },
    safety: 'review',
    caution: 'only when the WorkSpace is made: one that exists has to be made anew; requests to KMS cost',
    example: exampleOf(workspace, 'Desk', { ...desk, [other]: true, [attribute]: false }),
  });
}

export const rules = [
  encrypted('workspace-root-volume-encrypted', 'rootVolume'),
  encrypted('workspace-user-volume-encrypted', 'userVolume'),
];
export const kinds = [workspace];

import type { Words } from '../../model/rule';

const sources = [
  'https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html',
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-workspaces-workspace.html',
];
const advice = 'Encrypt both volumes when the WorkSpace is made; the key of WorkSpaces will do.';
const sameAs = { trivy: ['AWS-0109'], guard: ['WORKSPACE_ENCRYPTION_ENABLED'], cfnNag: ['F29'] };

export const words: Readonly<Record<string, Words>> = {
  'workspace-root-volume-encrypted': {
    title: 'The root volume of the WorkSpace {name} is not encrypted.',
    why: 'The system and whatever it caches and logs lie there: whoever gets at the volume or a snapshot of it can read them.',
    advice,
    sources,
    sameAs: { checkov: ['CKV_AWS_156'], ...sameAs },
  },
  'workspace-user-volume-encrypted': {
    title: 'The user volume of the WorkSpace {name} is not encrypted.',
    why: 'The files of the user lie there: whoever gets at the volume or a snapshot of it can read them.',
    advice,
    sources,
    sameAs: { checkov: ['CKV_AWS_155'], ...sameAs },
  },
};

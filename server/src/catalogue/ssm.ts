import type { Attribute, Kind } from '../model/kind';
import { WrittenInput } from '../model/written';
import { attributeRule, exampleOf, fixedWith, noneOf } from './define';

/** A row of the JSON that a document is; CloudFormation takes it as an object, too. */
function inContent(path: string, type: Attribute['type'], about?: Attribute['about']): Attribute {
  return {
    cloudformation: `Content.json(${path})`,
    terraform: `content.json(${path})`,
    type,
    ...(about && { about }),
  };
}

/** A document with what shares it; CloudFormation has nothing that does. */
export const document: Kind = {
  id: 'ssm-document',
  title: 'Systems Manager document',
  cloudformation: ['AWS::SSM::Document'],
  terraform: ['aws_ssm_document'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    type: { cloudformation: 'DocumentType', terraform: 'document_type', type: 'text' },
    schemaVersion: inContent('schemaVersion', 'text'),
    sessionType: inContent('sessionType', 'text'),
    sessionKey: inContent('inputs.kmsKeyId', 'text', 'in-transit'),
    logBucket: inContent('inputs.s3BucketName', 'text', 'logging'),
    logGroup: inContent('inputs.cloudWatchLogGroupName', 'text', 'logging'),
    groupEncrypted: inContent('inputs.cloudWatchEncryptionEnabled', 'boolean', 'at-rest'),
    sharing: { terraform: 'permissions.type', type: 'text' },
    accounts: { terraform: 'permissions.account_ids', type: 'text', about: 'public' },
  },
};

const shared = attributeRule({
  id: 'ssm-document-public',
  recommendation: 'private-connectivity',
  severity: 'error',
  kind: document,
  requires: {
    accounts: fixedWith(
      noneOf(['All', 'all', 'ALL']),
      new WrittenInput('SharedWithAccount', 'The account that may use the document', '^[0-9]{12}$'),
    ),
  },
  safety: 'input',
  caution: 'other accounts lose the document',
  example: {
    only: 'terraform',
    ...exampleOf(document, 'Runbook', { type: 'Command', sharing: 'Share', accounts: 'All' }),
  },
});

export const rules = [shared];
export const kinds = [document];

import type { Kind } from '../model/kind';
import { WrittenInput } from '../model/written';
import { attributeRule, exampleOf, fixedWith, noneOf } from './define';

/** A document with what shares it; CloudFormation has nothing that does. */
export const document: Kind = {
  id: 'ssm-document',
  title: 'Systems Manager document',
  cloudformation: [],
  terraform: ['aws_ssm_document'],
  attributes: {
    type: { terraform: 'document_type', type: 'text' },
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
  example: exampleOf(document, 'Runbook', { type: 'Command', sharing: 'Share', accounts: 'All' }),
});

export const rules = [shared];
export const kinds = [document];

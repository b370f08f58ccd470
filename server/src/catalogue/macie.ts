import type { Kind } from '../model/kind';
import { attributeRule, exampleOf, fixedWith, noneOf } from './define';

const session: Kind = {
  id: 'macie-session',
  title: 'Macie session',
  cloudformation: ['AWS::Macie::Session'],
  terraform: ['aws_macie2_account'],
  attributes: {
    status: { cloudformation: 'Status', terraform: 'status', type: 'text' },
    frequency: {
      cloudformation: 'FindingPublishingFrequency',
      terraform: 'finding_publishing_frequency',
      type: 'text',
    },
  },
};

const enabled = attributeRule({
  id: 'macie-enabled',
  recommendation: 'managed-security',
  severity: 'warning',
  kind: session,
  requires: { status: fixedWith(noneOf(['PAUSED']), 'ENABLED') },
  safety: 'review',
  caution: 'what Macie monitors costs',
  example: exampleOf(session, 'Macie', { status: 'PAUSED', frequency: 'FIFTEEN_MINUTES' }),
});

export const rules = [enabled];
export const kinds = [session];

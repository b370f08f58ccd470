import type { Kind } from '../model/kind';
import { attributeRule, equals, exampleOf, isOn, keyInput, ownKeyRule } from './define';

const rulePage = 'https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html';

const scheduled = {
  cloudformation: 'PolicyDetails.Schedules[*].CrossRegionCopyRules[*]',
  terraform: 'policy_details.schedule[*].cross_region_copy_rule[*]',
};
const onEvent = {
  cloudformation: 'PolicyDetails.Actions[*].CrossRegionCopy[*]',
  terraform: 'policy_details.action.cross_region_copy[*]',
};

const lifecyclePolicy: Kind = {
  id: 'dlm-lifecycle-policy',
  title: 'Data Lifecycle Manager policy',
  cloudformation: ['AWS::DLM::LifecyclePolicy'],
  terraform: ['aws_dlm_lifecycle_policy'],
  attributes: {
    description: { cloudformation: 'Description', terraform: 'description', type: 'text' },
    // What is encrypted stays so; the account may encrypt all that is new.
    scheduledEncrypted: {
      cloudformation: `${scheduled.cloudformation}.Encrypted`,
      terraform: `${scheduled.terraform}.encrypted`,
      type: 'boolean',
      about: 'at-rest',
      defaults: [{ is: 'unknown', source: rulePage }],
    },
    eventEncrypted: {
      cloudformation: `${onEvent.cloudformation}.EncryptionConfiguration.Encrypted`,
      terraform: `${onEvent.terraform}.encryption_configuration.encrypted`,
      type: 'boolean',
      about: 'at-rest',
      defaults: [{ is: 'unknown', source: rulePage }],
    },
    scheduledKey: {
      cloudformation: `${scheduled.cloudformation}.CmkArn`,
      terraform: `${scheduled.terraform}.cmk_arn`,
      type: 'text',
      defaults: [{ is: 'account', source: rulePage }],
    },
    eventKey: {
      cloudformation: `${onEvent.cloudformation}.EncryptionConfiguration.CmkArn`,
      terraform: `${onEvent.terraform}.encryption_configuration.cmk_arn`,
      type: 'text',
      defaults: [{ is: 'account', source: rulePage }],
    },
  },
};

const copiesEncrypted = attributeRule({
  id: 'dlm-copies-encrypted',
  recommendation: 'encrypt-at-rest',
  severity: 'warning',
  kind: lifecyclePolicy,
  requires: { scheduledEncrypted: equals(true), eventEncrypted: equals(true) },
  safety: 'review',
  caution: 'copies that exist stay as they are',
  example: exampleOf(lifecyclePolicy, 'Backups', {
    description: 'daily',
    scheduledKey: 'arn:aws:kms:eu-central-1:111122223333:key/backups',
    scheduledEncrypted: false,
  }),
});

const copyKey = ownKeyRule({
  id: 'dlm-copies-kms-key',
  kind: lifecyclePolicy,
  when: (policy) => isOn(policy, 'scheduledEncrypted'),
  attribute: 'scheduledKey',
  key: keyInput('CopyKeyArn', 'for the copies, in their Region'),
  caution: 'the key has to be one of the Region that the copies go to',
  example: exampleOf(lifecyclePolicy, 'Backups', { description: 'daily', scheduledEncrypted: true }),
});

const eventCopyKey = ownKeyRule({
  id: 'dlm-event-copies-kms-key',
  kind: lifecyclePolicy,
  when: (policy) => isOn(policy, 'eventEncrypted'),
  attribute: 'eventKey',
  key: keyInput('CopyKeyArn', 'for the copies, in their Region'),
  caution: 'the key has to be one of the Region that the copies go to',
  example: exampleOf(lifecyclePolicy, 'Shared', { description: 'shared with us', eventEncrypted: true }),
});

export const rules = [copiesEncrypted, copyKey, eventCopyKey];
export const kinds = [lifecyclePolicy];

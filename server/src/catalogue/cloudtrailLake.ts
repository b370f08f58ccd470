import type { Kind } from '../model/kind';
import { attributeRule, defaultsTo, equals, exampleOf, keyInput, keyRow, ownKeyRule } from './define';

const eventDataStorePage =
  'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-event-data-store-cloudtrail.html';

const eventDataStore: Kind = {
  id: 'cloudtrail-event-data-store',
  title: 'CloudTrail Lake event data store',
  cloudformation: ['AWS::CloudTrail::EventDataStore'],
  terraform: ['aws_cloudtrail_event_data_store'],
  attributes: {
    name: { cloudformation: 'Name', terraform: 'name', type: 'text' },
    key: keyRow({ is: 'none', key: 'service', source: eventDataStorePage }),
    terminationProtection: {
      cloudformation: 'TerminationProtectionEnabled',
      terraform: 'termination_protection_enabled',
      type: 'boolean',
      defaults: defaultsTo(
        true,
        eventDataStorePage,
        'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail_event_data_store',
      ),
    },
  },
};

/** The store is encrypted in any case; the question is who holds the key. */
const storeKey = ownKeyRule({
  id: 'cloudtrail-event-data-store-kms-key',
  severity: 'information',
  kind: eventDataStore,
  key: keyInput('EventDataStoreKeyArn', 'for the event data store'),
  caution: 'the key cannot be changed or removed afterwards; requests to KMS cost',
  example: exampleOf(eventDataStore, 'Store', { name: 'activity', terminationProtection: true }),
});

const storeTermination = attributeRule({
  id: 'cloudtrail-event-data-store-termination-protection',
  recommendation: 'log-activity',
  severity: 'warning',
  kind: eventDataStore,
  requires: { terminationProtection: equals(true) },
  example: exampleOf(eventDataStore, 'Store', {
    name: 'activity',
    key: 'alias/activity',
    terminationProtection: false,
  }),
});

export const rules = [storeKey, storeTermination];
export const kinds = [eventDataStore];

import type { Objection } from '../model/finding';
import type { Kind } from '../model/kind';
import type { Fact, View, World } from '../model/view';
import { WrittenInput } from '../model/written';
import { attributeRule, fixedWith, keyInput, objectionTo, present, resourceRule, setAttribute } from './define';
import { topic } from './sns';

const configurationSet: Kind = {
  id: 'sms-configuration-set',
  title: 'SMS configuration set',
  cloudformation: ['AWS::SMSVOICE::ConfigurationSet'],
  terraform: ['aws_pinpointsmsvoicev2_configuration_set'],
  attributes: {
    name: { cloudformation: 'ConfigurationSetName', terraform: 'name', type: 'text' },
    // The Terraform provider has no event destinations.
    destinations: { cloudformation: 'EventDestinations', type: 'block', about: 'logging' },
    destinationTopic: { cloudformation: 'EventDestinations[*].SnsDestination.TopicArn', type: 'text' },
  },
};

const phoneNumber: Kind = {
  id: 'sms-phone-number',
  title: 'phone number for SMS and voice',
  cloudformation: ['AWS::SMSVOICE::PhoneNumber'],
  terraform: ['aws_pinpointsmsvoicev2_phone_number'],
  attributes: {
    country: { cloudformation: 'IsoCountryCode', terraform: 'iso_country_code', type: 'text' },
    numberType: { cloudformation: 'NumberType', terraform: 'number_type', type: 'text' },
    messageType: { terraform: 'message_type', type: 'text' },
    helpMessage: { cloudformation: 'MandatoryKeywords.HELP.Message', type: 'text' },
    stopMessage: { cloudformation: 'MandatoryKeywords.STOP.Message', type: 'text' },
    twoWay: { cloudformation: 'TwoWay.Enabled', terraform: 'two_way_channel_enabled', type: 'boolean' },
    twoWayChannel: { cloudformation: 'TwoWay.ChannelArn', terraform: 'two_way_channel_arn', type: 'text' },
  },
};

const pool: Kind = {
  id: 'sms-pool',
  title: 'SMS phone pool',
  cloudformation: ['AWS::SMSVOICE::Pool'],
  terraform: [],
  attributes: {
    twoWayChannel: { cloudformation: 'TwoWay.ChannelArn', type: 'text' },
  },
};

const senderId: Kind = {
  id: 'sms-sender-id',
  title: 'SMS sender ID',
  cloudformation: ['AWS::SMSVOICE::SenderId'],
  terraform: [],
  attributes: {},
};

const optOutList: Kind = {
  id: 'sms-opt-out-list',
  title: 'SMS opt-out list',
  cloudformation: ['AWS::SMSVOICE::OptOutList'],
  terraform: ['aws_pinpointsmsvoicev2_opt_out_list'],
  attributes: {},
};

const protectConfiguration: Kind = {
  id: 'sms-protect-configuration',
  title: 'SMS protect configuration',
  cloudformation: ['AWS::SMSVOICE::ProtectConfiguration'],
  terraform: [],
  attributes: {
    deletionProtection: { cloudformation: 'DeletionProtectionEnabled', type: 'boolean' },
  },
};

const resourcePolicy: Kind = {
  id: 'sms-resource-policy',
  title: 'resource policy of SMS and voice',
  cloudformation: ['AWS::SMSVOICE::ResourcePolicy'],
  terraform: [],
  attributes: {},
};

const registration: Kind = {
  id: 'sms-registration',
  title: 'SMS registration',
  cloudformation: ['AWS::SMSVOICE::Registration', 'AWS::SMSVOICE::RegistrationAttachment'],
  terraform: [],
  attributes: {},
};

const verifiedNumber: Kind = {
  id: 'sms-verified-number',
  title: 'verified destination number',
  cloudformation: ['AWS::SMSVOICE::VerifiedDestinationNumber'],
  terraform: [],
  attributes: {},
};

/** CloudWatch Logs takes the events and always encrypts them. */
const logDestination = {
  EventDestinationName: 'Logs',
  Enabled: true,
  MatchingEventTypes: ['ALL'],
  CloudWatchLogsDestination: {
    LogGroupArn: new WrittenInput(
      'MessageEventLogGroupArn',
      'The ARN of the log group for the events of messages',
      '^arn:[^:]+:logs:[^:]+:[0-9]{12}:log-group:.+$',
    ),
    IamRoleArn: new WrittenInput(
      'MessageEventRoleArn',
      'The ARN of a role that lets AWS End User Messaging SMS write to the log group',
      '^arn:[^:]+:iam::[0-9]{12}:role/.+$',
    ),
  },
};

const eventDestination = attributeRule({
  id: 'sms-event-destination',
  recommendation: 'log-activity',
  severity: 'information',
  kind: configurationSet,
  requires: { destinations: fixedWith(present, [logDestination]) },
  safety: 'input',
  caution: 'storing logs costs',
  // With a protect configuration, because Terraform has neither that nor event destinations.
  example: {
    resources: [
      { kind: protectConfiguration, name: 'Countries', attributes: { deletionProtection: true } },
      { kind: configurationSet, name: 'Messages', attributes: { name: 'order-messages' } },
    ],
  },
});

/** Where a resource hands messages, or what became of them, to a topic. */
const topicAttributes = ['twoWayChannel', 'destinationTopic'];

/** The key that SNS makes itself lets no other service encrypt with it. */
function lacksOwnKey(target: View): boolean {
  return (
    target.isWritten('key') === false ||
    target.is('key', (key) => key === '' || /(^|:)alias\/aws\/sns$/.test(key)) === true
  );
}

function topicsWithoutKey(resource: View, world: World): Objection[] {
  const facts: Fact[] = topicAttributes.flatMap((attribute) => resource.facts(attribute));
  return facts.flatMap((fact) => {
    const target = world.resolve(fact.value, topic);
    if (!target || !lacksOwnKey(target)) return [];
    const { name, nameOrigin } = target.resource;
    const objection = objectionTo(resource, fact, [
      {
        title: `Encrypt the topic ${name} with a key of your own (its policy has to let the service use it)`,
        safety: 'input',
        changes: [setAttribute(target, 'key', keyInput('MessageTopicKeyArn', 'for topics that take text messages'))],
      },
    ]);
    const place = { origin: nameOrigin, message: 'This topic has no key of your own' };
    return [{ ...objection, related: [...(objection.related ?? []), place], details: { topic: name } }];
  });
}

const topicKey = resourceRule({
  id: 'sms-topic-kms-key',
  recommendation: 'manage-keys',
  severity: 'information',
  fix: 'always',
  kinds: [phoneNumber, pool, configurationSet],
  check: topicsWithoutKey,
  example: {
    resources: [
      { kind: topic, name: 'Replies', attributes: { name: 'replies' } },
      {
        kind: phoneNumber,
        name: 'Number',
        attributes: {
          country: 'US',
          numberType: 'TEN_DLC',
          messageType: 'TRANSACTIONAL',
          helpMessage: 'Reply STOP to opt out.',
          stopMessage: 'You will get no more messages.',
          twoWay: true,
          twoWayChannel: 'arn:aws:sns:eu-west-1:111122223333:replies',
        },
      },
    ],
  },
});

export const rules = [eventDestination, topicKey];
export const kinds = [
  configurationSet,
  phoneNumber,
  pool,
  senderId,
  optOutList,
  protectConfiguration,
  resourcePolicy,
  registration,
  verifiedNumber,
];

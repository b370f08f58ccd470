import type { Note } from '../../model/kind';

const smsPage = 'https://docs.aws.amazon.com/sms-voice/latest/userguide/data-protection.html';
const smsEncryptionPage =
  'https://docs.aws.amazon.com/end-user-messaging/latest/userguide/nx-security-data-encryption.html';
const pinpointPage = 'https://docs.aws.amazon.com/pinpoint/latest/developerguide/security-data-protection.html';
const pinpointEnd = 'https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html';
const iamPage = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/data-protection.html';
const practices = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html';
const twinMakerPage = 'https://docs.aws.amazon.com/iot-twinmaker/latest/guide/data-protection.html';

const smsKeys: Note = {
  text: 'Encrypted at rest with keys that AWS owns and rotates; a key of your own cannot be used.',
  source: smsPage,
};
const smsInTransit: Note = { text: 'Requests need TLS 1.2 and have to be signed.', source: smsPage };
const smsBoundary: Note = {
  text: 'An SMS leaves the AWS boundary on its way to the phone, and SMS knows no encryption: send no secrets.',
  source: smsEncryptionPage,
};
const smsEvents: Note = {
  text: 'Events carry phone numbers: what they are delivered to needs encryption of its own.',
  source: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-sns-creating-role.html',
};
const sms = [smsKeys, smsInTransit];

const pinpointStores: Note = {
  text: 'Pinpoint may store credentials of channels, data about users and endpoints, analytics, and what you import.',
  source: pinpointPage,
};
const pinpointEnded: Note = {
  text: 'AWS ended support for Pinpoint on 2026-10-30; its endpoints, segments, campaigns, journeys and analytics are gone.',
  source: pinpointEnd,
};
const pinpointLivesOn: Note = {
  text: 'Support for Pinpoint ended on 2026-10-30; this channel lives on as AWS End User Messaging.',
  source: pinpointEnd,
};
const pushCredentials: Note = {
  text: 'The channel stores what it proves itself with to the push service. Keep that out of the document.',
  source: pinpointPage,
};
const push = [pushCredentials, pinpointLivesOn];

const iamEncryption: Note = {
  text: 'IAM encrypts what it stores at rest (AES 256) and in transit; there is no key to choose or to manage.',
  source: iamPage,
};
const iamNames: Note = {
  text: 'Names and other free text may get into diagnostic logs: no account numbers of customers.',
  source: iamPage,
};
const temporary: Note = {
  text: 'Temporary credentials from a role or IAM Identity Center are safer than ones that last.',
  source: practices,
};

/** What AWS says of kinds of resources, by their ids. The most telling first. */
export const notes: Readonly<Record<string, readonly Note[]>> = {
  'sms-configuration-set': [...sms, smsEvents],
  'sms-phone-number': [smsBoundary, ...sms],
  'sms-pool': [smsBoundary, ...sms],
  'sms-sender-id': [smsBoundary, ...sms],
  'sms-opt-out-list': sms,
  'sms-protect-configuration': sms,
  'sms-resource-policy': sms,
  'sms-registration': sms,
  'sms-verified-number': sms,

  'pinpoint-app': [pinpointStores, pinpointEnded],
  'pinpoint-engagement': [pinpointStores, pinpointEnded],
  'pinpoint-event-stream': [
    {
      text: 'The stream receives data about users and endpoints, and needs encryption of its own.',
      source: pinpointPage,
    },
    pinpointEnded,
  ],
  'pinpoint-sms-channel': [smsBoundary, smsKeys, pinpointLivesOn],
  'pinpoint-voice-channel': [smsKeys, pinpointLivesOn],
  'pinpoint-email-channel': [pinpointStores, pinpointEnded],
  'pinpoint-apns-channel': push,
  'pinpoint-gcm-channel': push,
  'pinpoint-adm-channel': push,
  'pinpoint-baidu-channel': push,

  'iam-user': [iamEncryption, iamNames, temporary],
  'iam-access-key': [
    temporary,
    { text: 'Where a key has to last, replace it when that is due.', source: practices },
    iamEncryption,
  ],
  'iam-login-profile': [
    iamEncryption,
    { text: 'A person who signs in needs a second factor.', source: practices },
    temporary,
  ],
  'iam-server-certificate': [iamEncryption],
  'iam-password-policy': [iamEncryption],
  'iam-role': [iamEncryption, iamNames],
  'iam-group': [iamEncryption, iamNames],
  'iam-group-membership': [iamEncryption, iamNames],
  'iam-role-policy': [iamEncryption],
  'iam-role-policy-attachment': [iamEncryption],
  'iam-user-group-membership': [iamEncryption],
  'iam-user-policy-attachment': [iamEncryption],
  'iam-user-policy': [iamEncryption],
  'iam-shared-policy': [iamEncryption],
  'sso-permission-set': [
    { text: 'Gives people temporary credentials, which AWS recommends over IAM users.', source: practices },
  ],
  'macie-session': [
    {
      text: 'Macie finds personal and other sensitive data in S3, and reports buckets that become public.',
      source: 'https://docs.aws.amazon.com/macie/latest/APIReference/welcome.html',
    },
  ],

  'iottwinmaker-workspace': [
    {
      text: 'Its data lies in the S3 bucket: a bucket that TwinMaker makes is encrypted by default, yours is for you to encrypt.',
      source: twinMakerPage,
    },
    { text: 'Everything sent to TwinMaker goes over TLS.', source: twinMakerPage },
  ],

  'vpc-endpoint': [
    {
      text: 'Pages name this service `sms-voice` and, newer ones, `pinpoint-sms-voice-v2`. They disagree on whether it takes an endpoint policy; the newest shows one.',
      source: 'https://docs.aws.amazon.com/end-user-messaging/latest/userguide/nx-security-privatelink-access.html',
      where: { attribute: 'serviceName', matches: '\\.(pinpoint-)?sms-voice(-v2)?(-fips)?$' },
    },
    {
      text: 'STS keeps no customer content but its service logs, and all of its endpoints speak HTTPS.',
      source: iamPage,
      where: { attribute: 'serviceName', matches: '\\.sts(-fips)?$' },
    },
  ],
  'sns-subscription': [{ ...smsBoundary, where: { attribute: 'protocol', matches: '^sms$' } }],
  'cognito-user-pool': [{ ...smsBoundary, where: { attribute: 'factor', matches: '^SMS_MFA$' } }],
};

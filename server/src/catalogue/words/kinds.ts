import type { Note } from '../../model/kind';

const smsEncryptionPage =
  'https://docs.aws.amazon.com/end-user-messaging/latest/userguide/nx-security-data-encryption.html';
const pinpointPage = 'https://docs.aws.amazon.com/pinpoint/latest/developerguide/security-data-protection.html';
const pinpointEnd = 'https://docs.aws.amazon.com/pinpoint/latest/userguide/migrate.html';
const iamPage = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/data-protection.html';
const practices = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html';
const trailPolicies =
  'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/security_iam_resource-based-policy-examples.html';

const smsBoundary: Note = {
  text: 'An SMS leaves the AWS boundary on its way to the phone, and SMS knows no encryption: send no secrets.',
  source: smsEncryptionPage,
};
const smsEvents: Note = {
  text: 'Events carry phone numbers: what they are delivered to needs encryption of its own.',
  source: 'https://docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-sns-creating-role.html',
};

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

const iamNames: Note = {
  text: 'Names and other free text may get into diagnostic logs: no account numbers of customers.',
  source: iamPage,
};
const temporary: Note = {
  text: 'Temporary credentials from a role or IAM Identity Center are safer than ones that last.',
  source: practices,
};

const secondFactor: Note = { text: 'A person who signs in needs a second factor.', source: practices };
const lakeIsClosed: Note = {
  text: 'CloudTrail Lake takes no new customers since 2026-05-31; who uses it can go on.',
  source: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake-service-availability-change.html',
};
const nothingComesIn: Note = {
  text: 'Nothing comes in through a security group that none of its rules lets in.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroup.html',
};
const publicSubnets: Note = {
  text: 'A subnet whose route table leads to an internet gateway is public.',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
};
const personalData: Note = {
  text: 'Macie finds personal and other sensitive data in S3, and reports buckets that become public.',
  source: 'https://docs.aws.amazon.com/macie/latest/APIReference/welcome.html',
};

/** What AWS says of kinds of resources, by their ids. The most telling first. */
export const notes: Readonly<Record<string, readonly Note[]>> = {
  'sms-configuration-set': [smsEvents],
  'sms-phone-number': [smsBoundary],
  'sms-pool': [smsBoundary],
  'sms-sender-id': [smsBoundary],

  'pinpoint-app': [pinpointStores, pinpointEnded],
  'pinpoint-engagement': [pinpointStores, pinpointEnded],
  'pinpoint-event-stream': [
    {
      text: 'The stream receives data about users and endpoints, and needs encryption of its own.',
      source: pinpointPage,
    },
    pinpointEnded,
  ],
  'pinpoint-sms-channel': [smsBoundary, pinpointLivesOn],
  'pinpoint-voice-channel': [pinpointLivesOn],
  'pinpoint-email-channel': [pinpointStores, pinpointEnded],
  'pinpoint-apns-channel': push,
  'pinpoint-gcm-channel': push,
  'pinpoint-adm-channel': push,
  'pinpoint-baidu-channel': push,

  'iam-user': [iamNames, temporary],
  'iam-access-key': [temporary, { text: 'Where a key has to last, replace it when that is due.', source: practices }],
  'iam-login-profile': [secondFactor, temporary],
  'iam-role': [iamNames],
  'iam-group': [iamNames],
  'iam-group-membership': [iamNames],
  'iam-instance-profile': [temporary],
  'iam-oidc-provider': [
    {
      text: 'Roles that trust it have to say which of its identities they mean.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
    },
  ],
  'iam-saml-provider': [
    {
      text: 'It can require that the assertions of the provider come encrypted.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-samlprovider.html',
    },
  ],
  'iam-mfa-device': [secondFactor],
  'iam-user-credential': [temporary, iamNames],
  'iam-policy-document': [
    {
      text: 'With a principal it is the policy of a resource or a role, without one that of an identity.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
    },
  ],
  'sso-permission-set': [
    { text: 'Gives people temporary credentials, which AWS recommends over IAM users.', source: practices },
  ],
  'flow-log': [
    {
      text: 'It records the IP traffic of what it watches; the log group, bucket or stream that it publishes to needs encryption of its own.',
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html',
    },
    {
      text: 'Its configuration and the format of its records cannot be changed later: that takes a new one.',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-limitations.html',
    },
  ],
  'kms-alias': [
    {
      text: 'Where policies name keys by their aliases, whoever changes an alias changes who may use the key.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html',
    },
  ],
  'macie-session': [personalData],
  'macie-allow-list': [personalData],
  'macie-custom-data-identifier': [personalData],
  'macie-findings-filter': [
    {
      text: 'A filter that archives hides the findings that match it, be they of personal data or of public buckets.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-macie-findingsfilter.html',
    },
    personalData,
  ],
  'macie-member': [personalData],

  'cloudtrail-event-data-store': [lakeIsClosed],
  'cloudtrail-channel': [
    lakeIsClosed,
    {
      text: 'Its resource policy says who may deliver events from outside AWS; an external ID keeps others from doing so in their name.',
      source: trailPolicies,
    },
  ],
  'cloudtrail-dashboard': [
    lakeIsClosed,
    {
      text: 'CloudTrail runs its queries where the policies of the event data stores let it, and refreshes it where its own does.',
      source: trailPolicies,
    },
    {
      text: 'With termination protection it cannot be deleted by mistake.',
      source: 'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DeleteDashboard.html',
    },
  ],
  'cloudtrail-resource-policy': [
    {
      text: 'On a channel it says who may deliver events, on an event data store who may read them, on a dashboard who refreshes it.',
      source: trailPolicies,
    },
  ],

  'iottwinmaker-sync-job': [
    {
      text: 'Its role reads from IoT SiteWise, and may create, change and delete what the workspace has of that.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iottwinmaker-syncjob.html',
    },
  ],

  'kms-key': [
    {
      text: 'A deleted key takes with it all that it encrypts: it waits 7 to 30 days, 30 by default, and is of no use meanwhile.',
      source: 'https://docs.aws.amazon.com/kms/latest/cryptographic-details/key-deletion.html',
    },
  ],
  'security-group': [nothingComesIn],
  'security-group-ingress': [nothingComesIn],
  'security-group-rule': [nothingComesIn],
  'route-table': [publicSubnets],
  'route-table-association': [publicSubnets],
  route: [publicSubnets],

  'vpc-endpoint': [
    {
      text: 'Calls through an endpoint stay on the network of AWS.',
      source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
    },
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
  'sns-subscription': [
    {
      text: 'What SNS sends to a web server goes over HTTPS only where the protocol of the subscription says so.',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html',
    },
    { ...smsBoundary, where: { attribute: 'protocol', matches: '^sms$' } },
  ],
  'cognito-user-pool': [{ ...smsBoundary, where: { attribute: 'factor', matches: '^SMS_MFA$' } }],
};

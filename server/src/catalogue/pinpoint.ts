import type { Objection } from '../model/finding';
import type { Kind } from '../model/kind';
import type { View, World } from '../model/view';
import { exampleOf, literalFacts, objectionTo, resourceRule } from './define';
import { encrypting, stream } from './kinesis';
import { readableSecrets, type Secret } from './secrets';

interface Channel {
  readonly kind: Kind;
  readonly secrets: readonly Secret[];
}

/** A secret as the table of channels has it: its row, and what it is called. */
interface SecretRow {
  readonly cloudformation: string;
  readonly terraform: string;
  readonly title: string;
}

/** A kind of push channel with the secrets it authenticates with. */
function channel(
  id: string,
  title: string,
  types: Pick<Kind, 'cloudformation' | 'terraform'>,
  secrets: Readonly<Record<string, SecretRow>>,
): Channel {
  const rows = Object.entries(secrets).map(
    ([name, { cloudformation, terraform }]) => [name, { cloudformation, terraform, type: 'text' as const }] as const,
  );
  const application = { cloudformation: 'ApplicationId', terraform: 'application_id', type: 'text' as const };
  return {
    secrets: Object.entries(secrets).map(([attribute, row]) => ({
      attribute,
      inputName: row.cloudformation,
      title: row.title,
    })),
    kind: {
      id,
      title,
      ...types,
      attributes: { application, ...Object.fromEntries(rows) },
    },
  };
}

const apns = channel(
  'pinpoint-apns-channel',
  'Pinpoint APNs channel',
  {
    cloudformation: [
      'AWS::Pinpoint::APNSChannel',
      'AWS::Pinpoint::APNSSandboxChannel',
      'AWS::Pinpoint::APNSVoipChannel',
      'AWS::Pinpoint::APNSVoipSandboxChannel',
    ],
    terraform: [
      'aws_pinpoint_apns_channel',
      'aws_pinpoint_apns_sandbox_channel',
      'aws_pinpoint_apns_voip_channel',
      'aws_pinpoint_apns_voip_sandbox_channel',
    ],
  },
  {
    privateKey: { cloudformation: 'PrivateKey', terraform: 'private_key', title: 'private key' },
    tokenKey: { cloudformation: 'TokenKey', terraform: 'token_key', title: 'token signing key' },
  },
);

const gcm = channel(
  'pinpoint-gcm-channel',
  'Pinpoint FCM channel',
  { cloudformation: ['AWS::Pinpoint::GCMChannel'], terraform: ['aws_pinpoint_gcm_channel'] },
  {
    apiKey: { cloudformation: 'ApiKey', terraform: 'api_key', title: 'API key' },
    serviceAccount: { cloudformation: 'ServiceJson', terraform: 'service_json', title: 'service account key' },
  },
);

const adm = channel(
  'pinpoint-adm-channel',
  'Pinpoint ADM channel',
  { cloudformation: ['AWS::Pinpoint::ADMChannel'], terraform: ['aws_pinpoint_adm_channel'] },
  { clientSecret: { cloudformation: 'ClientSecret', terraform: 'client_secret', title: 'client secret' } },
);

const baidu = channel(
  'pinpoint-baidu-channel',
  'Pinpoint Baidu channel',
  { cloudformation: ['AWS::Pinpoint::BaiduChannel'], terraform: ['aws_pinpoint_baidu_channel'] },
  {
    apiKey: { cloudformation: 'ApiKey', terraform: 'api_key', title: 'API key' },
    secretKey: { cloudformation: 'SecretKey', terraform: 'secret_key', title: 'secret key' },
  },
);

const channels = [apns, gcm, adm, baidu];

const app: Kind = {
  id: 'pinpoint-app',
  title: 'Pinpoint application',
  cloudformation: ['AWS::Pinpoint::App'],
  terraform: ['aws_pinpoint_app'],
  attributes: {},
};

const eventStream: Kind = {
  id: 'pinpoint-event-stream',
  title: 'Pinpoint event stream',
  cloudformation: ['AWS::Pinpoint::EventStream'],
  terraform: ['aws_pinpoint_event_stream'],
  attributes: {
    application: { cloudformation: 'ApplicationId', terraform: 'application_id', type: 'text' },
    target: { cloudformation: 'DestinationStreamArn', terraform: 'destination_stream_arn', type: 'text' },
    role: { cloudformation: 'RoleArn', terraform: 'role_arn', type: 'text' },
  },
};

const smsChannel: Kind = {
  id: 'pinpoint-sms-channel',
  title: 'Pinpoint SMS channel',
  cloudformation: ['AWS::Pinpoint::SMSChannel'],
  terraform: ['aws_pinpoint_sms_channel'],
  attributes: {},
};

const voiceChannel: Kind = {
  id: 'pinpoint-voice-channel',
  title: 'Pinpoint voice channel',
  cloudformation: ['AWS::Pinpoint::VoiceChannel'],
  terraform: [],
  attributes: {},
};

const emailChannel: Kind = {
  id: 'pinpoint-email-channel',
  title: 'Pinpoint email channel',
  cloudformation: ['AWS::Pinpoint::EmailChannel'],
  terraform: ['aws_pinpoint_email_channel'],
  attributes: {},
};

/** What Pinpoint plans and writes messages with. */
const engagement: Kind = {
  id: 'pinpoint-engagement',
  title: 'Pinpoint engagement resource',
  cloudformation: [
    'AWS::Pinpoint::ApplicationSettings',
    'AWS::Pinpoint::Campaign',
    'AWS::Pinpoint::EmailTemplate',
    'AWS::Pinpoint::InAppTemplate',
    'AWS::Pinpoint::PushTemplate',
    'AWS::Pinpoint::Segment',
    'AWS::Pinpoint::SmsTemplate',
  ],
  terraform: ['aws_pinpoint_email_template'],
  attributes: {},
};

function literalSecrets(resource: View): Objection[] {
  return readableSecrets(resource, channels.find(({ kind }) => kind === resource.kind)?.secrets ?? []);
}

const credentials = resourceRule({
  id: 'pinpoint-channel-credentials',
  recommendation: 'protect-personal-data',
  severity: 'error',
  fix: 'sometimes',
  kinds: channels.map(({ kind }) => kind),
  check: literalSecrets,
  example: exampleOf(gcm.kind, 'Push', { application: '0123456789abcdef0123456789abcdef', apiKey: 'not-a-real-key' }),
});

/** What an event stream copies of people's data is told where it goes, beside what is told of the Kinesis stream. */
function plainTarget(resource: View, world: World): Objection[] {
  return resource.facts('target').flatMap((fact) => {
    const target = world.resolve(fact.value, stream);
    if (!target || !literalFacts(target, 'encryption').some(({ text }) => text === 'NONE')) return [];
    const { name, nameOrigin } = target.resource;
    const objection = objectionTo(resource, fact, [
      {
        title: `Encrypt the stream ${name} with a KMS key (requests to KMS cost)`,
        safety: 'review',
        changes: encrypting(target),
      },
    ]);
    const place = { origin: nameOrigin, message: 'This stream is not encrypted' };
    return [{ ...objection, related: [...(objection.related ?? []), place], details: { stream: name } }];
  });
}

const eventStreamTarget = resourceRule({
  id: 'pinpoint-event-stream-encryption',
  recommendation: 'protect-personal-data',
  severity: 'warning',
  fix: 'always',
  kinds: [eventStream],
  check: plainTarget,
  example: {
    resources: [
      { kind: stream, name: 'Stream', attributes: { name: 'customer-events', shards: 1 } },
      {
        kind: eventStream,
        name: 'Events',
        attributes: {
          application: '0123456789abcdef0123456789abcdef',
          target: 'arn:aws:kinesis:eu-west-1:111122223333:stream/customer-events',
          role: 'arn:aws:iam::111122223333:role/customer-events',
        },
      },
    ],
  },
});

/** What support ended for. Channels live on as End User Messaging, and an application may have nothing else. */
const unsupported = [engagement, emailChannel, eventStream];

/** Told once a document, for all of these resources. */
const endOfSupport = resourceRule({
  id: 'pinpoint-end-of-support',
  recommendation: 'protect-personal-data',
  severity: 'hint',
  fix: 'none',
  kinds: unsupported,
  check({ resource }, world) {
    const { path, nameOrigin, likelihood } = resource;
    const alike = unsupported.flatMap((kind) => world.views(kind)).filter((one) => one.resource.path === path);
    if (alike[0]?.resource !== resource) return [];
    const related = alike.slice(1).map((one) => ({
      origin: one.resource.nameOrigin,
      message: `${one.resource.name} belongs to Pinpoint, too`,
    }));
    return [{ origin: nameOrigin, written: true, likelihood, resource, related, remedies: [] }];
  },
  example: exampleOf(engagement, 'Greeting', {}),
});

export const rules = [credentials, eventStreamTarget, endOfSupport];
export const kinds = [
  ...channels.map(({ kind }) => kind),
  app,
  eventStream,
  smsChannel,
  voiceChannel,
  emailChannel,
  engagement,
];

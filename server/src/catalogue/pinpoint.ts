import type { Objection, Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import type { View } from '../model/view';
import { WrittenInput } from '../model/written';
import { exampleOf, literalFacts, objectionTo, resourceRule, setAttribute } from './define';

/** A secret of a channel: its row, and what it is called. */
interface Secret {
  readonly cloudformation: string;
  readonly terraform: string;
  readonly title: string;
}

interface Channel {
  readonly kind: Kind;
  readonly secrets: Readonly<Record<string, Secret>>;
}

/** A kind of push channel with the secrets it authenticates with. */
function channel(
  id: string,
  title: string,
  types: Pick<Kind, 'cloudformation' | 'terraform'>,
  secrets: Channel['secrets'],
): Channel {
  const rows = Object.entries(secrets).map(
    ([name, { cloudformation, terraform }]) => [name, { cloudformation, terraform, type: 'text' as const }] as const,
  );
  const application = { cloudformation: 'ApplicationId', terraform: 'application_id', type: 'text' as const };
  return {
    secrets,
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

function literalSecrets(resource: View): Objection[] {
  const secrets = channels.find(({ kind }) => kind === resource.kind)?.secrets ?? {};
  return Object.entries(secrets).flatMap(([attribute, { cloudformation, title }]) =>
    literalFacts(resource, attribute)
      .filter(({ text }) => text !== '')
      .map(({ fact }) => ({
        // A parameter with the secret as its default has to lose the default, and its users have to pass it.
        ...objectionTo(
          resource,
          fact,
          fact.parameter ? [] : [askForSecret(resource, attribute, cloudformation, title)],
        ),
        details: { secret: title },
      })),
  );
}

function askForSecret(resource: View, attribute: string, name: string, title: string): Remedy {
  const input = new WrittenInput(`${resource.resource.name}${name}`, `The ${title} of the channel`, undefined, true);
  return {
    title: `Pass the ${title} in from outside`,
    safety: 'input',
    changes: [setAttribute(resource, attribute, input)],
  };
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

export const rules = [credentials];
export const kinds = channels.map(({ kind }) => kind);

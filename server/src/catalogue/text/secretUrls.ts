import type { Objection } from '../../model/finding';
import type { TextPlace } from '../../model/resource';
import { exampleOf, textRule } from '../define';
import { subscription } from '../sns';

/** What brings a secret into a text, in CloudFormation and in Terraform; of parameters only some are secrets. */
const secret =
  /\{\{resolve:(?:secretsmanager|ssm-secure):[^{}]*\}\}|\$\{(?:data\.)?(?:aws_secretsmanager_secret_version\.[^{}]*\.secret_string|random_password\.[^{}]*\.result|(aws_ssm_parameter\.[^{}]*)\.value)[^{}]*\}/g;

/** The path or the query of a URL, up to where a secret stands. The host before it is complete. */
const beforeSecret = /https?:\/\/[^\s"'/?#]+[/?#][^\s"']*$/i;

/** A key alone may be that of an object in a bucket. */
const secretName = /pass|pwd|secret|token|cred|(api|access|auth|private)[-_]?key|[?&]key=/i;

/** Whether a parameter is named like a secret, or what it is given as. */
function isSecretParameter(parameter: string, before: string): boolean {
  const [given = ''] = /[?&][\w.-]*=$/.exec(before) ?? [];
  return secretName.test(parameter) || secretName.test(given);
}

/** The places in a text where a secret becomes part of a URL. */
export function* secretsInUrls(text: string): Generator<{ start: number; end: number }> {
  if (!text.includes('://')) return;
  for (const { 0: hole, 1: parameter, index } of text.matchAll(secret)) {
    const before = text.slice(0, index);
    if (!beforeSecret.test(before)) continue;
    if (parameter === undefined || isSecretParameter(parameter, before))
      yield { start: index, end: index + hole.length };
  }
}

function check(place: TextPlace): Objection[] {
  return [...secretsInUrls(place.text)].map(({ start, end }) => ({
    origin: place.within(start, end),
    written: true,
    likelihood: 'certain',
    ...(place.resource && { resource: place.resource }),
    remedies: [],
  }));
}

/** Only the server can say how else it takes the secret. */
export const secretInUrl = textRule({
  id: 'no-secret-in-url',
  recommendation: 'no-credentials-in-url',
  severity: 'warning',
  fix: 'none',
  check,
  example: exampleOf(subscription, 'Subscription', {
    topic: 'arn:aws:sns:eu-west-1:111122223333:orders',
    protocol: 'https',
    endpoint: 'https://hooks.example.com/orders?token={{resolve:secretsmanager:hooks:SecretString:token}}',
  }),
});

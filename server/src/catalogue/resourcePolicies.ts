import type { Severity } from '../model/finding';
import type { Policy, Principals } from '../model/policy';
import { mentions } from '../model/value';
import type { World } from '../model/view';
import { exampleOf, policyRule } from './define';
import { isWholeService } from './policies/excess';
import { writtenActions } from './policies/grants';
import { objectTo, wildcardPrincipal } from './policies/objection';
import { narrowings, publicStatements } from './policies/publicStatements';
import { topicPolicy } from './sns';
import { queue } from './sqs';

/**
 * Services whose policies are not what keeps people out: an API without a policy is as open, its authorisers decide; a
 * service network is reached from its own VPCs only; public registries are for everyone.
 */
const notByPolicy = new Set(['execute-api', 'vpc-lattice', 'vpc-lattice-svcs', 'ecr-public']);

/** Services that are reached through a network of one's own. */
const behindNetworks: Readonly<Record<string, Severity>> = {
  elasticfilesystem: 'information',
  s3files: 'information',
  's3-outposts': 'information',
};

const publicAccess = policyRule({
  id: 'policy-public-access',
  recommendation: 'least-privilege',
  severity: 'error',
  fix: 'always',
  uses: ['resource'],
  check(policy, world) {
    const { service = '' } = policy;
    if (notByPolicy.has(service) || mayBeInVpc(policy, world)) return [];
    const severity = behindNetworks[service];
    return publicStatements(policy).map((statement) =>
      objectTo(policy, wildcardPrincipal(statement), {
        remedies: narrowings(statement, world.settings),
        ...(severity && { severity }),
      }),
    );
  },
  example: exampleOf(queue, 'Orders', {
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'sqs:SendMessage',
          Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
        },
      ],
    },
  }),
});

/** Whether a search domain may stand in a VPC. Its policy may be a resource of its own, which names the domain. */
function mayBeInVpc({ service, holder }: Policy, { resources }: World): boolean {
  if (service !== 'es') return false;
  const named = holder.properties.fields.get('domain_name')?.value;
  const [address] = named ? mentions(named) : [];
  const domain = holder.type.endsWith('_policy') ? resources.find((one) => one.address === address) : holder;
  const fields = domain?.properties.fields;
  return !fields || fields.has('VPCOptions') || fields.has('vpc_options');
}

/** An account as a whole has all rights to its keys by AWS's own default, and gives them out by policies of its own. */
const serviceWildcard = policyRule({
  id: 'resource-policy-service-wildcard',
  recommendation: 'least-privilege',
  severity: 'hint',
  fix: 'none',
  uses: ['resource'],
  check: (policy) =>
    policy.statements
      .filter(({ effect, principals }) => effect === 'Allow' && principals && !isForWholeAccounts(principals))
      .flatMap(writtenActions)
      .filter(({ text }) => isWholeService(text))
      .map(({ origin, text }) => objectTo(policy, origin, { details: { what: text } })),
  example: exampleOf(queue, 'Orders', {
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/orders' },
          Action: 'sqs:*',
          Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
        },
      ],
    },
  }),
});

function isForWholeAccounts({ values }: Principals): boolean {
  return values.every(({ value }) => {
    const end = value.kind === 'literal' ? value.text : value.kind === 'template' ? value.parts.at(-1) : undefined;
    return typeof end === 'string' && /^(\d{12}|.*:root)$/.test(end);
  });
}

const lockedOut = policyRule({
  id: 'resource-policy-locks-out',
  recommendation: 'least-privilege',
  severity: 'warning',
  fix: 'none',
  uses: ['resource'],
  check: (policy) =>
    policy.statements
      .filter(
        ({ effect, open, conditions, principals }) =>
          effect === 'Deny' && !open && conditions.length === 0 && principals?.anyone === true,
      )
      .flatMap(writtenActions)
      .filter(({ text }) => isWholeService(text))
      .map(({ origin }) => objectTo(policy, origin)),
  example: exampleOf(queue, 'Orders', {
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'sqs:*',
          Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
        },
      ],
    },
  }),
});

/** The number of an account, by itself or in an ARN. */
const accountNumber = /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/;

/** What the owner's own number is nobody can tell: those that are meant are in the setting for trusted accounts. */
const otherAccount = policyRule({
  id: 'sns-topic-other-account',
  recommendation: 'least-privilege',
  severity: 'hint',
  fix: 'none',
  uses: ['resource'],
  check: (policy, { settings }) =>
    policy.statements
      .filter(({ effect }) => policy.service === 'sns' && effect === 'Allow')
      .flatMap(({ principals }) => principals?.values ?? [])
      .flatMap(({ type, value }) => {
        const account = type === 'AWS' && value.kind === 'literal' ? accountNumber.exec(value.text)?.[1] : undefined;
        if (!account || settings.trustedAccounts.includes(account)) return [];
        return [objectTo(policy, value.origin, { details: { account } })];
      }),
  example: exampleOf(topicPolicy, 'Subscribers', {
    of: 'arn:aws:sns:eu-west-1:111122223333:orders',
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::444455556666:root' },
          Action: 'sns:Subscribe',
          Resource: 'arn:aws:sns:eu-west-1:111122223333:orders',
        },
      ],
    },
  }),
});

export const rules = [publicAccess, serviceWildcard, lockedOut, otherAccount];
export const kinds = [];

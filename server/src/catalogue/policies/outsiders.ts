import type { Policy, Statement } from '../../model/policy';
import { or, type Truth } from '../../model/truth';
import { allows } from './evaluate';
import { actionsMeant, nameOf, writtenActions } from './grants';
import { type Caller, type Request, requests } from './request';

/** A number that no account has. */
const foreignAccount = '000000000000';
const foreignArn = `arn:aws:iam::${foreignAccount}:user/outsider`;

/** What is the same for all outsiders: over TLS, from the internet, on behalf of nothing in particular. */
const fromOutside = {
  'aws:SecureTransport': 'true',
  's3:TlsVersion': '1.3',
  'aws:SourceIp': '198.18.0.1',
  'aws:SourceVpc': [],
  'aws:SourceVpce': [],
  'aws:VpcSourceIp': [],
  'aws:SourceOwner': [],
  'aws:CalledVia': [],
  'aws:ViaAWSService': 'false',
  's3:DataAccessPointAccount': [],
  's3:DataAccessPointArn': [],
  's3:AccessPointNetworkOrigin': [],
  's3:x-amz-server-side-encryption-aws-kms-key-id': [],
  'lambda:SourceFunctionArn': [],
  'elasticfilesystem:AccessedViaMountTarget': [],
  'sns:Endpoint': 'outsider@example.invalid',
  'sts:ExternalId': [],
};

const withoutSource = {
  'aws:SourceArn': [],
  'aws:SourceAccount': [],
  'aws:SourceOrgID': [],
  'aws:SourceOrgPaths': [],
  'aws:PrincipalIsAWSService': 'false',
  'aws:PrincipalServiceName': [],
};

const anonymous = requests(
  {
    ...fromOutside,
    ...withoutSource,
    'aws:PrincipalAccount': [],
    'aws:PrincipalArn': [],
    'aws:PrincipalOrgID': [],
    'aws:PrincipalOrgPaths': [],
    'aws:PrincipalType': 'Anonymous',
    'aws:userid': 'anonymous',
    'kms:CallerAccount': [],
  },
  { caller: { kind: 'anonymous' } },
);

const ofAnotherAccount = requests(
  {
    ...fromOutside,
    ...withoutSource,
    'aws:PrincipalAccount': foreignAccount,
    'aws:PrincipalArn': foreignArn,
    'aws:PrincipalOrgID': 'o-0000000000',
    'aws:PrincipalOrgPaths': 'o-0000000000/r-0000/',
    'aws:PrincipalType': 'User',
    'aws:userid': 'AIDAOUTSIDER',
    'kms:CallerAccount': foreignAccount,
  },
  { caller: { kind: 'aws', arn: foreignArn, account: foreignAccount } },
);

/**
 * Requests by people who have nothing to do with an account. The keys that they fail by are those that make a policy
 * not public by AWS's own definition, and their kin.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const outsiders: readonly Request[] = [anonymous, ofAnotherAccount];

/** A request by a service of AWS on behalf of somebody else's resource. */
export function serviceForOutsider(name: string): Request {
  const caller: Caller = { kind: 'service', name };
  const [prefix] = name.split('.');
  return requests(
    {
      ...fromOutside,
      'aws:SourceArn': `arn:aws:${prefix}:us-east-1:${foreignAccount}:outsider`,
      'aws:SourceAccount': foreignAccount,
      'aws:SourceOwner': foreignAccount,
      'aws:SourceOrgID': 'o-0000000000',
      'aws:SourceOrgPaths': 'o-0000000000/r-0000/',
      'aws:PrincipalIsAWSService': 'true',
      'aws:PrincipalServiceName': name,
      'sts:ExternalId': foreignAccount,
    },
    { caller },
  );
}

/** Whether a statement of a policy lets some requests through, what the policy denies taken into account. */
export function letsThrough(policy: Policy, statement: Statement, request: Request): Truth {
  const denials = policy.statements.filter(({ effect }) => effect !== 'Allow');
  const alone: Policy = { ...policy, statements: [statement, ...denials] };
  const actions = statement.actions ? writtenActions(statement).flatMap(({ text }) => namesOf(text)) : [undefined];
  return or(
    ...actions.map((action) => {
      const extent = allows(alone, action === undefined ? request : { ...request, action });
      return extent === undefined ? undefined : extent !== 'none';
    }),
  );
}

/** The actions that a text stands for; one that is not known stands for itself. */
function namesOf(text: string): readonly (string | undefined)[] {
  if (text === '*') return [undefined];
  const names = actionsMeant(text).map(nameOf);
  return names.length > 0 ? names : [text];
}

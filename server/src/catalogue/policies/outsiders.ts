import type { Policy, Statement } from '../../model/policy';
import { or, type Truth } from '../../model/truth';
import { textOf } from '../../model/value';
import { allows } from './evaluate';
import { actionsMeant, nameOf, writtenActions } from './grants';
import { type Request, requests } from './request';

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

/** Whose the resource is, who is no outsider. */
const ofOwner = requests({ 'aws:ResourceAccount': '999999999999', 'aws:ResourceOrgID': 'o-9999999999' }).context;

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
  { caller: { kind: 'anonymous' }, variables: ofOwner },
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
  { caller: { kind: 'aws', arn: foreignArn, account: foreignAccount }, variables: ofOwner },
);

/**
 * Requests by people who have nothing to do with an account, and try what they can to get past a policy. The keys that
 * they fail by are those that make a policy not public by AWS's own definition, and their kin.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function outsidersAt(policy: Policy): readonly Request[] {
  const usual = [anonymous, ofAnotherAccount];
  const named = testedBy(policy, 'aws:principalarn').flatMap(foreignNames).map(ofName);
  const addresses = testedBy(policy, 'aws:sourceip').flatMap((range) => wideStart(range) ?? []);
  return [
    ...usual,
    ...named,
    ...addresses.flatMap((address) => usual.map((one) => withKey(one, 'aws:sourceip', address))),
  ];
}

/** The plain texts that a policy compares a key with. */
function testedBy({ statements }: Policy, key: string): readonly string[] {
  return statements
    .flatMap(({ conditions }) => conditions.filter((test) => test.key.toLowerCase() === key))
    .flatMap(({ values }) => values.flatMap((value) => textOf(value) ?? []));
}

function withKey(request: Request, key: string, value: string): Request {
  return { ...request, context: new Map([...request.context, [key, [value]]]) };
}

/** Somebody of another account may bear any name there. */
function ofName(arn: string): Request {
  return {
    ...withKey(ofAnotherAccount, 'aws:principalarn', arn),
    caller: { kind: 'aws', arn, account: foreignAccount },
  };
}

/** What a pattern of an ARN may stand for in another account; nothing where it names an account. */
function foreignNames(pattern: string): readonly string[] {
  if (/\d{12}/.test(pattern) || !pattern.includes('*')) return [];
  const fill = (text: string) => text.replace(/[*?]/g, 'x');
  const [arn, partition = '', service = '', region = '', , ...name] = pattern.split(':');
  const parts = [
    arn,
    partition.replace('*', 'aws'),
    service.replace('*', 'iam'),
    region.replace('*', ''),
    foreignAccount,
  ];
  const inAccount = `${parts.join(':')}:${fill(name.join(':'))}`;
  // The first wildcard of a text pattern may stand for several parts.
  return [inAccount, fill(pattern.replace('*', `iam::${foreignAccount}`))];
}

/**
 * Where a range of addresses starts that is so wide that AWS counts it as everybody: wider than /8, or /32 of IPv6.
 */
function wideStart(range: string): string | undefined {
  const [start, length] = range.split('/');
  return length !== undefined && Number(length) < (start?.includes(':') ? 32 : 8) ? start : undefined;
}

/** The requests that were made up; they are asked for of services that a table names. */
const byServices = new Map<string, Request>();

/** A request on behalf of somebody else's resource, by a service of AWS whose principal begins so. */
export function onBehalfOfOutsider(service: string): Request {
  const request = byServices.get(service) ?? newRequest(service);
  byServices.set(service, request);
  return request;
}

function newRequest(service: string): Request {
  const arnIn = (prefix: string) => `arn:aws:${prefix}:us-east-1:${foreignAccount}:outsider`;
  const told = {
    'aws:SourceArn': arnIn(service),
    'aws:SourceAccount': foreignAccount,
    'aws:SourceOwner': foreignAccount,
    'aws:SourceOrgID': 'o-0000000000',
    'aws:SourceOrgPaths': 'o-0000000000/r-0000/',
    'aws:PrincipalIsAWSService': 'true',
    'sts:ExternalId': foreignAccount,
    'kms:CallerAccount': foreignAccount,
    'kms:EncryptionContext:aws:cloudtrail:arn': arnIn('cloudtrail'),
    'kms:EncryptionContext:aws:logs:arn': arnIn('logs'),
  };
  return requests({ ...fromOutside, ...told }, { variables: ofOwner });
}

/** The same by a principal in particular. */
export function serviceForOutsider(service: string, name: string): Request {
  return {
    ...withKey(onBehalfOfOutsider(service), 'aws:principalservicename', name),
    caller: { kind: 'service', name },
  };
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

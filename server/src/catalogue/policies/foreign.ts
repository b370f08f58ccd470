import { actionsOf, type IamAction, resourceTypesOf } from '../../data/iamActions';
import type { Policy, Statement } from '../../model/policy';
import { textOf } from '../../model/value';
import { isKeptByAws } from './awsResources';
import { testHolds } from './conditions';
import { unsignedActions } from './endpoint';
import { applies, byEffect } from './evaluate';
import { type Caller, type Request, requests } from './request';
import { coveredBy } from './statements';

/** An account that belongs to nobody whom a document could mean, and what belongs to it. */
const account = '970000000079';
const organization = 'o-970000000079';
const caller: Caller = { kind: 'aws', arn: `arn:aws:iam::${account}:role/outsider`, account };

/** What a request says of a resource of a foreign organisation. */
const ofForeignResource = {
  'aws:ResourceAccount': account,
  'aws:ResourceOrgID': organization,
  'aws:ResourceOrgPaths': `${organization}/r-outs/ou-outs-00000000/`,
  's3:ResourceAccount': account,
  'aws:SecureTransport': 'true',
  'aws:PrincipalIsAWSService': 'false',
  'aws:ViaAWSService': 'false',
};

/** What a request says of an identity of a foreign organisation, with the resources that it has at home. */
const ofOutsider = {
  ...ofForeignResource,
  'aws:PrincipalAccount': account,
  'aws:PrincipalOrgID': organization,
  'aws:PrincipalOrgPaths': `${organization}/r-outs/ou-outs-00000000/`,
  'aws:PrincipalArn': caller.arn,
  'kms:CallerAccount': account,
};

/** Whether a statement of a policy certainly lets identities of any account through, to resources of theirs. */
export function admitsOutsiders(policy: Policy, statement: Statement, prefixes: readonly string[]): boolean {
  return letsThrough(policy, statement, requests(ofOutsider, { caller }), requestsFor(statement, prefixes, false));
}

/** The keys with which a statement says whose identities it is about. Others pick single ones, which is a decision. */
const boundsIdentities = /^aws:(PrincipalAccount|PrincipalOrgID|PrincipalOrgPaths)$/i;

/** Whether a statement of a policy certainly lets those whom it is about through to resources of any account. */
export function reachesForeignResources(policy: Policy, statement: Statement, prefixes: readonly string[]): boolean {
  const conditions = statement.conditions.filter(({ key }) => !boundsIdentities.test(key));
  const forThose: Statement = { ...statement, principals: undefined, conditions };
  return letsThrough(policy, forThose, requests(ofForeignResource), requestsFor(statement, prefixes, true));
}

/** Whether a statement applies to one of some requests from somebody, and no other of its policy denies it. */
function letsThrough(policy: Policy, statement: Statement, from: Request, wanted: Iterable<Wanted>): boolean {
  const { effect, open, conditions } = statement;
  if (effect !== 'Allow' || open || conditions.some((test) => testHolds(test, from) !== 'all')) return false;
  for (const one of wanted) {
    const request = { ...from, ...one };
    if (applies(statement, request) === 'all' && byEffect(policy, 'Deny', request) === 'none') return true;
  }
  return false;
}

/** What a request is for. */
type Wanted = Required<Pick<Request, 'action' | 'resource'>>;

/**
 * Requests for resources of a foreign account that a statement is about: one for each type of resource. `onResources`:
 * those for what AWS keeps are left out.
 */
function* requestsFor(statement: Statement, prefixes: readonly string[], onResources: boolean): Iterable<Wanted> {
  const isMeant = actionTest(statement);
  for (const prefix of prefixes) {
    const actions = [...actionsOf(prefix).values()].filter((action) => isMeant(nameOf(action)));
    const anything = actions.find(({ resources }) => resources.length === 0);
    if (anything && !onResources) {
      yield { action: nameOf(anything), resource: `arn:aws:${prefix}:eu-west-1:${account}:*` };
    }
    for (const { name, arns } of resourceTypesOf(prefix)) {
      for (const resource of foreign(prefix, arns)) {
        const isKept = (action: IamAction) => onResources && isKeptByAws(prefix, nameOf(action), resource);
        const action = actions.find((one) => one.resources.some((type) => type.name === name) && !isKept(one));
        if (action) yield { action: nameOf(action), resource };
      }
    }
  }
}

function nameOf({ prefix, name }: IamAction): string {
  return `${prefix}:${name}`;
}

/** A test for the actions that a statement may be about. Those that nobody signs are nobody's. */
function actionTest({ actions, notActions }: Statement): (action: string) => boolean {
  const patterns = (actions ?? notActions)?.values.flatMap((value) => textOf(value) ?? []).map(coveredBy) ?? [];
  const isNamed = (action: string) => patterns.some((covers) => covers(action));
  return (action) => !unsignedActions.includes(action) && isNamed(action) === (actions !== undefined);
}

/** ARNs of resources of a foreign account, of which AWS is none. Only those of S3 go without an account. */
function foreign(prefix: string, arns: readonly string[]): readonly string[] {
  return arns
    .filter((arn) => arn.includes('${Account}') || prefix === 's3')
    .map((arn) =>
      arn
        .replaceAll('${Partition}', 'aws')
        .replaceAll('${Region}', 'eu-west-1')
        .replaceAll('${Account}', account)
        .replace(/\$\{[^}]*\}/g, 'outsider'),
    );
}

import { conditionOf, perimeters } from '../../catalogue/policies/endpoint';
import { actionsMeant, nameOf } from '../../catalogue/policies/grants';
import type { Change } from '../../model/finding';
import type { Element, Policy, Statement } from '../../model/policy';
import { type Literal, textOf } from '../../model/value';
import type { World } from '../../model/view';
import { type Written, WrittenAccount } from '../../model/written';
import { placeOf } from '../../syntax/node';
import type { TextEdit } from '../../syntax/textEdit';
import type { Checked } from '../check';
import { editsOf } from '../writing';
import { covers } from './meaning';

/** A change to a policy that nothing asks for, but somebody may want. */
export interface Rewrite {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

interface Draft {
  readonly title: string;
  readonly changes: readonly Change[];
}

/** A pattern that stands for more actions than that is not written out. */
const mostActions = 50;

/** What can be made of the policy at an offset of a checked document. Nothing of what a tool made. */
export function rewritesAt(checked: Checked, path: string, offset: number): Rewrite[] {
  const { model, world } = checked;
  if (model.generatedBy) return [];
  const policies = model.resources.flatMap((resource) => world.policiesIn(resource));
  const policy = policies.find(({ origin }) => covers(origin, path, offset));
  const statement = policy?.statements.find(({ origin }) => covers(origin, path, offset));
  const drafts = [
    ...(statement ? wildcardDrafts(statement, path, offset) : []),
    ...(policy ? tlsDrafts(checked, policy, path, offset) : []),
    ...(policy && statement ? conditionDrafts(policy, statement, checked) : []),
  ];
  return drafts.flatMap(({ title, changes }) => {
    const edits = editsOf(changes, world);
    return edits?.length ? [{ title, edits }] : [];
  });
}

/** Writes out the pattern at the cursor: what a service adds later is not let in then. */
function wildcardDrafts({ origin, actions, notActions }: Statement, path: string, offset: number): Draft[] {
  return [actions, notActions].flatMap((element) => {
    const pattern = element?.values.find((value) => covers(value.origin, path, offset));
    const meant = pattern?.kind === 'literal' && /[*?]/.test(pattern.text) ? actionsMeant(pattern.text) : [];
    if (!element || meant.length === 0 || meant.length > mostActions || !isPlain(element)) return [];
    const key = keyOf(element);
    const names = element.values.flatMap((value) => (value === pattern ? meant.map(nameOf) : (value as Literal).text));
    if (key === undefined) return [];
    const title = `Write out the ${meant.length} actions of ${textOf(pattern)}`;
    return [{ title, changes: [{ kind: 'merge', origin, fields: { [key]: [...new Set(names)] } }] }];
  });
}

/** Whether all of an element is plain text, so that it can be written anew. */
function isPlain({ values }: Element): boolean {
  return values.every(({ kind }) => kind === 'literal');
}

/** What an element is called where it stands. */
function keyOf({ key }: Element): string | undefined {
  const { node } = placeOf(key);
  return node.kind === 'scalar' ? node.text : undefined;
}

/** What rules on plain HTTP would add to the policy, wherever in it the cursor is. */
function tlsDrafts({ findings }: Checked, policy: Policy, path: string, offset: number): Draft[] {
  return findings.flatMap(({ origin, remedies }) => {
    // There it is a quick fix.
    if (covers(origin, path, offset)) return [];
    return remedies.filter(({ changes }) => changes.some((change) => deniesPlainHttp(change, policy)));
  });
}

function deniesPlainHttp(change: Change, { origin }: Policy): boolean {
  if (change.kind !== 'addStatement' || change.policy.origin !== origin) return false;
  return 'aws:SecureTransport' in fields(fields(fields(change.statement).Condition).Bool);
}

function fields(written: Written | undefined): { readonly [key: string]: Written } {
  const isMap = typeof written === 'object' && Object.getPrototypeOf(written) === Object.prototype;
  return isMap ? (written as { readonly [key: string]: Written }) : {};
}

/** The conditions that make sense for whom a statement allows something, without those that it has in one way or another. */
function conditionDrafts(policy: Policy, statement: Statement, { world }: Checked): Draft[] {
  if (statement.effect !== 'Allow') return [];
  const lacks = (keys: RegExp) => !statement.conditions.some(({ key }) => keys.test(key));
  const drafts: Draft[] = [];
  const offer = (title: string, condition: Written) =>
    drafts.push({ title, changes: [{ kind: 'merge', origin: statement.origin, fields: { Condition: condition } }] });
  if (isOnlyAbout(statement, 'AWS', '*') && lacks(/^aws:(?:Principal|Resource)Org(?:ID|Paths)$/i)) {
    offer('Allow only principals of your organization', organizationCondition(policy, statement, world));
  }
  if (isForPeople(policy, statement) && lacks(/^aws:MultiFactorAuth(?:Present|Age)$/i)) {
    offer('Allow only those who signed in with MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } });
  }
  if (mayTellAccount(policy, statement) && lacks(/^aws:Source(?:Account|Arn|OrgID|OrgPaths)$/i)) {
    const title =
      'Allow the service only for resources of this account (locks it out if it does not tell whose they are)';
    offer(title, { StringEquals: { 'aws:SourceAccount': new WrittenAccount() } });
  }
  return drafts;
}

/** In front of an endpoint the resources have to be the organisation's as well. */
function organizationCondition({ use }: Policy, { actions }: Statement, { settings }: World): Written {
  const organization = perimeters(settings).find(({ principal }) => 'aws:PrincipalOrgID' in principal);
  if (!organization) throw new Error('there is no perimeter of an organization');
  const prefixes = (actions?.values ?? []).flatMap((value) => textOf(value)?.split(':').slice(0, -1) ?? []);
  return use === 'endpoint' ? conditionOf(organization, prefixes) : { StringEquals: organization.principal };
}

function isOnlyAbout({ principals }: Statement, ...types: readonly string[]): boolean {
  return (
    principals !== undefined &&
    principals.values.length > 0 &&
    principals.values.every(({ type }) => types.includes(type))
  );
}

/** Services sign in without MFA, and what a role may do is asked after somebody became it. */
function isForPeople({ use, holder }: Policy, statement: Statement): boolean {
  if (statement.principals) return use === 'trust' && isOnlyAbout(statement, 'AWS');
  const isOfRole = /Role|_role|Serverless/.test(holder.type);
  return (use === 'identity' || use === 'unknown') && !isOfRole && !statement.notPrincipals;
}

/** Whether a service that a statement allows something may tell for whose resource it acts; these two never do. */
function mayTellAccount({ use }: Policy, statement: Statement): boolean {
  if (use === 'endpoint' || !isOnlyAbout(statement, 'Service')) return false;
  const silent = ['ec2.amazonaws.com', 'lambda.amazonaws.com'];
  return use !== 'trust' || !statement.principals?.values.some(({ value }) => silent.includes(textOf(value) ?? ''));
}

import { conditionOf, exceptions, perimeters } from '../../catalogue/policies/endpoint';
import { actionsMeant, nameOf } from '../../catalogue/policies/grants';
import { purposeOf } from '../../catalogue/policies/purpose';
import {
  actingForThisAccount,
  neverTells,
  serviceOfPrincipal,
  type Teller,
  tellingOf,
} from '../../catalogue/policies/sourceTelling';
import type { Change } from '../../model/finding';
import type { Policy, Statement } from '../../model/policy';
import { type Literal, textOf, textWithHoles } from '../../model/value';
import type { World } from '../../model/view';
import type { Written } from '../../model/written';
import { rangeOf } from '../../syntax/ranges';
import type { TextEdit } from '../../syntax/textEdit';
import type { Checked } from '../check';
import { editsOf } from '../writing';
import { covers } from './meaning';
import { narrowedToUse, settingActions } from './narrowing';
import { refusingPlainHttp } from './plainHttp';

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
  const policy = world.writtenPolicies.find(({ origin }) => covers(origin, path, offset));
  const statement = policy?.statements.find(({ origin }) => covers(origin, path, offset));
  const drafts = [
    ...(statement ? wildcardDrafts(statement, path, offset) : []),
    ...(policy && statement ? usageDrafts(policy, statement, checked) : []),
    ...(policy ? tlsDrafts(checked, policy, path, offset) : []),
    ...(policy && statement ? conditionDrafts(policy, statement, checked) : []),
  ];
  return drafts.flatMap(({ title, changes }) => {
    const edits = editsOf(changes, world);
    return edits?.length ? [{ title, edits }] : [];
  });
}

/** Writes out the pattern at the cursor: what a service adds later is not let in then. */
function wildcardDrafts(statement: Statement, path: string, offset: number): Draft[] {
  return (['Action', 'NotAction'] as const).flatMap((element) => {
    const values = (element === 'Action' ? statement.actions : statement.notActions)?.values ?? [];
    const pattern = values.find((value) => covers(value.origin, path, offset));
    const meant = pattern?.kind === 'literal' && /[*?]/.test(pattern.text) ? actionsMeant(pattern.text) : [];
    const isPlain = values.every(({ kind }) => kind === 'literal');
    if (meant.length === 0 || meant.length > mostActions || !isPlain) return [];
    const names = values.flatMap((value) => (value === pattern ? meant.map(nameOf).sort() : (value as Literal).text));
    const what = meant.length === 1 ? 'the only action' : `the ${meant.length} actions`;
    const changes = [settingActions(statement, element, [...new Set(names)])];
    return [{ title: `Write out ${what} of ${textOf(pattern)}`, changes }];
  });
}

/** Allows no more than what the roles of the document do. */
function usageDrafts(policy: Policy, statement: Statement, { world }: Checked): Draft[] {
  const change = narrowedToUse(policy, statement, world);
  const title = "Allow only what this document's roles do (denies all other actions)";
  return change ? [{ title, changes: [change] }] : [];
}

/** What rules on plain HTTP would add to the policy, wherever in it the cursor is. */
function tlsDrafts({ findings }: Checked, policy: Policy, path: string, offset: number): Draft[] {
  const draft = refusingPlainHttp(policy);
  if (draft) return [draft];
  return findings.flatMap(({ origin, remedies }) => {
    // There it is a quick fix.
    if (covers(origin, path, offset)) return [];
    return remedies.filter(({ changes }) => changes.some((one) => deniesPlainHttp(one, policy)));
  });
}

function deniesPlainHttp(change: Change, policy: Policy): boolean {
  if (change.kind !== 'addStatement' || !isSame(change.policy, policy)) return false;
  return 'aws:SecureTransport' in fields(fields(fields(change.statement).Condition).Bool);
}

/** Whether two policies are one that was read twice, as one in a text may be. */
function isSame(one: Policy, other: Policy): boolean {
  if (one.origin === other.origin) return true;
  return one.holder === other.holder && rangeOf(one.origin).start === rangeOf(other.origin).start;
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
  const offer = (title: string, condition: Written, added: readonly Written[] = []) =>
    drafts.push({
      title,
      changes: [
        { kind: 'merge', origin: statement.origin, fields: { Condition: condition } },
        ...added.map((one): Change => ({ kind: 'addStatement', policy, statement: one })),
      ],
    });
  if (isOnlyAbout(statement, 'AWS', '*') && lacks(/^aws:(?:Principal|Resource)Org(?:ID|Paths)$/i)) {
    const { condition, added } = withinOrganization(policy, statement, world);
    offer('Allow only principals of your organization', condition, added);
  }
  if (isForPeople(policy, statement) && lacks(/^aws:MultiFactorAuth(?:Present|Age)$/i)) {
    offer('Allow only those who signed in with MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } });
  }
  if (lacks(/^(?:aws:Source(?:Account|Arn|OrgID|OrgPaths)$|kms:EncryptionContext:)/i)) {
    const { tellers, areKnown } = tellersOf(policy, statement);
    const condition = actingForThisAccount(tellers);
    const hint = areKnown ? '' : ' (locks it out if it does not tell whose they are)';
    if (condition) offer(`Allow the service only for resources of this account${hint}`, condition);
  }
  return drafts;
}

/** In front of an endpoint the resources have to be the organisation's as well, but for what AWS keeps itself. */
function withinOrganization(
  { use }: Policy,
  { actions }: Statement,
  { settings }: World,
): { condition: Written; added: readonly Written[] } {
  const organization = perimeters(settings).find(({ principal }) => 'aws:PrincipalOrgID' in principal);
  if (!organization) throw new Error('there is no perimeter of an organization');
  if (use !== 'endpoint') return { condition: { StringEquals: organization.principal }, added: [] };
  const named = (actions?.values ?? []).flatMap((value) => textOf(value) ?? []);
  const prefixes = [...new Set(named.flatMap((action) => action.split(':').slice(0, -1)))];
  return { condition: conditionOf(organization), added: exceptions(organization, { prefixes, actions: named }) };
}

function isOnlyAbout({ principals }: Statement, ...types: readonly string[]): boolean {
  return (
    principals !== undefined &&
    principals.values.length > 0 &&
    principals.values.every(({ type }) => types.includes(type))
  );
}

/** Services sign in without MFA, and what a role may do is asked after somebody became it. */
function isForPeople(policy: Policy, statement: Statement): boolean {
  const { use } = purposeOf(policy);
  if (statement.principals) return use === 'trust' && isOnlyAbout(statement, 'AWS');
  const isOfRole = /Role|_role|Serverless/.test(policy.holder.type);
  return (use === 'identity' || use === 'unknown') && !isOfRole && !statement.notPrincipals;
}

/**
 * The services that a statement allows something, if nobody else, and how they tell for whom they act: by the account
 * where that is not known. None where one of them is known never to tell.
 */
function tellersOf(policy: Policy, statement: Statement): { tellers: readonly Teller[]; areKnown: boolean } {
  const none = { tellers: [], areKnown: true };
  if (policy.use === 'endpoint' || !isOnlyAbout(statement, 'Service')) return none;
  const principals = statement.principals?.values ?? [];
  const purpose = purposeOf(policy);
  const services = principals.flatMap(({ value }) => serviceOfPrincipal(textWithHoles(value, '*') ?? '') ?? []);
  if (services.length < principals.length || services.some((service) => neverTells(purpose, service))) return none;
  const tellings = services.map((service) => tellingOf(purpose, service));
  return {
    tellers: services.map((service, i) => ({ service, telling: tellings[i] ?? 'account' })),
    areKnown: !tellings.includes(undefined),
  };
}

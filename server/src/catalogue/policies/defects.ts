import type { Remedy } from '../../model/finding';
import type { Origin } from '../../model/origin';
import type { ConditionTest, Element, Policy, PolicyUse, Principals, Statement } from '../../model/policy';
import type { PolicyRule } from '../../model/rule';
import { type Literal, rewritten, type Value } from '../../model/value';
import type { World } from '../../model/view';
import { policyRule } from '../define';
import { holdsWithoutKey } from './conditions';
import { objectTo } from './objection';
import { operatorOf } from './operators';

/** Policies wherever they stand: what they are written in is the same language. */
const everyUse: readonly PolicyUse[] = [
  'identity',
  'trust',
  'resource',
  'endpoint',
  'session',
  'service-control',
  'resource-control',
  'organization',
  'unknown',
];

/** What is wrong with a word of a policy. */
export interface Defect {
  readonly origin: Origin;
  /** Whether it leaves something open that the author means to be closed: a Deny that denies nothing. */
  readonly opens: boolean;
  readonly remedies?: readonly Remedy[];
  readonly details?: Readonly<Record<string, string>>;
}

/** What a rule on defects finds in each statement, and in the policy around them. */
interface DefectRuleParts extends Pick<PolicyRule, 'id' | 'fix' | 'example'> {
  readonly inStatement?: (statement: Statement, policy: Policy) => readonly Defect[];
  readonly inPolicy?: (policy: Policy, world: World) => readonly Defect[];
}

/** A rule on policies that do not say what they seem to: an error where that opens something, otherwise a warning. */
export function defectRule({ inStatement, inPolicy, ...rule }: DefectRuleParts): PolicyRule {
  return policyRule({
    recommendation: 'least-privilege',
    severity: 'warning',
    uses: everyUse,
    ...rule,
    check(policy, world) {
      const inside = inStatement ? policy.statements.flatMap((statement) => inStatement(statement, policy)) : [];
      return [...(inPolicy?.(policy, world) ?? []), ...inside].map(({ origin, opens, ...more }) =>
        objectTo(policy, origin, { severity: opens ? 'error' : 'warning', ...more }),
      );
    },
  });
}

/** A remedy that writes another text in the place of a word. It changes what a policy does, so it wants a look. */
export function rewriting(origin: Origin, text: string): Remedy {
  return { title: `Write ${text}`, safety: 'review', changes: [{ kind: 'replaceText', origin, text }] };
}

/** Where a text differs from the right one, as far as that is known. */
export function wrongPlace(value: Value, right: string | undefined): Origin {
  return value.kind === 'literal' && right !== undefined ? rewritten(value, right).origin : value.origin;
}

/** A remedy that makes another text of one, where they differ. */
export function correcting(value: Literal, right: string): Remedy {
  const { origin, text } = rewritten(value, right);
  return { ...rewriting(origin, text), title: `Write ${right}` };
}

/** Values of an element, with whether the statement opens something where one of them matches nothing. */
export interface Listed {
  readonly values: readonly Value[];
  readonly opens: boolean;
}

/** The actions of a statement, and those it leaves out. */
export function actionsIn(statement: Statement): Listed[] {
  return listedIn(statement.effect, statement.actions, statement.notActions);
}

/** The resources of a statement, and those it leaves out. */
export function resourcesIn(statement: Statement): Listed[] {
  return listedIn(statement.effect, statement.resources, statement.notResources);
}

/** The AWS principals of a statement, and those it leaves out. */
export function awsPrincipalsIn({ effect, principals, notPrincipals }: Statement): Listed[] {
  const ofAws = (one: Principals | undefined) =>
    one && { key: one.key, values: one.values.filter(({ type }) => type === 'AWS').map(({ value }) => value) };
  return listedIn(effect, ofAws(principals), ofAws(notPrincipals));
}

function listedIn(
  effect: Statement['effect'],
  element: Element | undefined,
  notElement: Element | undefined,
): Listed[] {
  return [
    ...(element ? [{ values: element.values, opens: effect === 'Deny' }] : []),
    ...(notElement ? [{ values: notElement.values, opens: effect === 'Allow' }] : []),
  ];
}

/** Whether a statement opens something where a test finds no value that matches: a Deny is idle, an Allow always holds. */
export function opensUnmatched({ effect }: Statement, { operator }: ConditionTest): boolean {
  const parts = operatorOf(operator);
  const holds = parts !== undefined && holdsWithoutKey(parts);
  return effect === (holds ? 'Allow' : 'Deny');
}

/** The values that are plain text. */
export function literals(values: readonly Value[]): Literal[] {
  return values.filter((value): value is Literal => value.kind === 'literal');
}

/**
 * The remedy that gives a test another operator. There is none where that operator is there already, or where other
 * tests stand under the same one that it would not be right for. In Terraform those may be blocks of their own.
 */
export function withOperator(
  { holder }: Policy,
  { conditions }: Statement,
  test: ConditionTest,
  { operator, isForAll = false }: { readonly operator: string; readonly isForAll?: boolean },
): Remedy[] {
  const isAlone = conditions.every((one) => one === test || one.operatorOrigin !== test.operatorOrigin);
  const isThere = conditions.some((one) => one.operator.toLowerCase() === operator.toLowerCase());
  if (isThere || !(isAlone || (isForAll && holder.dialect !== 'terraform'))) return [];
  return [rewriting(test.operatorOrigin, operator)];
}

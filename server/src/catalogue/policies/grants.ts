import { actionsOf, type IamAction, iamAction } from '../../data/iamActions';
import type { Policy, Statement } from '../../model/policy';
import { type Literal, textWithHoles, type Value } from '../../model/value';
import type { World } from '../../model/view';
import { byEffect } from './evaluate';
import { requests } from './request';
import { coveredBy } from './statements';

/** An action, as it is written, that a statement allows on all resources there are. */
export interface Grant {
  readonly policy: Policy;
  readonly statement: Statement;
  readonly action: Literal;
}

/** Stands for what the document fills in, and for no character that an ARN has. */
const hole = '\uFFFC';

/** Types of resources whose ARNs end in a name: with a wildcard for it they mean all of an account. */
const everyResource =
  /^(\*|arn:[^:]*:(s3:::\*(\/\*)?|[^:]*:[^:]*:[^:]*:(\*|(role|user|group|policy|secret|parameter|key|function|table|instance|snapshot)[/:]\*)))$/;

/** Whether a statement's resources are all there are, of a type at least. */
function isAboutAll({ resources }: Statement): boolean {
  return resources?.values.some((value) => everyResource.test(textWithHoles(value, hole) ?? hole)) ?? false;
}

/** The value of a statement's resources that is `*`. */
export function wildcardResource({ resources }: Statement): Value | undefined {
  return resources?.values.find((value) => value.kind === 'literal' && value.text === '*');
}

/** The statements that allow what they name whatever the circumstances. */
export function plainAllows({ statements }: Policy): readonly Statement[] {
  return statements.filter(({ effect, open, conditions }) => effect === 'Allow' && !open && conditions.length === 0);
}

/** The actions that a statement names, as they are written. */
export function writtenActions({ actions }: Statement): readonly Literal[] {
  return (actions?.values ?? []).filter((value): value is Literal => value.kind === 'literal');
}

/** The actions that a text such as `s3:Put*` stands for, as far as they are known; none for all services at once. */
export function actionsMeant(text: string): readonly IamAction[] {
  const [prefix = ''] = text.split(':');
  if (!/[*?]/.test(text)) return [iamAction(text) ?? []].flat();
  const isMeant = coveredBy(text);
  return [...actionsOf(prefix).values()].filter((action) => isMeant(nameOf(action)));
}

/** The name of an action as a policy has it. */
export function nameOf({ prefix, name }: IamAction): string {
  return `${prefix}:${name}`;
}

/** All policies that say what the bearer of one of them may do, as far as they stand in one resource. */
export function policiesBeside(policy: Policy, world: World): readonly Policy[] {
  return world.policiesIn(policy.holder).filter(({ use }) => use === policy.use);
}

/** What some policies that hold together allow on everything. */
export class Grants {
  private readonly all: readonly (Grant & { readonly covers: (action: string) => boolean })[];

  constructor(private readonly policies: readonly Policy[]) {
    this.all = policies.flatMap((policy) =>
      plainAllows(policy)
        .filter(isAboutAll)
        .flatMap((statement) =>
          writtenActions(statement).map((action) => ({ policy, statement, action, covers: coveredBy(action.text) })),
        ),
    );
  }

  /** Where an action is allowed, in any of the policies or in one, while none of them may deny it. */
  of(action: string, policy?: Policy): Grant | undefined {
    const found = this.all.find((grant) => (!policy || grant.policy === policy) && grant.covers(action));
    if (!found) return undefined;
    const request = requests({}, { action });
    return this.policies.every((one) => byEffect(one, 'Deny', request) === 'none') ? found : undefined;
  }
}

import type { Remedy } from '../../model/finding';
import type { Policy, Statement } from '../../model/policy';
import type { RuleSettings } from '../../model/view';
import { perimeters } from './endpoint';
import { letsThrough, outsidersAt } from './outsiders';

/** The statements for everyone that let somebody through who has nothing to do with the account. */
export function publicStatements(policy: Policy): readonly Statement[] {
  const forEveryone = policy.statements.filter(
    ({ effect, principals }) => effect === 'Allow' && principals?.anyone === true,
  );
  const outsiders = forEveryone.length > 0 ? outsidersAt(policy) : [];
  return forEveryone.filter((statement) =>
    outsiders.some((outsider) => letsThrough(policy, statement, outsider) === true),
  );
}

/** Ways to hold a statement for everyone to some. */
export function narrowings({ origin }: Statement, settings: RuleSettings): readonly Remedy[] {
  return perimeters(settings).map(({ whom, safety, principal }) => ({
    title: `Allow only ${whom} (denies everyone else)`,
    safety,
    changes: [{ kind: 'merge', origin, fields: { Condition: { StringEquals: principal } } }],
  }));
}

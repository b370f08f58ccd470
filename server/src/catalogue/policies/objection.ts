import type { Objection } from '../../model/finding';
import type { Origin } from '../../model/origin';
import type { Policy, Statement } from '../../model/policy';
import { matchText } from '../../model/value';

/** An objection to something that a policy says, at its token. */
export function objectTo(
  policy: Policy,
  origin: Origin,
  more: Partial<Pick<Objection, 'severity' | 'remedies' | 'details'>> = {},
): Objection {
  return { origin, written: true, likelihood: policy.likelihood, resource: policy.holder, remedies: [], ...more };
}

/** The `*` that stands for everyone; the statement's principals where it is not written as such. */
export function wildcardPrincipal({ principals, origin }: Statement): Origin {
  return principals?.values.find(({ value }) => matchText(value, '*'))?.value.origin ?? principals?.key ?? origin;
}

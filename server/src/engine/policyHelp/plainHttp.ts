import { tableTls } from '../../catalogue/dynamodb';
import { fileSystemTls } from '../../catalogue/efs';
import { nearMissOf } from '../../catalogue/policies/nearMiss';
import { refuses } from '../../catalogue/policies/refusal';
import { denial, plainHttp, type TlsSubject } from '../../catalogue/policies/tlsOnly';
import { bucketTls } from '../../catalogue/s3Tls';
import { topicTls } from '../../catalogue/sns';
import { queueTls } from '../../catalogue/sqs';
import type { Remedy } from '../../model/finding';
import type { Policy } from '../../model/policy';
import { textWithHoles } from '../../model/value';

/** What it takes to keep plain HTTP from the resources of the services that still take it, by their prefixes. */
const subjects: ReadonlyMap<string, TlsSubject> = new Map([
  ['dynamodb', tableTls],
  ['elasticfilesystem', fileSystemTls],
  ['s3', bucketTls],
  ['sns', topicTls],
  ['sqs', queueTls],
]);

/**
 * How a policy of a resource in a file of its own, of which no rule knows the resource, may deny plain HTTP; `undefined`
 * where it does, where it is not of one service that takes it, and where no statement could be right.
 */
export function refusingPlainHttp(policy: Policy): Pick<Remedy, 'title' | 'changes'> | undefined {
  const { use, statements } = policy;
  if (use !== 'unknown' || !statements.some(({ principals }) => principals)) return undefined;
  const subject = subjects.get(serviceOf(policy) ?? '');
  if (!subject || refuses(policy, plainHttp.requests, subject) !== false) return undefined;
  const names = subject.resourcesIn(policy);
  if (names === undefined && !subject.isEverything(undefined)) return undefined;
  if (nearMissOf(policy, subject, names)?.deniesTls) return undefined;
  const caution = subject.caution?.();
  return {
    title: caution ? `${plainHttp.titles.add} (${caution})` : plainHttp.titles.add,
    changes: [{ kind: 'addStatement', policy, statement: denial(subject, names) }],
  };
}

/** The one service that all actions of a policy are of. */
function serviceOf({ statements }: Policy): string | undefined {
  const actions = statements.flatMap((statement) => statement.actions?.values ?? []);
  const [service, ...others] = new Set(
    actions.map((action) => textWithHoles(action, '*')?.replace(/:.*/, '').toLowerCase()),
  );
  return others.length === 0 ? service : undefined;
}

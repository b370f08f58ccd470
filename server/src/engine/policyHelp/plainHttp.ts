import { tableTls } from '../../catalogue/dynamodb';
import { fileSystemTls } from '../../catalogue/efs';
import { nearMissOf } from '../../catalogue/policies/nearMiss';
import { purposeOf } from '../../catalogue/policies/purpose';
import { refuses } from '../../catalogue/policies/refusal';
import { denial, plainHttp, type TlsSubject } from '../../catalogue/policies/tlsOnly';
import { bucketTls } from '../../catalogue/s3Tls';
import { topicTls } from '../../catalogue/sns';
import { queueTls } from '../../catalogue/sqs';
import type { Remedy } from '../../model/finding';
import type { Policy } from '../../model/policy';

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
  const { use, service } = purposeOf(policy);
  const subject = use === 'resource' ? subjects.get(service ?? '') : undefined;
  if (policy.use !== 'unknown' || !subject || refuses(policy, plainHttp.requests, subject) !== false) return undefined;
  const names = subject.resourcesIn(policy);
  if (names === undefined && !subject.isEverything(undefined)) return undefined;
  if (nearMissOf(policy, subject, names)?.deniesTls) return undefined;
  const caution = subject.caution?.();
  return {
    title: caution ? `${plainHttp.titles.add} (${caution})` : plainHttp.titles.add,
    changes: [{ kind: 'addStatement', policy, statement: denial(subject, names) }],
  };
}

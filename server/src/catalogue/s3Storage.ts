import { or, type Truth } from '../model/truth';
import type { View, World } from '../model/view';
import { WrittenInput } from '../model/written';
import { exampleOf, keyInput, literalFacts, objectionTo, resourceRule, setAttribute } from './define';
import { someStatement } from './policies/statements';
import { bucket, wellKept } from './s3';

/** The services that write logs into buckets. */
const logWriters = /^(logging\.s3|delivery\.logs|logdelivery\.elasticloadbalancing)\.amazonaws\.com$/;

/**
 * Whether a bucket takes the logs of others. Logging its own accesses would make it fill itself, and not every service
 * can write with a KMS key.
 */
function takesLogs(view: View, world: World): Truth {
  return or(
    world.pointingAt(view, bucket, 'logTarget').views.length > 0,
    view.is('acl', (acl) => /^log-?delivery-?write$/i.test(acl)),
    ...view.policies('policy').map((fact): Truth => {
      if (fact.state !== 'written') return fact.state === 'absent' ? false : undefined;
      return someStatement(fact.policy, ({ principals }) =>
        or(...(principals?.values ?? []).map(({ value }) => value.kind === 'literal' && logWriters.test(value.text))),
      );
    }),
  );
}

const accessLogging = resourceRule({
  id: 's3-access-logging',
  recommendation: 'log-activity',
  severity: 'information',
  fix: 'always',
  kinds: [bucket],
  check(view, world) {
    const missing = view.facts('logTarget').filter(({ written }) => written === false);
    if (missing.length === 0 || takesLogs(view, world) === true) return [];
    const target = new WrittenInput(
      'AccessLogBucket',
      'The name of the bucket that takes the access logs',
      '^[a-z0-9.-]{3,63}$',
    );
    return missing.map((fact) =>
      objectionTo(view, fact, [
        {
          title: 'Log each access to a bucket that you name (storing logs costs; that bucket has to let S3 write)',
          safety: 'input',
          changes: [setAttribute(view, 'logTarget', target), setAttribute(view, 'logPrefix', `${view.resource.name}/`)],
        },
      ]),
    );
  },
  example: exampleOf(bucket, 'Bucket', { versioning: true, encryption: 'aws:kms' }),
});

/** A bucket key makes the requests to KMS few. */
const ownKey = resourceRule({
  id: 's3-bucket-kms-key',
  recommendation: 'manage-keys',
  severity: 'information',
  fix: 'always',
  kinds: [bucket],
  check(view, world) {
    const wrong = literalFacts(view, 'encryption').filter(({ text }) => text === 'AES256');
    if (wrong.length === 0 || takesLogs(view, world) === true) return [];
    return wrong.map(({ fact }) =>
      objectionTo(view, fact, [
        {
          title: 'Encrypt new objects with a KMS key that you name (readers and writers need rights to it; it costs)',
          safety: 'input',
          changes: [
            setAttribute(view, 'encryption', 'aws:kms'),
            setAttribute(view, 'encryptionKey', keyInput('BucketKeyArn', 'for the objects of the bucket')),
            ...(view.isWritten('bucketKey') === false ? [setAttribute(view, 'bucketKey', true)] : []),
          ],
        },
      ]),
    );
  },
  example: exampleOf(bucket, 'Bucket', { ...wellKept, encryption: 'AES256' }),
});

export const rules = [accessLogging, ownKey];
export const kinds = [];

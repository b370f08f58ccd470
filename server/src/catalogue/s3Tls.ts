import type { Objection } from '../model/finding';
import type { Kind } from '../model/kind';
import type { Element, Policy } from '../model/policy';
import { and, or, type Truth } from '../model/truth';
import { textWithHoles, type Value } from '../model/value';
import type { RuleSettings } from '../model/view';
import { type Written, WrittenReference, WrittenText } from '../model/written';
import { exampleOf, resourceRule } from './define';
import { clientRequests } from './policies/refusal';
import {
  type Barrier,
  denial,
  policiesAt,
  type TlsSubject,
  tlsOnlyRule,
  withoutBarrier,
  wordsFor,
} from './policies/tlsOnly';
import { bucket, wellKept } from './s3';

const bucketPolicy: Kind = {
  id: 's3-bucket-policy',
  title: 'S3 bucket policy',
  cloudformation: ['AWS::S3::BucketPolicy'],
  terraform: ['aws_s3_bucket_policy'],
  attributes: {
    of: { cloudformation: 'Bucket', terraform: 'bucket', type: 'text' },
    policy: { cloudformation: 'PolicyDocument', terraform: 'policy', type: 'policy' },
  },
};

/** The text of a bucket's or object's ARN with its holes as an `x`; `undefined` where it is no text. */
function arnText(value: Value): string | undefined {
  return value.kind === 'reference' ? 'x' : textWithHoles(value, 'x');
}

/** Whether the resources of a bucket's policy are the bucket as well as all of its objects. */
function isBucketWithObjects(named: Element | undefined): Truth {
  const some = (pattern: RegExp) =>
    or(
      ...(named?.values ?? []).map((value) => {
        const text = arnText(value);
        return text === undefined ? undefined : pattern.test(text);
      }),
    );
  return and(some(/^[^/]*$/), some(/^[^/]*\/?\*$/));
}

/** A bucket's policy names nothing but the bucket and its objects, so what it names tells the bucket's ARN. */
function namedBucket({ statements }: Policy): Written | undefined {
  for (const value of statements.flatMap(({ resources }) => resources?.values ?? [])) {
    const arn = value.kind === 'literal' ? /^arn:[^:]+:s3:::[^/*?]+(?=$|\/)/.exec(value.text)?.[0] : undefined;
    if (arn) return [arn, `${arn}/*`];
  }
  return undefined;
}

/** What it takes to close a bucket to plain HTTP. */
export const bucketTls: TlsSubject = {
  kind: bucket,
  policyKinds: [bucketPolicy],
  action: 's3:*',
  resources: (resource) => {
    const arn = new WrittenReference(resource, 'arn');
    return [arn, new WrittenText([arn, '/*'])];
  },
  resourcesIn: namedBucket,
  isEverything: isBucketWithObjects,
  caution: (resource) =>
    resource?.isWritten('website') === false ? undefined : 'website endpoints have no HTTPS and stop answering',
};

const tlsOnly = tlsOnlyRule(bucketTls, {
  id: 's3-bucket-tls-only',
  severity: 'warning',
  fix: 'sometimes',
  example: exampleOf(bucket, 'Bucket', wellKept),
});

const overOldTls = clientRequests({ 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.2' });

/** What a bucket refuses below a version of TLS. S3 itself refuses what is below 1.2. */
function olderThan(version: RuleSettings['minimumTlsVersion']): Barrier {
  return {
    sid: 'RefuseOldTls',
    requests: overOldTls,
    condition: { NumericLessThan: { 's3:TlsVersion': version } },
    titles: {
      add: `Deny TLS before ${version} in the policy`,
      create: `Add a policy that denies TLS before ${version}`,
    },
    caution: 'also refuses who comes through PrivateLink or a Multi-Region Access Point, which have no TLS 1.3',
  };
}

/** The versions below a minimum that statements deny everything before. */
function lowVersions({ statements }: Policy, minimum: string): readonly Value[] {
  return statements
    .filter(({ effect, open }) => effect === 'Deny' && !open)
    .flatMap(({ conditions }) => conditions)
    .filter(({ key, operator }) => /^s3:tlsversion$/i.test(key) && /^numericlessthan(ifexists)?$/i.test(operator))
    .flatMap(({ values }) => values)
    .filter((value) => value.kind === 'literal' && Number(value.text) < Number(minimum));
}

/** A policy need not speak of versions, unless the settings ask for more than S3 does; but what it says has to count. */
const minimumTls = resourceRule({
  id: 's3-bucket-minimum-tls',
  recommendation: 'encrypt-in-transit',
  severity: 'information',
  fix: 'sometimes',
  kinds: [bucket, bucketPolicy],
  check(view, world) {
    const minimum = world.settings.minimumTlsVersion;
    const barrier = olderThan(minimum);
    const low = policiesAt(view, bucketTls, world).flatMap(({ policy, likelihood }) =>
      lowVersions(policy, minimum).map(
        ({ origin }): Objection => ({
          origin,
          written: true,
          likelihood,
          resource: view.resource,
          details: { ...wordsFor(view, bucketTls), minimum },
          remedies: [
            {
              title: `Deny TLS before ${minimum}${minimum === '1.2' ? '' : ` (${barrier.caution})`}`,
              safety: minimum === '1.2' ? 'safe' : 'review',
              changes: [{ kind: 'replaceText', origin, text: minimum }],
            },
          ],
        }),
      ),
    );
    if (low.length > 0 || minimum === '1.2') return low;
    return withoutBarrier(view, bucketTls, barrier, world).map((one) => ({
      ...one,
      details: { ...one.details, minimum },
    }));
  },
  example: exampleOf(bucket, 'Bucket', {
    ...wellKept,
    name: 'orders',
    policy: {
      Version: '2012-10-17',
      Statement: [
        denial(bucketTls, ['arn:aws:s3:::orders', 'arn:aws:s3:::orders/*']),
        {
          Sid: 'RefuseOldTls',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::orders', 'arn:aws:s3:::orders/*'],
          Condition: { NumericLessThan: { 's3:TlsVersion': '1.1' } },
        },
      ],
    },
  }),
});

export const rules = [tlsOnly, minimumTls];
export const kinds = [bucketPolicy];

import type { Remedy } from '../model/finding';
import type { Origin } from '../model/origin';
import type { View } from '../model/view';
import { WrittenReference } from '../model/written';
import { trail } from './cloudtrail';
import { literalFacts, objectionTo, resourceRule, setAttribute } from './define';
import { publicStatements } from './policies/publicStatements';
import { bucket, publicAcls, wellKept } from './s3';

/** A place that opens a bucket to everybody, and what can be done about it. */
interface Opening {
  readonly origin: Origin;
  readonly remedies: readonly Remedy[];
}

/** Whether a switch of a bucket is written and on: what a default adds holds for new buckets only. */
function isSwitchedOn(view: View, name: string): boolean {
  return view.facts(name).every(({ written, value }) => written && value.kind === 'literal' && value.text === 'true');
}

/** What opens a bucket to everybody: an access list or a policy that no switch of the bucket disarms. */
function openingsOf(view: View): Opening[] {
  const lists = isSwitchedOn(view, 'ignorePublicAcls') ? [] : literalFacts(view, 'acl');
  const policies = isSwitchedOn(view, 'restrictPublicBuckets') ? [] : view.policies('policy');
  const value = view.resource.dialect === 'terraform' ? 'private' : 'Private';
  return [
    ...lists
      .filter(({ text }) => publicAcls.includes(text))
      .map(({ fact }) => ({
        origin: fact.origin,
        remedies: [
          {
            title: `Make the access list of ${view.resource.name} private (everybody else loses access)`,
            safety: 'review' as const,
            changes: [setAttribute(view, 'acl', value)],
          },
        ],
      })),
    ...policies.flatMap((fact) =>
      fact.state === 'written' ? publicStatements(fact.policy).map(({ origin }) => ({ origin, remedies: [] })) : [],
    ),
  ];
}

const privateBucket = resourceRule({
  id: 'cloudtrail-bucket-public',
  recommendation: 'least-privilege',
  severity: 'error',
  fix: 'sometimes',
  kinds: [trail],
  check: (view, world) =>
    view.facts('bucket').flatMap((fact) => {
      const target = world.resolve(fact.value, bucket);
      if (!target) return [];
      return openingsOf(target).map(({ origin, remedies }) => ({
        ...objectionTo(view, fact, remedies),
        related: [{ origin, message: `${target.resource.name} is opened here` }],
        details: { bucket: target.resource.name },
      }));
    }),
  example: {
    resources: [
      { kind: bucket, name: 'Logs', attributes: { ...wellKept, acl: 'PublicRead' } },
      {
        kind: trail,
        name: 'Trail',
        attributes: {
          name: 'activity',
          isLogging: true,
          multiRegion: true,
          validation: true,
          bucket: (_, named) => new WrittenReference(named('Logs'), 'id'),
        },
      },
    ],
  },
});

export const rules = [privateBucket];
export const kinds = [];

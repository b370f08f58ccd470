import type { Change, Objection, Remedy, Safety } from '../model/finding';
import type { Kind } from '../model/kind';
import type { View, World } from '../model/view';
import { literalFacts, objectionTo, resourceRule, setAttribute, usualIdentifiers } from './define';
import { plainHttp, withoutBarrier } from './policies/tlsOnly';
import { bucket, publicAccessSwitches, wellKept } from './s3';
import { bucketTls } from './s3Tls';

const workspace: Kind = {
  id: 'iottwinmaker-workspace',
  title: 'IoT TwinMaker workspace',
  cloudformation: ['AWS::IoTTwinMaker::Workspace'],
  terraform: [],
  identifiers: usualIdentifiers,
  attributes: {
    name: { cloudformation: 'WorkspaceId', type: 'text' },
    role: { cloudformation: 'Role', type: 'text' },
    storage: { cloudformation: 'S3Location', type: 'text' },
  },
};

/** What the bucket of a workspace lacks, and what mends it. */
interface Gap {
  readonly what: string;
  readonly safety: Safety;
  readonly changes: readonly Change[];
}

/** Encryption is not among them: S3 encrypts every bucket by itself. */
function gapsOf(store: View, world: World): Gap[] {
  const gaps: Gap[] = withoutBarrier(store, bucketTls, plainHttp, world)
    .flatMap(({ remedies }) => remedies.slice(0, 1))
    .map(({ safety, changes }) => ({ what: 'a TLS-only policy', safety, changes }));
  const open = publicAccessSwitches.filter((name) => literalFacts(store, name).some(({ text }) => text === 'false'));
  if (open.length > 0) {
    const changes = open.map((name) => setAttribute(store, name, true));
    gaps.push({ what: 'a full public access block', safety: 'review', changes });
  }
  return gaps;
}

function weakStorage(resource: View, world: World): Objection[] {
  return resource.facts('storage').flatMap((fact) => {
    const store = world.resolve(fact.value, bucket);
    const gaps = store ? gapsOf(store, world) : [];
    if (!store || gaps.length === 0) return [];
    const { name, nameOrigin } = store.resource;
    const lacking = gaps.map(({ what }) => what).join(' and ');
    const mend: Remedy = {
      title: `Give the bucket ${name} ${lacking}`,
      safety: gaps.some(({ safety }) => safety === 'review') ? 'review' : 'safe',
      changes: gaps.flatMap(({ changes }) => changes),
    };
    const objection = objectionTo(resource, fact, [mend]);
    const place = { origin: nameOrigin, message: `This bucket lacks ${lacking}` };
    return [{ ...objection, related: [...(objection.related ?? []), place], details: { bucket: name, lacking } }];
  });
}

const workspaceBucket = resourceRule({
  id: 'twinmaker-workspace-bucket',
  recommendation: 'protect-workspace-data',
  severity: 'warning',
  fix: 'always',
  kinds: [workspace],
  check: weakStorage,
  example: {
    resources: [
      { kind: bucket, name: 'Storage', attributes: { ...wellKept, name: 'workspace-storage' } },
      {
        kind: workspace,
        name: 'Workspace',
        attributes: {
          name: 'factory',
          role: 'arn:aws:iam::111122223333:role/workspace',
          storage: 'arn:aws:s3:::workspace-storage',
        },
      },
    ],
  },
});

export const rules = [workspaceBucket];
export const kinds = [workspace];

import type { Objection } from '../model/finding';
import type { Origin } from '../model/origin';
import { fieldOf, mentions, textOf, textWithHoles, type Value } from '../model/value';
import type { View, World } from '../model/view';
import { type Block, blocksOf, likelihoodIn } from './blocks';
import { distribution } from './cloudfront';
import { exampleOf, resourceRule } from './define';

/** How the formats call what an origin says. */
const names = {
  cloudformation: {
    domain: 'DomainName',
    bucket: 'S3OriginConfig',
    others: ['CustomOriginConfig', 'VpcOriginConfig'],
    control: 'OriginAccessControlId',
    identity: 'OriginAccessIdentity',
  },
  terraform: {
    domain: 'domain_name',
    bucket: 's3_origin_config',
    others: ['custom_origin_config', 'vpc_origin_config'],
    control: 'origin_access_control_id',
    identity: 'origin_access_identity',
  },
};

/** The host of a bucket; its website has another one, which CloudFront reaches without S3's own protocol. */
const bucketHost = /\.s3[.-](?!website)([a-z0-9.-]*\.)?amazonaws\.com(\.cn)?$/;

const bucketTypes = new Set(['AWS::S3::Bucket', 'aws_s3_bucket']);

function isBucket(domain: Value | undefined, { resources }: World): boolean {
  if (!domain) return false;
  if (bucketHost.test(textWithHoles(domain, 'hole') ?? '')) return true;
  const [address] = domain.kind === 'reference' ? mentions(domain) : [];
  return resources.some((one) => one.address === address && bucketTypes.has(one.type));
}

/** Whether a value is given; the empty text stands for none, what cannot be read for some. */
function isGiven(value: Value | undefined): boolean {
  return value !== undefined && value.kind !== 'notWritten' && textOf(value) !== '';
}

/** An origin in a bucket that CloudFront asks like everybody else, without proof of who it is. */
function openOrigin(view: View, world: World, origin: Block): Objection[] {
  const called = names[view.resource.dialect];
  const { fields } = origin;
  if (origin.open || called.others.some((name) => fields.fields.has(name))) return [];
  const domain = fields.fields.get(called.domain);
  const bucket = fieldOf(fields, called.bucket);
  const settings = bucket?.kind === 'list' ? bucket.items[0] : bucket;
  if (!domain || (!settings && !isBucket(domain.value, world))) return [];
  if (settings && (settings.kind !== 'map' || settings.open)) return [];
  const identity = settings?.kind === 'map' ? fieldOf(settings, called.identity) : undefined;
  if (isGiven(identity) || isGiven(fieldOf(fields, called.control))) return [];
  return [objectAt(view, origin, domain.key)];
}

/** The same in the form that CloudFormation had before a distribution could have several origins. */
function openLegacyOrigin(view: View, bucket: Block): Objection[] {
  const domain = bucket.fields.fields.get('DNSName');
  const isOpen = domain && !bucket.open && !isGiven(fieldOf(bucket.fields, names.cloudformation.identity));
  return isOpen ? [objectAt(view, bucket, domain.key)] : [];
}

function objectAt({ resource }: View, block: Block, origin: Origin): Objection {
  return { origin, written: true, likelihood: likelihoodIn(block, 'certain'), resource, remedies: [] };
}

const originAccess = resourceRule({
  id: 'cloudfront-origin-access',
  recommendation: 'least-privilege',
  severity: 'warning',
  fix: 'none',
  kinds: [distribution],
  check: (view, world) => [
    ...blocksOf(view, 'origin').flatMap((origin) => openOrigin(view, world, origin)),
    ...blocksOf(view, 'legacyBucket').flatMap((bucket) => openLegacyOrigin(view, bucket)),
  ],
  example: exampleOf(distribution, 'Distribution', {
    defaultCertificate: true,
    accessLogs: 'access-logs.s3.amazonaws.com',
    originDomain: 'content.s3.eu-west-1.amazonaws.com',
    originId: 'content',
  }),
});

export const rules = [originAccess];
export const kinds = [];

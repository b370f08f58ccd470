import type { Note } from '../model/kind';
import type { Disposal, Resource } from '../model/resource';
import { cases, fieldOf, type Value } from '../model/value';
import type { Reader } from './reading';

/** What becomes of a resource, and of what it holds, once it is deleted or replaced; nothing of one that holds no data. */
export function disposalNotes(resource: Resource, reader: Reader): Note[] {
  if (resource.dialect === 'terraform') return onDestroy(resource, reader);
  return resource.disposal ? onDeletion(resource, resource.disposal) : [];
}

const deletionPage = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html';
const replacementPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html';

/**
 * The types of which a template should say what becomes of their data, as AWS's own linter has them.
 * https://github.com/aws-cloudformation/cfn-lint/blob/main/src/cfnlint/data/AdditionalSpecs/StatefulResources.json
 */
const dataStores: ReadonlySet<string> = new Set([
  'AWS::Backup::BackupVault',
  'AWS::Cognito::UserPool',
  'AWS::DocDB::DBCluster',
  'AWS::DocDB::DBInstance',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::EC2::Volume',
  'AWS::EFS::FileSystem',
  'AWS::EMR::Cluster',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::Elasticsearch::Domain',
  'AWS::FSx::FileSystem',
  'AWS::Logs::LogGroup',
  'AWS::Neptune::DBCluster',
  'AWS::Neptune::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
]);

function onDeletion(resource: Resource, { whenDeleted, whenReplaced }: Disposal): Note[] {
  const isSaid = [whenDeleted, whenReplaced].some(({ kind }) => kind !== 'notWritten' && kind !== 'unknown');
  if (!isSaid && (!dataStores.has(resource.type) || resource.incomplete)) return [];
  const deleted = fatesOf(whenDeleted, 'DeletionPolicy', defaultOf(resource), resource);
  const replaced = fatesOf(whenReplaced, 'UpdateReplacePolicy', 'Delete', resource);
  return [
    { text: `When it leaves the stack, ${deleted}.`, source: deletionPage },
    { text: `When an update replaces it, ${replaced}.`, source: replacementPage },
  ];
}

/** The deletion policy of a resource that has none: databases that are in no cluster are kept as a snapshot. */
function defaultOf({ type, properties }: Resource): string | undefined {
  if (type === 'AWS::RDS::DBCluster') return 'Snapshot';
  if (type !== 'AWS::RDS::DBInstance') return 'Delete';
  const cluster = fieldOf(properties, 'DBClusterIdentifier');
  const isKnown = !properties.open && (!cluster || cases(cluster).length === 1);
  if (!isKnown) return undefined;
  return !cluster || cluster.kind === 'notWritten' ? 'Snapshot' : 'Delete';
}

/** What each of the policies does with a resource. */
const fates: ReadonlyMap<string, string> = new Map([
  ['Delete', 'it is deleted with what it holds'],
  ['Retain', 'it is kept'],
  ['RetainExceptOnCreate', 'it is kept, unless its creation is rolled back'],
  ['Snapshot', 'a snapshot of it is taken before it is deleted'],
]);

/** All that may become of a resource by one of its attributes, as the end of a sentence. */
function fatesOf(written: Value, attribute: string, byDefault: string | undefined, { type }: Resource): string {
  const fateOf = (policy: string) =>
    policy === 'Delete' && type === 'AWS::S3::Bucket'
      ? 'it is deleted, which fails while it holds objects'
      : fates.get(policy);
  const told = cases(written).map(({ value, parameter }) => {
    if (value.kind === 'notWritten') {
      return byDefault ? `by default ${fateOf(byDefault)}` : 'its default depends on more than this document tells';
    }
    const fate = value.kind === 'literal' ? fateOf(value.text) : undefined;
    if (value.kind !== 'literal' || !fate) return `it is not known what \`${attribute}\` does`;
    return `${fate}: \`${attribute}\` is ${value.text}${parameter?.fallback ? ` by the default of ${parameter.name}` : ''}`;
  });
  return [...new Set(told)].join('; or ');
}

const lifecyclePage = 'https://developer.hashicorp.com/terraform/language/v1.10.x/meta-arguments/lifecycle';

/** What an argument of a Terraform resource does to its data once it is destroyed: when it is true, and when not. */
interface DestroyArgument {
  readonly name: string;
  readonly types: readonly string[];
  readonly on: string;
  readonly off: string;
}

/** Arguments that are off by default, as the provider documents each of the types. */
const destroyArguments: readonly DestroyArgument[] = [
  {
    name: 'skip_final_snapshot',
    types: ['aws_db_instance', 'aws_docdb_cluster', 'aws_neptune_cluster', 'aws_rds_cluster'],
    on: 'Terraform destroys it without a final snapshot',
    off: 'Terraform takes a final snapshot before it destroys it',
  },
  {
    name: 'force_destroy',
    types: ['aws_s3_bucket'],
    on: 'Terraform destroys it with the objects that it holds',
    off: 'Terraform fails to destroy it while it holds objects',
  },
];

function onDestroy({ type, properties, incomplete }: Resource, reader: Reader): Note[] {
  const source = `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${type.replace(/^aws_/, '')}`;
  const notes = destroyArguments
    .filter(({ types }) => types.includes(type))
    .flatMap(({ name, on, off }): Note[] => {
      const [place, ...others] = reader.read(properties, name);
      if (!place || others.length > 0 || (place.written === false && incomplete)) return [];
      if (place.written === false) return [{ text: `${off}, by default.`, source }];
      if (place.value.kind !== 'literal') return [];
      return [{ text: `${place.value.text === 'true' ? on : off}: \`${name}\` is ${place.value.text}.`, source }];
    });
  const prevented = reader.read(properties, 'lifecycle.prevent_destroy');
  const isPrevented = prevented.some(({ value }) => value.kind === 'literal' && value.text === 'true');
  if (!isPrevented) return notes;
  return [...notes, { text: 'Terraform refuses to destroy it: `prevent_destroy` is true.', source: lifecyclePage }];
}

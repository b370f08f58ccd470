// A cloud assembly as `cdk synth` writes it: a stack with a bucket, what keeps its logs short, and a stack it nests.

/** How an assembly is told from another. */
export interface AssemblyOptions {
  /** The folder of the project as the traces name it. */
  readonly project: string;
  /** The frames above the author's own. */
  readonly frames?: readonly string[];
  /** Whether the template itself says which constructs it is made of. */
  readonly paths?: boolean;
  /** Whether the metadata stands in the manifest, as older versions of the CDK write it. */
  readonly inManifest?: boolean;
}

const bucket = 'Data666C94C7';
const role = 'LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8aServiceRole9741ECFB';

/** The files of an assembly, by their paths below it. */
export function assembly({ project, frames = [], paths = true, inManifest }: AssemblyOptions): Record<string, string> {
  const trace = (line: number) => [
    '...new Bucket2 in aws-cdk-lib...',
    ...frames,
    `new Shop (${project}/bin/app.ts:${line}:20)`,
  ];
  const made = (id: string, line: number) => [
    { type: 'aws:cdk:logicalId', data: id },
    { type: 'aws:cdk:creationStack', data: trace(line) },
  ];
  const metadata = {
    '/Shop/Data/Resource': made(bucket, 12),
    '/Shop/Inner/Data/Resource': made('InnerData065D3574', 22),
    gone: [{ type: 'aws:cdk:logicalId', data: 'gone', trace: ['!!DESTRUCTIVE_CHANGES: WILL_DESTROY'] }],
  };
  const resource = (Type: string, path: string, Properties?: unknown) => ({
    Type,
    ...(Properties !== undefined && { Properties }),
    ...(paths && { Metadata: { 'aws:cdk:path': path } }),
  });
  const files = {
    'Shop.template.json': {
      Resources: {
        [bucket]: resource('AWS::S3::Bucket', 'Shop/Data/Resource'),
        [role]: resource('AWS::IAM::Role', 'Shop/LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a/ServiceRole/Resource', {
          AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }] },
          Policies: [
            { PolicyName: 'all', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } },
          ],
        }),
      },
    },
    'ShopInner.nested.template.json': {
      Resources: { InnerData065D3574: resource('AWS::S3::Bucket', 'Shop/Inner/Data/Resource') },
    },
    'manifest.json': {
      version: '48.0.0',
      artifacts: {
        Shop: {
          type: 'aws:cloudformation:stack',
          displayName: 'Shop',
          properties: { templateFile: 'Shop.template.json' },
          ...(inManifest ? { metadata } : { additionalMetadataFile: 'Shop.metadata.json' }),
        },
        Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
      },
    },
    ...(!inManifest && { 'Shop.metadata.json': metadata }),
    'tree.json': { version: 'tree-0.1', tree: constructs('', ['Shop/Data', 'Shop/Inner/Data']) },
  };
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, JSON.stringify(content, null, 1)]));
}

/** A tree of constructs in which some are buckets. */
function constructs(path: string, buckets: readonly string[]): object {
  const below = buckets.filter((one) => path === '' || one.startsWith(`${path}/`));
  const ids = new Set(below.map((one) => one.slice(path === '' ? 0 : path.length + 1).split('/')[0] as string));
  const fqn = buckets.includes(path) ? 'aws-cdk-lib.aws_s3.Bucket' : 'constructs.Construct';
  const children = [...ids].map((id) => [id, constructs(path ? `${path}/${id}` : id, buckets)]);
  return { path, constructInfo: { fqn, version: '2.276.0' }, children: Object.fromEntries(children) };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Checked } from '../../../server/src/engine/check';
import { suppressingOf } from '../../../server/src/engine/suppressing';
import { messageOf } from '../../../server/src/engine/words';
import type { RelatedPlace } from '../../../server/src/model/finding';
import { type AssemblyOptions, assembly } from '../../support/assembly';
import { checkFile } from '../../support/files';

const template = 'cdk.out/Shop.template.json';

/** Checks a document of a project with an assembly in it. */
function checkIn(folder: string, path: string, options: AssemblyOptions, out = 'cdk.out'): Promise<Checked> {
  const files = Object.entries(assembly(options)).map(([name, text]) => [`${folder}/${out}/${name}`, text]);
  return checkFile(Object.fromEntries(files), `${folder}/${path}`);
}

/** The places in code that the findings name, each once. */
function places({ findings }: Checked): string[] {
  const inCode = (place: RelatedPlace) =>
    'code' in place ? [`${place.code.path}:${place.code.line}:${place.code.character} ${place.message}`] : [];
  return [...new Set(findings.flatMap(({ related = [] }) => related.flatMap(inCode)))];
}

const ends = /Mend it in the (?:construct .*|code that this is made from)\.$/;

/** Where the messages say that something is to be mended, each once. */
function constructs({ findings }: Checked): string[] {
  return [...new Set(findings.flatMap((finding) => ends.exec(messageOf(finding)) ?? []))];
}

test('a finding names the construct, its class, and the line that makes it', async () => {
  const checked = await checkIn('/w', template, { project: '/w' });
  assert.deepEqual(constructs(checked), ['Mend it in the construct Shop/Data (aws-cdk-lib.aws_s3.Bucket).']);
  assert.deepEqual(places(checked), ['/w/bin/app.ts:11:19 Shop/Data is made here']);
});

test('a construct that is a resource itself takes its own metadata', async () => {
  const files = assembly({ project: '/w' });
  for (const [kind, target] of [
    ['CfnBucket', 'construct'],
    ['Bucket', '(construct.node.defaultChild as CfnResource)'],
  ]) {
    const tree = files['tree.json']?.replaceAll('aws_s3.Bucket', `aws_s3.${kind}`);
    const all = Object.entries({ ...files, 'tree.json': tree ?? '' }).map(([name, text]) => [
      `/w/cdk.out/${name}`,
      text,
    ]);
    const checked = await checkFile(Object.fromEntries(all), `/w/${template}`);
    const finding = checked.findings.find(({ rule }) => rule === 's3-bucket-versioning');
    const line = finding && suppressingOf(checked, finding);
    assert.ok(line?.kind === 'code' && line.code.startsWith(`${target}.addMetadata('DataProtection', `), kind);
  }
});

test('where the template does not name its constructs, the manifest does', async () => {
  for (const inManifest of [false, true]) {
    const checked = await checkIn('/w', template, { project: '/w', paths: false, inManifest });
    assert.deepEqual(constructs(checked), ['Mend it in the construct Shop/Data (aws-cdk-lib.aws_s3.Bucket).']);
    assert.deepEqual(places(checked), ['/w/bin/app.ts:11:19 Shop/Data is made here']);
  }
});

test('a nested template is told of by the stack that nests it', async () => {
  const checked = await checkIn('/w', 'cdk.out/ShopInner.nested.template.json', { project: '/w' });
  assert.deepEqual(constructs(checked), ['Mend it in the construct Shop/Inner/Data (aws-cdk-lib.aws_s3.Bucket).']);
  assert.deepEqual(places(checked), ['/w/bin/app.ts:21:19 Shop/Inner/Data is made here']);
});

test('the assembly of a stage has its tree in the assembly around it, and the same project', async () => {
  const files = assembly({ project: '/w' });
  const inStage = Object.entries(files).map(([name, text]) => [
    `/w/cdk.out/${name === 'tree.json' ? '' : 'assembly-Prod/'}${name}`,
    text,
  ]);
  const checked = await checkFile(Object.fromEntries(inStage), '/w/cdk.out/assembly-Prod/Shop.template.json');
  assert.deepEqual(constructs(checked), ['Mend it in the construct Shop/Data (aws-cdk-lib.aws_s3.Bucket).']);
  assert.deepEqual(places(checked), ['/w/bin/app.ts:11:19 Shop/Data is made here']);
});

test('traces name files in many ways, and what lies elsewhere is not told', async () => {
  const at = (folder: string, project: string, frames?: string[]) =>
    checkIn(folder, template, { project, ...(frames && { frames }) }).then(
      (checked) => places(checked)[0]?.split(' ')[0],
    );
  assert.equal(await at('file:///c%3A/my%20shop', 'C:\\my shop'), 'file:///c%3A/my%20shop/bin/app.ts:11:19');
  assert.equal(await at('file:///w/my%20shop', '/w/my shop'), 'file:///w/my%20shop/bin/app.ts:11:19');
  assert.equal(await at('/w', 'file:///w'), '/w/bin/app.ts:11:19');
  assert.equal(await at('/w', '.'), '/w/bin/app.ts:11:19');
  assert.equal(await at('/w', '/build/agent'), undefined);
  assert.equal(await at('/w', '..'), undefined);
  assert.equal(await at('/w', '/wider'), undefined);
  const libraries = [
    'new Bucket (/w/node_modules/aws-cdk-lib/aws-s3/lib/bucket.js:1:2)',
    'Module._compile (node:internal/modules/cjs/loader:1:2)',
  ];
  assert.equal(await at('/w', '/w', libraries), '/w/bin/app.ts:11:19');
  assert.equal(await at('/w', '/w', ['    at new Inner (/w/lib/inner.ts:7)']), '/w/lib/inner.ts:6:0');
  assert.equal(await at('/w', '/w', ['/w/lib/bare.ts:7:3']), '/w/lib/bare.ts:6:2');
});

test('an assembly that cannot be read leaves the findings as they are', async () => {
  const files = assembly({ project: '/w', paths: false });
  const broken = {
    'manifest.json': '{"version": "1", "artifacts": {"Shop": [',
    'tree.json': '[]',
    'Shop.metadata.json': '1',
  };
  const named = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [`/w/cdk.out/${name}`, text]));
  const whole = await checkFile(named(files), `/w/${template}`);
  const checked = await checkFile(named({ ...files, ...broken }), `/w/${template}`);
  assert.ok(checked.findings.length > 1);
  assert.deepEqual(
    checked.findings.map(({ rule }) => rule),
    whole.findings.map(({ rule }) => rule),
  );
  assert.deepEqual(constructs(checked), ['Mend it in the code that this is made from.']);
});

test('a helper of the CDK is one finding, whatever it breaks', async () => {
  const { findings } = await checkIn('/w', template, { project: '/w' });
  const [helper, ...others] = findings.filter(({ rule }) => rule === 'cdk-helper');
  assert.ok(helper && others.length === 0);
  assert.equal(helper.severity, 'information');
  assert.match(
    messageOf(helper),
    /^The helper LogRetention\w+, which the CDK makes for work of its own, breaks .*, .*\.$/,
  );
  const roles = findings.filter(({ resource }) => resource?.type === 'AWS::IAM::Role');
  assert.deepEqual(roles, [helper]);
});

test('the helpers of the CDK are known by their logical ids, and what looks like one is not', async () => {
  const policy = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const role = { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyName: 'p', PolicyDocument: policy }] } };
  const at = (path: string) => ({ ...role, Metadata: { 'aws:cdk:path': path } });
  const isHelper = async (id: string, resource: object = role) => {
    const text = JSON.stringify({ Resources: { [id]: resource } });
    const { findings } = await checkFile({ '/w/t.json': text }, '/w/t.json');
    assert.ok(findings.length > 0, id);
    return findings.every(({ rule }) => rule === 'cdk-helper');
  };
  const helpers = [
    'CustomS3AutoDeleteObjectsCustomResourceProviderRole3B1BD092',
    'CustomVpcRestrictDefaultSGCustomResourceProviderRole26592FE0',
    'AWSCDKTriggerCustomResourceProviderCustomResourceProviderRoleE18FAF0A',
    'CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756CServiceRole89A01265',
    'BucketNotificationsHandler050a0587b7544547bf325f094a3db834RoleB6FB88EC',
    'AWS679f53fac002430cb0da5b7982bd2287ServiceRoleC1EA0FF2',
    'AWSb4cf1abd4e4f4bc699441af7ccd9ec37ServiceRole9FFE9C50',
    'CrossRegionAwsSdk8a0c93f3dbef4b71ac137aaf2048ce7eServiceRole0DFA0ABB',
    'Evala0d2ce44871b4e7487a1f5e63d7c3bdcServiceRole5C8F0B6C',
    'SingletonLambda8693BB64968944B69AAFB0CC9EB8757CServiceRole1A2B3C4D',
    'ProvframeworkonEventServiceRoleDD88C778',
    'ProvwaiterstatemachineRole1083E4FE',
  ];
  const authors = [
    'CustomOrdersCustomResourceProviderRole3B1BD092',
    'LogRetentionRole',
    'frameworkRole',
    'AWSRole',
    'EvalRole',
  ];
  for (const id of helpers) assert.equal(await isHelper(id), true, id);
  for (const id of authors) assert.equal(await isHelper(id), false, id);
  const inStack = 'OnEventHandlerServiceRole15A26729';
  assert.equal(
    await isHelper(inStack, at('Shop/@aws-cdk--aws-dynamodb.ReplicaProvider/OnEventHandler/Resource')),
    true,
  );
  assert.equal(await isHelper(inStack, at('Shop/ReplicaProvider/OnEventHandler/Resource')), false);
});

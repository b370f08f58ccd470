import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overviewOf } from '../../../server/src/engine/overview';
import { checkText } from '../../support/checking';

/** The notes on what becomes of the first resource of a document. */
function notes(text: string, path = 'template.yaml'): string[] {
  const checked = checkText(path, text);
  const [resource] = checked.model.resources;
  const found = (resource && overviewOf(checked, resource)?.notes) ?? [];
  const isDisposal = /leaves the stack|replaces it|destroy/;
  assert.ok(found.every(({ source }) => source.startsWith('https://')));
  return found.flatMap((note) => (isDisposal.test(note.text) ? note.text : []));
}

const resource = (type: string, attributes = '', properties = '{}') =>
  `Resources:\n  Data:\n    Type: ${type}\n${attributes}    Properties: ${properties}\n`;
const deletion = (policy: string) => `    DeletionPolicy: ${policy}\n`;

test('a data store of which nothing is said goes with its stack, by default', () => {
  assert.deepEqual(notes(resource('AWS::DynamoDB::Table')), [
    'When it leaves the stack, by default it is deleted with what it holds.',
    'When an update replaces it, by default it is deleted with what it holds.',
  ]);
  assert.match(
    notes(resource('AWS::S3::Bucket'))[0] ?? '',
    /by default it is deleted, which fails while it holds objects/,
  );
  assert.deepEqual(notes(resource('AWS::SNS::Topic')), []);
});

test('a database is kept as a snapshot by default, unless a cluster holds its data', () => {
  const snapshot = 'When it leaves the stack, by default a snapshot of it is taken before it is deleted.';
  const deleted = 'When it leaves the stack, by default it is deleted with what it holds.';
  const instance = (properties: string) => notes(resource('AWS::RDS::DBInstance', '', properties))[0];
  assert.equal(notes(resource('AWS::RDS::DBCluster'))[0], snapshot);
  assert.equal(instance('{}'), snapshot);
  assert.equal(instance('{ DBClusterIdentifier: !Ref AWS::NoValue }'), snapshot);
  assert.equal(instance('{ DBClusterIdentifier: orders }'), deleted);
  assert.equal(
    instance('{ DBClusterIdentifier: !If [Clustered, orders, !Ref AWS::NoValue] }'),
    'When it leaves the stack, its default depends on more than this document tells.',
  );
});

test('what a template says is named, of whatever resource it says it', () => {
  const policies = `${deletion('Retain')}    UpdateReplacePolicy: Snapshot\n`;
  assert.deepEqual(notes(resource('AWS::EC2::Volume', policies)), [
    'When it leaves the stack, it is kept: `DeletionPolicy` is Retain.',
    'When an update replaces it, a snapshot of it is taken before it is deleted: `UpdateReplacePolicy` is Snapshot.',
  ]);
  assert.match(
    notes(resource('AWS::SNS::Topic', deletion('RetainExceptOnCreate')))[0] ?? '',
    /it is kept, unless its creation is rolled back: `DeletionPolicy` is RetainExceptOnCreate/,
  );
});

test('with the language extensions it may be computed', () => {
  const extended = (policy: string) =>
    `Transform: AWS::LanguageExtensions\nParameters:\n  Stage: { Type: String, AllowedValues: [dev, prod] }\n  Policy: { Type: String, Default: Retain }\n  Given: { Type: String }\nConditions:\n  IsProd: !Equals [!Ref Stage, prod]\n${resource('AWS::DynamoDB::Table', deletion(policy))}`;
  const told = (policy: string) => notes(extended(policy))[0];
  assert.equal(
    told('!If [IsProd, Retain, Delete]'),
    'When it leaves the stack, it is kept: `DeletionPolicy` is Retain; or it is deleted with what it holds: `DeletionPolicy` is Delete.',
  );
  assert.equal(
    told('!Ref Policy'),
    'When it leaves the stack, it is kept: `DeletionPolicy` is Retain by the default of Policy.',
  );
  assert.equal(told('!Ref Given'), 'When it leaves the stack, it is not known what `DeletionPolicy` does.');
  assert.match(told('!If [IsProd, Retain, !Ref AWS::NoValue]') ?? '', /is Retain; or by default it is deleted/);
  assert.equal(told('Keep'), 'When it leaves the stack, it is not known what `DeletionPolicy` does.');
});

test('nothing is said of what a macro rewrites, or of a resource that is being typed', () => {
  const macro = '    Fn::Transform: { Name: Stamp }\n';
  assert.deepEqual(notes(resource('AWS::DynamoDB::Table', macro)), []);
  assert.deepEqual(notes('Resources:\n  Data:\n    Type: AWS::DynamoDB::Table\n    Properties: { a: "\n'), []);
});

test('what Terraform does when it destroys a resource is told of its arguments', () => {
  const configured = (type: string, body: object) =>
    notes(JSON.stringify({ resource: { [type]: { data: body } } }), 'main.tf.json');
  assert.deepEqual(configured('aws_db_instance', {}), [
    'Terraform takes a final snapshot before it destroys it, by default.',
  ]);
  assert.deepEqual(
    configured('aws_rds_cluster', { skip_final_snapshot: true, lifecycle: [{ prevent_destroy: true }] }),
    [
      'Terraform destroys it without a final snapshot: `skip_final_snapshot` is true.',
      'Terraform refuses to destroy it: `prevent_destroy` is true.',
    ],
  );
  assert.deepEqual(configured('aws_s3_bucket', { force_destroy: true, lifecycle: { prevent_destroy: false } }), [
    'Terraform destroys it with the objects that it holds: `force_destroy` is true.',
  ]);
  assert.deepEqual(configured('aws_s3_bucket', { force_destroy: '${var.force}' }), []);
  assert.deepEqual(configured('aws_sns_topic', {}), []);
});

import assert from 'node:assert/strict';
import type { Unreadable } from '../../../server/src/workspace/files';
import { type Loaded, Workspace } from '../../../server/src/workspace/workspace';
import { MemoryFiles } from './memoryFiles';

/** A template of CloudFormation in YAML. */
export const template = 'Resources:\n  Logs:\n    Type: AWS::S3::Bucket\n';
/** The same in JSON. */
export const jsonTemplate = '{"Resources": {"Logs": {"Type": "AWS::S3::Bucket"}}}';
/** A configuration of Terraform. */
export const bucket = '{"resource": {"aws_s3_bucket": {"logs": {"bucket": "logs"}}}}';
/** A configuration that the CDK for Terraform made. */
export const synthesized = '{"//": {"metadata": {"stackName": "x"}}, "resource": {"aws_s3_bucket": {"logs": {}}}}';
/** A policy of its own. */
export const policy = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow"}]}';
/** A plan without resources. */
export const plan = '{"format_version": "1.2", "planned_values": {"root_module": {}}}';

/** A workspace over files in memory, with what it logs. */
export function setUp(texts: Record<string, string | Unreadable>) {
  const files = new MemoryFiles(texts);
  const log: string[] = [];
  return { files, log, workspace: new Workspace(files, (message) => log.push(message)) };
}

/** The unit that a document belongs to; fails where it has none. */
export async function unitAt(workspace: Workspace, path: string) {
  const loaded = await workspace.load(path);
  assert.equal(loaded.kind, 'unit', loaded.kind === 'skipped' ? loaded.reason : loaded.kind);
  return (loaded as Extract<Loaded, { kind: 'unit' }>).unit;
}

/** Why a document is skipped; fails where it is not. */
export async function skippedAt(workspace: Workspace, path: string) {
  const loaded = await workspace.load(path);
  assert.equal(loaded.kind, 'skipped', loaded.kind);
  return loaded as Extract<Loaded, { kind: 'skipped' }>;
}

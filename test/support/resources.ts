import assert from 'node:assert/strict';
import { fixesFor } from '../../server/src/engine/fixes';
import { applyEdits } from '../../server/src/syntax/textEdit';
import { checkText } from './checking';

/** A document and the name of its file. */
export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/** A template in JSON: its resources, and its other sections. */
export function template(resources: object, sections: object = {}): NamedText {
  return { path: 'template.json', text: JSON.stringify({ ...sections, Resources: resources }, null, 2) };
}

/** A module in Terraform JSON: its resources by type and name. */
export function module(resource: object): NamedText {
  return { path: 'main.tf.json', text: JSON.stringify({ resource }, null, 2) };
}

/** The rules of all findings in a document. */
export function found({ path, text }: NamedText): string[] {
  return checkText(path, text).findings.map(({ rule }) => rule);
}

/** The first fix of the only finding of a document, and what it leaves, which has none; `undefined` without a fix. */
export function mended({ path, text }: NamedText) {
  const checked = checkText(path, text);
  const [finding, ...others] = checked.findings;
  assert.ok(finding && others.length === 0, found({ path, text }).join());
  const [fix] = fixesFor(checked, finding);
  if (!fix) return undefined;
  const after = applyEdits(text, fix.edits);
  assert.deepEqual(found({ path, text: after }), []);
  return { fix, document: JSON.parse(after) };
}

import type { Finding } from '../model/finding';
import type { Ignore } from '../model/suppression';
import { rangeOf } from '../syntax/ranges';
import type { TextEdit } from '../syntax/textEdit';
import type { Checked } from './check';
import { ruleById } from './rules';

/** How a finding can be accepted instead of mended. */
export type Suppressing =
  /** With a word in the document. */
  | { readonly kind: 'edit'; readonly title: string; readonly edits: readonly TextEdit[] }
  /** With a line of code in the construct that the document is made from. */
  | { readonly kind: 'code'; readonly title: string; readonly code: string }
  /** In the settings: the document has no room for it. */
  | { readonly kind: 'setting'; readonly title: string; readonly ignore: Ignore };

/** What suppresses a finding, as near to it as there is room. The reason is left to whoever does it. */
export function suppressingOf({ unit, model, world }: Checked, finding: Finding): Suppressing | undefined {
  const { rule, origin, resource } = finding;
  if (!ruleById(rule)) return undefined;
  if (unit.format === 'cdk' && resource) {
    const title = `Copy the line that ignores ${rule} for ${resource.name}`;
    return { kind: 'code', title, code: metadataLine(rule) };
  }
  const ignoring = (name: string) => `Ignore ${rule} for ${name} (with a reason)`;
  const added = model.generatedBy ? undefined : world.format.suppressing?.add(origin, rule, world.format.overlay);
  if (added) return { kind: 'edit', title: ignoring(added.name), edits: added.edits };
  const { path } = rangeOf(origin).document;
  // A lone policy is all of its document.
  const named = unit.format === 'iam' ? undefined : resource;
  const title = `${ignoring(named?.name ?? 'this file')} in the settings file`;
  return { kind: 'setting', title, ignore: { path, ...(named && { address: named.address }), rule } };
}

/** What the CDK writes as metadata of the resource, to be put where `construct` is made. */
function metadataLine(rule: string): string {
  const ignore = `{ Ignore: [{ Rule: '${rule}', Reason: '' }] }`;
  return `(construct.node.defaultChild as CfnResource).addMetadata('DataProtection', ${ignore});`;
}

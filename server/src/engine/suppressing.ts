import type { Finding } from '../model/finding';
import type { Resource } from '../model/resource';
import type { Claim, Ignore } from '../model/suppression';
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
    const copy = `Copy the line that ignores ${rule} for ${resource.name}`;
    const accepted = model.suppressions.filter(
      (one) => one.contract === 'ours' && one.rule !== rule && one.covers?.from === resource.nameOrigin,
    );
    const title = accepted.length > 0 ? `${copy} as well, in place of the one there` : copy;
    return { kind: 'code', title, code: metadataLine(resource, [...accepted, { rule }]) };
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

/**
 * What the CDK writes as metadata of a resource, to be put where `construct` is made. A second call would replace what
 * the first one wrote, so all that is accepted stands in one.
 */
function metadataLine({ construct }: Resource, accepted: readonly Pick<Claim, 'rule' | 'reason' | 'until'>[]): string {
  const ignore = accepted.map(({ rule, reason = '', until }) => {
    const end = until === undefined ? '' : `, Until: ${inCode(until)}`;
    return `{ Rule: ${inCode(rule)}, Reason: ${inCode(reason)}${end} }`;
  });
  const isResource = /\bCfn\w+$/.test(construct?.kind ?? '');
  const target = isResource ? 'construct' : '(construct.node.defaultChild as CfnResource)';
  return `${target}.addMetadata('DataProtection', { Ignore: [${ignore.join(', ')}] });`;
}

/** A text in quotes, on one line. */
function inCode(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/\s+/g, ' ')}'`;
}

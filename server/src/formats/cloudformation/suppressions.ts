import type { Stretch, Suppression } from '../../model/suppression';
import { type Desired, desiredField, overlay } from '../../syntax/desired';
import { insertCommentAbove } from '../../syntax/edit/insert';
import { removeComment, removeItem, removePair } from '../../syntax/edit/remove';
import {
  child,
  type MapNode,
  originOf,
  type Pair,
  placeOf,
  type SyntaxDocument,
  type SyntaxNode,
  scalarText,
} from '../../syntax/node';
import { rangeOf } from '../../syntax/ranges';
import { type LocalEdit, type TextEdit, toDocumentEdits } from '../../syntax/textEdit';
import { claimText, makeClaim, reasonPlaceholder } from '../claims';
import type { Suppressing } from '../format';
import { commentSuppressions, isComment } from './comments';
import { intrinsicOf } from './intrinsics';
import { entriesOf, isTemplate } from './template';

/** Where another tool keeps its suppressions in metadata. */
interface OtherTool {
  readonly contract: Suppression['contract'];
  readonly path: readonly [string, string];
}

const cdkNag: OtherTool = { contract: 'cdkNag', path: ['cdk_nag', 'rules_to_suppress'] };

/** The tools that read the metadata of a resource. */
const otherTools: readonly OtherTool[] = [
  { contract: 'checkov', path: ['checkov', 'skip'] },
  { contract: 'checkov', path: ['bridgecrew', 'skip'] },
  { contract: 'cfnNag', path: ['cfn_nag', 'rules_to_suppress'] },
  cdkNag,
  { contract: 'guard', path: ['guard', 'SuppressedRules'] },
];

/** The tools that read the metadata of the template, for all of its resources: cdk-nag's suppressions of a stack. */
const otherToolsOfTemplates: readonly OtherTool[] = [cdkNag];

/** The keys below which metadata holds suppressions: without one of them in its text a template has none there. */
const metadataKeys = ['DataProtection', ...otherTools.map(({ path: [tool] }) => tool)];

/** The suppressions of a template: in its comments, in the metadata of resources, and in its own. */
export function suppressionsOf(document: SyntaxDocument, root: SyntaxNode): Suppression[] {
  const comments = commentSuppressions(document, root);
  if (!metadataKeys.some((key) => document.text.includes(key))) return comments;
  const own = [...ignoresOf(root)].flatMap(({ item, entry }): Suppression[] => {
    const rule = item.get('Rule');
    const id = scalarText(rule);
    if (!rule || id === undefined) return [];
    const claim = makeClaim('ours', id, scalarText(item.get('Reason')), scalarText(item.get('Until')));
    const origin = originOf(rule);
    return [{ ...claim, origin, ruleOrigin: origin, ...(entry && { covers: stretchOf(entry) }) }];
  });
  const resources = root.kind === 'map' ? root.pair('Resources') : undefined;
  const ofTemplate = resources ? othersOf(root, otherToolsOfTemplates, resources) : [];
  const others = entriesOf(root, 'Resources').flatMap(({ pair }) => othersOf(pair.value, otherTools, pair));
  return [...comments, ...own, ...ofTemplate, ...others];
}

/** Writes suppressions into templates: as a comment above the entry in YAML, else into metadata. */
export const suppressing: Suppressing = {
  add(place, rule, options) {
    const { document, start } = rangeOf(place);
    const root = document.roots.find(isTemplate);
    const found = root && entryAt(root, start);
    if (!found) return undefined;
    const { section, entry } = found;
    const named = section === entry ? section.key.text : `${section.key.text}.${entry.key.text}`;
    const above = insertCommentAbove(entry.key, `# ${claimText(rule)}`);
    const isResource = section.key.text === 'Resources';
    const item = {
      Rule: rule,
      ...(!isResource && { Entry: named }),
      Reason: reasonPlaceholder,
    };
    const desired = ['Metadata', 'DataProtection', 'Ignore'].reduceRight<Desired>(
      (inner, key) => desiredField(key, inner),
      { kind: 'appended', item },
    );
    const edits = above
      ? toDocumentEdits(entry.key.source, above)
      : overlay(isResource ? entry.value : root, desired, options);
    return edits && { name: entry.key.text, edits };
  },

  remove({ origin }): TextEdit[] | undefined {
    const { node } = placeOf(origin);
    const edits = isComment(node) ? removeComment(node) : removeIgnore(node);
    return edits && toDocumentEdits(node.source, edits);
  },
};

/** An item of `DataProtection.Ignore`, the map whose metadata it stands in, and the entry that it is about. */
interface IgnoreItem {
  readonly holder: MapNode;
  readonly item: MapNode;
  readonly entry: Pair | undefined;
}

function* ignoresOf(root: SyntaxNode): Generator<IgnoreItem> {
  if (root.kind !== 'map') return;
  for (const item of ignoreItems(root)) yield { holder: root, item, entry: entryNamed(root, item) };
  for (const { pair } of entriesOf(root, 'Resources')) {
    const holder = pair.value;
    if (holder.kind !== 'map') continue;
    for (const item of ignoreItems(holder)) yield { holder, item, entry: pair };
  }
}

function ignoreItems(holder: MapNode): MapNode[] {
  const ignore = child(child(holder.get('Metadata'), 'DataProtection'), 'Ignore');
  return itemsOf(ignore).filter((item) => item.kind === 'map');
}

/** The entry that an item of the template's own metadata names: `Outputs.Address`, or a whole section. */
function entryNamed(root: MapNode, item: MapNode): Pair | undefined {
  const [section = '', ...name] = (scalarText(item.get('Entry')) ?? '').split('.');
  if (name.length === 0) return root.pair(section);
  const entries = root.get(section);
  return entries?.kind === 'map' ? entries.pair(name.join('.')) : undefined;
}

/** What other tools are told in the metadata of a resource or template, and what that is about. */
function othersOf(holder: SyntaxNode, tools: readonly OtherTool[], subject: Pair): Suppression[] {
  const metadata = child(holder, 'Metadata');
  if (!metadata) return [];
  return tools.flatMap(({ contract, path: [tool, key] }) =>
    itemsOf(child(child(metadata, tool), key)).flatMap((item): Suppression[] => {
      // With `applies_to` cdk-nag accepts only those findings of a rule that are named by ids of its own.
      if (child(item, 'applies_to')) return [];
      return rulesNamedBy(item, contract).map((rule) => ({
        contract,
        rule,
        origin: originOf(item),
        covers: stretchOf(subject),
      }));
    }),
  );
}

/** The rules that an item of another tool's metadata names. Guard lets a reason stand behind a name: `RULE: reason`. */
function rulesNamedBy(item: SyntaxNode, contract: OtherTool['contract']): string[] {
  if (item.kind === 'map' && contract === 'guard') return item.pairs.map(({ key }) => key.text);
  return [scalarText(item.kind === 'map' ? item.get('id') : item)].filter((rule) => rule !== undefined);
}

/** The entry of a section, `Parameters` or `Resources`, around an offset; of one like `Description` the section itself. */
function entryAt(root: SyntaxNode, offset: number): { section: Pair; entry: Pair } | undefined {
  const isAround = ({ key, value }: Pair) => key.start <= offset && offset <= value.end;
  const section = root.kind === 'map' ? root.pairs.find(isAround) : undefined;
  if (!section) return undefined;
  const { value } = section;
  const entry = value.kind === 'map' && !intrinsicOf(value) ? value.pairs.find(isAround) : section;
  return entry && { section, entry };
}

/** Takes an item out of the metadata, together with what would be left empty. */
function removeIgnore(rule: SyntaxNode): LocalEdit[] | undefined {
  const root = rule.source.document.roots.find(isTemplate);
  for (const { holder, item } of root ? ignoresOf(root) : []) {
    if (item.get('Rule') !== rule) continue;
    const metadata = holder.get('Metadata');
    const own = child(metadata, 'DataProtection');
    const list = child(own, 'Ignore');
    return (
      (list?.kind === 'list' ? removeItem(list, item) : undefined) ??
      removeKey(own, 'Ignore') ??
      removeKey(metadata, 'DataProtection') ??
      removeKey(holder, 'Metadata')
    );
  }
  return undefined;
}

function removeKey(map: SyntaxNode | undefined, key: string): LocalEdit[] | undefined {
  const pair = map?.kind === 'map' ? map.pair(key) : undefined;
  return map?.kind === 'map' && pair ? removePair(map, pair) : undefined;
}

function itemsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node?.kind === 'list' ? node.items : node ? [node] : [];
}

function stretchOf({ key, value }: Pair): Stretch {
  return { from: originOf(key), to: originOf(value.end > key.end ? value : key) };
}

import type { Field, MapValue } from '../../model/value';
import { originOf, type SyntaxDocument, type SyntaxNode } from '../../syntax/node';
import { overrideFile } from '../files';
import { type Block, twoLabelBlocks } from './structure';
import { lowerMap, type Scope } from './values';

/** A block with what override files say of it. */
export interface MergedBlock extends Block {
  readonly document: SyntaxDocument;
  /** The bodies that override files merge into its own, the last one counting most. */
  readonly overrides: readonly SyntaxNode[];
}

/** The documents of a module in the order in which what they say counts: override files last, by name. */
export function inMergingOrder(documents: readonly SyntaxDocument[]): readonly SyntaxDocument[] {
  const overriding = documents.filter((document) => overrideFile.test(document.path));
  if (overriding.length === 0) return documents;
  const byName = [...overriding].sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...documents.filter((document) => !overriding.includes(document)), ...byName];
}

/** The blocks of a section with two labels in a whole module, those of override files merged into what they override. */
export function mergedBlocks(documents: readonly SyntaxDocument[], section: string): MergedBlock[] {
  const blocks: MergedBlock[] = [];
  const overrides = new Map<string, SyntaxNode[]>();
  for (const document of inMergingOrder(documents)) {
    for (const block of document.roots.flatMap((root) => twoLabelBlocks(root, section))) {
      const address = `${block.type}.${block.name}`;
      if (overrideFile.test(document.path)) overrides.set(address, [...(overrides.get(address) ?? []), block.body]);
      else blocks.push({ ...block, document, overrides: [] });
    }
  }
  if (overrides.size === 0) return blocks;
  return blocks.map((block) => ({ ...block, overrides: overrides.get(`${block.type}.${block.name}`) ?? [] }));
}

/**
 * What a block says, override files included: what they write under a key replaces all that was there. A block that is
 * merged of several bodies has its name for a place, so that nothing is written into one that another would override.
 */
export function lowerBlock(block: MergedBlock, scope: Scope): MapValue {
  const own = lowerMap(block.body, scope);
  if (block.overrides.length === 0) return own;
  const bodies = block.overrides.map((body) => lowerMap(body, scope));
  const fields = new Map<string, Field>([own, ...bodies].flatMap((body) => [...body.fields]));
  return { ...own, fields, open: [own, ...bodies].some((body) => body.open), origin: originOf(block.pair.key) };
}

import type { Unit } from '../formats/format';
import { parseDocument } from '../syntax/parse';
import { applyEdits, ComposedEdits, overlap, type TextEdit } from '../syntax/textEdit';
import { type Checked, check, drain } from './check';
import { safeRemedy } from './fixes';
import type { Settings } from './settings';
import { editsOf } from './writing';

/** So many rounds at most: a fix may only become possible once another has been made. */
const maximumPasses = 5;

/** What a run of all fixes is limited to. */
export interface FixScope {
  /** One rule's findings. */
  readonly rule?: string;
  /** The documents that may be edited: a fix that would touch another is left out whole. */
  readonly isWritable?: (path: string) => boolean;
}

/**
 * All safe fixes of a unit, or those within a scope, as edits of its original documents. Fixes that touch the same place
 * wait for the next round, which works on the text the round before left.
 */
export function fixAll(unit: Unit, settings: Settings, scope: FixScope = {}): TextEdit[] {
  const composed = new Map(unit.documents.map((document) => [document.path, new ComposedEdits(document.text.length)]));
  let current = unit;
  for (let pass = 0; pass < maximumPasses; pass++) {
    const checked = drain(check(current, settings, () => {}));
    const edits = safeEdits(checked, scope);
    const next = edits.length ? edited(current, edits) : undefined;
    if (!next) break;
    for (const [path, rounds] of composed) rounds.apply(edits.filter((edit) => edit.path === path));
    current = next;
  }
  return [...composed].flatMap(([path, rounds]) => rounds.edits().map((edit) => ({ path, ...edit })));
}

/** The safe fixes of a check as one change; where they do not go together, those that keep out of each other's way. */
function safeEdits(checked: Checked, { rule, isWritable = () => true }: FixScope): readonly TextEdit[] {
  if (checked.model.generatedBy) return [];
  const single = checked.findings.flatMap((finding) => {
    const remedy = rule === undefined || finding.rule === rule ? safeRemedy(finding) : undefined;
    const edits = remedy && editsOf(remedy.changes, checked.world);
    return remedy && edits?.every((edit) => isWritable(edit.path)) ? [{ changes: remedy.changes, edits }] : [];
  });
  const joint = editsOf(
    single.flatMap(({ changes }) => changes),
    checked.world,
  );
  if (joint && !joint.some((edit, i) => joint.slice(i + 1).some((other) => intersect(edit, other)))) return joint;
  const taken: TextEdit[] = [];
  for (const { edits } of single) {
    if (!edits.some((edit) => taken.some((other) => edit.path === other.path && overlap(edit, other))))
      taken.push(...edits);
  }
  return taken;
}

/** Whether two edits change the same characters. Insertions at one place are in the order they belong. */
function intersect(a: TextEdit, b: TextEdit): boolean {
  return a.path === b.path && a.start < b.end && b.start < a.end;
}

/** A unit after a round; `undefined` if a document cannot be parsed any more or has new syntax errors. */
function edited(unit: Unit, edits: readonly TextEdit[]): Unit | undefined {
  const documents = unit.documents.map((document) => {
    const own = edits.filter((edit) => edit.path === document.path);
    if (own.length === 0) return document;
    const parsed = parseDocument(document.path, applyEdits(document.text, own));
    return 'skipped' in parsed || parsed.problems.length > document.problems.length ? undefined : parsed;
  });
  return documents.every((document) => document !== undefined) ? { ...unit, documents } : undefined;
}

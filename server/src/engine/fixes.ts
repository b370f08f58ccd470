import { propertySchema } from '../data/cloudformationSchema';
import type { Change, Finding, OnUpdate, Remedy, Safety } from '../model/finding';
import type { Kind } from '../model/kind';
import type { TextEdit } from '../syntax/textEdit';
import type { Checked } from './check';
import { locatorsOf } from './locators';
import { editsOf } from './writing';

/** A fix as an editor can apply it. */
export interface Fix {
  readonly title: string;
  readonly safety: Safety;
  readonly onUpdate: OnUpdate;
  /** The best fix of its finding, if it neither replaces a resource nor leaves a value to the user. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

/** What an update does to the resource, as the titles of fixes end with it. */
export const consequences: Partial<Record<OnUpdate, string>> = {
  replacement: 'replaces the resource',
  interruption: 'interrupts the resource for a moment',
};

/** The fixes of a finding, the best first. None for documents that a tool made: what they come from has to change. */
export function fixesFor(checked: Checked, finding: Finding): Fix[] {
  if (checked.model.generatedBy) return [];
  const fixes: Fix[] = [];
  for (const remedy of finding.remedies) {
    const edits = editsOf(remedy.changes, checked.world);
    // What a document refers to is mended where it is checked on its own.
    const isWithin = edits?.every(({ path }) => checked.unit.documents.some((document) => document.path === path));
    if (edits?.length && isWithin) fixes.push(fixOf(remedy, edits, fixes.length === 0));
  }
  return fixes;
}

/** The remedy of a finding that may be applied without asking, if it has one. */
export function safeRemedy(finding: Finding): Remedy | undefined {
  return finding.remedies.find(
    (remedy) => remedy.safety === 'safe' && updateBehaviour(remedy.changes) !== 'replacement',
  );
}

function fixOf(remedy: Remedy, edits: readonly TextEdit[], first: boolean): Fix {
  const onUpdate = updateBehaviour(remedy.changes);
  const consequence = consequences[onUpdate];
  const safety = remedy.safety === 'safe' && onUpdate === 'replacement' ? 'review' : remedy.safety;
  return {
    title: consequence && !remedy.title.includes(consequence) ? `${remedy.title} (${consequence})` : remedy.title,
    safety,
    onUpdate,
    preferred: first && onUpdate !== 'replacement' && safety !== 'input',
    edits,
  };
}

const gravity: readonly OnUpdate[] = ['none', 'unknown', 'interruption', 'replacement'];

/** The gravest thing that rolling out some changes does, as the resource's own schema has it. */
function updateBehaviour(changes: readonly Change[]): OnUpdate {
  const behaviours = changes.map((change) => behaviourOf(change));
  return behaviours.reduce((worst, one) => (gravity.indexOf(one) > gravity.indexOf(worst) ? one : worst), 'none');
}

function behaviourOf(change: Change): OnUpdate {
  if (change.kind === 'set' || change.kind === 'append') {
    return change.resource.isNew ? 'none' : attributeBehaviour(change.of, change.attribute);
  }
  if (change.kind === 'replaceText' && change.sets) return attributeBehaviour(change.sets.of, change.sets.attribute);
  return 'none';
}

/** What changing an attribute does: its row says, or the CloudFormation schema; Terraform drives the same service. */
function attributeBehaviour(kind: Kind, name: string): OnUpdate {
  const attribute = kind.attributes[name];
  if (!attribute) return 'unknown';
  if (attribute.onUpdate) return attribute.onUpdate;
  const [locator] = locatorsOf(attribute, 'cloudformation');
  const type = locator?.satellite?.type ?? kind.cloudformation[0];
  const path = locator?.path.replace(/\.?json\(.*$/, '');
  return (type && path && propertySchema(type, path)?.replacement) || 'unknown';
}

import { settled } from '../../server/src/catalogue';
import type { Disagreement } from './compare';
import { differences } from './differences';
import type { Difference } from './differences/difference';

/** How disagreements and explanations fit together: both lists are empty where all is told. */
export interface Explained {
  readonly unexplained: readonly Disagreement[];
  /** Labels in the list of differences on which there is no disagreement any more. */
  readonly gone: readonly string[];
}

/** Holds disagreements against the explanations. A check that needs no rule is explained by being settled. */
export function explain(disagreements: readonly Disagreement[]): Explained {
  const told = new Set(differences.flatMap(labelsOf));
  const found = new Set(disagreements.map(labelOf));
  return {
    unexplained: disagreements.filter((one) => !told.has(labelOf(one)) && !isSettled(one.check)),
    gone: [...told].filter((label) => !found.has(label)),
  };
}

/** Whether a check of the Guard rules registry is one that needs no rule. */
export function isSettled(check: string): boolean {
  return settled.some(({ sameAs }) => sameAs.guard?.includes(check));
}

function labelsOf({ labels }: Difference): string[] {
  return labels.flatMap(({ check, file, cases }) => cases.map((number) => `${check} in ${file} ${number}`));
}

/** A label by its check and case. */
export function labelOf({ check, template }: Disagreement): string {
  return `${check} in ${template}`;
}

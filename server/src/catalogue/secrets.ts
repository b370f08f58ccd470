import type { Objection } from '../model/finding';
import type { View } from '../model/view';
import { WrittenInput } from '../model/written';
import { literalFacts, objectionTo, setAttribute } from './define';

/** An attribute that holds a secret. */
export interface Secret {
  readonly attribute: string;
  /** What is added to the name of the resource to name the input that replaces the secret. */
  readonly inputName: string;
  /** What a person calls it: "private key". */
  readonly title: string;
}

/** Objections to secrets that a document spells out. The empty text stands for no secret. */
export function readableSecrets(resource: View, secrets: readonly Secret[]): Objection[] {
  return secrets.flatMap(({ attribute, inputName, title }) => {
    const name = `${resource.resource.name}${inputName}`;
    const input = new WrittenInput(name, `The ${title} of ${resource.resource.name}`, undefined, true);
    const remedy = {
      title: `Pass the ${title} in from outside`,
      safety: 'input' as const,
      changes: [setAttribute(resource, attribute, input)],
    };
    return literalFacts(resource, attribute)
      .filter(({ text }) => text !== '')
      .map(({ fact }) => ({
        // A parameter with the secret as its default has to lose the default, and its users have to pass it.
        ...objectionTo(resource, fact, fact.parameter ? [] : [remedy]),
        details: { secret: title },
      }));
  });
}

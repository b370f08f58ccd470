import type { Objection } from '../model/finding';
import type { View } from '../model/view';
import { WrittenInput } from '../model/written';
import { literalFacts, objectionTo, setAttribute } from './define';

/** What names of variables end with that hold a secret. */
const secretName = /(^|[_-])(PASSWORD|PASSWD|API_?KEY|SECRET_?KEY|ACCESS_TOKEN|AUTH_TOKEN|PRIVATE_KEY|CLIENT_SECRET)$/i;

/** Whether an environment variable is named like one that holds a secret. */
export function isNamedLikeSecret(variable: string): boolean {
  return secretName.test(variable);
}

/** What is written where a secret, or none, is put in later. */
const placeholder =
  /^(<.*>|__.*__|(change|replace)[-_ ]?me|placeholder|your[-_ ].*|dummy|test|todo|none|null|true|false|x+|\*+)$/i;

/** Whether a text only stands for a secret. */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text.trim());
}

/** An attribute that holds a secret. */
export interface Secret {
  readonly attribute: string;
  /** What is added to the name of the resource to name the input that replaces the secret. */
  readonly inputName: string;
  /** What a person calls it: "private key". */
  readonly title: string;
  /** Whether a text holds none after all, beside the empty one. */
  readonly isNone?: (text: string) => boolean;
}

/** Objections to secrets that a document spells out. The empty text stands for no secret. */
export function readableSecrets(resource: View, secrets: readonly Secret[]): Objection[] {
  return secrets.flatMap(({ attribute, inputName, title, isNone }) => {
    const name = `${resource.resource.name}${inputName}`;
    const input = new WrittenInput(name, `The ${title} of ${resource.resource.name}`, undefined, true);
    const remedy = {
      title: `Pass the ${title} in from outside`,
      safety: 'input' as const,
      changes: [setAttribute(resource, attribute, input)],
    };
    const isOnly = resource.facts(attribute).length === 1;
    return literalFacts(resource, attribute)
      .filter(({ text }) => text !== '' && !isNone?.(text))
      .map(({ fact }) => ({
        // A parameter with the secret as its default has to lose the default, and its users have to pass it. What is
        // written for one of several, by condition or in a list, would be written for all.
        ...objectionTo(resource, fact, fact.parameter || !isOnly ? [] : [remedy]),
        details: { secret: title },
      }));
  });
}

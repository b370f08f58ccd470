import type { Objection } from '../model/finding';

/**
 * Fills the placeholders of a text: `{name}` is the resource, others are the objection's details. A policy in a file of
 * its own has no name, so it goes by what the placeholder says of any: `{name|The policy}`.
 */
export function fillIn(text: string, { resource, details }: Pick<Objection, 'resource' | 'details'>): string {
  const words: Readonly<Record<string, string>> = { name: resource?.name ?? '', ...details };
  const isNameless = resource !== undefined && resource.name === resource.type;
  return text.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (placeholder, key: string, any: string | undefined) => {
    if (key === 'name' && isNameless && any !== undefined) return any;
    return words[key] ?? placeholder;
  });
}

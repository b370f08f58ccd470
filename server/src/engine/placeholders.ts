import type { Objection } from '../model/finding';

/** Fills the placeholders of a text: `{name}` is the resource, others are the objection's details. */
export function fillIn(text: string, { resource, details }: Pick<Objection, 'resource' | 'details'>): string {
  const words: Readonly<Record<string, string>> = { name: resource?.name ?? '', ...details };
  return text.replace(/\{(\w+)(?:\|[^}]*)?\}/g, (placeholder, key: string) => words[key] ?? placeholder);
}

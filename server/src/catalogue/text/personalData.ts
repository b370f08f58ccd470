import type { Objection } from '../../model/finding';
import type { TextPlace } from '../../model/resource';
import { exampleOf, textRule } from '../define';
import { kmsKey } from '../kms';

/** An address as people write it: not part of a URL or of a path such as `git@host:path`, and nothing filled in. */
const address =
  /(?<![\w.%+\-/:}@])[\w.%+-]{1,64}@((?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24})(?![\w@-]|[:/]\w)/gi;

/** Domains that were set aside for documentation and tests: nobody has an address there. */
const reserved = /(^|\.)(example\.(com|net|org)|example|invalid|test|localhost)$/i;

/** The email addresses in a text. */
export function* emailAddresses(text: string): Generator<{ start: number; end: number }> {
  if (!text.includes('@')) return;
  for (const match of text.matchAll(address)) {
    const [whole, domain = ''] = match;
    if (!reserved.test(domain)) yield { start: match.index, end: match.index + whole.length };
  }
}

function check(place: TextPlace): Objection[] {
  if (place.role !== 'tag' && place.role !== 'name') return [];
  return [...emailAddresses(place.text)].map(({ start, end }) => ({
    origin: place.within(start, end),
    written: true,
    likelihood: 'certain',
    ...(place.resource && { resource: place.resource }),
    remedies: [],
    details: { where: place.role === 'tag' ? 'tag' : 'name' },
  }));
}

/** Nobody but the author can tell what should stand there instead. */
export const emailInNames = textRule({
  id: 'no-email-in-tags-or-names',
  recommendation: 'no-sensitive-text',
  severity: 'warning',
  fix: 'none',
  check,
  example: exampleOf(kmsKey, 'Key', { rotation: true, ownerTag: 'jane.doe@anycompany.com' }),
});

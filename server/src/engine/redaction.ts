import type { Objection } from '../model/finding';
import type { Origin } from '../model/origin';
import type { Model } from '../model/resource';
import { originOf, placeOf, type ScalarNode } from '../syntax/node';

/** Stands for what is not to be shown. */
const hidden = '(sensitive value)';

/** Whether the content at a place is not to be shown. */
export function isSensitive(model: Model, origin: Origin): boolean {
  return sensitiveAt(model, origin) !== undefined;
}

/**
 * An objection whose details repeat nothing of what is not to be shown where it stands. Where one of them does, the
 * others (a correction, say) may come from it as well.
 */
export function redacted(objection: Objection, model: Model): Objection {
  const { details = {}, origin } = objection;
  const content = sensitiveAt(model, origin)?.text;
  if (content === undefined) return objection;
  // Shorter words are those of a sentence.
  const repeats = (text: string) => (text.match(/[^\s"'`]{3,}/g) ?? []).some((word) => content.includes(word));
  const told = Object.entries(details);
  if (!told.some(([, text]) => repeats(text))) return objection;
  return { ...objection, details: Object.fromEntries(told.map(([key, text]) => [key, repeats(text) ? hidden : ''])) };
}

/** The sensitive scalar that a place is in, be it in a document inside of it. */
function sensitiveAt({ sensitive }: Model, origin: Origin): ScalarNode | undefined {
  if (!sensitive?.size) return undefined;
  const { node } = placeOf(origin);
  for (let one = node.kind === 'scalar' ? node : node.source.host; one; one = one.source.host) {
    if (sensitive.has(originOf(one))) return one;
  }
  return undefined;
}

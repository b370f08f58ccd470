import type { Value } from '../../model/value';

/** How far one looks: `constant` at all allowed values, `byDefault` with the defaults filled in. */
export type Sight = 'constant' | 'byDefault';

/** The texts a value may come to, where they are known. */
export type Texts = readonly string[] | undefined;

/** More texts than this are as good as any. */
const mostTexts = 100;

/** The texts a value may come to; `undefined` where any may. */
export function possibleTexts(value: Value, sight: Sight): Texts {
  switch (value.kind) {
    case 'literal':
      return [value.text];
    case 'parameter':
      if (sight === 'byDefault' && value.fallback) return possibleTexts(value.fallback, sight);
      return value.allowed?.map(({ text }) => text);
    case 'branches': {
      const chosen = value.cases.filter(({ likelihood }) => likelihood === 'certain' || likelihood === 'byDefault');
      const taken = sight === 'byDefault' && chosen.length ? chosen : value.cases;
      return allOf(taken.map((one) => possibleTexts(one.value, sight)));
    }
    case 'template':
      return joined(value.parts.map((part) => (typeof part === 'string' ? [part] : possibleTexts(part, sight))));
    default:
      return undefined;
  }
}

/** The texts that each member of a list may come to; `undefined` where it is not known which there are. */
export function possibleMembers(value: Value, sight: Sight): readonly Texts[] | undefined {
  if (value.kind === 'parameter') {
    return sight === 'byDefault' && value.fallback ? possibleMembers(value.fallback, sight) : undefined;
  }
  if (value.kind !== 'list' || value.open) return undefined;
  return value.items.map((item) => possibleTexts(item, sight));
}

/** All texts that some values may come to. */
export function allOf(lists: readonly Texts[] | undefined): Texts {
  if (!lists || lists.includes(undefined)) return undefined;
  return [...new Set(lists.flatMap((list) => list ?? []))];
}

/** All texts that come of one text of each part. */
function joined(parts: readonly Texts[]): Texts {
  let texts: readonly string[] = [''];
  for (const part of parts) {
    if (!part || part.length * texts.length > mostTexts) return undefined;
    texts = texts.flatMap((start) => part.map((end) => start + end));
  }
  return texts;
}

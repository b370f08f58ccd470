/** A step of an attribute's path. */
export type Step =
  | { readonly kind: 'key'; readonly name: string }
  /** Every item of a list. */
  | { readonly kind: 'each' }
  /** The item of a list whose `key` is `text`. */
  | { readonly kind: 'keyed'; readonly key: string; readonly text: string }
  /** Into the JSON document that a text holds. */
  | { readonly kind: 'json' };

const token = /\[\*\]|\[(\w+)=([^\]]*)\]|json\(|[^.[\]()]+/g;

/** Reads a path: `a.b`, `list[*]`, `list[Key=x.y].Value`, `text.json(a.b)`. */
export function parsePath(path: string): Step[] {
  return [...path.matchAll(token)].map(([text, key, value]): Step => {
    if (text === '[*]') return { kind: 'each' };
    if (text === 'json(') return { kind: 'json' };
    if (key !== undefined) return { kind: 'keyed', key, text: value ?? '' };
    return { kind: 'key', name: text };
  });
}

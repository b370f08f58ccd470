import type { Format, SpellContext } from '../formats/format';
import { type Desired, desiredField } from '../syntax/desired';
import type { SyntaxDocument } from '../syntax/node';
import type { Step } from './paths';

/** The resource that the steps of a row lead into. */
export interface Shaped {
  readonly format: Format;
  readonly document: SyntaxDocument;
  readonly type: string;
  /** Whether the JSON on the way is a text. */
  readonly inText: SpellContext['inText'];
}

/** What a resource must come to so that `leaf` stands where the steps of a row lead. */
export function desiredAlong(steps: readonly Step[], leaf: Desired, shaped: Shaped): Desired {
  return along(steps, leaf, shaped, []);
}

/** `above` names the attribute that the steps start in; `undefined` within JSON, which has no blocks. */
function along(steps: readonly Step[], leaf: Desired, shaped: Shaped, above: readonly string[] | undefined): Desired {
  const [step, ...rest] = steps;
  if (!step) return leaf;
  switch (step.kind) {
    case 'key': {
      const path = above && [...above, step.name];
      const inner = along(rest, leaf, shaped, path);
      // Only what nests further is a block; the leaf itself is an attribute.
      const isBlock = path !== undefined && rest.length > 0 && inner.kind === 'map';
      const { format, type, document } = shaped;
      return desiredField(step.name, isBlock ? format.block(inner, { type, path: path.join('.') }, document) : inner);
    }
    case 'each':
      return { kind: 'each', item: along(rest, leaf, shaped, above) };
    case 'keyed':
      return { kind: 'keyed', key: step.key, text: step.text, item: along(rest, leaf, shaped, above) };
    case 'json': {
      const content = along(rest, leaf, shaped, undefined);
      return shaped.inText ? { kind: 'embedded', content } : content;
    }
  }
}

import type { ListNode, ScalarNode, SyntaxNode } from '../../syntax/node';
import type { Spot } from '../cursor/word';

/** What stands before and behind a word in the text that it is a piece of. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** What stands for the word among the pieces, and in no text. */
const marker = '\0';

/** What `Fn::Join` puts before and behind a word, holes as `Fn::Sub` has them; `undefined` where that is not known. */
export function surroundingsOf({ root, node }: Spot): Surroundings | undefined {
  const join = joinAround(root, node);
  if (!join) return { before: '', after: '' };
  const [separator, pieces] = join.items;
  const texts = pieces?.kind === 'list' ? pieces.items.map((piece) => textOf(piece, node)) : [undefined];
  if (separator?.kind !== 'scalar' || texts.includes(undefined)) return undefined;
  const [before, after] = texts.join(separator.text).split(marker);
  return before === undefined || after === undefined ? undefined : { before, after };
}

/** The arguments of the innermost join around a word. */
function joinAround(node: SyntaxNode, word: ScalarNode, isJoined = false): ListNode | undefined {
  if (word.start < node.start || word.end > node.end) return undefined;
  const inside =
    node.kind === 'map'
      ? node.pairs.map(({ key, value }) => joinAround(value, word, key.text === 'Fn::Join'))
      : node.kind === 'list'
        ? node.items.map((item) => joinAround(item, word))
        : [];
  return inside.find(Boolean) ?? (node.kind === 'list' && (isJoined || node.tag === '!Join') ? node : undefined);
}

function textOf(node: SyntaxNode, word: ScalarNode): string | undefined {
  if (node === word) return marker;
  if (node.kind === 'scalar') {
    return node.tag === '!Ref' ? hole(node) : node.tag === undefined || node.tag === '!Sub' ? node.text : undefined;
  }
  const [only, ...others] = node.kind === 'map' ? node.pairs : [];
  if (!only || others.length > 0) return undefined;
  // A word alone on its line of YAML is taken for a key.
  if (only.key === word) return marker;
  if (only.value.kind !== 'scalar') return undefined;
  return only.key.text === 'Ref'
    ? hole(only.value)
    : only.key.text === 'Fn::Sub'
      ? textOf(only.value, word)
      : undefined;
}

function hole({ text }: ScalarNode): string {
  return `\${${text}}`;
}

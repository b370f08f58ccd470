/** The end of a message about a misspelled word: which one may be meant, if one is near. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

/** The word of a list that is nearest to a misspelled one; `undefined` where none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const [best] = known
    .map((one) => ({ one, changes: distance(one.toLowerCase(), lower) }))
    .sort((a, b) => a.changes - b.changes);
  return best && best.changes <= farthest(word) ? best.one : undefined;
}

/** A third of the characters may be wrong, and three of a short word. */
function farthest(word: string): number {
  return Math.max(3, Math.floor(word.length / 3));
}

/** The word that must have been meant: the only one that is so near, whatever the case. */
export function certain(word: string, known: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  const most = lower.length < 8 ? 1 : 2;
  let found: string | undefined;
  let fewest = most + 1;
  for (const one of known) {
    if (Math.abs(one.length - lower.length) > most) continue;
    const changes = distance(one.toLowerCase(), lower);
    if (changes > fewest || changes > most) continue;
    found = changes < fewest ? one : undefined;
    fewest = changes;
  }
  return found;
}

/** The number of single-character changes that lead from one word to another; a swap of neighbours is one. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] as number) + 1 : change;
      next.push(Math.min(change, swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] as number;
}

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

/** The number of single-character changes that lead from one word to another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

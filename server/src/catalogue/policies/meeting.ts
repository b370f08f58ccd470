/** Stand for variables of an ARN's format that do not hold a certain character. */
const limited: Readonly<Record<string, string>> = { '\uE001': '/', '\uE002': ':' };

/**
 * Whether an ARN of a format, such as `arn:${Partition}:s3:::${BucketName}`, can match a pattern such as
 * `arn:aws:s3:::logs-*`. What a variable stands for may be anything, apart from a colon before the last part of an ARN,
 * and a slash in the name of a bucket.
 */
export function canMatch(pattern: string, format: string): boolean {
  const [given, wanted] = [pattern.split(':'), partsOf(format)];
  // Most formats are of another service, which is told at a glance.
  const service = given[2] ?? '*';
  if (service !== wanted[2] && /^[\w-]+$/.test(service)) return false;
  // Up to the first wildcard the colons tell which part meets which.
  const last = Math.min(5, given.length - 1, wanted.length - 1);
  let met = 0;
  while (met < last && !/[*?]/.test(given[met] as string) && !/[*\uE001]|.\uE002|\uE002./.test(wanted[met] as string)) {
    if (wanted[met] !== '\uE002' && wanted[met] !== given[met]) return false;
    met++;
  }
  return meet(given.slice(met).join(':'), wanted.slice(met).join(':'));
}

/** The parts of formats that were read: all formats come from a table. */
const known = new Map<string, readonly string[]>();

function partsOf(format: string): readonly string[] {
  const parts = known.get(format) ?? readParts(format);
  known.set(format, parts);
  return parts;
}

function readParts(format: string): string[] {
  const parts = format.replaceAll('${BucketName}', '\uE001').split(':');
  return parts.map((part, i) => part.replace(/\$\{[^}]*\}/g, i < 5 ? '\uE002' : '*'));
}

/** Whether there is a text that both patterns match. */
function meet(a: string, b: string): boolean {
  // For each pair of places whether the rests of the patterns can meet: 1 for no, 2 for yes, 0 where it is not known.
  const answers = new Uint8Array((a.length + 1) * (b.length + 1));
  const from = (i: number, j: number): boolean => {
    const at = i * (b.length + 1) + j;
    if (answers[at] === 0) answers[at] = step(i, j) ? 2 : 1;
    return answers[at] === 2;
  };
  const step = (i: number, j: number): boolean => {
    if (i === a.length && j === b.length) return true;
    const [one, other] = [a[i], b[j]];
    if (one === '*' && (from(i + 1, j) || (j < b.length && from(i, j + 1)))) return true;
    const isVariable = other !== undefined && (other === '*' || other in limited);
    if (isVariable && (from(i, j + 1) || (one !== undefined && one !== limited[other] && from(i + 1, j)))) return true;
    if (one === undefined || other === undefined || one === '*' || isVariable) return false;
    return (one === other || one === '?') && from(i + 1, j + 1);
  };
  return from(0, 0);
}

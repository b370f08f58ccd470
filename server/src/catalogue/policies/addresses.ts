/** Whether an address lies in a range such as `203.0.113.0/24` or `2001:db8::/32`; `undefined` for what is neither. */
export function isInRange(address: string, range: string): boolean | undefined {
  const [start = '', length] = range.split('/');
  const [inside, network] = [bitsOf(address), bitsOf(start)];
  const count = length === undefined ? network?.length : /^\d{1,3}$/.test(length) ? Number(length) : undefined;
  if (!inside || !network || count === undefined || count > network.length) return undefined;
  return inside.length === network.length && inside.slice(0, count) === network.slice(0, count);
}

/** The bits of an address as text of zeros and ones. */
function bitsOf(address: string): string | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    const numbers = address.split('.').map(Number);
    return numbers.every((number) => number < 256) ? bits(numbers, 8) : undefined;
  }
  if (!/^[\da-f:]*:[\da-f:]*$/i.test(address)) return undefined;
  const halves = address.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half ? half.split(':') : []));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...tail];
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group))
    ? bits(
        groups.map((group) => Number.parseInt(group, 16)),
        16,
      )
    : undefined;
}

function bits(numbers: readonly number[], width: number): string {
  return numbers.map((number) => number.toString(2).padStart(width, '0')).join('');
}

import type { Unreadable } from './files';

/** How a file's bytes spell its text. */
export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** The byte order mark that the file starts with, empty where it has none. */
  readonly mark: readonly number[];
}

const marks: readonly Encoding[] = [
  { name: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { name: 'utf-16le', mark: [0xff, 0xfe] },
  { name: 'utf-16be', mark: [0xfe, 0xff] },
];

/** How many bytes are looked at to tell UTF-16 without a byte order mark. */
const sampleLength = 512;

/** The text of a file, without its byte order mark. */
export function decode(bytes: Uint8Array): string | Unreadable {
  const { name, mark } = encodingOf(bytes);
  const content = bytes.subarray(mark.length);
  try {
    return withoutNul(new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(content));
  } catch {
    const remains = new TextDecoder(name, { ignoreBOM: true }).decode(content);
    return { unreadable: `it is not valid ${name.toUpperCase()}`, remains };
  }
}

/** A text as it is, unless it holds what no text file holds. */
export function withoutNul(text: string): string | Unreadable {
  return text.includes('\0') ? { unreadable: 'it contains NUL bytes', remains: text } : text;
}

/** How a file is encoded: by its byte order mark, else by where its zero bytes stand, else UTF-8. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const marked = marks.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return marked;
  const zeros = [0, 0] as [number, number];
  const length = Math.min(bytes.length, sampleLength) & ~1;
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  // Documents of ours begin with ASCII, of which UTF-16 makes one zero byte a character, always on the same side.
  const [even, odd] = zeros;
  const most = length / 4;
  if (odd > most && even === 0) return { name: 'utf-16le', mark: [] };
  if (even > most && odd === 0) return { name: 'utf-16be', mark: [] };
  return { name: 'utf-8', mark: [] };
}

/** The bytes of a text in an encoding, with the byte order mark that belongs to it. */
export function encode(text: string, { name, mark }: Encoding): Uint8Array {
  const content = name === 'utf-8' ? new TextEncoder().encode(text) : utf16(text, name === 'utf-16le');
  const bytes = new Uint8Array(mark.length + content.length);
  bytes.set(mark);
  bytes.set(content, mark.length);
  return bytes;
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode, encode, encodingOf } from '../../../server/src/workspace/decode';

const text = '{"Größe": "10 €", "𝒳": "日本"}\r\n';

describe('decoding', () => {
  for (const name of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    const mark = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] }[name];

    test(`${name} is read with and without a byte order mark, and written back as it was`, () => {
      for (const encoding of [
        { name, mark },
        { name, mark: [] },
      ]) {
        const bytes = encode(text, encoding);
        assert.equal(decode(bytes), text);
        assert.deepEqual(encodingOf(bytes), encoding);
        assert.deepEqual(encode(decode(bytes) as string, encodingOf(bytes)), bytes);
      }
    });
  }

  test('an empty file is an empty text', () => {
    assert.equal(decode(new Uint8Array()), '');
  });

  test('bytes that are no UTF-8 are unreadable, and what can be read of them remains', () => {
    const read = decode(Buffer.from('Description: caf\xe9', 'latin1'));
    assert.deepEqual(read, { unreadable: 'it is not valid UTF-8', remains: 'Description: caf\uFFFD' });
  });

  test('a text with NUL bytes is unreadable', () => {
    const read = decode(Buffer.from('Resources:\n  A: "\0"\n'));
    assert.deepEqual(read, { unreadable: 'it contains NUL bytes', remains: 'Resources:\n  A: "\0"\n' });
  });

  test('half a character at the end of UTF-16 is unreadable', () => {
    const read = decode(
      Buffer.concat([encode('{"a": 1}', { name: 'utf-16le', mark: [0xff, 0xfe] }), Buffer.from([1])]),
    );
    assert.equal(typeof read === 'object' && read.unreadable, 'it is not valid UTF-16LE');
  });
});

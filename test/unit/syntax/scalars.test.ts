import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { MapNode, ScalarNode } from '../../../server/src/syntax/node';
import { parseDocument } from '../../../server/src/syntax/parse';
import { decodeScalar, encodeInto } from '../../../server/src/syntax/scalars';
import { corpusFiles, hasCorpus } from '../../support/corpus';

function scalarOf(text: string): ScalarNode {
  const document = parseDocument('a.yaml', text);
  assert.ok(!('skipped' in document));
  const [root] = document.roots;
  const value = root instanceof MapNode ? root.get('a') : undefined;
  assert.ok(value instanceof ScalarNode, text);
  return value;
}

const styles = ['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;

test('every character of a scalar is found where it is written, in every style', () => {
  const content = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '"', "'", '\\', '#', ':', 'é', '😀', '{', '\t'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(content, fc.constantFrom(...styles), (characters, style) => {
      const written = stringify({ a: characters.join('') }, { defaultStringType: style, lineWidth: 20 });
      const scalar = scalarOf(written);
      const value = scalar.text;
      const decoded = decodeScalar(scalar);
      // What cannot be placed with certainty is refused, never placed wrongly.
      if (!decoded) return;
      assert.equal(decoded.text, value);
      assert.equal(decoded.offsets.length, value.length + 1);
      for (let i = 0; i < value.length; i++) {
        if (/[a-bé#:{]/.test(value[i] as string)) assert.equal(written[decoded.offsets[i] as number], value[i]);
      }
    }),
    { numRuns: 2000 },
  );
});

test('an insertion arrives unchanged through the quotes around it', () => {
  const inserted = '{"a": "b\\n\'c\'"}';
  for (const text of ['a: "x"\n', "a: 'x'\n", 'a: |\n  x\n', '{"a": "x"}']) {
    const scalar = scalarOf(text);
    const encoded = encodeInto(scalar, inserted);
    const at = decodeScalar(scalar)?.offsets[1] as number;
    assert.ok(encoded !== undefined);
    assert.equal(scalarOf(text.slice(0, at) + encoded + text.slice(at)).text.trimEnd(), `x${inserted}`);
  }
});

test('an insertion that a scalar cannot carry is refused', () => {
  assert.equal(encodeInto(scalarOf("a: 'x'\n"), 'two\nlines'), undefined);
  assert.equal(encodeInto(scalarOf('a: x\n'), 'a: b # c'), undefined);
});

test('almost every scalar of the corpus can be placed', (t) => {
  if (!hasCorpus) return t.skip('there is no corpus beside the project');
  let count = 0;
  let refused = 0;
  for (const { name, text } of corpusFiles('cloudformation')) {
    const document = parseDocument(name, text);
    if ('skipped' in document) continue;
    for (const root of document.roots) {
      for (const scalar of scalarsBelow(root)) {
        count++;
        if (!decodeScalar(scalar)) refused++;
      }
    }
  }
  t.diagnostic(`${count} scalars, ${refused} refused`);
  assert.ok(refused <= count / 10_000, `${refused} of ${count} refused`);
});

function* scalarsBelow(node: unknown): Generator<ScalarNode> {
  if (node instanceof ScalarNode) yield node;
  else if (node instanceof MapNode) for (const { key, value } of node.pairs) yield* [key, ...scalarsBelow(value)];
  else if (typeof node === 'object' && node !== null && 'items' in node) {
    for (const item of (node as { items: unknown[] }).items) yield* scalarsBelow(item);
  }
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Desired, desiredField, overlay } from '../../../server/src/syntax/desired';
import { parseEmbedded } from '../../../server/src/syntax/embedded';
import type { SyntaxNode } from '../../../server/src/syntax/node';
import { parseDocument } from '../../../server/src/syntax/parse';
import { type Plain, Tagged } from '../../../server/src/syntax/plain';
import { applyEdits } from '../../../server/src/syntax/textEdit';

const options = {
  isComputed: (node: SyntaxNode) => node.kind === 'map' && node.pairs.length === 1 && node.has('Ref'),
  embedded: (node: SyntaxNode) => (node.kind === 'scalar' ? parseEmbedded(node, [], false) : undefined),
  blocksAreLists: false,
};

/** The text after an overlay of its first root, `refused` where there is none. */
function overlaid(text: string, desired: Desired): string {
  const document = parseDocument('a.yaml', text);
  assert.ok(!('skipped' in document));
  const root = document.roots[0];
  assert.ok(root);
  const edits = overlay(root, desired, options);
  return edits ? applyEdits(text, edits) : 'refused';
}

/** A wish for a value at a path of keys. */
function at(path: string, value: Plain): Desired {
  return path.split('.').reduceRight<Desired>((inner, key) => desiredField(key, inner), { kind: 'value', value });
}

test('a pair is added below the last line of a block map, comment and all', () => {
  assert.equal(
    overlaid('A:\n  B: 1 # why\n  # about nothing\nC: 2\n', at('A.D', true)),
    'A:\n  B: 1 # why\n  D: true\n  # about nothing\nC: 2\n',
  );
});

test('a pair is added to a file that does not end in a line break', () => {
  assert.equal(overlaid('A:\n  B: 1', at('A.D', 'x')), 'A:\n  B: 1\n  D: x');
});

test('the line ends of the file are kept', () => {
  assert.equal(overlaid('A:\r\n  B: 1\r\n', at('A.D.E', 'x')), 'A:\r\n  B: 1\r\n  D:\r\n    E: x\r\n');
});

test('the indentation step of the file is kept', () => {
  assert.equal(overlaid('A:\n    B: 1\n', at('A.D.E', 'x')), 'A:\n    B: 1\n    D:\n        E: x\n');
});

test('a missing map is written with all that it holds', () => {
  assert.equal(
    overlaid('A:\n  B: 1\n', at('A.D', { E: [{ F: 'x', G: 'w' }, 'z'] })),
    'A:\n  B: 1\n  D:\n    E:\n      - F: x\n        G: w\n      - z\n',
  );
});

test('lists stand where the author puts them', () => {
  assert.equal(overlaid('A:\n  L:\n  - 1\n', at('A.D', ['x'])), 'A:\n  L:\n  - 1\n  D:\n  - x\n');
});

test('keys in alphabetical order stay so', () => {
  assert.equal(overlaid('A:\n  B: 1\n  C: 1\n  E: 1\n', at('A.D', 2)), 'A:\n  B: 1\n  C: 1\n  D: 2\n  E: 1\n');
  assert.equal(overlaid('A:\n  B: 1\n  C: 1\n  E: 1\n', at('A.A', 2)), 'A:\n  A: 2\n  B: 1\n  C: 1\n  E: 1\n');
});

test('entries that are set apart by blank lines stay so', () => {
  assert.equal(
    overlaid('A:\n  B:\n    X: 1\n\n  C:\n    X: 1\n', at('A.D.X', 2)),
    'A:\n  B:\n    X: 1\n\n  C:\n    X: 1\n\n  D:\n    X: 2\n',
  );
});

test('an empty value is filled below its key', () => {
  assert.equal(overlaid('A:\n  B: # soon\nC: 1\n', at('A.B.D', 'x')), 'A:\n  B: # soon\n    D: x\nC: 1\n');
});

test('a block scalar that keeps its trailing lines keeps them', () => {
  assert.equal(overlaid('A:\n  B: |+\n    x\n\nC: 1\n', at('A.D', 1)), 'A:\n  B: |+\n    x\n\n  D: 1\nC: 1\n');
});

test('text that reads as something else is quoted in the quotes of the file', () => {
  const quoted = overlaid("A:\n  B: 'x'\n", at('A.D', ['2012-10-17', 'true', '*', 'a: b', "it's", 'plain']));
  assert.equal(
    quoted,
    "A:\n  B: 'x'\n  D:\n    - '2012-10-17'\n    - 'true'\n    - '*'\n    - 'a: b'\n    - 'it''s'\n    - plain\n",
  );
});

test('a replacement takes the place of what is computed, tag and all', () => {
  const replaced = (text: string, value: Plain) => overlaid(text, desiredField('A', { kind: 'replacement', value }));
  assert.equal(replaced('A: !Sub ${B}/* # objects\nC: 1\n', 'x'), 'A: x # objects\nC: 1\n');
  assert.equal(replaced('A: !Sub ${B}/*\nC: 1\n', ['x', 'z']), 'A:\n  - x\n  - z\nC: 1\n');
  assert.equal(replaced('A:\n  - !Ref B\n  - !Ref C\n', 'x'), 'A: x\n');
  assert.equal(replaced('A:\n  Ref: B\n', 'x'), 'A: x\n');
  assert.equal(replaced('{A: !Ref B, C: 1}\n', ['x']), '{A: [x], C: 1}\n');
  assert.equal(replaced('{A: !GetAtt [B, Arn], C: 1}\n', 'x'), '{A: x, C: 1}\n');
  assert.equal(replaced('B: {}\n', 'x'), 'B: {}\nA: x\n');
  assert.equal(replaced('A: !If [b, &c x, y] \nB: *c\n', 'x'), 'refused');
  assert.equal(replaced('A:\n  # why\n  - x\n', 'y'), 'refused');
});

test('a list in brackets is replaced in brackets, where that fits on the line', () => {
  const replaced = (text: string, value: Plain) => overlaid(text, desiredField('A', { kind: 'replacement', value }));
  assert.equal(replaced('A: [x, y] # both\nC: 1\n', ['z', 'w']), 'A: [z, w] # both\nC: 1\n');
  assert.equal(replaced('A: !If [b, x, y]\n', ['z']), 'A: [z]\n');
  const words = Array.from({ length: 20 }, (_, i) => `word-${i}`);
  assert.equal(replaced('A: [x]\n', words), `A:\n${words.map((word) => `  - ${word}\n`).join('')}`);
  assert.equal(replaced('A: [\n  x,\n  y,\n]\n', ['z']), 'A:\n  - z\n');
});

test('tags are written in the short form', () => {
  assert.equal(
    overlaid('A:\n  B: 1\n', at('A.D', { E: new Tagged('!Ref', 'X') })),
    'A:\n  B: 1\n  D:\n    E: !Ref X\n',
  );
});

test('a flow map stays on its line', () => {
  assert.equal(overlaid('A: {B: 1}\n', at('A.D', [true, 'x'])), 'A: {B: 1, D: [true, x]}\n');
  assert.equal(overlaid('A: { B: 1 }\n', at('A.D.E', 'x')), 'A: { B: 1, D: { E: x } }\n');
  assert.equal(overlaid('A: {}\nX: {b: 1}\n', at('A.D', 1)), 'A: {D: 1}\nX: {b: 1}\n');
});

test('a scalar is replaced in its own quotes, its comment stays', () => {
  assert.equal(overlaid('A: "false" # no\n', at('A', true)), 'A: "true" # no\n');
  assert.equal(overlaid("A: 'x'\n", at('A', 'y')), "A: 'y'\n");
  assert.equal(overlaid('A: false\n', at('A', true)), 'A: true\n');
});

test('a map that would lose a comment is left alone', () => {
  assert.equal(overlaid('A:\n  # why\n  B: 1\n', at('A', 'x')), 'refused');
});

test('nothing is written into a function, an alias or a map with a merge key', () => {
  assert.equal(overlaid('A:\n  Ref: X\n', at('A.B', 1)), 'refused');
  assert.equal(overlaid('A: !If [a, b, c]\n', at('A.B', 1)), 'refused');
  assert.equal(overlaid('X: &x {a: 1}\nA: *x\n', at('A.B', 1)), 'refused');
  assert.equal(overlaid('X: &x {a: 1}\nA:\n  <<: *x\n', at('A.B', 1)), 'refused');
});

test('nothing is written where a key stands twice', () => {
  assert.equal(overlaid('A: 1\nA: 2\n', at('A', 3)), 'refused');
});

test('a JSON member is added on a line of its own', () => {
  assert.equal(
    overlaid('{\n  "A": {\n    "B": 1\n  }\n}\n', at('A.D.E', 'x')),
    '{\n  "A": {\n    "B": 1,\n    "D": {\n      "E": "x"\n    }\n  }\n}\n',
  );
});

test('JSON keeps its tabs and its minified lines', () => {
  assert.equal(
    overlaid('{\n\t"A": {\n\t\t"B": 1\n\t}\n}', at('A.D.E', true)),
    '{\n\t"A": {\n\t\t"B": 1,\n\t\t"D": {\n\t\t\t"E": true\n\t\t}\n\t}\n}',
  );
  assert.equal(overlaid('{"A":{"B":1}}', at('A.D.E', true)), '{"A":{"B":1,"D":{"E":true}}}');
  assert.equal(overlaid('{"A":{}}', at('A.D', 'x')), '{"A":{"D":"x"}}');
  assert.equal(overlaid('{\n  "A": {}\n}', at('A.D', 'x')), '{\n  "A": {\n    "D": "x"\n  }\n}');
});

test('one-line references in JSON are imitated', () => {
  const text = '{\n  "A": { "Ref": "X" },\n  "B": {\n    "C": 1\n  }\n}\n';
  assert.equal(
    overlaid(text, at('B.D', { Ref: 'Y' })),
    '{\n  "A": { "Ref": "X" },\n  "B": {\n    "C": 1,\n    "D": { "Ref": "Y" }\n  }\n}\n',
  );
});

test('a comment behind the last JSON member stays with it', () => {
  assert.equal(overlaid('{\n  "A": 1 // why\n}\n', at('B', 2)), '{\n  "A": 1, // why\n  "B": 2\n}\n');
});

test('an item is added to the list whose key matches, or as a new one', () => {
  const wish: Desired = desiredField('L', { kind: 'keyed', key: 'Key', text: 'k', item: at('Value', 'v') });
  assert.equal(
    overlaid('L:\n  - Key: a\n    Value: b\n', wish),
    'L:\n  - Key: a\n    Value: b\n  - Key: k\n    Value: v\n',
  );
  assert.equal(overlaid('L:\n  - Key: k\n    Value: b\n', wish), 'L:\n  - Key: k\n    Value: v\n');
  assert.equal(overlaid('X: 1\n', wish), 'X: 1\nL:\n  - Key: k\n    Value: v\n');
});

const statement: Desired = desiredField('P', {
  kind: 'embedded',
  content: desiredField('Statement', { kind: 'appended', item: { Effect: 'Deny' } }),
});

test('a document inside a string is edited through its escapes', () => {
  assert.equal(
    overlaid('{"P": "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\"}]}"}', statement),
    '{"P": "{\\"Statement\\":[{\\"Effect\\":\\"Allow\\"},{\\"Effect\\":\\"Deny\\"}]}"}',
  );
  assert.equal(
    overlaid(`P: '{"Statement":[{"Effect":"Allow"}]}'\n`, statement),
    `P: '{"Statement":[{"Effect":"Allow"},{"Effect":"Deny"}]}'\n`,
  );
  assert.equal(
    overlaid('P: |\n  {\n    "Statement": [\n      {"Effect": "Allow"}\n    ]\n  }\nQ: 1\n', statement),
    'P: |\n  {\n    "Statement": [\n      {"Effect": "Allow"},\n      {\n        "Effect": "Deny"\n      }\n    ]\n  }\nQ: 1\n',
  );
});

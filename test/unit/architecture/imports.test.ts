import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { test } from 'node:test';

const root = resolve(__dirname, '../../..');
const source = join(root, 'server/src');

/** The rooms of the server, each with the rooms it may use. ARCHITECTURE.md says why. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  model: [],
  data: ['model'],
  syntax: ['model'],
  catalogue: ['model', 'data'],
  formats: ['syntax', 'model', 'data'],
  engine: ['catalogue', 'formats', 'syntax', 'model', 'data'],
  workspace: ['engine', 'formats', 'syntax', 'model', 'data'],
  lsp: ['workspace', 'engine', 'formats', 'syntax', 'model', 'data'],
  cli: ['workspace', 'engine', 'formats', 'syntax', 'model', 'data'],
};

/** Rooms that may talk to the machine; all others work wherever JavaScript runs. */
const mayUseNode = new Set(['workspace', 'lsp', 'cli']);
const mayUseEditor = new Set(['lsp']);

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && path.includes(sep))
  .map((path) => join(source, path));

function roomOf(file: string): string {
  return relative(source, file).split(sep)[0] as string;
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*['"]([^'"]+)['"]/g)].map((match) => match[1] as string);
}

test('every file of the server stands in a room of the architecture', () => {
  const strangers = files.filter((file) => !rooms[roomOf(file)]).map((file) => relative(root, file));
  assert.deepEqual(strangers, []);
});

test('imports run one way, from the entries down to the model', () => {
  const wrong = files.flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file)
      .filter((target) => target.startsWith('.'))
      .map((target) => roomOf(resolve(dirname(file), target)))
      .filter((target) => target !== room && !rooms[room]?.includes(target))
      .map((target) => `${relative(root, file)} uses ${target}`);
  });
  assert.deepEqual(wrong, []);
});

test('only the outer rooms know Node and the editor', () => {
  const wrong = files.flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file)
      .filter((target) => !target.startsWith('.'))
      .filter(
        (target) =>
          (target.startsWith('node:') && !mayUseNode.has(room)) || (/^vscode/.test(target) && !mayUseEditor.has(room)),
      )
      .map((target) => `${relative(root, file)} uses ${target}`);
  });
  assert.deepEqual(wrong, []);
});

test('all but the outer rooms are synchronous', () => {
  const outer = new Set(['workspace', 'lsp', 'cli']);
  const wrong = files.filter((file) => !outer.has(roomOf(file)) && /\b(?:async|await|Promise)\b/.test(code(file)));
  assert.deepEqual(
    wrong.map((file) => relative(root, file)),
    [],
  );
});

test('rules see the model only: no syntax node, no offset, no format', () => {
  const wrong = files.filter(
    (file) => roomOf(file) === 'catalogue' && /\b(?:SyntaxNode|offset|FormatId|\.format)\b/.test(code(file)),
  );
  assert.deepEqual(
    wrong.map((file) => relative(root, file)),
    [],
  );
});

test('nothing of the server reaches the network or starts a process', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => /^node:(?:http|https|http2|net|tls|dgram|dns|child_process|cluster)/.test(target))
      .map((target) => `${relative(root, file)} uses ${target}`),
  );
  assert.deepEqual(wrong, []);
  const calls = files.filter((file) => /\b(?:fetch\(|XMLHttpRequest|WebSocket\()/.test(code(file)));
  assert.deepEqual(calls, []);
});

/** A file's code without its comments. */
function code(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

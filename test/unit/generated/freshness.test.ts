import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { generatedFiles } from '../../../tools/generatedFiles';

const root = resolve(__dirname, '../../..');
const files = generatedFiles((path) => readFileSync(join(root, path), 'utf8'));

test('every generated file is as `npm run generate` would write it', () => {
  const stale = [...files].filter(
    ([path, content]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content,
  );
  assert.deepEqual(
    stale.map(([path]) => path),
    [],
    'run npm run generate',
  );
});

test('there is no page of a rule that does not exist', () => {
  const strangers = readdirSync(join(root, 'docs/rules')).filter((name) => !files.has(`docs/rules/${name}`));
  assert.deepEqual(strangers, []);
});

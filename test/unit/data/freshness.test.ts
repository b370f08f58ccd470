import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TableSource } from '../../../server/src/data/tables';
import { buildTables } from '../../../tools/data/tables';

const ROOT = join(__dirname, '..', '..', '..');
const TABLES = join(ROOT, 'server', 'src', 'data');
const GENERATORS = join(ROOT, 'tools', 'data');

/** What comes from the catalogue: a test of its own holds it to that. */
const ofCatalogue = new Set(['snippets.json', 'words.json']);
/** What no package has: a list beside the generators, made after a repository at a commit. */
const ofRepositories = new Set(['sam-connectors.json', 'sam-policy-templates.json']);
/** The tables made from packages and lists. */
const tableFiles = readdirSync(TABLES).filter((file) => file.endsWith('.json') && !ofCatalogue.has(file));

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

test('every table names its generator and the version that the lock file pins, or the commit', () => {
  const lock = JSON.parse(readFileSync(join(GENERATORS, 'package-lock.json'), 'utf8')) as Lock;
  assert.equal(tableFiles.length, 9);
  for (const file of tableFiles) {
    const { source } = JSON.parse(readFileSync(join(TABLES, file), 'utf8')) as { source: TableSource };
    if (ofRepositories.has(file)) assert.match(source.version, /^[0-9a-f]{40}$/, file);
    else assert.equal(source.version, lock.packages[`node_modules/${source.package}`]?.version, file);
    assert.ok(existsSync(join(ROOT, source.generatedBy)), file);
  }
});

test('the tables are what the generators write, wherever the source packages are installed', (context) => {
  if (!existsSync(join(GENERATORS, 'node_modules'))) {
    context.diagnostic('The source packages are not installed; the versions above were compared instead.');
    return;
  }
  const tables = buildTables();
  assert.deepEqual([...tables.keys()].sort(), tableFiles);
  for (const [file, text] of tables) {
    assert.ok(text === readFileSync(join(TABLES, file), 'utf8'), `${file} is stale: run npm run generate`);
  }
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { NodeFiles } from '../../../server/src/workspace/nodeFiles';

describe('the files of the disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'data-protection-'));
  const files = new NodeFiles();
  after(() => rmSync(folder, { recursive: true }));

  test('what is not there is undefined, and a folder is no file', async () => {
    assert.equal(await files.read(`${folder}/absent.json`), undefined);
    assert.equal(await files.read(folder), undefined);
    assert.deepEqual(await files.list(`${folder}/absent`), []);
    assert.equal(await files.kindOf(`${folder}/absent`), undefined);
  });

  test('a rewritten file keeps its encoding and byte order mark', async () => {
    const path = `${folder}/a.json`;
    writeFileSync(path, Buffer.from('\uFEFF{"a": 1}', 'utf16le'));
    assert.equal(await files.read(path), '{"a": 1}');
    await files.rewrite(path, '{"ä": 1}');
    assert.deepEqual(readFileSync(path), Buffer.from('\uFEFF{"ä": 1}', 'utf16le'));
  });

  test('links to files are listed as files, links to folders are not followed', async () => {
    mkdirSync(`${folder}/real`);
    writeFileSync(`${folder}/real/b.json`, '{}');
    symlinkSync(`${folder}/real`, `${folder}/real/loop`);
    symlinkSync(`${folder}/a.json`, `${folder}/real/link.json`);
    const listed = [...(await files.list(`${folder}/real`))].sort((a, b) => (a.name < b.name ? -1 : 1));
    assert.deepEqual(listed, [
      { name: 'b.json', isFolder: false },
      { name: 'link.json', isFolder: false },
      { name: 'loop', isFolder: false },
    ]);
    assert.equal(typeof (await files.read(`${folder}/real/link.json`)), 'string');
    assert.equal(await files.read(`${folder}/real/loop`), undefined);
  });
});

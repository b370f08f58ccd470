import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { runInExtensionHost } from '../support/editorHost';
import { copyExamples } from './examples';
import { expectedFile } from './suite/expected';

// One window for all of it, since opening one takes longer than most of what is tested in it.
test('inside the extension host the examples are diagnosed, explained and mended, and settings are heeded', () => {
  const { folder, expected } = copyExamples();
  writeFileSync(join(folder, expectedFile), JSON.stringify(expected));
  return runInExtensionHost({
    suite: join(__dirname, 'suite', 'index.ts'),
    folder,
    // The editor in a browser saves by itself unless told otherwise.
    userSettings: { 'files.autoSave': 'off' },
  });
});

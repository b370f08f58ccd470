import { join } from 'node:path';
import { test } from 'node:test';
import { runInExtensionHost } from '../support/editorHost';

test('inside the extension host the commands create a configuration, restart the server and show the log', () =>
  runInExtensionHost({
    suite: join(__dirname, 'commandSuite.ts'),
    folder: join(__dirname, '..', '..', 'examples'),
  }));

import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { basename } from 'node:path';
import { extensions } from 'vscode';
import { diagnosticsOf, diagnosticsUntil, rewrite, show } from './documents';
import type { Tests } from './inOrder';

const foreign = `services:
  web:
    image: nginx
`;
const queue = `Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties: { SqsManagedSseEnabled: false }
`;

/** The processes that were started here, which is where the extension lives. */
const started: ChildProcess[] = [];
subscribe('child_process', (message) => started.push((message as { process: ChildProcess }).process));

/** How often the server was started. */
function starts(): number {
  return started.filter(({ spawnargs }) => spawnargs.some((argument) => basename(argument) === 'server.js')).length;
}

/** For a window in which nothing was opened yet. */
export const startTests: Tests = {
  'the server is not started for documents that are none of ours, and is for the first that is': async () => {
    const others = [
      await show({ language: 'yaml', content: foreign }),
      await show({ language: 'json', content: '{ "name": "shop", "version": "1.0.0" }' }),
      await show({ language: 'plaintext', content: 'Resources are scarce.' }),
    ];
    const extension = extensions.getExtension('data-protection.data-protection');
    assert.ok(extension, 'the extension is not there');
    await extension.activate();
    assert.equal(starts(), 0);

    const own = await show({ language: 'yaml', content: queue });
    await diagnosticsUntil(own, 'a finding', (diagnostics) => diagnostics.length > 0);
    assert.equal(starts(), 1);
    for (const document of others) assert.deepEqual(diagnosticsOf(document), []);
  },

  'a document that becomes one of ours gets diagnostics, and loses them when it is none again': async () => {
    const document = await show({ language: 'yaml', content: foreign });
    await rewrite(document, queue);
    await diagnosticsUntil(document, 'a finding', (diagnostics) => diagnostics.length > 0);
    await rewrite(document, foreign);
    await diagnosticsUntil(document, 'nothing', (diagnostics) => diagnostics.length === 0);
    assert.equal(starts(), 1);
  },
};

// The console of a suite inside the extension host: it writes to a file, since VS Code mixes the real one with much that
// it says of itself. The path is put in where the suite is bundled.
import { Console } from 'node:console';
import { appendFileSync } from 'node:fs';
import { Writable } from 'node:stream';

const file = process.env.SUITE_LOG ?? '';

export const console = new Console(
  new Writable({
    write(chunk, _encoding, done) {
      appendFileSync(file, chunk);
      done();
    },
  }),
);

// Runs test files in this process, one after the other: `node --test` starts a process for each, and most of their time
// would go into loading the same modules again.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

// All are loaded before the first test goes on: a test whose time is limited must not wait for what others load.
const require = createRequire(import.meta.url);
for (const file of process.argv.slice(2)) require(resolve(file));

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGES } from './data/sources';
import { buildTables } from './data/tables';

const OUTPUT = join(__dirname, '..', 'server', 'src', 'data');

/**
 * Writes the data tables under server/src/data. Where the source packages are not installed it leaves the committed tables as they
 * are: they take over 600 MB and are needed only to update a table.
 */
export async function generateData(): Promise<void> {
  if (!existsSync(PACKAGES)) {
    console.log('Data tables kept: run "npm ci --prefix tools/data --ignore-scripts" first to regenerate them.');
    return;
  }
  for (const [file, text] of buildTables()) writeFileSync(join(OUTPUT, file), text);
}

if (require.main === module) {
  generateData().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}

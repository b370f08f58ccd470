import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateData } from './generateData';
import { generatedFiles } from './generatedFiles';

/** Writes everything in the repository that is derived from something else: tables, rule pages, the settings section. */
async function generate(): Promise<void> {
  await generateData();
  const root = join(__dirname, '..');
  rmSync(join(root, 'docs/rules'), { recursive: true, force: true });
  for (const [path, content] of generatedFiles((file) => readFileSync(join(root, file), 'utf8'))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

generate().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

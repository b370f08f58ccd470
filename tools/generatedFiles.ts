import { words } from '../server/src/catalogue/words';
import { recommendations } from '../server/src/catalogue/words/recommendations';
import { settingsSchema } from '../server/src/engine/settings';
import { rulePages } from './rulePages';

/**
 * The files that follow from the catalogue and the settings, by path from the root. A test holds the committed files
 * against them. `read` gives a file of the repository.
 */
export function generatedFiles(read: (path: string) => string): Map<string, string> {
  return new Map([
    ['server/src/data/words.json', wordsTable()],
    ['package.json', withSettings(read('package.json'))],
    ...rulePages(),
  ]);
}

function wordsTable(): string {
  const table = { generatedBy: 'npm run generate, from server/src/catalogue/words', rules: words, recommendations };
  return `${JSON.stringify(table, null, 1)}\n`;
}

/** package.json with the settings section that VS Code reads, made from the one schema of all settings. */
function withSettings(manifest: string): string {
  const parsed = JSON.parse(manifest);
  parsed.contributes.configuration.properties = Object.fromEntries(
    Object.entries(settingsSchema).map(([key, setting]) => [
      `dataProtection.${key}`,
      { ...setting.schema, scope: 'resource' },
    ]),
  );
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

import { words } from '../server/src/catalogue/words';
import { givens } from '../server/src/catalogue/words/givens';
import { notes } from '../server/src/catalogue/words/kinds';
import { recommendations } from '../server/src/catalogue/words/recommendations';
import { trivyNames } from '../server/src/catalogue/words/trivyNames';
import { settingsSchema } from '../server/src/engine/settings';
import { differencesPage } from './agreement/differencesPage';
import { rulePages } from './rulePages';
import { snippetFiles } from './snippets';

/**
 * The files that follow from the catalogue and the settings, by path from the root. A test holds the committed files
 * against them. `read` gives a file of the repository.
 */
export function generatedFiles(read: (path: string) => string): Map<string, string> {
  return new Map([
    ['server/src/data/words.json', wordsTable()],
    ['package.json', withSettings(read('package.json'))],
    ['docs/differences.md', differencesPage()],
    ...rulePages(),
    ...snippetFiles(),
  ]);
}

function wordsTable(): string {
  const generatedBy = 'npm run generate, from server/src/catalogue/words';
  const table = { generatedBy, rules: words, recommendations, notes, givens, trivyNames };
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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ListNode, MapNode, ScalarNode } from '../../server/src/syntax/node';
import { parseDocument } from '../../server/src/syntax/parse';
import { decode } from '../../server/src/workspace/decode';

/** Where the corpus of real documents lies, if it is there: `CORPUS`, or the folder `shared/corpus` beside the project. */
export const corpusFolder = process.env.CORPUS ?? resolve(__dirname, '../../../shared/corpus');

/** Whether there is a corpus to test with. */
export const hasCorpus = existsSync(corpusFolder);

/** A document of the corpus. */
export interface CorpusFile {
  /** The path below the corpus folder. */
  readonly name: string;
  readonly text: string;
}

/** The documents of a folder of the corpus, decoded; those that are no text are left out. */
export function corpusFiles(folder: string): CorpusFile[] {
  const root = join(corpusFolder, folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => {
      const text = decode(readFileSync(path));
      return typeof text === 'string' ? [{ name: path.slice(corpusFolder.length + 1), text }] : [];
    });
}

/** A template with the verdicts of another tool's checks on it: `PASS`, `FAIL` or `SKIP`, by the name of the check. */
export interface LabelledTemplate extends CorpusFile {
  readonly verdicts: ReadonlyMap<string, string>;
}

/** The templates inside the labelled cases of `guard-tests`, each cut out of its file as it is written. */
export function guardTemplates(): LabelledTemplate[] {
  return corpusFiles('guard-tests').flatMap(({ name, text }) => {
    const document = parseDocument(name, text);
    const roots = 'skipped' in document ? [] : document.roots;
    const labelled = roots.flatMap((root) => (root instanceof ListNode ? root.items : []));
    return labelled.flatMap((item, i) => {
      const input = item instanceof MapNode ? item.get('input') : undefined;
      if (!(item instanceof MapNode && input instanceof MapNode)) return [];
      const column = input.start - text.lastIndexOf('\n', input.start) - 1;
      const lines = text.slice(input.start, input.end).replace(new RegExp(`^ {${column}}`, 'gm'), '');
      return [{ name: `${name}.${i}.yaml`, text: `${lines}\n`, verdicts: verdictsOf(item) }];
    });
  });
}

function verdictsOf(labelled: MapNode): Map<string, string> {
  const expectations = labelled.get('expectations');
  const rules = expectations instanceof MapNode ? expectations.get('rules') : undefined;
  const pairs = rules instanceof MapNode ? rules.pairs : [];
  return new Map(pairs.flatMap(({ key, value }) => (value instanceof ScalarNode ? [[key.text, value.text]] : [])));
}

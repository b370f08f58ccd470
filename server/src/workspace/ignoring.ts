import { reasonPlaceholder } from '../formats/claims';
import type { Ignore } from '../model/suppression';
import { desiredField, overlay } from '../syntax/desired';
import { parseDocument } from '../syntax/parse';
import type { PlainMap } from '../syntax/plain';
import { newlineOf } from '../syntax/scalars';
import type { TextEdit } from '../syntax/textEdit';
import { folderOf, readablePath } from './paths';

/** A settings file as it stands, empty where there is none yet. */
export interface SettingsFile {
  readonly path: string;
  readonly text: string;
  readonly exists: boolean;
}

/** Settings are plain YAML: no functions, no documents inside of texts. */
const overlayOptions = { blocksAreLists: false, isComputed: () => false, embedded: () => undefined };

/** The edits that make a settings file ignore something; `undefined` where it cannot take that. */
export function ignoringEdits({ path, text }: SettingsFile, ignore: Ignore): TextEdit[] | undefined {
  const { address, rule } = ignore;
  const item: PlainMap = {
    path: relativePattern(ignore.path, folderOf(path) ?? ''),
    ...(address !== undefined && { address }),
    rule,
    reason: reasonPlaceholder,
  };
  const document = parseDocument(path, text);
  if ('skipped' in document || document.problems.length > 0) return undefined;
  const [root] = document.roots;
  if (root && !(root.kind === 'scalar' && root.isNull)) {
    return overlay(root, desiredField('ignore', { kind: 'appended', item }), overlayOptions);
  }
  // Without any setting there is no map yet to be added to. JSON strings are YAML as well.
  const lines = Object.entries(item).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const section = [`ignore:`, `  - ${lines[0]}`, ...lines.slice(1).map((line) => `    ${line}`), ''];
  const lead = text === '' || text.endsWith('\n') ? [] : [''];
  return [{ path, start: text.length, end: text.length, text: [...lead, ...section].join(newlineOf(text)) }];
}

/** A glob that means one file, as seen from a folder. */
function relativePattern(path: string, folder: string): string {
  const relative = readablePath(path).slice(readablePath(folder).length + 1);
  return relative.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
}

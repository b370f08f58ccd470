import type { check } from '../engine/check';
import type { Ignore } from '../model/suppression';
import { folderOf } from '../workspace/paths';
import { ignoresIn, settingsFaults } from '../workspace/settingsFaults';
import { namedIn, readSettingsFile } from '../workspace/settingsFiles';
import type { Workspace } from '../workspace/workspace';
import type { Log } from './handlers';
import type { SettingsRead } from './lane';
import { nameInPath, type OpenDocument } from './openDocuments';
import { inSlices } from './slices';

/** What the reading of settings files needs of the server. */
export interface SettingsReader {
  readonly workspace: Workspace;
  readonly check: typeof check;
  readonly log: Log;
}

/**
 * Reads a settings file that is open. The documents that its `ignore` names are checked, since only that can show an
 * entry which is not needed any more.
 */
export async function readOpenSettings(
  { path, text }: OpenDocument,
  { workspace, check, log }: SettingsReader,
  isDropped: () => boolean,
): Promise<SettingsRead> {
  const named = documentsNamedIn(path, text);
  const settings = await workspace.settingsBeside(path, named);
  const idle: Ignore[] = [];
  for (const document of named) {
    const loaded = await workspace.load(document);
    if (loaded.kind !== 'unit') continue;
    const checked = await inSlices(check(loaded.unit, loaded.settings, log), isDropped);
    idle.push(...(checked?.idleIgnores ?? []));
  }
  return { kind: 'settings', faults: settingsFaults(path, text, settings, idle) };
}

/** The paths of the documents that `ignore` names one by one. */
function documentsNamedIn(path: string, text: string): readonly string[] {
  const named = ignoresIn(readSettingsFile(path, text)).flatMap((ignore) => (ignore && namedIn(ignore.path)) ?? []);
  return [...new Set(named)].map((name) => `${folderOf(path)}/${name.split('/').map(nameInPath).join('/')}`);
}

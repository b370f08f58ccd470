/** The name of the files that hold settings for the folder they stand in, and all below it. */
export const settingsFileName = '.data-protection.yaml';

/** What lies above everything in a URI: its scheme and authority. */
const uriRoot = /^[a-z][a-z\d+.-]*:\/\/[^/]*$/i;

/** The folder that a file or folder stands in, without a final slash; `undefined` where there is none. */
export function folderOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  return slash < 0 || uriRoot.test(path) ? undefined : path.slice(0, slash);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folders above a file, the nearest first. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) folders.push(folder);
  return folders;
}

/** Whether a file stands in a folder, however deep. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** A path as people write it: what a URI escapes stands for itself. */
export function readablePath(path: string): string {
  if (!/^[a-z][a-z\d+.-]+:/i.test(path)) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

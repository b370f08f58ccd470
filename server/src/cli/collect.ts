import type { NodeFiles } from '../workspace/nodeFiles';
import { Failure } from './failure';
import { compare } from './report';

/** Folders that hold what others wrote, or what no person wrote. */
const leftOut = new Set(['node_modules', '.git']);
/** In a folder only these are opened; a file that is named is opened whatever it is called. */
const likelyFile = /\.(?:jsonc?|ya?ml|template|cfn|cform|policy|txt|tfvars)$/i;

/** The files that paths stand for, folders searched through: each once, in order, and absolute. */
export async function collectFiles(
  paths: readonly string[],
  absolute: (path: string) => string,
  files: NodeFiles,
): Promise<string[]> {
  const found = new Set<string>();
  for (const given of paths) {
    const path = absolute(given);
    const kind = await files.kindOf(path);
    if (!kind) throw new Failure(`There is no file or folder '${given}'. Check the path.`);
    if (kind === 'file') found.add(path);
    else for await (const file of walk(path.replace(/\/$/, ''), files)) found.add(file);
  }
  return [...found].sort(compare);
}

async function* walk(folder: string, files: NodeFiles): AsyncGenerator<string> {
  for (const { name, isFolder } of await files.list(folder)) {
    const path = `${folder}/${name}`;
    if (!isFolder) {
      if (likelyFile.test(name)) yield path;
    } else if (!leftOut.has(name)) yield* walk(path, files);
  }
}

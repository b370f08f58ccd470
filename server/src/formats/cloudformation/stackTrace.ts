import type { CodePlace } from '../../model/resource';

/** A frame as V8 writes it, as jsii does for other languages, or a bare place. */
const framePattern = /^\s*(?:at )?(?:.*\()?([^()]+?):(\d+)(?::(\d+))?\)?\s*$/;

/** What no author of an application wrote: libraries, and the inside of Node. */
const foreign = /(?:^|[\\/])node_modules[\\/]|^node:/;

/** What lies above everything in a URI: its scheme and authority. */
const uriRoot = /^[a-z][a-z\d+.-]*:\/\/[^/]*/i;

/**
 * The first place in a stack trace that is in the author's own code, as a path like that of the project's folder, which
 * ends in a slash. Traces name files as they were where the CDK ran: what is not below the folder is not told.
 */
export function placeInCode(frames: readonly string[], project: string): CodePlace | undefined {
  for (const frame of frames) {
    const [, file, line, column] = framePattern.exec(frame) ?? [];
    if (file === undefined || foreign.test(file)) continue;
    const below = pathBelow(file, project);
    const path = below && project + below;
    if (path) return { path, line: Number(line) - 1, character: Math.max(Number(column ?? 1) - 1, 0) };
  }
  return undefined;
}

/** The part of a file's path below a folder, spelled as the folder is; `undefined` where it is elsewhere. */
function pathBelow(file: string, folder: string): string | undefined {
  const root = uriRoot.exec(folder)?.[0];
  const parts = partsOf(file);
  if (/^(?:[a-z]:)?\//i.test(parts)) {
    const above = partsOf(folder);
    if (!parts.startsWith(above)) return undefined;
    return spelled(parts.slice(above.length), root);
  }
  return parts.includes('../') ? undefined : spelled(parts.replace(/^(?:\.\/)+/, ''), root);
}

function spelled(path: string, root: string | undefined): string {
  return root === undefined ? path : path.split('/').map(encodeURIComponent).join('/');
}

/** A path as the other systems and URIs write it too: with slashes, nothing escaped, and a drive in small letters. */
function partsOf(path: string): string {
  const plain = uriRoot.test(path) ? decoded(path.replace(uriRoot, '')) : path.replaceAll('\\', '/');
  return plain.replace(/^\/?([a-z]:\/)/i, (_, drive: string) => drive.toLowerCase());
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Why a pattern of files can match none; `undefined` where it may. In groups anything may stand, so nothing is said of
 * those.
 *
 * @param folder the folder of the settings file, as people write it; in the editor's own settings there is none
 */
export function whyUnmatched(pattern: string, folder: string | undefined): string | undefined {
  if (/[{}()]/.test(pattern)) return undefined;
  const fail = (why: string) => `"${pattern}" matches no file: ${why}`;
  if (/^[./]*$/.test(pattern) && !pattern.includes('..')) return fail('it names none.');
  if (pattern.split('/').includes('..')) return fail('a pattern cannot lead out of the folder that it is relative to.');
  const isAbsolute = /^(?:[a-z]:[\\/]|file:)/i.test(pattern) || isInside(pattern, folder);
  return isAbsolute ? fail('write it relative to the folder of this file, as in "stacks/*.yaml".') : undefined;
}

/** Whether a pattern begins with the whole path of a folder. A slash in front alone is not one: it is passed over. */
function isInside(pattern: string, folder: string | undefined): boolean {
  const path = folder?.replace(/^[a-z][a-z\d+.-]+:\/\/[^/]*/i, '');
  return path !== undefined && path !== '' && (pattern === path || pattern.startsWith(`${path}/`));
}

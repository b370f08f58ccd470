import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * The first executable of one of these names on the PATH, in the order of the names.
 *
 * @param {...string} names
 * @returns {string | undefined}
 */
export function findOnPath(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))))
    .find(isExecutable);
}

/**
 * The executable that an environment variable names.
 *
 * @param {string} variable
 * @returns {string | undefined} undefined where the variable is not set
 */
export function chosenExecutable(variable) {
  const chosen = process.env[variable];
  if (!chosen || isExecutable(chosen)) return chosen || undefined;
  throw new Error(`The environment variable ${variable} names no executable file: ${chosen}`);
}

/**
 * The desktop build of VS Code: VSCODE_EXECUTABLE, or the program behind the command `code`.
 *
 * @returns {string | undefined} undefined where there is none, or no screen to show it on
 */
export function findDesktop() {
  const chosen = chosenExecutable('VSCODE_EXECUTABLE');
  if (chosen) return chosen;
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const command = headless ? undefined : findOnPath('code');
  if (!command) return undefined;
  // The command is a script in the program's folder that returns at once; tests need the program itself.
  const home = dirname(dirname(realpathSync(command)));
  return [join(home, 'code'), join(home, 'Code.exe'), ...filesOf(join(home, '..', '..', 'MacOS'))].find(isExecutable);
}

/** @param {string} folder */
function filesOf(folder) {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

import picomatch from 'picomatch';
import { parseDocument } from 'yaml';
import {
  defaultSettings,
  readSettings,
  type SettingName,
  type SettingProblem,
  type Settings,
} from '../engine/settings';
import { isTooDeep } from '../syntax/nesting';
import type { Unreadable } from './files';
import { folderOf, isBelow, nameOf, readablePath } from './paths';

/** Settings as one source has them. */
export interface SettingsSource {
  /** The settings file; `undefined` for the editor. */
  readonly path?: string;
  readonly raw: unknown;
  /** Why the file could not be read. */
  readonly problem?: SettingProblem;
}

/** A wrong setting, and the file it stands in. */
export interface SettingsFileProblem {
  readonly path: string;
  readonly problem: SettingProblem;
}

/** The folder of a settings file, as people write it; the editor has none. */
export function folderOfSource({ path }: SettingsSource): string | undefined {
  const folder = path === undefined ? undefined : folderOf(path);
  return folder === undefined ? undefined : readablePath(folder);
}

/** Reads a settings file. What is wrong with it as a whole is a problem without place. */
export function readSettingsFile(path: string, text: string | Unreadable): SettingsSource {
  const fail = (message: string): SettingsSource => ({ path, raw: undefined, problem: { place: [], message } });
  if (typeof text !== 'string') return fail(`The file cannot be used: ${text.unreadable}.`);
  if (isTooDeep(text, 'yaml')) return fail('The file cannot be used: it is nested too deep.');
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const line = text.slice(0, error.pos[0]).split('\n').length;
    return fail(`The file is not valid YAML, see line ${line}: ${error.message}.`);
  }
  try {
    return { path, raw: document.toJS() };
  } catch {
    return fail('The file cannot be used: its aliases stand for too much.');
  }
}

/** Why the settings keep a file from being checked. */
export interface Refusal {
  /** The end of a sentence. */
  readonly reason: string;
  /** The setting that does. */
  readonly setting: SettingName;
  /** The settings file that has the setting; `undefined` for the editor. */
  readonly settingsFile?: string;
}

/** What one source says of paths. */
interface Part extends Pick<Settings, 'exclude' | 'ignore'> {
  readonly source: SettingsSource;
}

/** The settings that hold for one file, made of all sources that have a say. */
export class EffectiveSettings {
  /** All but what is ignored, which depends on the documents that are checked together. */
  readonly settings: Settings;
  /** What is wrong in settings files. The editor's own settings are told apart: they belong to no file. */
  readonly problems: readonly SettingsFileProblem[];
  private readonly parts: readonly Part[];

  /** Each source is laid over those before it, key by key; only what speaks of paths adds up: they are relative. */
  constructor(sources: readonly SettingsSource[]) {
    let settings = defaultSettings;
    const problems: SettingsFileProblem[] = [];
    const parts: Part[] = [];
    for (const source of sources) {
      const read = readSettings(source.raw, { ...settings, exclude: [], ignore: [] }, folderOfSource(source));
      settings = read.settings;
      parts.push({ source, exclude: settings.exclude, ignore: settings.ignore });
      const found = source.problem ? [source.problem, ...read.problems] : read.problems;
      const { path } = source;
      if (path !== undefined) problems.push(...found.map((problem) => ({ path, problem })));
    }
    this.settings = { ...settings, exclude: parts.flatMap(({ exclude }) => exclude), ignore: [] };
    this.problems = problems.filter(({ problem: { report } }) => !report || settings.rules[report] !== 'off');
    this.parts = parts;
  }

  /** The settings for documents that are checked together: what is ignored is told by their own paths. */
  settingsFor(paths: readonly string[]): Settings {
    const ignore = this.parts.flatMap(({ source, ignore }) =>
      ignore.flatMap((one) =>
        paths.filter((path) => matches(one.path, source.path, path)).map((path) => ({ ...one, path })),
      ),
    );
    return { ...this.settings, ignore };
  }

  /** Why a file is not to be checked whatever it holds; `undefined` where it is. */
  exclusionOf(path: string): Refusal | undefined {
    for (const { source, exclude } of this.parts) {
      const pattern = exclude.find((one) => matches(one, source.path, path));
      if (pattern !== undefined) {
        const where = source.path === undefined ? "the editor's settings" : readablePath(nameOf(source.path));
        return refusal(`it is excluded by '${pattern}' in ${where}`, 'exclude', source);
      }
    }
    return undefined;
  }

  /** Why a text is too large to be checked; `undefined` where it is not. */
  tooLarge(text: string): Refusal | undefined {
    const { maximumFileSize } = this.settings;
    const size = Math.ceil(text.length / 1024);
    if (size <= maximumFileSize) return undefined;
    const reason = `it is too large: ${size} KB, and the setting 'maximumFileSize' allows ${maximumFileSize} KB`;
    const source = this.parts.findLast(({ source: { raw } }) => Object.hasOwn(Object(raw), 'maximumFileSize'))?.source;
    return refusal(reason, 'maximumFileSize', source);
  }
}

function refusal(reason: string, setting: SettingName, source: SettingsSource | undefined): Refusal {
  return { reason, setting, ...(source?.path !== undefined && { settingsFile: source.path }) };
}

/**
 * Whether a pattern matches a file or a folder above it. Patterns of a settings file are relative to the folder it
 * stands in; those of the editor match at any depth.
 */
export function matches(pattern: string, settingsPath: string | undefined, path: string): boolean {
  const glob = globOf(pattern);
  if (!glob) return false;
  if (settingsPath === undefined) {
    return picomatch([`**/${glob}`, `**/${glob}/**`], { dot: true })(readablePath(path).replace(/^.*?:?\/+/, ''));
  }
  const folder = folderOf(settingsPath);
  if (folder === undefined || !isBelow(path, folder)) return false;
  return picomatch([glob, `${glob}/**`], { dot: true })(readablePath(path).slice(readablePath(folder).length + 1));
}

/** The file or folder that a pattern of a settings file names; `undefined` where it may mean several. */
export function namedIn(pattern: string): string | undefined {
  const glob = globOf(pattern);
  const { isGlob, negated } = picomatch.scan(glob);
  return glob && !isGlob && !negated ? glob.replace(/\\(.)/g, '$1') : undefined;
}

/** A pattern without what may stand around it. */
function globOf(pattern: string): string {
  return pattern.replace(/^\.?\/+/, '').replace(/\/+$/, '');
}

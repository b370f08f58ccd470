import picomatch from 'picomatch';
import { parseDocument } from 'yaml';
import { defaultSettings, readSettings, type SettingProblem, type Settings } from '../engine/settings';
import { isTooDeep } from '../syntax/nesting';
import type { Unreadable } from './files';
import { folderOf, isBelow, nameOf, readablePath } from './paths';

/** The name of the files that hold settings for the folder they stand in, and all below it. */
export const settingsFileName = '.data-protection.yaml';

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

/** Reads a settings file. What is wrong with it as a whole is a problem without key. */
export function readSettingsFile(path: string, text: string | Unreadable): SettingsSource {
  const fail = (message: string): SettingsSource => ({ path, raw: undefined, problem: { key: '', message } });
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

/** The settings that hold for one file, made of all sources that have a say. */
export class EffectiveSettings {
  readonly settings: Settings;
  /** What is wrong in settings files. The editor's own settings are told apart: they belong to no file. */
  readonly problems: readonly SettingsFileProblem[];
  private readonly exclusions: readonly { readonly source: SettingsSource; readonly patterns: readonly string[] }[];

  /** Each source is laid over those before it, key by key; only `exclude` adds up, since its patterns are relative. */
  constructor(sources: readonly SettingsSource[]) {
    let settings = defaultSettings;
    const problems: SettingsFileProblem[] = [];
    const exclusions: { source: SettingsSource; patterns: readonly string[] }[] = [];
    for (const source of sources) {
      const read = readSettings(source.raw, { ...settings, exclude: [] });
      settings = read.settings;
      exclusions.push({ source, patterns: settings.exclude });
      const found = source.problem ? [source.problem, ...read.problems] : read.problems;
      const { path } = source;
      if (path !== undefined) problems.push(...found.map((problem) => ({ path, problem })));
    }
    this.settings = { ...settings, exclude: exclusions.flatMap(({ patterns }) => patterns) };
    this.problems = problems;
    this.exclusions = exclusions;
  }

  /** Why a file is not to be checked, as the end of a sentence; `undefined` where it is. */
  exclusionOf(path: string): string | undefined {
    for (const { source, patterns } of this.exclusions) {
      const pattern = patterns.find((one) => excludes(one, source.path, path));
      if (pattern !== undefined) {
        const where = source.path === undefined ? "the editor's settings" : readablePath(nameOf(source.path));
        return `it is excluded by '${pattern}' in ${where}`;
      }
    }
    return undefined;
  }
}

/**
 * Whether a pattern matches a file or a folder above it. Patterns of a settings file are relative to the folder it
 * stands in; those of the editor match at any depth.
 */
function excludes(pattern: string, settingsPath: string | undefined, path: string): boolean {
  const glob = pattern.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  if (!glob) return false;
  if (settingsPath === undefined) {
    return picomatch([`**/${glob}`, `**/${glob}/**`], { dot: true })(readablePath(path).replace(/^.*?:?\/+/, ''));
  }
  const folder = folderOf(settingsPath);
  if (folder === undefined || !isBelow(path, folder)) return false;
  return picomatch([glob, `${glob}/**`], { dot: true })(readablePath(path).slice(readablePath(folder).length + 1));
}

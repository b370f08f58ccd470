import type { FormatId } from '../model/resource';
import type { FolderEntry, Unreadable } from '../workspace/files';

// What client and server say to each other beyond the Language Server Protocol. Both sides import this file, so it
// knows neither of their libraries.

/** The section of the settings, and the name under which diagnostics, logs and edits speak. */
export const section = 'dataProtection';

/** What diagnostics name as their source. */
export const source = 'data-protection';

/** The command of the client that shows the page of a rule; its argument is the rule's id. */
export const openRuleCommand = `${section}.openRule`;

/** The command of the client that copies a line of code; its argument is the line. */
export const copySuppressionCommand = `${section}.copySuppression`;

/** The kind of the action that applies all safe fixes. It is given only to those who ask for it by this name. */
export const fixAllKind = `source.fixAll.${section}`;

/** Notification from the server: what came of a document's check. */
export const statusMethod = `${section}/status`;

/** What the status item says of a document. */
export interface StatusParams {
  readonly uri: string;
  /** `foreign` documents are none of ours. */
  readonly state: 'checked' | 'skipped' | 'settings' | 'foreign';
  readonly format?: FormatId;
  /** How many findings a checked document has, or how many faults a settings file. */
  readonly findings?: number;
  /** The line, from one, of the first syntax error of a checked document: what follows may not be checked. */
  readonly syntaxErrorLine?: number;
  /** Why a document was skipped, as the end of a sentence. */
  readonly reason?: string;
  /** The setting that made the server skip it. */
  readonly setting?: string;
  /** The URI of the settings file that has the setting; the editor has it where there is none. */
  readonly settingsFile?: string;
}

/** Request from the client: the rules, and the checks of other tools that need none. */
export const rulesMethod = `${section}/rules`;

/** What the search of rules offers. `sameAs` has the ids of the same check in other tools. */
export interface RulesResult {
  readonly rules: readonly { readonly id: string; readonly title: string; readonly sameAs: readonly string[] }[];
  readonly settled: readonly { readonly reason: string; readonly sameAs: readonly string[]; readonly page: string }[];
}

/** Request from the client: the text of a new settings file, a string. */
export const newSettingsFileMethod = `${section}/newSettingsFile`;

/** Request to a client that `readsFiles`: the text of a file, `null` where there is none. */
export const readFileMethod = `${section}/readFile`;

/** Request to a client that `readsFiles`: what is in a folder. Names are as people write them, not escaped. */
export const listFolderMethod = `${section}/listFolder`;

/** The file or folder that a server asks for. */
export interface FileParams {
  readonly uri: string;
}

/** The text of a file, why it cannot be read, or `null` where there is none. */
export type ReadFileResult = string | Unreadable | null;
/** What a folder holds. */
export type ListFolderResult = readonly FolderEntry[];

/** What a client says of itself at the start. */
export interface InitializationOptions {
  /** It answers `readFile` and `listFolder` for files that are not on the server's disk. */
  readonly readsFiles?: boolean;
}

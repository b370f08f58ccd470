import { defaultSettings, readSettings, type SettingProblem, type Settings } from '../engine/settings';
import { configurationFile } from '../formats/files';
import type { Unit } from '../formats/format';
import { recognise } from '../formats/recognise';
import type { FormatId } from '../model/resource';
import type { SyntaxDocument } from '../syntax/node';
import { lineNumberAt } from '../syntax/ranges';
import type { Files } from './files';
import type { SettingsFile } from './ignoring';
import { folderOf, foldersAbove, settingsFileName } from './paths';
import {
  EffectiveSettings,
  type Refusal,
  readSettingsFile,
  type SettingsFileProblem,
  type SettingsSource,
} from './settingsFiles';
import { guessFormat } from './sniff';
import { Reading, Sources } from './sources';
import { Units } from './units';

/** A document that is not checked, because of a setting or because of what it holds. */
export interface Skipped extends Partial<Refusal> {
  readonly kind: 'skipped';
  /** What it looks like; missing only where nothing of it could be read. */
  readonly format?: FormatId;
  /** The end of a sentence: "it is too large". */
  readonly reason: string;
}

/** What became of a document that was asked for. */
export type Loaded =
  | {
      readonly kind: 'unit';
      readonly unit: Unit;
      readonly settings: Settings;
      readonly settingsProblems: readonly SettingsFileProblem[];
    }
  | Skipped
  /** It is none of ours. */
  | { readonly kind: 'foreign' };

/**
 * Finds what belongs together and reads it: for a document the unit to check and the settings that hold for it. The
 * only place between the engine and the language server that waits for anything.
 */
export class Workspace {
  private readonly sources: Sources;
  /** What the open documents were last read with. */
  private readonly readings = new Map<string, Reading>();
  private editorSettings: SettingsSource = { raw: {} };
  private onlySettingsFile: string | undefined;

  constructor(
    files: Files,
    private readonly log: (message: string) => void,
    private readonly today: () => string = dayInUtc,
  ) {
    this.sources = new Sources(files);
  }

  /** Sets the text of a document that is open in the editor; it counts instead of the file's. */
  setDocument(path: string, text: string): void {
    this.sources.setDocument(path, text);
  }

  /** A document was closed: from now on the file counts. */
  removeDocument(path: string): void {
    this.sources.removeDocument(path);
    this.readings.delete(path);
  }

  /** Takes the editor's settings, an object of raw values, and tells what is wrong with them. */
  setEditorSettings(raw: unknown): readonly SettingProblem[] {
    this.editorSettings = { raw };
    return readSettings(raw, defaultSettings).problems;
  }

  /** Takes settings from this file alone, and not from those at or above the documents. */
  useSettingsFile(path: string): void {
    this.onlySettingsFile = path;
  }

  /** A file was written, made or removed: what is remembered of it is dropped. */
  fileChanged(path: string): void {
    this.sources.forget(path);
  }

  /** The open documents that a change of a file concerns: they are checked with it, or would be. */
  affected(path: string): readonly string[] {
    return this.sources.openPaths().filter((open) => open === path || this.readings.get(open)?.concerns(path));
  }

  /** Reads a document, what belongs to it, and the settings that hold for it. */
  async load(path: string): Promise<Loaded> {
    const reading = new Reading(this.sources);
    // Before anything is waited for: what changes meanwhile has either been read already, or is read as it is then.
    this.remember(reading, [path]);
    const source = await this.sources.readAnew(path);
    if (source === undefined) return { kind: 'foreign' };
    if (typeof source !== 'string' && source.remains === undefined) {
      return { kind: 'skipped', reason: source.unreadable };
    }
    const text = typeof source === 'string' ? source : (source.remains ?? '');
    const format = guessFormat(path, text);
    if (!format) return { kind: 'foreign' };
    const effective = await this.settingsOf(path, reading);
    const refusal =
      effective.exclusionOf(path) ??
      (typeof source === 'string' ? effective.tooLarge(text) : { reason: source.unreadable });
    if (refusal) return { kind: 'skipped', format, ...refusal };
    const document = this.sources.parse(path, text);
    if ('skipped' in document) return { kind: 'skipped', format, reason: `it is ${document.skipped}` };
    const recognition = recognise(document);
    if (!recognition) return unrecognised(document, format);
    const unit = await new Units(reading, effective, this.log).unitOf(document, recognition);
    const paths = unit.documents.map((one) => one.path);
    this.remember(reading, paths);
    const current = { ...effective.settingsFor(paths), today: this.today() };
    return { kind: 'unit', unit, settings: current, settingsProblems: effective.problems };
  }

  /** The settings file that speaks for a document from nearest; where there is none, one that may be made beside it. */
  async settingsFileOf(path: string): Promise<SettingsFile | undefined> {
    for (const folder of foldersAbove(path)) {
      const file = `${folder}/${settingsFileName}`;
      const text = await this.sources.read(file);
      if (text !== undefined) return typeof text === 'string' ? { path: file, text, exists: true } : undefined;
    }
    return { path: `${folderOf(path) ?? ''}/${settingsFileName}`, text: '', exists: false };
  }

  /** Why the settings keep a file from being checked, as the end of a sentence; `undefined` where they do not. */
  async exclusionOf(path: string): Promise<string | undefined> {
    return (await this.settingsOf(path, new Reading(this.sources))).exclusionOf(path)?.reason;
  }

  /** The settings that hold for documents beside a settings file; those that it names concern it from now on. */
  async settingsBeside(path: string, named: readonly string[]): Promise<Settings> {
    const reading = new Reading(this.sources);
    this.remember(reading, [path]);
    const [{ settings }] = await Promise.all([
      this.settingsOf(path, reading),
      ...named.map((document) => reading.read(document)),
    ]);
    return { ...settings, today: this.today() };
  }

  private remember(reading: Reading, paths: readonly string[]): void {
    for (const path of paths) if (this.sources.isOpen(path)) this.readings.set(path, reading);
  }

  private async settingsOf(path: string, reading: Reading): Promise<EffectiveSettings> {
    const candidates = this.onlySettingsFile
      ? [this.onlySettingsFile]
      : foldersAbove(path).map((folder) => `${folder}/${settingsFileName}`);
    const texts = await Promise.all(candidates.map((candidate) => reading.read(candidate)));
    const sources = candidates.flatMap((candidate, i) => {
      const text = texts[i];
      return text === undefined ? [] : [readSettingsFile(candidate, text)];
    });
    return new EffectiveSettings([this.editorSettings, ...sources.reverse()]);
  }
}

/** Today as `YYYY-MM-DD`, the same day on every machine. */
function dayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What looks like one of ours and is not, as far as it can be read. */
function unrecognised(document: SyntaxDocument, format: FormatId): Loaded {
  const { path, text, problems } = document;
  if (configurationFile.test(path) && text.trim() !== '') {
    return { kind: 'skipped', format, reason: 'it is not JSON, as Terraform reads a file of this name' };
  }
  const [problem] = problems;
  return problem
    ? { kind: 'skipped', format, reason: `it has a syntax error at line ${lineNumberAt(text, problem.start)}` }
    : { kind: 'foreign' };
}

import { defaultSettings, readSettings, type SettingProblem, type Settings } from '../engine/settings';
import type { Recognition, Unit } from '../formats/format';
import { recognise } from '../formats/recognise';
import type { FormatId } from '../model/resource';
import type { SyntaxDocument } from '../syntax/node';
import { parseDocument, type Unparsed } from '../syntax/parse';
import { lineNumberAt } from '../syntax/ranges';
import { withoutNul } from './decode';
import type { Files, FolderEntry, Unreadable } from './files';
import type { SettingsFile } from './ignoring';
import { folderOf, foldersAbove, isBelow, nameOf, settingsFileName } from './paths';
import { Recent } from './recent';
import {
  EffectiveSettings,
  type Refusal,
  readSettingsFile,
  type SettingsFileProblem,
  type SettingsSource,
} from './settingsFiles';
import { configurationFile, guessFormat } from './sniff';

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

/** The file that tells a cloud assembly of the CDK. */
const manifestFile = 'manifest.json';
const hclFile = /\.(?:tf|tofu)$/i;

/** How many files beside the checked ones, and how many folders, are remembered. */
const rememberedFiles = 2_000;
const rememberedFolders = 500;
/** How much text is kept parsed, in UTF-16 code units: trees take many times the room of their text. */
const parsedText = 8_000_000;

/**
 * Finds what belongs together and reads it: for a document the unit to check and the settings that hold for it. The
 * only place between the engine and the language server that waits for anything.
 */
export class Workspace {
  private readonly open = new Map<string, string>();
  private readonly sources = new Recent<Promise<string | Unreadable | undefined>>(rememberedFiles);
  private readonly listings = new Recent<Promise<readonly FolderEntry[]>>(rememberedFolders);
  private readonly parsed = new Recent<{ readonly text: string; readonly outcome: SyntaxDocument | Unparsed }>(
    parsedText,
    ({ text }) => text.length,
  );
  private editorSettings: SettingsSource = { raw: {} };
  private onlySettingsFile: string | undefined;

  constructor(
    private readonly files: Files,
    private readonly log: (message: string) => void,
    private readonly today: () => string = dayInUtc,
  ) {}

  /** Sets the text of a document that is open in the editor; it counts instead of the file's. */
  setDocument(path: string, text: string): void {
    this.open.set(path, text);
  }

  /** A document was closed: from now on the file counts. */
  removeDocument(path: string): void {
    this.open.delete(path);
    this.fileChanged(path);
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
    this.sources.delete(path);
    const folder = folderOf(path);
    if (folder !== undefined) this.listings.delete(folder);
  }

  /** The open documents that a change of a file concerns: their unit holds it, or it holds their settings. */
  affected(path: string): readonly string[] {
    const folder = folderOf(path);
    const name = nameOf(path);
    return [...this.open.keys()].filter((open) => {
      if (open === path) return true;
      if (folder === undefined) return false;
      if (name === settingsFileName) return isBelow(open, folder);
      if (folderOf(open) !== folder) return false;
      return isConfiguration(open) ? isConfiguration(name) || hclFile.test(name) : name === manifestFile;
    });
  }

  /** Reads a document, what belongs to it, and the settings that hold for it. */
  async load(path: string): Promise<Loaded> {
    const source = await this.read(path);
    if (source === undefined) return { kind: 'foreign' };
    if (typeof source !== 'string' && source.remains === undefined) {
      return { kind: 'skipped', reason: source.unreadable };
    }
    const text = typeof source === 'string' ? source : (source.remains ?? '');
    const format = guessFormat(path, text);
    if (!format) return { kind: 'foreign' };
    const effective = await this.settingsOf(path);
    const refusal =
      effective.exclusionOf(path) ??
      (typeof source === 'string' ? effective.tooLarge(text) : { reason: source.unreadable });
    if (refusal) return { kind: 'skipped', format, ...refusal };
    const document = this.parse(path, text);
    if ('skipped' in document) return { kind: 'skipped', format, reason: `it is ${document.skipped}` };
    const recognition = recognise(document);
    if (!recognition) return unrecognised(document, format);
    const unit = await this.unitOf(document, recognition, effective);
    const paths = unit.documents.map((one) => one.path);
    const current = { ...effective.settingsFor(paths), today: this.today() };
    return { kind: 'unit', unit, settings: current, settingsProblems: effective.problems };
  }

  /** The settings file that speaks for a document from nearest; where there is none, one that may be made beside it. */
  async settingsFileOf(path: string): Promise<SettingsFile | undefined> {
    for (const folder of foldersAbove(path)) {
      const file = `${folder}/${settingsFileName}`;
      const text = await this.readBeside(file);
      if (text !== undefined) return typeof text === 'string' ? { path: file, text, exists: true } : undefined;
    }
    return { path: beside(path, settingsFileName), text: '', exists: false };
  }

  /** Why the settings keep a file from being checked, as the end of a sentence; `undefined` where they do not. */
  async exclusionOf(path: string): Promise<string | undefined> {
    return (await this.settingsOf(path)).exclusionOf(path)?.reason;
  }

  private async unitOf(document: SyntaxDocument, recognition: Recognition, settings: EffectiveSettings): Promise<Unit> {
    if (isConfiguration(document.path)) return this.moduleOf(document, settings);
    const { format, generatedBy } = recognition;
    if (format === 'cloudformation' && (await this.isInAssembly(document.path))) {
      return { format: 'cdk', documents: [document], partial: false, generatedBy: 'cdk' };
    }
    return { format, documents: [document], partial: false, ...(generatedBy && { generatedBy }) };
  }

  /** The Terraform module of a file: all configuration of its folder. HCL is not read, so it leaves the unit partial. */
  private async moduleOf(own: SyntaxDocument, settings: EffectiveSettings): Promise<Unit> {
    const names = await this.namesBeside(own.path);
    const paths = new Set(names.filter(isConfiguration).map((name) => beside(own.path, name)));
    paths.add(own.path);
    const documents = await Promise.all(
      [...paths].sort().map((path) => (path === own.path ? own : this.sibling(path, settings))),
    );
    const read = documents.filter((document) => document !== undefined);
    const generated = read.some((document) => recognise(document)?.generatedBy === 'cdktf');
    return {
      format: 'terraform',
      documents: read,
      partial: read.length < documents.length || names.some((name) => hclFile.test(name)),
      ...(generated && { generatedBy: 'cdktf' }),
    };
  }

  private async sibling(path: string, settings: EffectiveSettings): Promise<SyntaxDocument | undefined> {
    const source = (await this.readBeside(path)) ?? { unreadable: 'it is gone' };
    const reason = typeof source === 'string' ? settings.tooLarge(source)?.reason : source.unreadable;
    const document = typeof source === 'string' && reason === undefined ? this.parse(path, source) : undefined;
    if (document && !('skipped' in document) && recognise(document)) return document;
    this.log(`${path} is left out of its module: ${reason ?? 'it cannot be parsed'}`);
    return undefined;
  }

  /** The files Terraform would see beside a file: those on the disk and those that are open, none of them hidden. */
  private async namesBeside(path: string): Promise<string[]> {
    const folder = folderOf(path);
    if (folder === undefined) return [];
    const entries = await this.list(folder);
    const open = [...this.open.keys()].filter((one) => folderOf(one) === folder).map(nameOf);
    const names = [...entries.filter((entry) => !entry.isFolder).map((entry) => entry.name), ...open];
    return names.filter((name) => !name.startsWith('.'));
  }

  /** Whether a template lies in what `cdk synth` writes: below `cdk.out`, or beside the manifest of an assembly. */
  private async isInAssembly(path: string): Promise<boolean> {
    if (/(?:^|\/)cdk\.out\//.test(path)) return true;
    if (folderOf(path) === undefined) return false;
    const manifest = await this.readBeside(beside(path, manifestFile));
    return typeof manifest === 'string' && /"artifacts"\s*:\s*\{/.test(manifest) && /"version"\s*:/.test(manifest);
  }

  private async settingsOf(path: string): Promise<EffectiveSettings> {
    const candidates = this.onlySettingsFile
      ? [this.onlySettingsFile]
      : foldersAbove(path).map((folder) => `${folder}/${settingsFileName}`);
    const texts = await Promise.all(candidates.map((candidate) => this.readBeside(candidate)));
    const sources = candidates.flatMap((candidate, i) => {
      const text = texts[i];
      return text === undefined ? [] : [readSettingsFile(candidate, text)];
    });
    return new EffectiveSettings([this.editorSettings, ...sources.reverse()]);
  }

  private parse(path: string, text: string): SyntaxDocument | Unparsed {
    const known = this.parsed.get(path);
    if (known?.text === text) return known.outcome;
    const outcome = parseDocument(path, text);
    this.parsed.set(path, { text, outcome });
    return outcome;
  }

  /** The file that is to be checked is read anew; a change of it need not have been told. */
  private async read(path: string): Promise<string | Unreadable | undefined> {
    const open = this.open.get(path);
    return open === undefined ? this.files.read(path) : withoutNul(open);
  }

  private readBeside(path: string): Promise<string | Unreadable | undefined> {
    const open = this.open.get(path);
    if (open !== undefined) return Promise.resolve(withoutNul(open));
    const known = this.sources.get(path);
    if (known) return known;
    const source = this.files.read(path);
    this.sources.set(path, source);
    return source;
  }

  private list(folder: string): Promise<readonly FolderEntry[]> {
    const known = this.listings.get(folder);
    if (known) return known;
    const listing = this.files.list(folder);
    this.listings.set(folder, listing);
    return listing;
  }
}

/** Today as `YYYY-MM-DD`, the same day on every machine. */
function dayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

function isConfiguration(path: string): boolean {
  return configurationFile.test(path);
}

function beside(path: string, name: string): string {
  return `${folderOf(path) ?? ''}/${name}`;
}

/** What looks like one of ours and is not, as far as it can be read. */
function unrecognised(document: SyntaxDocument, format: FormatId): Loaded {
  const { path, text, problems } = document;
  if (isConfiguration(path) && text.trim() !== '') {
    return { kind: 'skipped', format, reason: 'it is not JSON, as Terraform reads a file of this name' };
  }
  const [problem] = problems;
  return problem
    ? { kind: 'skipped', format, reason: `it has a syntax error at line ${lineNumberAt(text, problem.start)}` }
    : { kind: 'foreign' };
}

import { relative, resolve, sep } from 'node:path';
import { check, drain } from '../engine/check';
import { fixAll } from '../engine/fixAll';
import { fixesFor } from '../engine/fixes';
import type { Settings } from '../engine/settings';
import type { Unit } from '../formats/format';
import { applyEdits } from '../syntax/textEdit';
import { decode } from '../workspace/decode';
import { NodeFiles } from '../workspace/nodeFiles';
import { readSettingsFile, type SettingsFileProblem } from '../workspace/settingsFiles';
import { Workspace } from '../workspace/workspace';
import type { CheckCommand } from './arguments';
import { collectFiles } from './collect';
import { Failure } from './failure';
import { jsonOutput } from './jsonOutput';
import { type FileReport, UnitReport } from './report';
import type { Terminal } from './terminal';
import { textOutput } from './textOutput';

/** Checks, and fixes where asked to, and prints the findings. Gives the exit code. */
export async function checkCommand(command: CheckCommand, terminal: Terminal): Promise<number> {
  const run = new CheckRun(command, terminal);
  const files = await run.all();
  terminal.out(command.format === 'json' ? jsonOutput(files) : textOutput(files, run.fixedFiles, terminal.colours));
  if (run.incomplete) return 2;
  const serious = files.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
  return serious ? 1 : 0;
}

/** Files to be reported on; those with a reason are excluded. */
type OwnFiles = ReadonlyMap<string, string | undefined>;

/** One run over all files: a unit is checked once, however many of its files were asked for. */
class CheckRun {
  /** How many files `--fix` has changed. */
  fixedFiles = 0;
  /** A file could not be read at all. */
  incomplete = false;
  private readonly workspace: Workspace;
  private readonly reports = new Map<string, FileReport>();
  private readonly told = new Set<string>();
  private readonly files = new NodeFiles();
  private wanted: ReadonlySet<string> = new Set();

  constructor(
    private readonly command: CheckCommand,
    private readonly terminal: Terminal,
  ) {
    this.workspace = new Workspace(this.files, (message) => terminal.tell(message));
  }

  /** The reports of all recognised files, in the order of their paths. */
  async all(): Promise<FileReport[]> {
    await this.useConfig();
    const paths = await this.paths();
    this.wanted = new Set(paths);
    for (const path of paths) if (!this.reports.has(path)) await this.one(path);
    return paths.flatMap((path) => this.reports.get(path) ?? []);
  }

  private async one(path: string): Promise<void> {
    const loaded = await this.workspace.load(path);
    if (loaded.kind === 'unit') {
      this.tellProblems(loaded.settingsProblems);
      const own = await this.ownFiles(loaded.unit);
      const fixed = this.command.fix && (await this.fix(loaded.unit, loaded.settings, own));
      this.report(fixed ? await this.again(path) : loaded.unit, loaded.settings, own);
    } else if (loaded.kind === 'skipped') {
      const { format, reason } = loaded;
      if (format) this.reports.set(path, { path: this.shown(path), format, skipped: reason, findings: [] });
      else this.tellUnread(path, reason);
    }
  }

  /** The files of a unit that are to be reported on, and why the settings exclude some of them. */
  private async ownFiles(unit: Unit): Promise<OwnFiles> {
    const paths = unit.documents.map(({ path }) => path).filter((path) => this.wanted.has(path));
    return new Map(
      await Promise.all(paths.map(async (path) => [path, await this.workspace.exclusionOf(path)] as const)),
    );
  }

  private report(unit: Unit, settings: Settings, own: OwnFiles): void {
    const checked = drain(check(unit, settings, (message) => this.terminal.tell(message)));
    const report = new UnitReport(
      checked,
      (finding) => (this.command.format === 'json' ? fixesFor(checked, finding) : []),
      (path) => this.shown(path),
    );
    for (const [path, skipped] of own) {
      const file = { path: this.shown(path), format: unit.format };
      this.reports.set(
        path,
        skipped === undefined ? { ...file, findings: report.findingsOf(path) } : { ...file, skipped, findings: [] },
      );
    }
  }

  /** Applies what is safe to the files that were asked for, and tells whether anything changed. */
  private async fix(unit: Unit, settings: Settings, own: OwnFiles): Promise<boolean> {
    const isWritable = (path: string) => own.has(path) && own.get(path) === undefined;
    const edits = fixAll(unit, settings, { isWritable });
    let changed = false;
    for (const { path, text } of unit.documents) {
      const here = edits.filter((edit) => edit.path === path);
      if (here.length === 0) continue;
      await this.rewrite(path, applyEdits(text, here));
      changed = true;
    }
    return changed;
  }

  private async again(path: string): Promise<Unit> {
    const loaded = await this.workspace.load(path);
    if (loaded.kind === 'unit') return loaded.unit;
    throw new Failure(`'${this.shown(path)}' changed while it was fixed. Run the command again.`);
  }

  private async rewrite(path: string, text: string): Promise<void> {
    try {
      await this.files.rewrite(path, text);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Failure(`'${this.shown(path)}' cannot be written (${code}). Check its permissions.`);
    }
    this.fixedFiles++;
    this.workspace.fileChanged(path);
  }

  private async useConfig(): Promise<void> {
    if (this.command.config === undefined) return;
    const path = this.absolute(this.command.config);
    const text = await this.files.read(path);
    if (text === undefined) throw new Failure(`There is no settings file '${this.command.config}'. Check '--config'.`);
    const { problem } = readSettingsFile(path, text);
    if (problem) throw new Failure(`'${this.command.config}': ${problem.message}`);
    this.workspace.useSettingsFile(path);
  }

  private async paths(): Promise<string[]> {
    const { stdinFilename, paths } = this.command;
    if (stdinFilename === undefined) return collectFiles(paths, (path) => this.absolute(path), this.files);
    const path = this.absolute(stdinFilename);
    const text = decode(await this.terminal.input());
    this.workspace.setDocument(path, typeof text === 'string' ? text : (text.remains ?? ''));
    return [path];
  }

  private tellUnread(path: string, reason: string): void {
    this.incomplete = true;
    this.terminal.tell(`'${this.shown(path)}' was not checked: ${reason}.`);
  }

  /** Wrong settings do not stop a run; each is told once. */
  private tellProblems(problems: readonly SettingsFileProblem[]): void {
    for (const { path, problem } of problems) {
      const line = `warning: ${this.shown(path)}: ${problem.message}`;
      if (!this.told.has(line)) this.terminal.tell(line);
      this.told.add(line);
    }
  }

  private absolute(path: string): string {
    return resolve(this.terminal.folder, path).split(sep).join('/');
  }

  private shown(path: string): string {
    return relative(this.terminal.folder, path).split(sep).join('/');
  }
}

import { hclFile, isModuleFile, manifestFile } from '../formats/files';
import type { Recognition, Referred, Unit } from '../formats/format';
import { formatOf, recognise } from '../formats/recognise';
import type { SyntaxDocument } from '../syntax/node';
import { folderOf } from './paths';
import type { EffectiveSettings } from './settingsFiles';
import type { Reading } from './sources';

/** So many documents are read beside a unit: a chain of references is no way through a disk. */
const mostReferred = 100;

/** Finds what belongs to a document: the files of its module, the assembly around it, and what they refer to. */
export class Units {
  constructor(
    private readonly reading: Reading,
    private readonly settings: EffectiveSettings,
    private readonly log: (message: string) => void,
  ) {}

  /** The unit of a document. */
  async unitOf(document: SyntaxDocument, recognition: Recognition): Promise<Unit> {
    const unit = await this.ownDocuments(document, recognition);
    return { ...unit, referred: await this.referredBy(unit) };
  }

  private async ownDocuments(document: SyntaxDocument, { format, generatedBy }: Recognition): Promise<Unit> {
    if (isModuleFile(document.path)) return this.moduleOf(document);
    if (format === 'cloudformation' && (await this.isInAssembly(document.path))) {
      return { format: 'cdk', documents: [document], partial: false, generatedBy: 'cdk' };
    }
    return { format, documents: [document], partial: false, ...(generatedBy && { generatedBy }) };
  }

  /** The Terraform module of a file. */
  private async moduleOf(own: SyntaxDocument): Promise<Unit> {
    const module = await this.moduleIn(folderOf(own.path), own);
    const generated = module.documents.some((document) => recognise(document)?.generatedBy === 'cdktf');
    return { format: 'terraform', ...module, ...(generated && { generatedBy: 'cdktf' }) };
  }

  /** All configuration of a folder. HCL is not read, so it leaves the module partial. */
  private async moduleIn(folder: string | undefined, own?: SyntaxDocument): Promise<Referred> {
    const names = folder === undefined ? [] : await this.reading.namesIn(folder);
    const found = names.filter(isModuleFile).map((name) => `${folder}/${name}`);
    const paths = [...new Set(own ? [...found, own.path] : found)].sort();
    const documents = await Promise.all(paths.map((path) => (path === own?.path ? own : this.document(path))));
    const unread = [
      ...names.filter((name) => hclFile.test(name)).map((name) => `${folder}/${name}`),
      ...paths.filter((_, i) => documents[i] === undefined),
    ];
    return { documents: documents.filter((one) => one !== undefined), partial: unread.length > 0, unread };
  }

  /** What the documents of a unit refer to, what that refers to in turn, and so on. */
  private async referredBy(unit: Unit): Promise<NonNullable<Unit['referred']>> {
    const format = formatOf(unit);
    const found = new Map<string, Referred>();
    for (let waiting = unit.documents; waiting.length > 0; ) {
      const room = mostReferred - found.size;
      const paths = [...new Set(waiting.flatMap((document) => format.refersTo?.(document, unit) ?? []))];
      const fresh = paths.filter((path) => !found.has(path)).slice(0, room);
      const read = await Promise.all(fresh.map((path) => this.referred(path, unit)));
      for (const [i, path] of fresh.entries()) if (read[i]) found.set(path, read[i]);
      waiting = read.flatMap((one) => one?.documents ?? []);
    }
    return found;
  }

  /** What a path refers to: a module's folder where it ends in a slash, else a document. */
  private async referred(path: string, { format }: Unit): Promise<Referred | undefined> {
    if (path.endsWith('/')) {
      const folder = path.slice(0, -1);
      const module = await this.moduleIn(folder);
      if (module.documents.length === 0 && !module.partial) return undefined;
      return format === 'terraform-plan' ? { ...module, hcl: await this.hclIn(folder) } : module;
    }
    if ((await this.reading.read(path)) === undefined) return undefined;
    const document = await this.document(path);
    return document && { documents: [document], partial: document.problems.length > 0 };
  }

  /** The files in HCL of a folder, for which only a plan has a use: it tells where in them its resources lie. */
  private async hclIn(folder: string): Promise<NonNullable<Referred['hcl']>> {
    const names = (await this.reading.namesIn(folder)).filter((name) => hclFile.test(name)).sort();
    const files = await Promise.all(
      names.map(async (name) => ({ path: `${folder}/${name}`, text: await this.reading.read(`${folder}/${name}`) })),
    );
    return files.flatMap(({ path, text }) =>
      typeof text === 'string' && !this.settings.tooLarge(text) ? [{ path, text }] : [],
    );
  }

  private async document(path: string): Promise<SyntaxDocument | undefined> {
    const source = (await this.reading.read(path)) ?? { unreadable: 'it is gone' };
    const reason = typeof source === 'string' ? this.settings.tooLarge(source)?.reason : source.unreadable;
    const document = typeof source === 'string' && reason === undefined ? this.reading.parse(path, source) : undefined;
    if (document && !('skipped' in document) && (!isModuleFile(path) || recognise(document))) return document;
    this.log(`${path} is left out: ${reason ?? 'it cannot be parsed'}`);
    return undefined;
  }

  /** Whether a template lies in what `cdk synth` writes: below `cdk.out`, or beside the manifest of an assembly. */
  private async isInAssembly(path: string): Promise<boolean> {
    if (/(?:^|\/)cdk\.out\//.test(path)) return true;
    const folder = folderOf(path);
    if (folder === undefined) return false;
    const manifest = await this.reading.read(`${folder}/${manifestFile}`);
    return typeof manifest === 'string' && /"artifacts"\s*:\s*\{/.test(manifest) && /"version"\s*:/.test(manifest);
  }
}

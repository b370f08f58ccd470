import type { CodePlace, Construct } from '../../model/resource';
import { child, type MapNode, type Pair, type SyntaxDocument, type SyntaxNode, scalarText } from '../../syntax/node';
import { manifestFile, resolvePath } from '../files';
import type { Unit } from '../format';
import { placeInCode } from './stackTrace';

/** What the CDK calls the folders of assemblies inside another: what it writes once for all stands above them. */
const nestedAssembly = /(?:^|\/)assembly-[^/]*\/$/;

/** The last part of a construct's path where the CDK only names what a construct of its own library holds. */
const innermost = /\/(?:Resource|Default)$/;

/**
 * The files that describe a synthesized template: the manifest and the construct tree of its assembly, and the metadata
 * of its stack, which recent versions of the CDK keep in files of their own that the manifest names.
 */
export function assemblyFiles(document: SyntaxDocument, unit: Unit): string[] {
  if (unit.format !== 'cdk') return [];
  if (!unit.documents.includes(document)) return unit.documents.flatMap((own) => metadataFiles(document, own));
  const folders = ['', ...outerFolders(document.path)];
  return beside(document, [manifestFile, ...folders.map((folder) => `${folder}tree.json`)]);
}

/** What a cloud assembly tells of the resources of one of its templates. */
export class Assembly {
  private readonly stacks: readonly SyntaxNode[];
  private readonly trees: readonly ReadonlyMap<string, string>[];
  private readonly project: string | undefined;

  constructor(template: SyntaxDocument, unit: Unit) {
    const referred = (path: string) => unit.referred?.get(path)?.documents ?? [];
    const files = unit.format === 'cdk' ? assemblyFiles(template, unit).flatMap(referred) : [];
    const [manifest] = files.filter(isManifest);
    const artifacts = manifest ? artifactsOf(manifest, template) : [];
    this.stacks = [
      ...artifacts.flatMap((artifact) => child(artifact, 'metadata') ?? []),
      ...(manifest ? metadataFiles(manifest, template).flatMap(referred) : []).flatMap(({ roots }) => roots),
    ];
    this.trees = files.flatMap(({ roots }) => roots.flatMap((root) => kindsBelow(child(root, 'tree')) ?? []));
    this.project = resolvePath(template.path, `${outerFolders(template.path).at(-1) ?? ''}../`);
  }

  /** What made a resource of the template, by its logical id and the path in its metadata, if that is written. */
  constructOf(logicalId: string, written: string | undefined): Construct | undefined {
    const path = written ?? this.pathOf(logicalId);
    if (path === undefined) return undefined;
    const construct = path.replace(innermost, '');
    const kind = this.trees.flatMap((kinds) => kinds.get(construct) ?? [])[0];
    const source = this.sourceOf(path);
    return { path: construct, ...(kind !== undefined && { kind }), ...(source && { source }) };
  }

  /** The path of the only construct that has a logical id: stacks that one nests count theirs anew. */
  private pathOf(logicalId: string): string | undefined {
    const paths = this.stacks.flatMap((stack) => metadataIn(stack).paths.get(logicalId) ?? []);
    return paths.length === 1 ? paths[0] : undefined;
  }

  private sourceOf(path: string): CodePlace | undefined {
    const { project } = this;
    if (project === undefined || this.stacks.length === 0) return undefined;
    const own = placeInCode(this.traceOf(path), project);
    if (own) return own;
    // Traces end after some frames: what a library makes deep inside a construct is where that is.
    const above = path.replace(innermost, '').split('/').slice(0, -1);
    for (; above.length > 1; above.pop()) {
      const place = placeInCode(this.traceOf(`${above.join('/')}/Resource`), project);
      if (place) return place;
    }
    return undefined;
  }

  private traceOf(path: string): string[] {
    const entries = this.stacks.flatMap((stack) => metadataIn(stack).entries.get(path) ?? []);
    const traces = [
      ...entries.filter(isOfType('aws:cdk:logicalId')).map((entry) => child(entry, 'trace')),
      ...entries.filter(isOfType('aws:cdk:creationStack')).map((entry) => child(entry, 'data')),
    ];
    return traces.flatMap(itemsOf).flatMap((frame) => scalarText(frame) ?? []);
  }
}

/** The metadata files of the stack that a template belongs to. */
function metadataFiles(manifest: SyntaxDocument, template: SyntaxDocument): string[] {
  if (!isManifest(manifest)) return [];
  const files = artifactsOf(manifest, template).map((stack) => scalarText(child(stack, 'additionalMetadataFile')));
  return beside(manifest, files);
}

/** The stack that a template is of; of one that another nests, the stack in whose path its constructs are. */
function artifactsOf(manifest: SyntaxDocument, template: SyntaxDocument): SyntaxNode[] {
  const stacks = manifest.roots.flatMap((root) => pairsOf(child(root, 'artifacts')).map(({ value }) => value));
  const name = template.path.slice(template.path.lastIndexOf('/') + 1);
  const own = stacks.filter((stack) => scalarText(child(child(stack, 'properties'), 'templateFile')) === name);
  if (own.length > 0) return own;
  const construct = template.roots.flatMap((root) => firstConstruct(child(root, 'Resources')) ?? [])[0];
  return stacks.filter((stack) => construct?.startsWith(`${scalarText(child(stack, 'displayName'))}/`));
}

function firstConstruct(resources: SyntaxNode | undefined): string | undefined {
  for (const { value } of pairsOf(resources)) {
    const path = scalarText(child(child(value, 'Metadata'), 'aws:cdk:path'));
    if (path !== undefined) return path;
  }
  return undefined;
}

function isManifest({ path }: SyntaxDocument): boolean {
  return path.endsWith(`/${manifestFile}`) || path === manifestFile;
}

/** The ways up from a nested assembly: `../` for each that another holds. */
function outerFolders(path: string): string[] {
  const ways: string[] = [];
  let folder = path.slice(0, path.lastIndexOf('/') + 1);
  while (nestedAssembly.test(folder)) {
    ways.push(`../${ways.at(-1) ?? ''}`);
    folder = folder.replace(/[^/]*\/$/, '');
  }
  return ways;
}

function beside(document: SyntaxDocument, files: readonly (string | undefined)[]): string[] {
  return files.flatMap((file) => (file === undefined ? [] : (resolvePath(document.path, file) ?? [])));
}

function pairsOf(node: SyntaxNode | undefined): readonly Pair[] {
  return node?.kind === 'map' ? node.pairs : [];
}

function itemsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node?.kind === 'list' ? node.items : [];
}

function isOfType(type: string): (entry: SyntaxNode) => boolean {
  return (entry) => scalarText(child(entry, 'type')) === type;
}

/** The metadata of a stack: what is noted of each construct, by its path, and the paths by logical id. */
interface Metadata {
  readonly entries: ReadonlyMap<string, readonly SyntaxNode[]>;
  readonly paths: ReadonlyMap<string, readonly string[]>;
}

const metadataByStack = new WeakMap<SyntaxNode, Metadata>();

function metadataIn(stack: SyntaxNode): Metadata {
  const known = metadataByStack.get(stack) ?? readMetadata(stack);
  metadataByStack.set(stack, known);
  return known;
}

function readMetadata(stack: SyntaxNode): Metadata {
  const entries = new Map<string, readonly SyntaxNode[]>();
  const paths = new Map<string, string[]>();
  for (const { key, value } of pairsOf(stack)) {
    // What a path does not name is no construct of this stack.
    if (!key.text.startsWith('/')) continue;
    const path = key.text.slice(1);
    entries.set(path, itemsOf(value));
    for (const entry of itemsOf(value).filter(isOfType('aws:cdk:logicalId'))) {
      const id = scalarText(child(entry, 'data')) ?? '';
      paths.set(id, [...(paths.get(id) ?? []), path]);
    }
  }
  return { entries, paths };
}

const kindsByTree = new WeakMap<SyntaxNode, ReadonlyMap<string, string>>();

/** The full names of the classes of all constructs in a tree, by their paths. */
function kindsBelow(tree: SyntaxNode | undefined): ReadonlyMap<string, string> | undefined {
  if (tree?.kind !== 'map') return undefined;
  const known = kindsByTree.get(tree);
  if (known) return known;
  const kinds = new Map<string, string>();
  const waiting: MapNode[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const path = scalarText(node.get('path'));
    const kind = scalarText(child(node.get('constructInfo'), 'fqn'));
    if (path !== undefined && kind !== undefined) kinds.set(path, kind);
    for (const { value } of pairsOf(node.get('children'))) if (value.kind === 'map') waiting.push(value);
  }
  kindsByTree.set(tree, kinds);
  return kinds;
}

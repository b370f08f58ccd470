import type { Origin } from '../model/origin';

/**
 * How a scalar stands in its text. JSON strings are `double`, JSON numbers and words are `plain`. An `expression` of HCL
 * is something that has to be computed.
 */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'expression';

/**
 * A text with its tree: a document, or a string inside one that holds a document of its own (a policy). Offsets are
 * UTF-16 code units of `text`.
 */
export interface SyntaxText {
  readonly text: string;
  readonly language: 'yaml' | 'json' | 'hcl';
  /** The document this text belongs to; a document belongs to itself. */
  readonly document: SyntaxDocument;
  /** The scalar that holds this text, for a text inside a string. */
  readonly host?: ScalarNode;
  /** Whether the holes (`${...}`) of a text inside a string are filled in by the format around it. */
  readonly templated?: boolean;
  /** The offset in the document of an offset in this text. */
  toDocument(offset: number): number;
  /** Spells a text to be inserted so that it arrives unchanged through every layer; `undefined` where it cannot. */
  encode(insertion: string): string | undefined;
}

/** A place where the parser could not go on, as offsets of the text. */
export interface SyntaxProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A parsed document. Parsing never throws: what could not be read is in `problems`. */
export interface SyntaxDocument extends SyntaxText {
  /** The path by which findings and edits name this document. */
  readonly path: string;
  /** The trees: one for JSON, one a document of a YAML stream. */
  readonly roots: readonly SyntaxNode[];
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Span[];
}

/** A stretch of a text, as offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A part of a text that moves as one: a resource, a parameter, a section. Nodes keep their place relative to it, so a
 * change elsewhere only shifts `offset`.
 */
export interface Entry {
  readonly source: SyntaxText;
  offset: number;
}

abstract class BaseNode {
  /** The tag as written (`!Ref`), if any. YAML only. */
  tag: string | undefined;

  constructor(
    readonly entry: Entry,
    private readonly at: number,
    private readonly length: number,
  ) {}

  /** Where the node starts in its text. */
  get start(): number {
    return this.entry.offset + this.at;
  }

  /** Where the node's own content ends in its text, without trailing space and comments. */
  get end(): number {
    return this.entry.offset + this.at + this.length;
  }

  /** The text the node stands in. */
  get source(): SyntaxText {
    return this.entry.source;
  }
}

/** A scalar. `text` is the content without quotes and escapes, as written: `012` stays `012`. */
export class ScalarNode extends BaseNode {
  readonly kind = 'scalar';

  constructor(
    entry: Entry,
    at: number,
    length: number,
    readonly style: ScalarStyle,
    readonly text: string,
  ) {
    super(entry, at, length);
  }

  /** Nothing is written, or `null`. */
  get isNull(): boolean {
    return this.style === 'plain' && (this.text === '' || this.text === '~' || /^null$/i.test(this.text));
  }
}

/** A key and its value. */
export interface Pair {
  readonly key: ScalarNode;
  readonly value: SyntaxNode;
}

/** A map. `open` maps hold more than their pairs (merge keys, keys that are no scalars). */
export class MapNode extends BaseNode {
  readonly kind = 'map';
  readonly pairs: Pair[] = [];
  open = false;

  constructor(
    entry: Entry,
    at: number,
    length: number,
    readonly style: 'block' | 'flow',
  ) {
    super(entry, at, length);
  }

  /** The pair of a key; with a duplicate key there is none, since readers disagree on which one counts. */
  pair(key: string): Pair | undefined {
    const found = this.pairs.filter((pair) => pair.key.text === key);
    return found.length === 1 ? found[0] : undefined;
  }

  /** Whether a key is written, once or more often. */
  has(key: string): boolean {
    return this.pairs.some((pair) => pair.key.text === key);
  }

  /** The value of a key. */
  get(key: string): SyntaxNode | undefined {
    return this.pair(key)?.value;
  }
}

/** A list. */
export class ListNode extends BaseNode {
  readonly kind = 'list';
  readonly items: SyntaxNode[] = [];

  constructor(
    entry: Entry,
    at: number,
    length: number,
    readonly style: 'block' | 'flow',
  ) {
    super(entry, at, length);
  }
}

/** A YAML alias (`*name`). What it stands for is not followed: CloudFormation does not support aliases. */
export class AliasNode extends BaseNode {
  readonly kind = 'alias';
}

/** Any node of a document. */
export type SyntaxNode = ScalarNode | MapNode | ListNode | AliasNode;

/** The value of a key where the node is a map. */
export function child(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  return node?.kind === 'map' ? node.get(key) : undefined;
}

/** The text of a scalar node, `undefined` for anything else. */
export function scalarText(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'scalar' && !node.isNull ? node.text : undefined;
}

/** A stretch inside a scalar, as offsets of its decoded text. */
interface ScalarSpan extends Span {
  readonly scalar: ScalarNode;
}

/** The origin of a node. */
export function originOf(node: SyntaxNode): Origin {
  return node as unknown as Origin;
}

/** Findings are told apart by their origins, so each stretch of a scalar has one, however often it is asked for. */
const stretches = new WeakMap<ScalarNode, Map<string, Origin>>();

/** The origin of a stretch of a scalar's content; `start` and `end` are offsets of `scalar.text`. */
export function originWithin(scalar: ScalarNode, start: number, end: number): Origin {
  const known = stretches.get(scalar) ?? new Map<string, Origin>();
  stretches.set(scalar, known);
  const key = `${start} ${end}`;
  const span: ScalarSpan = { scalar, start, end };
  const origin = known.get(key) ?? (span as unknown as Origin);
  known.set(key, origin);
  return origin;
}

/** The origin of a part of a text that stands at an origin; `undefined` where the text does not stand there as it is. */
export function originOfPart(origin: Origin, text: string, start: number, end: number): Origin | undefined {
  const { node, span } = placeOf(origin);
  const from = span?.start ?? 0;
  if (node.kind !== 'scalar' || node.tag || !node.text.startsWith(text, from)) return undefined;
  return originWithin(node, from + start, from + end);
}

/** The document that an origin stands in. */
export function documentOf(origin: Origin): SyntaxDocument {
  return placeOf(origin).node.source.document;
}

/** What an origin stands for: a node, and the stretch of its content where it means less than all of it. */
export function placeOf(origin: Origin): { node: SyntaxNode; span?: Span } {
  const place = origin as unknown as SyntaxNode | ScalarSpan;
  return 'scalar' in place ? { node: place.scalar, span: place } : { node: place };
}

import type { Origin } from '../model/origin';
import type { FormatId, Model, Resource } from '../model/resource';
import type { Suppression } from '../model/suppression';
import type { Value } from '../model/value';
import type { Written } from '../model/written';
import type { Desired, OverlayOptions } from '../syntax/desired';
import type { Span, SyntaxDocument, SyntaxNode } from '../syntax/node';
import type { Plain, PlainMap } from '../syntax/plain';
import type { TextEdit } from '../syntax/textEdit';

/** What documents of a unit refer to, as one thing: a nested template, the files of a called module. */
export interface Referred {
  readonly documents: readonly SyntaxDocument[];
  /** A part of it could not be read. */
  readonly partial: boolean;
  /** The paths of its files that are not read. */
  readonly unread?: readonly string[];
  /** Its files in HCL, which are not parsed. */
  readonly hcl?: readonly { readonly path: string; readonly text: string }[];
}

/** Documents that belong together, read and parsed: what the engine checks at once. */
export interface Unit {
  readonly format: FormatId;
  readonly documents: readonly SyntaxDocument[];
  /** A part of the unit could not be read (HCL beside Terraform JSON, a file that failed to parse). */
  readonly partial: boolean;
  /** The paths of its files that are not read. */
  readonly unread?: readonly string[];
  /**
   * What the unit's documents refer to, by the path that `refersTo` gave. It tells what they mean; nothing is reported
   * in it, since it is checked on its own.
   */
  readonly referred?: ReadonlyMap<string, Referred>;
  /** The documents were made by a tool. */
  readonly generatedBy?: Model['generatedBy'];
}

/** What a document is. */
export interface Recognition {
  readonly format: FormatId;
  readonly root: SyntaxNode;
  readonly generatedBy?: Model['generatedBy'];
}

/** Something that has to stand elsewhere in the document for a written value to work: a parameter, a data source. */
export interface Declaration {
  readonly path: readonly string[];
  readonly value: Plain;
}

/** A written value, spelled for a document. */
export interface Spelled {
  readonly value: Plain;
  readonly declarations: readonly Declaration[];
}

/** How suppressions are written into the documents of a format. */
export interface Suppressing {
  /**
   * The edits that suppress a rule in the entry around a place, and what a person calls the entry. `undefined` where
   * the document has no room for it.
   */
  add(place: Origin, rule: string, options: OverlayOptions): { name: string; edits: TextEdit[] } | undefined;
  /** The edits that take a suppression of ours out again; `undefined` where that cannot be done with certainty. */
  remove(suppression: Suppression): TextEdit[] | undefined;
}

/** All that the engine has to know of a format. */
export interface Format {
  /** The paths of what a document of a unit, or one that is referred to, refers to; a folder's ends in a slash. */
  refersTo?(document: SyntaxDocument, unit: Unit): readonly string[];
  /** Makes the model of a unit. Never throws. */
  lower(unit: Unit): Model;
  /** The value of the JSON document inside a text, `undefined` where there is none to be read. */
  readEmbedded(value: Value): Value | undefined;
  /** Whether a map may stand as a list of one. */
  readonly blocksAreLists: boolean;
  readonly overlay: OverlayOptions;
  /** Missing where the documents have no room for suppressions. */
  readonly suppressing?: Suppressing;
  /** The node under which a property of a resource is written, and the keys that lead from it to the property. */
  body(resource: Resource, property: string): { node: SyntaxNode; path: readonly string[] } | undefined;
  /** What a document must come to so that it has another resource. */
  newResource(type: string, name: string, body: Desired, document: SyntaxDocument): Desired;
  /**
   * What nests at a path of a resource type, as the author of a document writes it: Terraform's blocks may be lists of
   * one, its maps may not.
   */
  block(content: Desired, at: { readonly type: string; readonly path: string }, document: SyntaxDocument): Desired;
  /**
   * How a statement is added to the policy at a node, where the format has a form of its own for it. Without one a
   * policy is as IAM has it; `undefined` for a statement that the form cannot say.
   */
  statementWriter?(policy: SyntaxNode): ((statement: Plain) => Desired | undefined) | undefined;
  /** The same for elements of the statement at a node, which are written over what stands there or over anything. */
  elementWriter?(statement: SyntaxNode): ElementWriter | undefined;
  /** The edits after which the expression at a stretch of a string is as desired, where strings hold expressions. */
  expressionEdits?(node: SyntaxNode, span: Span, desired: Desired): TextEdit[] | undefined;
  /** A name for a new resource that no other has. */
  freeName(wanted: string, type: string, model: Model): string;
  /** Spells a written value for a document; `inText` where it stands inside a string. `undefined`: it cannot be. */
  spell(value: Written, context: SpellContext): Spelled | undefined;
}

/** What a statement comes to with some elements, as IAM has them; `undefined` where that cannot be said. */
export type ElementWriter = (elements: PlainMap, how: 'value' | 'replacement') => Desired | undefined;

/** Where a value is to be spelled. */
export interface SpellContext {
  readonly document: SyntaxDocument;
  /** Inside a JSON document in a string: whether the string's holes are filled in (`Fn::Sub`, Terraform templates). */
  readonly inText: false | 'template' | 'literal';
  /** The attribute that names each kind of identifier of a resource. */
  identifier(resource: Resource, identifier: 'id' | 'arn'): string | undefined;
}

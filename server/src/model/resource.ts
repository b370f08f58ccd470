import type { Origin } from './origin';
import type { Suppression } from './suppression';
import type { Likelihood, MapValue, Value } from './value';

/** The formats whose rows a kind distinguishes. */
export type Dialect = 'cloudformation' | 'terraform';

/** What a unit is. SAM templates and templates made by the CDK are CloudFormation; plans speak Terraform's names. */
export type FormatId = 'cloudformation' | 'cdk' | 'terraform' | 'terraform-plan' | 'iam';

/** A resource as a document has it, before any kind is laid over it. */
export interface Resource {
  /** `AWS::S3::Bucket`, `aws_s3_bucket`; `iam` documents have the type `policy`, data sources their own. */
  readonly type: string;
  /** The logical id, `type.name`, or a plan's full address. */
  readonly address: string;
  /** The last part of the address: what a person calls the resource. */
  readonly name: string;
  readonly dialect: Dialect;
  /** The token that names the resource: the place for a finding about something that is not written. */
  readonly nameOrigin: Origin;
  /** The token that says its type, where that is its own. */
  readonly typeOrigin?: Origin;
  /** What is written of it. */
  readonly properties: MapValue;
  /** Where that stands, as far as fixes may write there. */
  readonly writtenIn?: WrittenIn;
  readonly likelihood: Likelihood;
  /** The document the resource stands in, by path. */
  readonly path: string;
  /** The Region that it is deployed to, where the documents name it. */
  readonly region?: string;
  /** A syntax error lies inside, or a part is not written yet: what is missing may be about to come. */
  readonly incomplete: boolean;
  /** The construct that it was made of, in a document that nobody typed. */
  readonly construct?: Construct;
  /** Where it is configured, in a document that was made of the configuration. */
  readonly configuredAt?: SourcePlace;
  /** The helper that it is part of, where a tool needs one for work of its own and no author asked for it. */
  readonly helper?: string;
  /** What it says is a text of AWS, taken by its name: nobody can mend it here. */
  readonly isPreset?: true;
  /** What its template says becomes of it; missing where a format says nothing of the kind. */
  readonly disposal?: Disposal;
  /** It is in no document yet: a fix adds it by writing its attributes. `nameOrigin` is that of the one beside it. */
  readonly isNew?: true;
}

/** Where the properties of a resource are written. One that a tool makes of others has them in what it is made of. */
export interface WrittenIn {
  /** The map around them: a resource, an event of one, or a whole template. */
  readonly origin: Origin;
  /** The keys that lead from there to a property; `undefined` for one that cannot be written. */
  path(property: string): readonly string[] | undefined;
}

/** What becomes of a resource that leaves its stack (`DeletionPolicy`), or is replaced (`UpdateReplacePolicy`). */
export interface Disposal {
  readonly whenDeleted: Value;
  readonly whenReplaced: Value;
}

/** A construct of the CDK, in whose code a resource is to be mended. */
export interface Construct {
  readonly path: string;
  /** The full name of its class: `aws-cdk-lib.aws_s3.Bucket`. */
  readonly kind?: string;
  /** Where the author's code makes it. */
  readonly source?: CodePlace;
}

/** A place in a file of code, which is not read. Lines and UTF-16 code units in them are counted from zero. */
export interface CodePlace {
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

/** A place in a document, or in a file of code. */
export type SourcePlace = { readonly origin: Origin } | { readonly code: CodePlace };

/** Where a piece of free text stands. */
export type TextRole = 'tag' | 'name' | 'description' | 'other';

/** A scalar of a document, for the rules on free text. */
export interface TextPlace {
  /** The content as written, holes (`${...}`) included, quotes and escapes undone. */
  readonly text: string;
  /** The origin of a stretch of `text`. */
  within(start: number, end: number): Origin;
  readonly role: TextRole;
  /** The key it stands under, if any. */
  readonly key?: string;
  /** The resource it stands in, if any. */
  readonly resource?: Resource;
}

/** A unit as rules see it: everything that belongs together, whatever it was written in. */
export interface Model {
  readonly format: FormatId;
  readonly resources: readonly Resource[];
  /** The scalars of all documents; made anew on each call. */
  texts(): Iterable<TextPlace>;
  /**
   * Whether all of the unit was read and understood. Where it was not, no resource may be called missing: it may stand
   * in what could not be read.
   */
  readonly complete: boolean;
  /** Resources that something outside the unit also knows (an argument of a module call): others may refer to them. */
  readonly shared: ReadonlySet<string>;
  /** What the documents say is to be left out, in our words or in those of other tools. */
  readonly suppressions: readonly Suppression[];
  /** The scalars whose content is not to be shown, though rules may judge it. */
  readonly sensitive?: ReadonlySet<Origin>;
  /** Who made the documents, where nobody typed them: they get findings but no edits. */
  readonly generatedBy?: 'cdk' | 'cdktf' | 'plan';
}

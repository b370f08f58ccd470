import type { OnUpdate } from './finding';
import type { Dialect, Resource } from './resource';
import type { Truth } from './truth';
import type { View } from './view';
import type { Written } from './written';

/**
 * Where an attribute stands in one format. Paths read `a.b`, `list[*]`, `list[Key=x].Value` and `text.json(a.b)`;
 * a `satellite` is a resource of its own that points at this one with its `join` attribute.
 */
export interface Locator {
  readonly path: string;
  readonly satellite?: Satellite;
  /** The words that mean true and false here, where they are not `true` and `false`. */
  readonly words?: { readonly on: string; readonly off: readonly string[] };
}

/** A resource of its own that says something about another: a bucket policy, a bucket's versioning in Terraform. */
export interface Satellite {
  readonly type: string;
  /** The path of the attribute that points at the resource; `list[*]` where it can point at several. */
  readonly join: string;
  /** Which identifier of the resource a fix writes there. */
  readonly joinedBy: 'id' | 'arn';
}

/** A question about the protection of a resource; `key` asks who holds the key that it is encrypted with at rest. */
export type Aspect = 'at-rest' | 'key' | 'in-transit' | 'logging' | 'public' | 'backup';

/** A question that an overview answers. Whose key encrypts is part of the answer about encryption at rest. */
export type Question = Exclude<Aspect, 'key'>;

/** Who holds a key that the customer did not name: the service itself, AWS out of sight, or AWS in the account. */
export type KeyHolder = 'service' | 'aws-owned' | 'aws-managed';

/** What applies when an attribute is not written. */
export interface Default {
  /** A value, or who decides: `inherited` from a snapshot or source, a setting of the `account`, or nobody knows. */
  readonly is: { readonly value: string | boolean | number } | 'none' | 'inherited' | 'account' | 'unknown';
  /** Only in this format; in both without it. */
  readonly dialect?: Dialect;
  /** Only where this holds. The first default that holds counts. */
  readonly when?: (resource: View) => Truth;
  /** Whose key encrypts then, in a row about the key. Nothing does without it. */
  readonly key?: KeyHolder;
  /** Since when it is so, as `YYYY-MM-DD` or `YYYY-MM`. */
  readonly since?: string;
  /** The page that says so. */
  readonly source: string;
}

/** An attribute: the same row reads it, places the squiggle and tells a fix what to write. */
export interface Attribute {
  /** Where it stands. The first of several is the one to write. */
  readonly cloudformation?: string | Locator | readonly (string | Locator)[];
  readonly terraform?: string | Locator | readonly (string | Locator)[];
  /** What kind of value it is. Policies are read as documents, also inside strings. */
  readonly type: 'boolean' | 'number' | 'text' | 'block' | 'policy';
  readonly defaults?: readonly Default[];
  /** The question about the resource's protection that it answers, for overviews. */
  readonly about?: Aspect;
  /** It says how well, not whether: what is wrong there is not enough, as with a number above zero, and not nothing. */
  readonly isDegree?: true;
  /** What changing it does to a deployed resource, where the service's schema does not tell. */
  readonly onUpdate?: OnUpdate;
}

/** What AWS says of a kind that no document can show or change, in our words. */
export interface Note {
  readonly text: string;
  /** The page that says so. */
  readonly source: string;
  /** Only of resources with an attribute whose text matches, holes as `*`. */
  readonly where?: { readonly attribute: string; readonly matches: string };
}

/** What AWS answers to a question for every resource of a kind, where its document has nothing to say on it. */
export interface Given {
  readonly question: Question;
  /** Whether that is as it should be; without it something decides that the text names. */
  readonly isRight?: boolean;
  /** The answer, after its yes or no. */
  readonly text: string;
  /** The page that says so. */
  readonly source: string;
}

/** How other resources name one: `id` is what `Ref` and `.id` give. Paths as the format spells them. */
export interface Identifiers {
  /** The attribute for `Fn::GetAtt`; `Ref` where it is empty. */
  readonly cloudformation: Readonly<Record<'id' | 'arn', string>>;
  readonly terraform: Readonly<Record<'id' | 'arn', string>>;
}

/** A kind of resource: named once, with its types and rows in every format. */
export interface Kind {
  readonly id: string;
  /** What a person calls it: "S3 bucket". */
  readonly title: string;
  readonly cloudformation: readonly string[];
  /** SAM's types whose properties it passes on as they are, so that the rows hold for them too. */
  readonly serverless?: readonly string[];
  readonly terraform: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly identifiers?: Identifiers;
  /** What an access policy that is not written means, where the resource can have one. */
  readonly withoutPolicy?: WithoutPolicy;
}

/** What holds while a resource has no policy of its own. */
export interface WithoutPolicy {
  readonly access: 'none' | 'full' | 'statements';
  /** The statements that hold meanwhile: a first policy replaces them, so a fix restates them. */
  readonly statements?: (resource: Resource) => readonly Written[];
  /** The page that says so. */
  readonly source: string;
}

import type { Objection, Safety, Severity } from './finding';
import type { Kind } from './kind';
import type { Policy, PolicyUse } from './policy';
import type { Dialect, Resource, TextPlace } from './resource';
import type { Truth } from './truth';
import type { RuleSettings, View, World } from './view';
import type { Written } from './written';

/** The recommendations of the AWS data-protection pages; every rule serves one. */
export type Recommendation =
  | 'protect-credentials'
  | 'least-privilege'
  | 'multi-factor'
  | 'encrypt-in-transit'
  | 'log-activity'
  | 'encrypt-at-rest'
  | 'managed-security'
  | 'fips-endpoints'
  | 'no-sensitive-text'
  | 'no-credentials-in-url'
  | 'manage-keys'
  | 'rotate-credentials'
  | 'private-connectivity'
  | 'endpoint-policy'
  | 'sign-requests'
  | 'know-the-boundary'
  | 'protect-personal-data'
  | 'protect-workspace-data'
  | 'dedicated-hardware';

/** What an attribute must be. */
export type Expectation =
  | { readonly kind: 'equals'; readonly value: string | boolean }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] | ((settings: RuleSettings) => readonly string[]) }
  | { readonly kind: 'noneOf'; readonly values: readonly string[] }
  | { readonly kind: 'atLeast'; readonly value: number }
  /** Written, and no text that is as good as none; the empty one never counts. */
  | { readonly kind: 'present'; readonly butNot?: RegExp }
  | { readonly kind: 'absent' };

/** An attribute and what it must be. */
export interface Requirement {
  readonly attribute: string;
  readonly must: Expectation;
  /** What a fix writes; taken from the expectation where that names one value. */
  readonly fixed?: Written | ((resource: View, settings: RuleSettings) => Written | undefined);
  /** What has to be so beside it for it to count. It is no matter of its own: the same fix sees to it. */
  readonly beside?: readonly Requirement[];
}

interface RuleBase {
  /** Readable and permanent: `rds-storage-encrypted`. */
  readonly id: string;
  readonly recommendation: Recommendation;
  /**
   * How bad it is when written. `error` becomes a warning where only the default says so; what a parameter's default
   * does not choose is one step lower and at most information.
   */
  readonly severity: Severity;
  /** Whether there is a fix: for every finding, for some, or for none. */
  readonly fix: 'always' | 'sometimes' | 'none';
}

/** A rule on the attributes of one resource. All requirements together make the rule. */
export interface AttributeRule extends RuleBase {
  readonly subject: 'attribute';
  readonly kind: Kind;
  readonly requires: readonly Requirement[];
  /** Where the rule applies; everywhere without it. */
  readonly when?: (resource: View, settings: RuleSettings) => Truth;
  /** How the fix may be applied, where it is not safe, and the words its title ends with. */
  readonly safety?: Safety;
  readonly caution?: string;
  readonly example: Example;
}

/** A rule that is a function of a resource and what surrounds it. */
export interface ResourceRule extends RuleBase {
  readonly subject: 'resource';
  readonly kinds: readonly Kind[];
  check(resource: View, world: World): readonly Objection[];
  /** Whether what it asks for is known to be so: a document that does not tell gives no reason to object either. */
  isMet?(resource: View, world: World): Truth;
  /** The attribute whose values it judges, where it does no more than that. */
  readonly judges?: ValueTest;
  readonly example: Example;
}

/** Which values of an attribute are wrong, and where that matters; everywhere without `when`. */
export interface ValueTest {
  readonly attribute: string;
  readonly isWrong: (text: string) => boolean;
  readonly when?: (resource: View, world: World) => Truth;
}

/** A rule on policies, wherever they stand. */
export interface PolicyRule extends RuleBase {
  readonly subject: 'policy';
  /** The policies it is about, by what they are for. */
  readonly uses: readonly PolicyUse[];
  /** It asks what a policy leads to, so it is also about those whose text is AWS's. */
  readonly alsoPresets?: true;
  check(policy: Policy, world: World): readonly Objection[];
  readonly example: Example;
}

/** A rule on free text. */
export interface TextRule extends RuleBase {
  readonly subject: 'text';
  check(place: TextPlace): readonly Objection[];
  readonly example: Example;
}

/** A rule, by what it is asked about. */
export type Rule = AttributeRule | ResourceRule | PolicyRule | TextRule;

/** A check of other tools that needs no rule: AWS has made it impossible to fail, or asks nobody for it. */
export interface Settled {
  readonly sameAs: SameAs;
  /** Only in this format, which has no way to say what the check looks for; in both without it. */
  readonly dialect?: Dialect;
  readonly reason: string;
  /** Since when it is so, as `YYYY-MM-DD` or `YYYY-MM`, where it has not always been. */
  readonly since?: string;
  readonly sources: readonly string[];
}

/** The ids of the same check in other tools, as their users suppress them. */
export interface SameAs {
  readonly checkov?: readonly string[];
  readonly trivy?: readonly string[];
  readonly cdkNag?: readonly string[];
  readonly guard?: readonly string[];
  readonly cfnNag?: readonly string[];
}

/**
 * The words of a rule. `{name}` in a text stands for the resource, other placeholders for an objection's details. Where
 * the rule is spoken of in general, ` {name}` is left out, and `{name|the bucket}` becomes what stands after the bar.
 */
export interface Words {
  /** What is wrong, in one sentence. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly advice: string;
  /** The AWS pages behind the rule, the most telling first. */
  readonly sources: readonly string[];
  readonly sameAs: SameAs;
}

/** Resources that break a rule once: the document of a rule's page, and the seed of its tests. */
export interface Example {
  /** The only format in which there is something to find; both, without it. */
  readonly only?: Dialect;
  readonly resources: readonly ExampleResource[];
}

/** A resource of an example: attributes by their row, `properties` for what the kind has no row for. */
export interface ExampleResource {
  readonly kind: Kind;
  readonly name: string;
  readonly attributes: Readonly<Record<string, Written | WrittenFor>>;
}

/** What is written of a resource and hangs on others of its document, found by the names that the example gives them. */
export type WrittenFor = (resource: Resource, named: (name: string) => Resource) => Written;

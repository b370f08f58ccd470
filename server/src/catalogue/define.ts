import type { Change, Objection, Remedy } from '../model/finding';
import type { Attribute, Default, Identifiers, Kind, Locator } from '../model/kind';
import type {
  AttributeRule,
  Example,
  Expectation,
  PolicyRule,
  Requirement,
  ResourceRule,
  TextRule,
  ValueTest,
} from '../model/rule';
import type { Truth } from '../model/truth';
import type { Fact, RuleSettings, View, World } from '../model/view';
import { type Written, WrittenInput } from '../model/written';

/** Written at all, whatever it is. */
export const present: Expectation = { kind: 'present' };

/** Exactly this value; booleans in whatever words a row has for them. */
export function equals(value: string | boolean): Expectation {
  return { kind: 'equals', value };
}

/** One of a list, which may depend on settings. */
export function oneOf(values: readonly string[] | ((settings: RuleSettings) => readonly string[])): Expectation {
  return { kind: 'oneOf', values };
}

/** None of a list. What is not written is none of it. */
export function noneOf(values: readonly string[]): Expectation {
  return { kind: 'noneOf', values };
}

/** A number that is not smaller. */
export function atLeast(value: number): Expectation {
  return { kind: 'atLeast', value };
}

/** An expectation, and what a fix writes where the expectation does not say it. */
export function fixedWith(must: Expectation, fixed: NonNullable<Requirement['fixed']>): Omit<Requirement, 'attribute'> {
  return { must, fixed };
}

/** `Ref` and `.id` for the id, an `Arn` attribute for the ARN: how most resources are named. */
export const usualIdentifiers: Identifiers = {
  cloudformation: { id: '', arn: 'Arn' },
  terraform: { id: 'id', arn: 'arn' },
};

/** For resources whose `Ref` is their ARN. */
export const identifiedByArn: Identifiers = {
  cloudformation: { id: '', arn: '' },
  terraform: { id: 'id', arn: 'arn' },
};

/** A row that stands in a resource of its own, which points back with `join`. */
export function inSatellite(type: string, path: string, join: string, joinedBy: 'id' | 'arn' = 'id'): Locator {
  return { path, satellite: { type, join, joinedBy } };
}

/** The same default in both formats, with the page of each that says so. */
export function defaultsTo(value: string | boolean, cloudformation: string, terraform: string): Default[] {
  return [
    { is: { value }, dialect: 'cloudformation', source: cloudformation },
    { is: { value }, dialect: 'terraform', source: terraform },
  ];
}

/** The row of the KMS key of a resource whose properties for it have the usual names. */
export function keyRow(...defaults: readonly Default[]): Attribute {
  return { cloudformation: 'KmsKeyId', terraform: 'kms_key_id', type: 'text', about: 'key', defaults };
}

/** The row of the switch that gives a resource in a VPC a public address, where its properties have the usual names. */
export function publicAccessRow(...defaults: readonly Default[]): Attribute {
  return {
    cloudformation: 'PubliclyAccessible',
    terraform: 'publicly_accessible',
    type: 'boolean',
    about: 'public',
    defaults,
  };
}

/** A KMS key, which only the user can name. `use` says what it is for. */
export function keyInput(name: string, use: string): WrittenInput {
  return new WrittenInput(name, `The ARN of the KMS key ${use}`, '^arn:[^:]+:kms:.+$');
}

/** Requirements as a catalogue file writes them, by the row that they are about. */
type Requirements = Readonly<Record<string, Expectation | Omit<Requirement, 'attribute'>>>;

function requirementsOf(requirements: Requirements): Requirement[] {
  return Object.entries(requirements).map(([attribute, one]) =>
    'must' in one ? { attribute, ...one } : { attribute, must: one },
  );
}

/** An attribute rule as a catalogue file writes it. There is a fix for every finding unless it says otherwise. */
type AttributeRuleParts = Omit<AttributeRule, 'subject' | 'requires' | 'fix'> & {
  readonly requires: Requirements;
  readonly fix?: AttributeRule['fix'];
};

/** A rule on attributes of one resource: what each must be, by its row. */
export function attributeRule({ requires, ...rule }: AttributeRuleParts): AttributeRule {
  return { subject: 'attribute', fix: 'always', requires: requirementsOf(requires), ...rule };
}

/** The alias of a key that AWS manages, by itself or as an ARN: AWS keeps the prefix for its own. */
const managedAlias = /^(arn:[^:]+:kms:[^:]*:[^:]*:)?alias\/aws\//;

/** A key rule as a catalogue file writes it. */
type OwnKeyRuleParts = Omit<AttributeRuleParts, 'recommendation' | 'severity' | 'requires' | 'safety'> & {
  readonly severity?: AttributeRule['severity'];
  /** The row of the key, where it is not `key`. */
  readonly attribute?: string;
  /** The key that the fix asks for. */
  readonly key: WrittenInput;
  /** What tells the service to use the key, where naming it is not enough: the fix writes it beside the key. */
  readonly beside?: Requirements;
};

/**
 * A rule that wants a key of one's own where the service or AWS holds the key otherwise. The data is encrypted either
 * way, so it is a hint unless told otherwise. Where encryption has a switch, `when` asks for it to be on: until then
 * there is no key to speak of. Its words are `ownKeyWords`.
 */
export function ownKeyRule({ attribute = 'key', key, beside = {}, ...rule }: OwnKeyRuleParts): AttributeRule {
  const ownKey: Expectation = { kind: 'present', butNot: managedAlias };
  return attributeRule({
    severity: 'hint',
    ...rule,
    recommendation: 'manage-keys',
    requires: { [attribute]: { must: ownKey, fixed: key, beside: requirementsOf(beside) } },
    safety: 'input',
  });
}

/** A rule that is a function of a resource and what surrounds it. */
export function resourceRule(rule: Omit<ResourceRule, 'subject'>): ResourceRule {
  return { subject: 'resource', ...rule };
}

/** A rule on policies. */
export function policyRule(rule: Omit<PolicyRule, 'subject'>): PolicyRule {
  return { subject: 'policy', ...rule };
}

/** A rule on free text. */
export function textRule(rule: Omit<TextRule, 'subject'>): TextRule {
  return { subject: 'text', ...rule };
}

/** A rule on the values of one attribute whose remedies take more than to write that attribute. */
export function valueRule(
  rule: Omit<ResourceRule, 'subject' | 'kinds' | 'check' | 'judges'> &
    ValueTest & {
      readonly kind: Kind;
      readonly remedies: (resource: View, world: World) => readonly Remedy[];
    },
): ResourceRule {
  const { kind, attribute, isWrong, when, remedies, ...parts } = rule;
  return resourceRule({
    ...parts,
    kinds: [kind],
    judges: { attribute, isWrong, ...(when && { when }) },
    check(resource, world) {
      if (when && when(resource, world) !== true) return [];
      return possibleFacts(resource, attribute)
        .filter(({ text }) => isWrong(text))
        .map(({ fact }) => objectionTo(resource, fact, isChosenLater(fact) ? [] : remedies(resource, world)));
    },
  });
}

/** A fact that is plain text. */
interface LiteralFact {
  readonly fact: Fact;
  readonly text: string;
}

/** The facts of an attribute that are plain text; of a parameter without a default, each value that it allows. */
function possibleFacts(resource: View, attribute: string): LiteralFact[] {
  return resource
    .facts(attribute)
    .flatMap((fact) => (fact.value.kind === 'literal' ? [{ fact, text: fact.value.text }] : []));
}

/** The facts of an attribute that are plain text. What a parameter without a default may come to is not known. */
export function literalFacts(resource: View, attribute: string): LiteralFact[] {
  return possibleFacts(resource, attribute).filter(({ fact }) => !isChosenLater(fact));
}

/** Whether a value is one of those that a parameter allows and has no default among. */
function isChosenLater({ parameter }: Fact): boolean {
  return parameter !== undefined && !parameter.fallback;
}

/** An objection to what a fact says, at its place; the use of a parameter's default is related. */
export function objectionTo(resource: View, fact: Fact, remedies: readonly Remedy[]): Objection {
  const { origin, likelihood, parameter } = fact;
  return {
    origin,
    written: fact.written !== false,
    likelihood,
    resource: resource.resource,
    related: parameter ? [{ origin: parameter.origin, message: `${parameter.name} is used here` }] : [],
    remedies,
  };
}

/** The change that writes an attribute of a resource. */
export function setAttribute({ resource, kind }: View, attribute: string, value: Written): Change {
  return { kind: 'set', resource, of: kind, attribute, value };
}

/** Whether an attribute is written and not the empty text, which stands for nothing. A reference counts as given. */
export function isGiven(resource: View, attribute: string): Truth {
  return resource.is(attribute, (text) => text === '') === true ? false : resource.isWritten(attribute);
}

/** Whether a switch is known to be on. */
export function isOn(resource: View, attribute: string): Truth {
  return resource.is(attribute, (text) => text === 'true');
}

/** The default of what is made from another, by its row `source`: it takes over what that has. */
export function inheritsFromSource(source: string): Default {
  return { is: 'inherited', when: (resource) => isGiven(resource, 'source'), source };
}

/** An example of a single resource. */
export function exampleOf(kind: Kind, name: string, attributes: Readonly<Record<string, Written>>): Example {
  return { resources: [{ kind, name, attributes }] };
}

import type { Change, Objection, Remedy } from '../model/finding';
import type { AttributeRule, Expectation, Requirement } from '../model/rule';
import type { Truth } from '../model/truth';
import type { Fact, RuleSettings, View } from '../model/view';
import type { Written } from '../model/written';
import { locatorsOf } from './locators';

/** Whether a fact is as it must be; unknown where the document does not tell. */
export function satisfies(fact: Fact, must: Expectation, settings: RuleSettings): Truth {
  const { value } = fact;
  if (must.kind === 'present') {
    // An empty text is how some services are told to do without.
    const isNone = value.kind === 'literal' && (value.text === '' || must.butNot?.test(value.text));
    return isNone ? false : fact.written;
  }
  if (must.kind === 'absent') return fact.written === undefined ? undefined : !fact.written;
  if (value.kind === 'notWritten') return must.kind === 'noneOf';
  if (value.kind !== 'literal') return undefined;
  switch (must.kind) {
    case 'equals':
      return value.text === String(must.value);
    case 'oneOf':
      return (typeof must.values === 'function' ? must.values(settings) : must.values).includes(value.text);
    case 'noneOf':
      return !must.values.includes(value.text);
    case 'atLeast':
      return /^-?\d+(\.\d+)?$/.test(value.text) ? Number(value.text) >= must.value : undefined;
  }
}

/** A fact that is not as its requirement says. */
interface Failure {
  readonly requirement: Requirement;
  readonly fact: Fact;
}

/** What an attribute rule objects to in a resource. */
export function objectionsOf(rule: AttributeRule, view: View, settings: RuleSettings): Objection[] {
  if (rule.when && rule.when(view, settings) !== true) return [];
  const failures = rule.requires.flatMap((requirement) => failuresOf(requirement, view, settings));
  const absent = failures.filter(({ fact }) => !fact.written);
  return failures.map((failure) => {
    const { fact } = failure;
    const mended = fact.written ? [failure] : absent;
    const remedy = remedyOf(rule, view, mended, settings);
    return {
      origin: fact.origin,
      written: fact.written !== false,
      likelihood: fact.likelihood,
      resource: view.resource,
      related: relatedPlaces(fact),
      remedies: remedy ? [remedy] : [],
    };
  });
}

/** What a resource has of an attribute rule and is not known to be right. */
export function doubtsOf(rule: AttributeRule, view: View, settings: RuleSettings): Fact[] {
  if (rule.when?.(view, settings) === false) return [];
  return rule.requires.flatMap(({ attribute, must }) =>
    view.facts(attribute).filter((fact) => !satisfies(fact, must, settings)),
  );
}

function failuresOf(requirement: Requirement, view: View, settings: RuleSettings): Failure[] {
  const failing = view
    .facts(requirement.attribute)
    .filter((fact) => satisfies(fact, requirement.must, settings) === false);
  return failing.map((fact) => ({ requirement, fact }));
}

/** A wrong default of a parameter is marked where it stands; the place that uses it is related. */
function relatedPlaces(fact: Fact): Objection['related'] {
  const { parameter, origin } = fact;
  // What is computed of a parameter stands where that is used.
  if (!parameter || parameter.origin === origin) return [];
  return [{ origin: parameter.origin, message: `${parameter.name} is used here` }];
}

function remedyOf(
  rule: AttributeRule,
  view: View,
  failures: readonly Failure[],
  settings: RuleSettings,
): Remedy | undefined {
  if (rule.fix === 'none') return undefined;
  const changes: Change[] = [];
  for (const { requirement, fact } of failures) {
    const value = fixedValue(requirement, view, settings);
    if (value === undefined) return undefined;
    changes.push(changeFor(view, requirement.attribute, fact, value));
  }
  // What is not so yet of what the requirements need beside them.
  const needed = failures.flatMap(({ requirement }) => requirement.beside ?? []);
  const beside = needed.flatMap((requirement) => failuresOf(requirement, view, settings));
  for (const { requirement, fact } of beside) {
    const value = fixedValue(requirement, view, settings);
    if (value !== undefined) changes.push(changeFor(view, requirement.attribute, fact, value));
  }
  const names = [...failures, ...beside].map(({ requirement }) => attributeName(view, requirement.attribute));
  const title = `Set ${[...new Set(names)].join(', ')}${valueInTitle([...failures, ...beside], view, settings)}`;
  return { title: rule.caution ? `${title} (${rule.caution})` : title, safety: rule.safety ?? 'safe', changes };
}

/** A wrong scalar is replaced where it stands, be it in a branch or a parameter's default; the rest is set by its row. */
function changeFor(view: View, attribute: string, fact: Fact, value: Written): Change {
  const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (fact.written && fact.value.kind === 'literal' && scalar) {
    const text = spelled(view, attribute, fact, value as string | number | boolean);
    return { kind: 'replaceText', origin: fact.value.origin, text, sets: { of: view.kind, attribute } };
  }
  return { kind: 'set', resource: view.resource, of: view.kind, attribute, value };
}

/** A value in the words of its row, `Enabled` for true: the row that was read, or the one that a fix will write. */
export function spelled<V extends Written>(view: View, attribute: string, fact: Fact, value: V): V | string {
  const row = view.kind.attributes[attribute];
  const [first, ...others] = row ? locatorsOf(row, view.resource.dialect) : [];
  const satellite = fact.holder === view.resource ? undefined : fact.holder.type;
  const read = fact.written ? [first, ...others].find((one) => one?.satellite?.type === satellite) : first;
  if (!read?.words || typeof value !== 'boolean') return value;
  return value ? read.words.on : (read.words.off[0] as string);
}

/** What a fix writes for a requirement; `undefined` where the rule does not tell. */
export function fixedValue(requirement: Requirement, view: View, settings: RuleSettings): Written | undefined {
  const { fixed, must } = requirement;
  if (typeof fixed === 'function') return fixed(view, settings);
  if (fixed !== undefined) return fixed;
  return must.kind === 'equals' || must.kind === 'atLeast' ? must.value : undefined;
}

/** Keys that say little without the one before them. */
const bareKeys = /^(?:id|status|enabled|type|value|mode)$/i;

/** An attribute as the format of a resource calls it: the last key of its path, or the key of a list's item. */
export function attributeName(view: View, attribute: string): string {
  const row = view.kind.attributes[attribute];
  const path = row ? (locatorsOf(row, view.resource.dialect)[0]?.path ?? attribute) : attribute;
  const keyed = /\[\w+=([^\]]+)\]\.\w+$/.exec(path);
  if (keyed?.[1]) return keyed[1];
  const keys = path.replace(/\[\*\]|\)$/g, '').split(/[.(]/);
  return keys.slice(bareKeys.test(keys[keys.length - 1] ?? '') ? -2 : -1).join('.');
}

function valueInTitle(failures: readonly Failure[], view: View, settings: RuleSettings): string {
  const values = failures.map(({ requirement, fact }) => {
    const value = fixedValue(requirement, view, settings);
    return value === undefined ? undefined : spelled(view, requirement.attribute, fact, value);
  });
  const [first] = values;
  return typeof first !== 'object' && values.every((value) => value === first) ? ` to ${String(first)}` : '';
}

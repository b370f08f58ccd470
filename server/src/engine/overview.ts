import type { Resource } from '../model/resource';
import type { AttributeRule, Requirement } from '../model/rule';
import type { Truth } from '../model/truth';
import type { Fact, View } from '../model/view';
import type { Checked } from './check';
import { attributeName, satisfies, spelled } from './judge';
import { kindOf, rulesOf } from './rules';
import { messageOf } from './words';

/** What a document says of one thing about a resource: that it is as it should be, that it is not, or nothing. */
export interface Aspect {
  readonly isRight: Truth;
  readonly text: string;
}

/** A resource for a person: what it is, and what its document says of its protection. */
export interface Overview {
  readonly title: string;
  readonly aspects: readonly Aspect[];
}

/** All that a document says of a resource's protection, rule by rule; `undefined` for what the catalogue does not know. */
export function overviewOf(checked: Checked, resource: Resource): Overview | undefined {
  const kind = kindOf(resource);
  if (!kind) return undefined;
  const view = checked.world.view(resource, kind);
  const aspects = rulesOf(kind).flatMap((rule): Aspect[] => {
    if (rule.subject === 'attribute') return attributeAspects(rule, view, checked);
    const found = checked.findings.filter((finding) => finding.rule === rule.id && finding.resource === resource);
    return found.map((finding) => ({ isRight: false, text: messageOf(finding) }));
  });
  return { title: `${kind.title} ${resource.name}`, aspects };
}

function attributeAspects(rule: AttributeRule, view: View, { world }: Checked): Aspect[] {
  const applies = rule.when ? rule.when(view, world.settings) : true;
  if (applies === false) return [];
  return rule.requires.flatMap((requirement) =>
    view.facts(requirement.attribute).map((fact) => ({
      isRight: applies && satisfies(fact, requirement.must, world.settings),
      text: saidOf(view, requirement, fact),
    })),
  );
}

function saidOf(view: View, { attribute }: Requirement, fact: Fact): string {
  const { value, written, parameter } = fact;
  const name = `\`${attributeName(view, attribute)}\``;
  const by = parameter ? ` by the default of ${parameter.name}` : written === false ? ' by default' : '';
  switch (value.kind) {
    case 'literal':
      return `${name} is ${inItsWords(view, attribute, fact, value.text) || 'empty'}${by}`;
    case 'notWritten':
      return `${name} is not set`;
    case 'unknown':
      return `${name} cannot be told: ${value.reason}`;
    default:
      return `${name} is given`;
  }
}

/** A boolean as its row spells it, anything else as it is. */
function inItsWords(view: View, attribute: string, fact: Fact, text: string): string {
  const truth = text === 'true' ? true : text === 'false' ? false : undefined;
  return truth === undefined ? text : String(spelled(view, attribute, fact, truth));
}

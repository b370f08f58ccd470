import { conditionKey } from '../../data/iamConditionKeys';
import { actionSuggestions } from './actions';
import { conditionKeySuggestions } from './conditionKeys';
import { endpointSuggestions } from './endpointNames';
import { allOperators, fits } from './operators';
import type { PolicyPlace } from './place';
import { principalSuggestions, principalTypes } from './principals';
import { operatorSubject, type PolicySubject } from './subject';
import type { Suggestion, Suggestions } from './suggestion';

const policyElements = {
  Version: 'the version of the policy language',
  Id: 'a name for the policy',
  Statement: 'what is allowed and denied',
};

const statementElements = {
  Sid: 'a name for the statement',
  Effect: 'whether it allows or denies',
  Principal: 'whom it is about',
  NotPrincipal: 'whom it is not about',
  Action: 'what it is about',
  NotAction: 'what it is not about',
  Resource: 'what it is about, by ARN',
  NotResource: 'what it is not about, by ARN',
  Condition: 'when it holds',
};

/** The same in the words of the Terraform data source. */
const blockElements = {
  sid: statementElements.Sid,
  effect: statementElements.Effect,
  principals: statementElements.Principal,
  not_principals: statementElements.NotPrincipal,
  actions: statementElements.Action,
  not_actions: statementElements.NotAction,
  resources: statementElements.Resource,
  not_resources: statementElements.NotResource,
  condition: statementElements.Condition,
};

/** What may stand at a place where somebody has typed the start of a word. */
export function suggestionsFor(place: PolicyPlace, typed: string, text: string): Suggestions {
  const { slot, taken } = place;
  switch (slot.kind) {
    case 'policyElement':
      return all(without(taken, named(policyElements)));
    case 'statementElement':
      return all(without(taken, statementWords(place)));
    case 'version':
      return all(named({ '2012-10-17': 'the version with policy variables', '2008-10-17': 'the version before them' }));
    case 'effect':
      return all(named({ Allow: 'lets requests through', Deny: 'refuses requests, whatever else allows them' }));
    case 'action':
      return actionSuggestions(typed, place.use === 'trust' ? 'sts' : place.service);
    case 'principalType':
      return all(without(place.isBlock ? new Set() : taken, named(principalTypes(place.isBlock))));
    case 'principal':
      return all(principalSuggestions(slot.type, place, text));
    case 'operator':
      return all(without(place.isBlock ? new Set() : taken, operatorSuggestions(slot.keys)));
    case 'conditionKey':
      return all(without(place.isBlock ? new Set() : taken, conditionKeySuggestions(place, slot.operator)));
    case 'conditionValue':
      return all(conditionValues(slot.operator, slot.key));
    case 'endpointService':
      return endpointSuggestions(typed, place, text);
  }
}

/** What a statement may say. A policy of an identity, or one around identities, does not say whom it is about. */
function statementWords({ isBlock, use }: PolicyPlace): Suggestion[] {
  if (isBlock) return named(blockElements);
  const words = named(statementElements);
  const isOfIdentities = use === 'identity' || use === 'session' || use === 'service-control' || use === 'organization';
  return isOfIdentities ? words.filter(({ text }) => !text.endsWith('Principal')) : words;
}

function all(list: readonly Suggestion[]): Suggestions {
  return { list, isIncomplete: false };
}

function named(words: Readonly<Record<string, string>>): Suggestion[] {
  return Object.entries(words).map(([text, detail]) => ({ text, detail }));
}

function without(taken: ReadonlySet<string>, list: readonly Suggestion[]): Suggestion[] {
  return list.filter(({ text }) => !taken.has(text));
}

/** The operators for the keys that are compared already; all of them where there are none. */
function operatorSuggestions(keys: readonly string[]): Suggestion[] {
  const types = keys.flatMap((name) => conditionKey(name)?.type ?? []);
  return allOperators
    .filter((name) => types.every((type) => fits(name, type)))
    .map((text) => ({ text, detail: 'condition operator', ...subject(operatorSubject(text)) }));
}

function subject(found: PolicySubject | undefined): Pick<Suggestion, 'subject'> {
  return found ? { subject: found } : {};
}

function conditionValues(operator: string | undefined, key: string | undefined): Suggestion[] {
  const isTruth = /^(?:null|bool(?:ifexists)?)$/i.test(operator ?? '') || conditionKey(key ?? '')?.type === 'bool';
  return isTruth
    ? [
        { text: 'true', detail: '' },
        { text: 'false', detail: '' },
      ]
    : [];
}

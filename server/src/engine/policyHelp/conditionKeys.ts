import { actionsMeant } from '../../catalogue/policies/grants';
import { type ConditionKey, conditionKeysOf, globalConditionKeys } from '../../data/iamConditionKeys';
import { fits } from './operators';
import type { PolicyPlace } from './place';
import { keySubject } from './subject';
import type { Suggestion } from './suggestion';

/**
 * The keys that the requests of a statement's actions may carry: those of the actions, then global ones. Those that an
 * operator compares come before the others.
 */
export function conditionKeySuggestions({ actions, service }: PolicyPlace, operator: string | undefined): Suggestion[] {
  const globals = globalConditionKeys();
  const own = keysOfActions(actions, service).filter(({ name }) => !globals.some((key) => key.name === name));
  const isFitting = ({ type }: ConditionKey) => operator === undefined || fits(operator, type);
  const all = [...new Map([...own, ...globals].map((key) => [key.name, key])).values()];
  return [...all.filter(isFitting), ...all.filter((key) => !isFitting(key))].map((key): Suggestion => {
    const [hole, inBraces, variable = inBraces] = /\$\{(\w+)\}|<(\w+)>/.exec(key.name) ?? [];
    return {
      text: key.name,
      detail: key.isMultivalued ? `${key.type}, several values` : key.type,
      subject: keySubject(key.name, key, globals.includes(key)),
      ...(hole &&
        variable && { written: key.name.replace(hole, variable), blanks: [{ marker: variable, text: variable }] }),
    };
  });
}

/** The service's own keys of some actions; all of a service's where a policy tells no more than the service. */
function keysOfActions(actions: readonly string[], service: string | undefined): ConditionKey[] {
  const named = actions.filter((action) => action.includes(':'));
  if (named.length === 0) return service === undefined ? [] : [...conditionKeysOf(service)];
  return named.flatMap((text) => {
    const [prefix = ''] = text.split(':');
    const carried = new Set(actionsMeant(text).flatMap(({ conditionKeys }) => conditionKeys));
    return conditionKeysOf(prefix).filter(({ name }) => carried.has(name));
  });
}

import { actionsMeant } from '../../catalogue/policies/grants';
import { type Operator, operatorOf } from '../../catalogue/policies/operators';
import { actionsOf, type IamAction, iamAction, isIamServicePrefix } from '../../data/iamActions';
import { type ConditionKey, conditionKey, globalConditionKeys, isKey } from '../../data/iamConditionKeys';
import { type EndpointService, endpointServiceOfFullName } from '../../data/vpcEndpoints';

/** What a word of a policy means, as far as that is known. */
export type PolicySubject =
  | { readonly kind: 'action'; readonly action: IamAction }
  /** A pattern and the actions that it stands for; those of all services are too many to be told. */
  | { readonly kind: 'actions'; readonly pattern: string; readonly actions: readonly IamAction[] | 'all' }
  | { readonly kind: 'service'; readonly prefix: string }
  | {
      readonly kind: 'conditionKey';
      readonly name: string;
      readonly key: ConditionKey;
      readonly isGlobal: boolean;
      /** How many actions of its service name it, for a key that is not global. */
      readonly actions: number;
    }
  | { readonly kind: 'operator'; readonly name: string; readonly operator: Operator }
  | { readonly kind: 'servicePrincipal'; readonly name: string; readonly prefix?: string }
  | { readonly kind: 'endpointService'; readonly fullName: string; readonly service: EndpointService };

/** What an action means, be it one or a pattern; `undefined` for one that does not exist. */
export function actionSubject(text: string): PolicySubject | undefined {
  if (/^\*+$/.test(text)) return { kind: 'actions', pattern: text, actions: 'all' };
  if (!/[*?]/.test(text)) {
    const action = iamAction(text);
    return action && { kind: 'action', action };
  }
  const actions = actionsMeant(text);
  return actions.length > 0 ? { kind: 'actions', pattern: text, actions } : undefined;
}

/** What a condition key means. */
export function conditionKeySubject(name: string): PolicySubject | undefined {
  const key = conditionKey(name);
  return (
    key &&
    keySubject(
      name,
      key,
      globalConditionKeys().some((one) => isKey(one, name)),
    )
  );
}

/** A condition key as a subject. */
export function keySubject(name: string, key: ConditionKey, isGlobal: boolean): PolicySubject {
  const [prefix = ''] = name.split(':');
  const carriers = isGlobal ? [] : [...actionsOf(prefix).values()];
  const actions = carriers.filter(({ conditionKeys }) => conditionKeys.includes(key.name)).length;
  return { kind: 'conditionKey', name, key, isGlobal, actions };
}

/** What a condition operator means. */
export function operatorSubject(name: string): PolicySubject | undefined {
  const operator = operatorOf(name);
  return operator && { kind: 'operator', name, operator };
}

/** What a principal means that is a service. */
export function servicePrincipalSubject(name: string): PolicySubject | undefined {
  const [, prefix = ''] = /^([\w-]+)(?:\.[\w-]+)*\.amazonaws\.com(?:\.cn)?$/.exec(name) ?? [];
  if (prefix === '') return undefined;
  return { kind: 'servicePrincipal', name, ...(isIamServicePrefix(prefix) && { prefix }) };
}

/** What the service of a VPC endpoint is. */
export function endpointServiceSubject(fullName: string): PolicySubject | undefined {
  const service = endpointServiceOfFullName(fullName);
  return service && { kind: 'endpointService', fullName, service };
}

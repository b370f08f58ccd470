import { serviceName } from '../data/iamActions';
import type { PolicySubject } from '../engine/policyHelp';
import { countByLevel, levelNames } from '../engine/policyHelp/levels';
import { operatorsFor } from '../engine/policyHelp/operators';
import { meaningOfGlobalKey } from './globalKeyWords';

type Subject<K extends PolicySubject['kind']> = Extract<PolicySubject, { kind: K }>;

/** The pages of AWS that say more. That of a service cannot be told from the service's name. */
const pages = {
  actions:
    '[Service Authorization Reference](https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html)',
  globalKeys:
    '[Global condition keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html)',
  operators:
    '[Condition operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html)',
  principals:
    '[Principals](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html)',
  endpoints:
    '[Services with endpoints](https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html)',
};

/** So many names are told of a list; what is left is counted. */
const longestList = 10;

/** What a word of a policy is, in markdown. */
export function describeSubject(subject: PolicySubject): string {
  switch (subject.kind) {
    case 'action':
      return describeAction(subject);
    case 'actions':
      return describeActions(subject);
    case 'service':
      return paragraphs(`**\`${subject.prefix}\`**: ${serviceName(subject.prefix) ?? ''}`, pages.actions);
    case 'conditionKey':
      return describeConditionKey(subject);
    case 'operator':
      return describeOperator(subject);
    case 'servicePrincipal':
      return describeServicePrincipal(subject);
    case 'endpointService':
      return describeEndpointService(subject);
  }
}

function describeAction({ action }: Subject<'action'>): string {
  const { prefix, name, resources, conditionKeys } = action;
  const service = serviceName(prefix) ?? prefix;
  const works = resources.map((type) => `- ${type.name}: ${type.arns.map(code).join(' or ')}`);
  return paragraphs(
    `**\`${prefix}:${name}\`**: ${words(name)} (${service}, access level ${levelNames(action)})`,
    works.length > 0 ? `Works on\n${works.join('\n')}` : 'Cannot be limited to resources: `Resource` is `*`.',
    conditionKeys.length > 0 ? `Condition keys beside the global ones: ${listOf(conditionKeys)}` : '',
    pages.actions,
  );
}

function describeActions({ pattern, actions }: Subject<'actions'>): string {
  if (actions === 'all') return paragraphs(`**${code(pattern)}**: all actions of all services`, pages.actions);
  const [first] = actions;
  const service = first ? serviceName(first.prefix) : undefined;
  const levels = countByLevel(actions).map(([name, count]) => `${count} ${name}`);
  return paragraphs(
    `**${code(pattern)}**: ${count(actions.length, 'action')} of ${service ?? 'a service'} (${levels.join(', ')})`,
    listOf(actions.map(({ prefix, name }) => `${prefix}:${name}`)),
    pages.actions,
  );
}

const types: Readonly<Record<Subject<'conditionKey'>['key']['type'], string>> = {
  string: 'a text',
  arn: 'an ARN',
  bool: '`true` or `false`',
  numeric: 'a number',
  date: 'a date',
  ip: 'an IP address',
};

function describeConditionKey({ name, key, isGlobal, actions }: Subject<'conditionKey'>): string {
  const [prefix = '', ...rest] = name.split(':');
  const whose = isGlobal
    ? 'requests to every service may carry it'
    : `${count(actions, 'action')} of ${serviceName(prefix) ?? prefix} may carry it`;
  return paragraphs(
    `**${code(name)}**: ${meaningOfGlobalKey(key.name) ?? words(rest.join(':'))}. It is ${types[key.type]}; ${whose}.`,
    key.isMultivalued
      ? 'A request may carry several values of it: say with `ForAnyValue:` or `ForAllValues:` how many have to match.'
      : '',
    `Operators: ${listOf(operatorsFor(key.type))}`,
    isGlobal ? pages.globalKeys : pages.actions,
  );
}

const comparisons: Readonly<Record<Subject<'operator'>['operator']['comparison'], string>> = {
  text: 'is exactly the text that stands here, capitals included: `*` and `?` stand for themselves',
  textAnyCase: 'is the text that stands here, in capitals or not',
  textPattern: 'fits the pattern that stands here: `*` is any number of characters, `?` is one',
  arn: 'is an ARN that fits the one that stands here, part by part: `*` is any number of characters, `?` is one',
  number: 'the number that stands here',
  date: 'the date that stands here',
  boolean: 'is the one that stands here, `true` or `false`',
  address: 'is an IP address in the range that stands here',
  binary: 'is, byte for byte, what stands here in base64',
  absence: 'with `true` it holds where the request lacks the key, with `false` where the request carries it',
};

const orders: Readonly<Record<Subject<'operator'>['operator']['order'], string>> = {
  equal: 'is',
  less: 'is below',
  lessOrEqual: 'is at most',
  greater: 'is above',
  greaterOrEqual: 'is at least',
};

/** The same of dates. */
const orderOfDates: typeof orders = {
  equal: 'is',
  less: 'is before',
  lessOrEqual: 'is not after',
  greater: 'is after',
  greaterOrEqual: 'is not before',
};

function describeOperator({ name, operator }: Subject<'operator'>): string {
  const { comparison, order, isNegated, ifExists, over } = operator;
  const ordering = comparison === 'number' ? orders[order] : comparison === 'date' ? orderOfDates[order] : undefined;
  const test = [ordering, comparisons[comparison]].filter(Boolean).join(' ');
  if (comparison === 'absence') return paragraphs(`**${code(name)}**: ${test}.`, pages.operators);
  const whole = isNegated ? `does not hold where the value ${test}` : `holds where the value ${test}`;
  const missing =
    ifExists || over === 'all' || (isNegated && over === 'single')
      ? 'It also holds where the request lacks the key.'
      : 'It does not hold where the request lacks the key.';
  const several =
    over === 'any'
      ? "One of the request's values has to pass."
      : over === 'all'
        ? "All of the request's values have to pass."
        : '';
  return paragraphs(`**${code(name)}**: ${whole}. ${[several, missing].filter(Boolean).join(' ')}`, pages.operators);
}

function describeServicePrincipal({ name, prefix }: Subject<'servicePrincipal'>): string {
  const service = prefix && serviceName(prefix);
  return paragraphs(
    `**${code(name)}**: ${service ? `${service}, as a` : 'A'} service that acts by itself or for a resource`,
    'If it tells for whose resources it acts, conditions on `aws:SourceAccount` or `aws:SourceArn` can ask for that.',
    pages.principals,
  );
}

function describeEndpointService({ fullName, service }: Subject<'endpointService'>): string {
  const { kinds, iamPrefixes, policySource } = service;
  const actions = iamPrefixes?.map((prefix) => `${prefix}:*`) ?? [];
  const names = (iamPrefixes ?? []).flatMap((prefix) => serviceName(prefix) ?? []);
  const passes =
    iamPrefixes === undefined
      ? ''
      : actions.length > 0
        ? `Actions that pass through it: ${listOf(actions)}`
        : 'What passes through it is no action of IAM.';
  return paragraphs(
    `**${code(fullName)}**: ${kinds.join(' or ')} endpoint${names.length > 0 ? ` for ${names.join(', ')}` : ''}`,
    passes,
    [policySource && `[Endpoint policy](${policySource})`, pages.endpoints].filter(Boolean).join(' · '),
  );
}

/** A name such as `GetObjectAcl` as words: "get object acl". Abbreviations stay as they are. */
function words(name: string): string {
  return name
    .replace(/\$\{(\w+)\}/g, '$1')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[/_-]+/g, ' ')
    .replace(/\b[A-Z][a-z]+/g, (word) => word.toLowerCase());
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function listOf(names: readonly string[]): string {
  const more = names.length > longestList ? ` and ${names.length - longestList} more` : '';
  return names.slice(0, longestList).map(code).join(', ') + more;
}

function paragraphs(...texts: readonly string[]): string {
  return texts.filter(Boolean).join('\n\n');
}

import { type IamAction, iamAction, isIamServicePrefix, resourceTypesOf } from '../data/iamActions';
import type { ConditionTest, Policy, Statement } from '../model/policy';
import { textOf, textWithHoles, type Value } from '../model/value';
import { isInRange } from './policies/addresses';
import { type Defect, defectRule, literals, opensUnmatched } from './policies/defects';
import { canMatch } from './policies/meeting';
import { operatorOf } from './policies/operators';
import { queuePolicy } from './policyCorrectnessExample';

const neverApplies = defectRule({
  id: 'policy-never-applies',
  fix: 'none',
  inStatement: (statement, policy) => [
    ...foreignActions(statement, policy),
    ...idleActions(statement),
    ...contradictions(statement),
    ...privateAddresses(statement),
  ],
  example: queuePolicy({ Resource: 'arn:aws:s3:::orders/*' }),
});

/**
 * Services whose resource policies are about their own actions only.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html
 */
const ownActionsOnly = new Set([
  'dynamodb',
  'ecr',
  'elasticfilesystem',
  'kinesis',
  'kms',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
]);

function foreignActions({ actions, effect }: Statement, { use, service = '' }: Policy): Defect[] {
  const own = use === 'trust' ? 'sts' : use === 'resource' && ownActionsOnly.has(service) ? service : undefined;
  if (own === undefined) return [];
  return literals(actions?.values ?? []).flatMap(({ text, origin }) => {
    const [prefix = '', name] = text.toLowerCase().split(':');
    if (name === undefined || prefix === own || !isIamServicePrefix(prefix)) return [];
    const place = use === 'trust' ? 'The trust policy of a role' : 'This policy';
    return [{ origin, opens: effect === 'Deny', details: { problem: `${place} is about actions of ${own} only` } }];
  });
}

/**
 * Services of which the table of actions is known to name all resources: of others it lacks what AWS itself owns.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html
 */
const completeServices = new Set(['dynamodb', 'ecr', 'iam', 'kms', 'lambda', 's3', 'secretsmanager', 'sqs', 'sts']);

/** Actions that no resource of the statement is for. */
function idleActions({ actions, resources, effect, open }: Statement): Defect[] {
  const patterns = open ? undefined : patternsOf(resources?.values ?? []);
  if (!patterns?.length) return [];
  return literals(actions?.values ?? []).flatMap(({ text, origin }) => {
    const action = iamAction(text);
    if (!action || patterns.some((pattern) => reaches(action, pattern))) return [];
    const problem =
      action.resources.length > 0
        ? `${action.prefix}:${action.name} is for resources of the type ${typesOf(action)}, and the statement names none`
        : `${action.prefix}:${action.name} cannot be limited to such resources`;
    return [{ origin, opens: effect === 'Deny', details: { problem } }];
  });
}

/** The patterns of some resources; what is filled in later may be anything. `undefined` where one is not known. */
function patternsOf(values: readonly Value[]): string[] | undefined {
  const patterns = values.map((value) => textWithHoles(value, '*') ?? '');
  const known = patterns.map((pattern) => pattern.replace(/\$\{[^}]*\}/g, '*'));
  return known.every((pattern) => /^arn:(?:.*\*|(?:[^:]*:){4})/.test(pattern)) ? known : undefined;
}

function reaches({ prefix, resources }: IamAction, pattern: string): boolean {
  const [, , service = ''] = pattern.split(':');
  if (!completeServices.has(prefix)) {
    return service === prefix || !isIamServicePrefix(service) || servicesOf(prefix).has(service);
  }
  // What cannot be limited is asked for with a resource of no meaning, which such patterns are known to match.
  if (resources.length === 0) return /^(?:[^:]*:){0,5}\*/.test(pattern);
  return resources.some(({ arns }) => arns.some((format) => canMatch(pattern, format)));
}

/** The services whose ARNs the actions of a service may work on, most of them only its own. */
function servicesOf(prefix: string): Set<string> {
  const arns = resourceTypesOf(prefix).flatMap((type) => type.arns);
  return new Set(arns.map((arn) => arn.split(':')[2] ?? ''));
}

function typesOf({ resources }: IamAction): string {
  return [...new Set(resources.map(({ name }) => name))].join(' or ');
}

/** A key that must be missing, and must have a value. */
function contradictions({ conditions, effect }: Statement): Defect[] {
  const missing = conditions.filter(({ operator, values }) => {
    return operatorOf(operator)?.comparison === 'absence' && values.length === 1 && values.every(isTrue);
  });
  return missing.flatMap((absent) => {
    const isNeeded = conditions.some((test) => test.key.toLowerCase() === absent.key.toLowerCase() && needsKey(test));
    const problem = `${absent.key} must be missing, and must have a value`;
    return isNeeded ? [{ origin: absent.keyOrigin, opens: effect === 'Deny', details: { problem } }] : [];
  });
}

/**
 * Ranges of private networks. Requests from there come through a VPC endpoint, and do not carry `aws:SourceIp`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

function privateAddresses(statement: Statement): Defect[] {
  return statement.conditions
    .filter(({ key, operator }) => /^aws:sourceip$/i.test(key) && operatorOf(operator)?.comparison === 'address')
    .flatMap((test) =>
      literals(test.values)
        .filter(({ text }) => privateRanges.some((range) => isInRange(text.split('/')[0] as string, range)))
        .map(({ text, origin }) => ({
          origin,
          opens: opensUnmatched(statement, test),
          details: { problem: `${text} is private, and ${test.key} holds public addresses only` },
        })),
    );
}

const isTrue = (value: Value) => textOf(value)?.toLowerCase() === 'true';

function needsKey({ operator }: ConditionTest): boolean {
  const parts = operatorOf(operator);
  if (!parts || parts.comparison === 'absence' || parts.ifExists || parts.over === 'all') return false;
  return !parts.isNegated || parts.over === 'any';
}

export const rules = [neverApplies];

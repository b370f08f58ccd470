import { isIamServicePrefix } from '../data/iamActions';
import { arnServices, arnShape } from '../data/iamArns';
import { certain } from '../model/nearest';
import type { ConditionTest, Policy, PolicyUse, Statement } from '../model/policy';
import { textOf, type Value } from '../model/value';
import {
  awsPrincipalsIn,
  correcting,
  type Defect,
  defectRule,
  type Listed,
  opensUnmatched,
  resourcesIn,
  wrongPlace,
} from './policies/defects';
import { queuePolicy } from './policyCorrectnessExample';

/** Stands for a part of a text that is filled in later, and may hold anything. */
const hole = '\uE000';

/** The parts of the ARN that a value is: `arn`, partition, service, region, account and the rest. */
function arnOf(value: Value): readonly string[] | undefined {
  const text =
    value.kind === 'literal'
      ? value.text
      : value.kind === 'template'
        ? value.parts.map((part) => (typeof part === 'string' ? part : hole)).join('')
        : '';
  return text.startsWith('arn:') ? text.split(':') : undefined;
}

/** A part that says something: it is written out, and no pattern, variable or word for people to fill in. */
function isPlain(part: string | undefined): part is string {
  return part !== undefined && /^[\w-]+$/.test(part);
}

/** What is wrong with a text, and what it has to be, if that is certain. */
interface Malformation {
  readonly problem: string;
  readonly right?: string;
  /** Whether it means more than it says, and not nothing. */
  readonly isWide?: boolean;
}

const malformedArn = defectRule({
  id: 'policy-malformed-arn',
  fix: 'sometimes',
  inStatement: (statement, policy) => [
    ...defectsIn(resourcesIn(statement), (value) => malformedResource(value, policy)),
    ...defectsIn(awsPrincipalsIn(statement), malformedPrincipal),
    ...statement.conditions.flatMap((test) =>
      defectsIn([testedIn(test, statement)], (value) => malformedCondition(test, value)),
    ),
  ],
  example: queuePolicy({ Principal: { AWS: 'arn:aws:iam:us-east-1:111122223333:role/shop' } }),
});

const arnPartition = defectRule({
  id: 'policy-arn-partition',
  fix: 'sometimes',
  inStatement: (statement) =>
    defectsIn(
      [
        ...resourcesIn(statement),
        ...awsPrincipalsIn(statement),
        ...statement.conditions.map((test) => testedIn(test, statement)),
      ],
      wrongPartition,
    ),
  example: queuePolicy({ Resource: 'arn:aws:sqs:cn-north-1:111122223333:orders' }),
});

function defectsIn(lists: readonly Listed[], wrongIn: (value: Value) => Malformation | undefined): Defect[] {
  return lists.flatMap(({ values, opens }) =>
    values.flatMap((value) => {
      const wrong = wrongIn(value);
      if (!wrong) return [];
      const { problem, right, isWide = false } = wrong;
      // What a variable is spelled like depends on the text around it.
      const isSure = value.kind === 'literal' && right !== undefined && !right.includes('${');
      const remedies = isSure ? [correcting(value, right)] : [];
      return [{ origin: wrongPlace(value, right), opens: opens !== isWide, remedies, details: { problem } }];
    }),
  );
}

function testedIn(test: ConditionTest, statement: Statement): Listed {
  return { values: test.values, opens: opensUnmatched(statement, test) };
}

function malformedResource(value: Value, { service, use }: Policy): Malformation | undefined {
  const arn = arnOf(value);
  if (arn) return incomplete(value, use) ?? malformed(arn);
  // API Gateway's own policies may leave out all but the last part.
  if (value.kind !== 'literal' || service === 'execute-api') return undefined;
  if (use === 'unknown' && isToBeFilledIn(value.text)) return undefined;
  const { text } = value;
  if (!/^[\w:./-]+$/.test(text.replaceAll('*', '')) || /^\*|^execute-api:/.test(text)) return undefined;
  const [first = '', ...rest] = text.split(':');
  return rest.length > 0 && certain(first, ['arn'])
    ? { problem: `"${text}" does not begin with "arn:"`, right: ['arn', ...rest].join(':') }
    : { problem: `"${text}" is no ARN` };
}

/**
 * A word that a module which takes the policy over puts an ARN for, such as `_S3_BUCKET_ARN_`.
 * https://github.com/terraform-aws-modules/terraform-aws-s3-bucket
 */
function isToBeFilledIn(text: string): boolean {
  return /^_[A-Z][A-Z0-9_]*_(?:$|\/)/.test(text);
}

/**
 * An ARN with less than six parts. In a policy of an identity the others may then be anything; elsewhere it is refused.
 * A slash tells that a part is the last one, whatever a wildcard after it stands for.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
function incomplete(value: Value, use?: PolicyUse): Malformation | undefined {
  if (value.kind !== 'literal' || !/^[\w:-]+(?:$|\/)/.test(value.text)) return undefined;
  const parts = value.text.split(':');
  if (parts.length >= 6) return undefined;
  const problem = `"${value.text}" has ${parts.length} parts instead of 6`;
  const [, , , region = '', account = ''] = parts;
  return use === 'identity' && (region === '' || isRegion(region)) && /^\d*$/.test(account)
    ? { problem: `${problem}, and the others may be anything`, isWide: true }
    : { problem };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function malformedPrincipal(value: Value): Malformation | undefined {
  const arn = arnOf(value);
  if (!arn) return malformedAccount(textOf(value) ?? '');
  if (arn.some((part) => /[*?]/.test(part))) return { problem: 'A wildcard cannot stand for a part of a principal' };
  return incomplete(value) ?? malformed(arn);
}

/** Keys of which the value is the number of an account are named so. */
function malformedCondition({ key }: ConditionTest, value: Value): Malformation | undefined {
  const arn = arnOf(value);
  if (arn) return incomplete(value) ?? malformed(arn);
  return /account$/i.test(key) ? malformedAccount(textOf(value) ?? '') : undefined;
}

/** A number that is not an account's; people like to write it in groups. */
function malformedAccount(account: string): Malformation | undefined {
  if (!/^\d[\d-]*$/.test(account) || /^\d{12}$/.test(account)) return undefined;
  const digits = account.replaceAll('-', '');
  return {
    problem: `The number of an account is 12 digits, not "${account}"`,
    ...(digits.length === 12 && { right: digits }),
  };
}

/** The name of a Region, in any partition: `eu-west-1`, `us-gov-west-1`. */
function isRegion(text: string): boolean {
  return /^[a-z]+(?:-[a-z]+)+-\d+$/.test(text);
}

function malformed(parts: readonly string[]): Malformation | undefined {
  const [, , service, region, account = ''] = parts;
  if (!isPlain(service)) return undefined;
  const rightService = knownService(service);
  if (rightService !== undefined) {
    return { problem: `No ARN has the service "${service}"`, right: replacing(parts, 2, rightService) };
  }
  const wrongAccount = malformedAccount(account);
  if (wrongAccount) {
    const { problem, right } = wrongAccount;
    return { problem, ...(right !== undefined && { right: replacing(parts, 4, right) }) };
  }
  const shape = arnShape(service);
  if (!shape || parts.length < 6) return undefined;
  if (shape.region === 'never' && isPlain(region)) {
    return { problem: `ARNs of ${service} have no region`, right: replacing(parts, 3, '') };
  }
  if (shape.account === 'never' && isPlain(account)) {
    return { problem: `ARNs of ${service} have no account`, right: replacing(parts, 4, '') };
  }
  // What has no digit is a word for people to fill in.
  if (isPlain(region) && /\d/.test(region) && !isRegion(region)) return { problem: `There is no Region "${region}"` };
  // What AWS itself owns may well lack an account.
  if (shape.region === 'always' && region === '') return { problem: `ARNs of ${service} have a region` };
  return undefined;
}

/** The service that must be meant, where an ARN names none. */
function knownService(service: string): string | undefined {
  if (arnShape(service)) return undefined;
  const lower = service.toLowerCase();
  if (lower !== service && arnShape(lower)) return lower;
  return isIamServicePrefix(service) ? undefined : certain(service, arnServices());
}

/** The partitions that Regions belong to, by how their names begin. */
const partitions: readonly (readonly [region: RegExp, partition: string])[] = [
  [/^cn-[a-z]+-\d$/, 'aws-cn'],
  [/^us-gov-[a-z]+-\d$/, 'aws-us-gov'],
  [/^(?:us|eu|ap|sa|ca|me|af|il|mx)-(?:north|south|east|west|central)[a-z]*-\d$/, 'aws'],
];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
function wrongPartition(value: Value): Malformation | undefined {
  const parts = arnOf(value);
  const [, partition, , region] = parts ?? [];
  if (!parts || !isPlain(partition)) return undefined;
  const names = partitions.map(([, name]) => name);
  const home = isPlain(region) ? partitions.find(([pattern]) => pattern.test(region))?.[1] : undefined;
  if (home !== undefined && home !== partition) {
    return { problem: `${region} is in the partition ${home}`, right: replacing(parts, 1, home) };
  }
  const meant =
    /^aws-(?:iso|eusc)/.test(partition) || names.includes(partition) ? undefined : certain(partition, names);
  return meant === undefined
    ? undefined
    : { problem: `There is no partition ${partition}`, right: replacing(parts, 1, meant) };
}

function replacing(parts: readonly string[], at: number, part: string): string {
  return parts.map((one, i) => (i === at ? part : one)).join(':');
}

export const rules = [malformedArn, arnPartition];

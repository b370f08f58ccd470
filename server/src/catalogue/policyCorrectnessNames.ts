import {
  actionsOf,
  actionWords,
  iamAction,
  isIamServicePrefix,
  serviceName,
  servicePrefixes,
  wordsIn,
} from '../data/iamActions';
import { type ConditionKey, conditionKey, conditionKeysOf, globalConditionKeys } from '../data/iamConditionKeys';
import type { Remedy } from '../model/finding';
import { certain } from '../model/nearest';
import {
  actionsIn,
  correcting,
  defectRule,
  literals,
  opensUnmatched,
  rewriting,
  withOperator,
  wrongPlace,
} from './policies/defects';
import { operatorNames, operatorOf } from './policies/operators';
import { queuePolicy } from './policyCorrectnessExample';

/**
 * What AWS adds is in the tables of actions and keys only later, so what they lack may well exist. A name is called
 * wrong where a word of it is no word of AWS at all, and one that exists is near.
 */

/** A name that is wrong, and the one that must be meant, if that is certain. */
interface Misnomer {
  readonly meant?: string;
}

const unknownAction = defectRule({
  id: 'policy-unknown-action',
  fix: 'sometimes',
  inStatement: (statement) =>
    actionsIn(statement).flatMap(({ values, opens }) =>
      literals(values).flatMap((value) => {
        const wrong = misnamedAction(value.text);
        if (!wrong) return [];
        const origin = wrongPlace(value, wrong.meant);
        return [{ origin, opens, ...told(value.text, wrong, (meant) => [correcting(value, meant)]) }];
      }),
    ),
  example: queuePolicy({ Action: 'sqs:SendMesage' }),
});

const unknownConditionKey = defectRule({
  id: 'policy-unknown-condition-key',
  fix: 'sometimes',
  inStatement: (statement) =>
    statement.conditions.flatMap((test) => {
      const { key, keyOrigin: origin } = test;
      const wrong = misnamedKey(key);
      const opens = opensUnmatched(statement, test);
      return wrong ? [{ origin, opens, ...told(key, wrong, (meant) => [rewriting(origin, meant)]) }] : [];
    }),
  example: queuePolicy({ Condition: { StringEquals: { 'aws:PrincipalOrgIdd': 'o-a1b2c3d4e5' } } }),
});

const unknownOperator = defectRule({
  id: 'policy-unknown-operator',
  fix: 'sometimes',
  inStatement: (statement, policy) =>
    statement.conditions.flatMap((test) => {
      const { operator: written, operatorOrigin: origin } = test;
      const wrong = misnamedOperator(written);
      const opens = statement.effect === 'Deny';
      const remedies = (operator: string) => withOperator(policy, statement, test, { operator, isForAll: true });
      return wrong ? [{ origin, opens, ...told(written, wrong, remedies) }] : [];
    }),
  example: queuePolicy({ Condition: { StringEqual: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
});

/** The words and the remedies for a wrong name. */
function told(written: string, { meant }: Misnomer, remediesFor: (meant: string) => Remedy[]) {
  return {
    remedies: meant === undefined ? [] : remediesFor(meant),
    details: { written: `"${written}"`, suggestion: meant === undefined ? '' : `; "${meant}" may be meant` },
  };
}

/**
 * Operations of S3 that have no action of their own, and what allows them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
const s3Operations: Readonly<Record<string, string>> = {
  completemultipartupload: 'PutObject',
  deletebucketencryption: 'PutEncryptionConfiguration',
  headobject: 'GetObject',
  headbucket: 'ListBucket',
  listobjects: 'ListBucket',
  listobjectsv2: 'ListBucket',
  listbuckets: 'ListAllMyBuckets',
  deleteobjects: 'DeleteObject',
};

function misnamedAction(text: string): Misnomer | undefined {
  const trimmed = text.replace(/\s/g, '');
  const [, prefix = '', name = ''] = /^([\w-]+):([\w*?-]+)$/.exec(trimmed) ?? [];
  if (!name) return /^[\w.,;-]+(?::[\w*?.,;:-]+)?$/.test(trimmed) ? {} : undefined;
  if (trimmed !== text) return iamAction(trimmed) ? { meant: trimmed } : {};
  if (iamAction(text)) return undefined;
  if (!isIamServicePrefix(prefix)) return misnamedService(prefix, name);
  const operation = prefix.toLowerCase() === 's3' ? s3Operations[name.toLowerCase()] : undefined;
  const meant = operation ?? (/[*?]/.test(name) ? meantPattern(prefix, name) : meantAction(prefix, name));
  return meant === undefined ? undefined : { meant: `${prefix}:${meant}` };
}

/** A service that is near must have the very action; a wildcard says too little about a short prefix. */
function misnamedService(prefix: string, name: string): Misnomer | undefined {
  const isPattern = /[*?]/.test(name);
  const fitting = servicePrefixes().filter((one) => isPattern || actionsOf(one).has(name.toLowerCase()));
  const named = fitting.filter((one) => namesOf(one).includes(prefix.toLowerCase().replaceAll('-', '')));
  const meant = isPattern && prefix.length < 6 ? undefined : (certain(prefix, fitting) ?? onlyOf(named));
  return meant === undefined ? undefined : { meant: `${meant}:${name}` };
}

/** What people may call a service whose prefix is another: `elasticfilesystem` is Amazon Elastic File System, or `efs`. */
function namesOf(prefix: string): readonly string[] {
  const words = wordsIn(serviceName(prefix) ?? '').filter((word) => word !== 'aws' && word !== 'amazon');
  return [words.join(''), words.map(([first]) => first).join('')];
}

function meantAction(prefix: string, name: string): string | undefined {
  const names = [...actionsOf(prefix).values()].map((action) => action.name);
  if (!wordsIn(name).every((word) => actionWords().has(word))) return certain(name, names);
  // All words are known, so it may be new, unless one that exists differs by a plural (`RunInstance`), or in S3 by
  // where it says `Bucket` and `Configuration`: `GetBucketEncryption` is allowed by `GetEncryptionConfiguration`.
  const left = prefix.toLowerCase() === 's3' ? /^(?:bucket|configuration)$/ : undefined;
  return onlyOf(names.filter((one) => singular(one, left) === singular(name, left)));
}

function onlyOf<Item>(list: readonly Item[]): Item | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function singular(name: string, leftOut?: RegExp): string {
  return wordsIn(name)
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => !leftOut?.test(word))
    .join(' ');
}

/** `Desribe*`: a beginning that no action has, though some begin nearly so. */
function meantPattern(prefix: string, pattern: string): string | undefined {
  const start = /^([\w-]+)\*$/.exec(pattern)?.[1];
  if (start === undefined || hasBeginning(prefix, start.toLowerCase())) return undefined;
  const words = wordsIn(start);
  const last = words.pop() ?? '';
  const isPlain = words.every((word) => actionWords().has(word));
  if (isPlain && [...actionWords()].some((word) => word.startsWith(last))) return undefined;
  const meant = certain(start, new Set([...actionsOf(prefix).values()].flatMap(({ name }) => beginnings(name))));
  return meant === undefined ? undefined : `${meant}*`;
}

function hasBeginning(prefix: string, start: string): boolean {
  for (const name of actionsOf(prefix).keys()) if (name.startsWith(start)) return true;
  return false;
}

/** `Get`, `GetBucket` and `GetBucketAcl` of `GetBucketAcl`. */
function beginnings(name: string): string[] {
  return [...name.matchAll(/[a-z\d](?=[A-Z])|$/g)].map(({ 0: { length }, index }) => name.slice(0, index + length));
}

/** Identity providers have keys of their own making: `token.actions.githubusercontent.com:sub`, `saml:aud`. */
const isOfProvider = (prefix: string) => /[./]/.test(prefix) || prefix === 'saml';

function misnamedKey(text: string): Misnomer | undefined {
  if (conditionKey(text)) return undefined;
  const colon = text.indexOf(':');
  const [prefix, name] = [text.slice(0, colon).toLowerCase(), text.slice(colon + 1)];
  if (colon < 0) return conditionKey(`aws:${text}`) ? { meant: `aws:${text}` } : undefined;
  if (isOfProvider(prefix) || !/^[\w-]+$/.test(prefix)) return undefined;
  if (prefix !== 'aws' && !isIamServicePrefix(prefix)) return misnamedKeyService(prefix, name);
  const [head, rest] = headOf(text);
  const keys = prefix === 'aws' ? globalConditionKeys() : conditionKeysOf(prefix);
  if (!rest && isVariable(head, keys)) return {};
  if (conditionKey(`aws:${name}`) && rest === undefined) return { meant: `aws:${name}` };
  const alike = keys
    .map(({ name }) => headOf(name))
    .filter(([, tail]) => (tail === undefined) === (rest === undefined));
  const heads = [...new Set(alike.map(([one]) => one))];
  const mayBeNew = prefix !== 'aws' && wordsIn(name).every((word) => isWord(word, keys));
  const meant = mayBeNew ? onlyOf(heads.filter((one) => singular(one) === singular(head))) : certain(head, heads);
  return meant === undefined ? undefined : { meant: rest === undefined ? meant : `${meant}/${rest}` };
}

function misnamedKeyService(prefix: string, name: string): Misnomer | undefined {
  const meant = certain(
    prefix,
    ['aws', ...servicePrefixes()].filter((one) => conditionKey(`${one}:${name}`)),
  );
  return meant === undefined ? undefined : { meant: `${meant}:${name}` };
}

/** `aws:RequestTag` and `team` of `aws:RequestTag/team`. */
function headOf(key: string): readonly [head: string, rest: string | undefined] {
  const slash = key.indexOf('/');
  return slash < 0 ? [key, undefined] : [key.slice(0, slash), key.slice(slash + 1)];
}

/** Whether a key lacks its second half: `aws:RequestTag` without a tag's key. */
function isVariable(head: string, keys: readonly ConditionKey[]): boolean {
  return keys.some((key) => /\/[$<]/.test(key.name) && headOf(key.name)[0].toLowerCase() === head.toLowerCase());
}

function isWord(word: string, keys: readonly ConditionKey[]): boolean {
  return actionWords().has(word) || keys.some(({ name }) => wordsIn(name).includes(word));
}

function misnamedOperator(text: string): Misnomer | undefined {
  if (operatorOf(text)) return undefined;
  const [, over, base = '', suffix] = /^(?:(for(?:any|all)values?):)?(\w+?)(ifexists?)?$/i.exec(text.trim()) ?? [];
  const set = over && (/any/i.test(over) ? 'ForAnyValue' : 'ForAllValues');
  const found = operatorNames.find((one) => one.toLowerCase() === base.toLowerCase()) ?? certain(base, operatorNames);
  if (found === undefined) return {};
  return { meant: `${set ? `${set}:` : ''}${found}${suffix && found !== 'Null' ? 'IfExists' : ''}` };
}

export const rules = [unknownAction, unknownConditionKey, unknownOperator];

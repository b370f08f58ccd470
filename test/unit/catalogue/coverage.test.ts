import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules, settled } from '../../../server/src/catalogue';
import { words } from '../../../server/src/catalogue/words';
import { isKnownCloudFormationType } from '../../../server/src/data/cloudformationTypes';
import { isKnownTerraformType } from '../../../server/src/data/terraformTypes';
import type { SameAs } from '../../../server/src/model/rule';
import { coverage, dialects, ownIds, typesOf } from '../../../tools/coverage/coverage';
import { allPairs, nameOf } from '../../../tools/coverage/pairs';

const pairs = allPairs();
const all = coverage(pairs);

test('the table of pairs is whole', () => {
  assert.equal(pairs.length, 452);
  assert.equal(new Set(pairs.map(nameOf)).size, pairs.length);
  for (const pair of pairs) {
    assert.ok(pair.category && pair.concern && pair.ids.length > 0, nameOf(pair));
    assert.ok(pair.types.cloudformation.length + pair.types.terraform.length > 0, nameOf(pair));
  }
});

test('the types of the table exist', () => {
  // A section of metadata, which one tool takes for a type.
  const known = (type: string) => type === 'AWS::CloudFormation::Authentication' || isKnownCloudFormationType(type);
  const isResource = (type: string) => !type.includes('.');
  const strangers = pairs.flatMap(({ types }) => [
    ...types.cloudformation.filter((type) => !known(type)),
    ...types.terraform.filter(isResource).filter((type) => !isKnownTerraformType(type)),
  ]);
  assert.deepEqual(strangers, []);
});

test('a rule that the table names exists', () => {
  const named = pairs.flatMap((pair) => pair.rules);
  assert.deepEqual(
    named.filter((id) => !rules.some((rule) => rule.id === id)),
    [],
  );
});

test('each pair has an id that tells it from the others of its type, or waits for a rule to be named', () => {
  const own = ownIds(pairs);
  const blurred = pairs.filter((pair) => own.get(pair)?.length === 0);
  assert.deepEqual(blurred.map(nameOf), [
    'AWS::SSM::Document: logs encrypted',
    'AWS::SSM::Document: logs interactive sessions',
  ]);
});

/** The ids of the tools whose checks the table holds. */
function idsOf({ checkov = [], trivy = [], cdkNag = [], guard = [] }: SameAs): string[] {
  return [...checkov, ...trivy, ...cdkNag, ...guard];
}

test('a check that a rule says to be the same elsewhere is in the table', () => {
  const known = new Set(pairs.flatMap((pair) => pair.ids));
  const sameAs = [...rules.map(({ id }) => words[id]?.sameAs ?? {}), ...settled.map((one) => one.sameAs)];
  assert.deepEqual(
    sameAs.flatMap(idsOf).filter((id) => !known.has(id)),
    [],
  );
});

test('a rule with the same check elsewhere covers a pair, if the table has its types', () => {
  const covering = new Set(all.flatMap((one) => one.rules));
  const known = new Set(pairs.flatMap(({ types }) => dialects.flatMap((dialect) => types[dialect])));
  const idle = rules
    .filter(({ id }) => idsOf(words[id]?.sameAs ?? {}).length > 0 && !covering.has(id))
    .filter((rule) => dialects.some((dialect) => [...typesOf(rule, dialect)].some((type) => known.has(type))));
  assert.deepEqual(
    idle.map(({ id }) => id),
    [],
  );
});

test('every pair is covered, or needs no rule, in every format where its type exists', () => {
  const lost = all.filter(({ existsIn, coveredIn }) => coveredIn.length < existsIn.length);
  assert.deepEqual(
    lost.map(({ pair }) => nameOf(pair)),
    [],
  );
});

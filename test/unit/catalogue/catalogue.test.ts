import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { kinds, rules, settled } from '../../../server/src/catalogue';
import { words } from '../../../server/src/catalogue/words';
import type { SameAs } from '../../../server/src/model/rule';

const awsPage = /^https:\/\/(docs\.aws\.amazon\.com|aws\.amazon\.com)\//;

function unique(values: readonly string[]): void {
  assert.deepEqual([...new Set(values)], values);
}

describe('The catalogue', () => {
  test('has kinds with ids of their own, and one kind for a type', () => {
    unique(kinds.map(({ id }) => id));
    unique(kinds.flatMap(({ cloudformation, terraform }) => [...cloudformation, ...terraform]));
  });

  test('has rules with readable ids of their own', () => {
    unique(rules.map(({ id }) => id));
    for (const { id } of rules) assert.match(id, /^[a-z][a-z\d]*(-[a-z\d]+)+$/);
  });

  test('has words for every rule, and for nothing else', () => {
    assert.deepEqual(Object.keys(words).sort(), rules.map(({ id }) => id).sort());
  });

  test('speaks in whole sentences and cites AWS pages', () => {
    for (const [id, { title, why, advice, sources }] of Object.entries(words)) {
      for (const text of [title, why, advice]) assert.match(text, /^[A-Z{].+\.$/, id);
      assert.ok(sources.length > 0, id);
      for (const source of sources) assert.match(source, awsPage, id);
      unique([...sources]);
    }
  });

  test('knows the kinds of its rules and examples', () => {
    for (const rule of rules) {
      const own = rule.subject === 'attribute' ? [rule.kind] : rule.subject === 'resource' ? rule.kinds : [];
      for (const kind of [...own, ...rule.example.resources.map((resource) => resource.kind)]) {
        assert.ok(kinds.includes(kind), `${rule.id}: ${kind.id}`);
      }
      for (const { kind, attributes } of rule.example.resources) {
        for (const name of Object.keys(attributes)) assert.ok(kind.attributes[name], `${rule.id}: ${name}`);
      }
    }
  });

  test('settles other checks with a reason, an AWS page and, where it was once otherwise, a date', () => {
    for (const { reason, since, sources, sameAs } of settled) {
      assert.match(reason, /^[A-Z].+\.$/);
      if (since !== undefined) assert.match(since, /^\d{4}-\d{2}(-\d{2})?$/);
      for (const source of sources) assert.match(source, awsPage);
      assert.ok(Object.keys(sameAs).length > 0);
    }
  });
});

const surveyPath = join(process.cwd(), '..', 'shared', 'catalogue.tsv');
const withoutSurvey = existsSync(surveyPath) ? false : 'the survey of other tools is not here';

/** The ids of other tools that the survey lists, cdk-nag's written out: `AS-S1/F[HIPAA]` names two. */
function surveyedIds(): Set<string> {
  const packs: Readonly<Record<string, string>> = {
    HIPAA: 'HIPAA.Security',
    N4: 'NIST.800.53.R4',
    N5: 'NIST.800.53.R5',
    PCI: 'PCI.DSS.321',
    SLS: 'Serverless',
  };
  const ids = new Set<string>();
  for (const line of readFileSync(surveyPath, 'utf8').split('\n').slice(1)) {
    const listed = line.split('\t')[6] ?? '';
    for (const [id] of listed.matchAll(/\bCKV2?_AWS_\d+|\bAWS-\d{4}|\b[A-Z\d]+(?:_[A-Z\d]+)+/g)) ids.add(id);
    for (const [, id] of listed.matchAll(/\bAS-([A-Z]+\d+)/g)) ids.add(`AwsSolutions-${id}`);
    for (const [, name, tags = ''] of listed.matchAll(/(\w+)\[([\w,]+)\]/g)) {
      for (const tag of tags.split(',')) ids.add(`${packs[tag]}-${name}`);
    }
  }
  return ids;
}

describe('The ids of other tools', { skip: withoutSurvey }, () => {
  test('are ones that the survey of those tools lists', () => {
    const surveyed = surveyedIds();
    const named = [
      ...Object.entries(words).map(([id, { sameAs }]) => ({ id, sameAs })),
      ...settled.map(({ sameAs, reason }) => ({ id: reason, sameAs })),
    ];
    for (const { id, sameAs } of named) {
      // The survey has no ids of cfn_nag.
      const { cfnNag: _, ...others }: SameAs = sameAs;
      for (const other of Object.values(others).flat()) assert.ok(surveyed.has(other), `${id}: ${other}`);
    }
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkText } from '../../support/checking';
import { assertFileFindings, fixedFile } from '../../support/files';
import { assertFindings } from '../../support/marked';

const rule = 'rds-storage-encrypted';
const wrong = `⟦${rule}|false⟧`;

/** A database whose storage is encrypted as an expression says, with a variable `db`. */
function module(variable: string, encrypted: string): string {
  const resource = { aws_db_instance: { main: { storage_encrypted: `\${${encrypted}}` } } };
  return `{
  "variable": {"db": {${variable}}},
  "resource": ${JSON.stringify(resource)}
}`;
}

const find = (variable: string, encrypted = 'var.db.encrypted') =>
  assertFindings('main.tf.json', module(variable, encrypted), new RegExp(`^${rule}$`));

describe('an optional attribute of an object that a variable holds', () => {
  const typed = (fallback: string) => `"type": "object({ name = string, encrypted = optional(bool, ${fallback}) })"`;

  test('has the default that its type tells, where it is left out or null', () => {
    find(`${typed(wrong)}, "default": {"name": "a"}`);
    find(`${typed(wrong)}, "default": {"name": "a", "encrypted": null}`);
    find(`${typed('true')}, "default": {"name": "a"}`);
    find(`${typed('false')}, "default": {"name": "a", "encrypted": true}`);
    find(`${typed('true')}, "default": {"name": "a", "encrypted": ${wrong}}`);
  });

  test('is there for functions that ask for it', () => {
    find(`${typed('true')}, "default": {"name": "a"}`, 'try(var.db.encrypted, false)');
    find(`${typed('true')}, "default": {"name": "a"}`, 'lookup(var.db, "encrypted", false)');
  });

  test('is null without a default', () => {
    const optional = '"type": "${object({ encrypted = optional(bool) })}", "default": {}';
    find(optional, 'var.db.encrypted == null ? true : var.db.encrypted');
    find(optional, 'coalesce(var.db.encrypted, true)');
  });

  test('is found in lists, maps, tuples and objects within objects', () => {
    const own = (fallback: string) => `object({ encrypted = optional(bool, ${fallback}) })`;
    find(`"type": "list(${own(wrong)})", "default": [{}]`, 'var.db[0].encrypted');
    find(`"type": "map(${own(wrong)})", "default": {"a": {}}`, 'var.db["a"].encrypted');
    find(`"type": "tuple([string, ${own(wrong)}])", "default": ["a", {}]`, 'var.db[1].encrypted');
    find(`"type": "object({ own = optional(${own(wrong)}, {}) })", "default": {}`, 'var.db.own.encrypted');
    find(`"type": "object({ own = ${own('true')} })", "default": {"own": {}}`, 'var.db.own.encrypted');
  });

  test('is not known where nobody gives the object', () => {
    find(typed('false'));
  });

  test('is mended in the type', async () => {
    const text = (fallback: string) => module(`${typed(fallback)}, "default": {"name": "a"}`, 'var.db.encrypted');
    const texts = { '/w/main.tf.json': text('false') };
    assert.equal(await fixedFile(texts, '/w/main.tf.json', rule), text('true'));
  });

  test('is told by values files and by calls of the module as well', async () => {
    const called = module(`${typed('true')}, "default": {"name": "a", "encrypted": false}`, 'var.db.encrypted');
    await assertFileFindings(
      { '/w/main.tf.json': called, '/w/terraform.tfvars': 'db = { name = "b" }\n' },
      '/w/main.tf.json',
      [rule],
    );
    const calling = (object: string) => `{"module": {"m": {"source": "./m", "db": ${object}}}}`;
    for (const object of [
      '{"name": "b"}',
      '{"name": "b", "encrypted": null}',
      `{"name": "b", "encrypted": ${wrong}}`,
    ]) {
      await assertFileFindings({ '/w/main.tf.json': calling(object), '/w/m/main.tf.json': called }, '/w/main.tf.json', [
        rule,
      ]);
    }
  });
});

describe('a variable that may not be null', () => {
  const main = (nullable: boolean, fallback: string) =>
    module(`"default": ${fallback}, "nullable": ${nullable}`, 'coalesce(var.db, false)');
  const check = (text: string) =>
    assertFileFindings({ '/w/main.tf.json': text, '/w/terraform.tfvars': 'db = null\n' }, '/w/main.tf.json', [rule]);

  test('has its default where it is given null', async () => {
    await check(main(false, 'true'));
    await check(main(false, wrong));
    await check(main(true, 'true').replace('db, false', `db, ${wrong}`));
  });
});

describe('a variable that is null by default', () => {
  test('is something else where a condition says that it is not null', () => {
    const nothing = '"default": null';
    find(nothing, 'var.db == null ? true : var.db');
    find(nothing, 'var.db != null ? var.db : true');
    find(nothing, 'null != var.db && 1 < 2 ? var.db : true');
    assertFindings(
      'main.tf.json',
      module(nothing, 'var.db == null ? VALUE : var.db').replace('VALUE', wrong),
      new RegExp(`^${rule}$`),
    );
    assertFindings(
      'main.tf.json',
      module(nothing, 'var.db').replace('"main"', `"⟦${rule}|main⟧"`),
      new RegExp(`^${rule}$`),
    );
  });
});

test('what is computed of a variable is told once, where it is computed', () => {
  const { findings } = checkText('main.tf.json', module('"default": true', '!var.db'));
  const [finding] = findings.filter((one) => one.rule === rule);
  assert.deepEqual(finding?.related ?? [], []);
  const [plain] = checkText('main.tf.json', module('"default": false', 'var.db')).findings.filter(
    (one) => one.rule === rule,
  );
  assert.equal(plain?.related?.length, 1);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { messageOf } from '../../../server/src/engine/words';
import { mentions } from '../../../server/src/model/value';
import { assertFileFindings, checkFile, fixedFile } from '../../support/files';

const json = (value: unknown) => JSON.stringify(value, null, 2);

const database = json({
  variable: { encrypted: {}, public: { default: false }, backups: { type: 'number', default: 7 } },
  resource: {
    aws_db_instance: {
      main: {
        storage_encrypted: '${var.encrypted}',
        publicly_accessible: '${var.public}',
        backup_retention_period: '${var.backups}',
      },
    },
  },
  output: { id: { value: '${aws_db_instance.main.id}' } },
});

const rules = ['rds-storage-encrypted', 'rds-public-access', 'rds-backup-retention'];

/** Checks a root module whose text holds marks, beside the module that it calls. */
async function assertCaller(main: string, more: Record<string, string> = {}): Promise<void> {
  const texts = { '/w/main.tf.json': main, '/w/modules/database/main.tf.json': database, ...more };
  await assertFileFindings(texts, '/w/main.tf.json', rules);
}

const calling = (args: string) =>
  `{"provider": {"aws": {}}, "module": {"data": {"source": "./modules/database", ${args}}}}`;

describe('what a module passes to one that it calls', () => {
  test('is right, and nothing is found', async () => {
    await assertCaller(calling('"encrypted": true'));
  });

  test('is found where it is passed, and nowhere else', async () => {
    await assertCaller(
      calling(
        '"encrypted": ⟦rds-storage-encrypted|false⟧, "backups": ⟦rds-backup-retention|0⟧, "public": ⟦rds-public-access|true⟧',
      ),
    );
  });

  test('is followed through variables and locals of the caller', async () => {
    const main = `{
      "variable": {"secure": {"default": ⟦rds-storage-encrypted|false⟧}},
      "locals": {"backups": ⟦rds-backup-retention|0⟧},
      "module": {"data": {"source": "./modules/database", "encrypted": "\${var.secure}", "backups": "\${local.backups}"}}
    }`;
    await assertCaller(main);
  });

  test('may differ from one instance of a call to another', async () => {
    const main = `{"module": {"data": {
      "source": "./modules/database",
      "for_each": {"a": true, "b": ⟦rds-storage-encrypted|false⟧},
      "encrypted": "\${each.value}"
    }}}`;
    await assertCaller(main);
  });

  test('does not matter where the call has a count of 0', async () => {
    await assertCaller(calling('"count": 0, "encrypted": false'));
  });

  test('is unknown, and nothing is found', async () => {
    await assertCaller(calling('"encrypted": "${data.aws_ssm_parameter.x.value}"'));
    await assertCaller(calling('"encrypted": "${module.other.encrypted}"'));
  });

  test('is mended where it is passed', async () => {
    const main = calling('"encrypted": false');
    const texts = { '/w/main.tf.json': main, '/w/modules/database/main.tf.json': database };
    assert.equal(await fixedFile(texts, '/w/main.tf.json', 'rds-storage-encrypted'), calling('"encrypted": true'));
  });

  test('is not known inside the module that is called', async () => {
    const texts = { '/w/main.tf.json': calling('"encrypted": false'), '/w/modules/database/main.tf.json': database };
    await assertFileFindings(texts, '/w/modules/database/main.tf.json', rules);
  });
});

test('what is wrong in an output is told at the resource that takes it over', async () => {
  const main = json({
    module: { settings: { source: './settings' } },
    resource: { aws_db_instance: { main: { storage_encrypted: '${module.settings.encrypted}' } } },
  });
  const settings = (encrypted: boolean) => json({ output: { encrypted: { value: encrypted } } });
  const check = (text: string, encrypted: boolean) =>
    assertFileFindings(
      { '/w/main.tf.json': text, '/w/settings/main.tf.json': settings(encrypted) },
      '/w/main.tf.json',
      rules.slice(0, 1),
    );
  await check(main, true);
  await check(main.replace('"main"', '"⟦rds-storage-encrypted|main⟧"'), false);
  const accepted = main.replace(
    '"storage',
    '"//": "data-protection: ignore rds-storage-encrypted -- a copy", "storage',
  );
  await check(accepted, false);
});

describe('values files', () => {
  const main = json({
    variable: { encrypted: { default: false } },
    resource: { aws_db_instance: { main: { storage_encrypted: '${var.encrypted}' } } },
  });

  test('give variables the values that count', async () => {
    const texts = { '/w/main.tf.json': main, '/w/terraform.tfvars.json': '{"encrypted": true}' };
    await assertFileFindings(texts, '/w/main.tf.json', ['rds-storage-encrypted']);
  });

  test('hold what is wrong', async () => {
    const texts = {
      '/w/main.tf.json': main,
      '/w/terraform.tfvars.json': '{"encrypted": true}',
      '/w/z.auto.tfvars.json': '{"encrypted": ⟦rds-storage-encrypted|false⟧}',
    };
    await assertFileFindings(texts, '/w/z.auto.tfvars.json', ['rds-storage-encrypted']);
  });

  test('that have to be named on the command line do not count', async () => {
    const right = main.replace('"default": false', '"default": true');
    const texts = { '/w/main.tf.json': right, '/w/prod.tfvars.json': '{"encrypted": false}' };
    await assertFileFindings(texts, '/w/main.tf.json', ['rds-storage-encrypted']);
  });
});

describe('resources on both sides of a call', () => {
  const policy = (bucket: string) => ({
    bucket,
    policy: JSON.stringify({
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    }),
  });
  const tls = ['s3-bucket-tls-only'];

  test('belong together by an argument', async () => {
    const main = json({
      resource: { aws_s3_bucket: { logs: {} } },
      module: { policy: { source: './policy', bucket: '${aws_s3_bucket.logs.id}' } },
    });
    const called = json({
      variable: { bucket: {} },
      resource: { aws_s3_bucket_policy: { tls: policy('${var.bucket}') } },
    });
    await assertFileFindings({ '/w/main.tf.json': main, '/w/policy/main.tf.json': called }, '/w/main.tf.json', tls);
    const marked = main.replace('"logs"', '"⟦s3-bucket-tls-only|logs⟧"');
    const without = json({ variable: { bucket: {} } });
    await assertFileFindings({ '/w/main.tf.json': marked, '/w/policy/main.tf.json': without }, '/w/main.tf.json', tls);
  });

  test('belong together by an output', async () => {
    const main = json({
      module: { store: { source: './store' } },
      resource: { aws_s3_bucket_policy: { tls: policy('${module.store.bucket}') } },
    });
    const called = json({
      resource: { aws_s3_bucket: { logs: {} } },
      output: { bucket: { value: '${aws_s3_bucket.logs.id}' } },
    });
    const texts = { '/w/main.tf.json': main, '/w/store/main.tf.json': called };
    const { resources } = (await checkFile(texts, '/w/main.tf.json')).model;
    const bucketPolicy = resources.find(({ type }) => type === 'aws_s3_bucket_policy');
    assert.deepEqual(bucketPolicy && mentions(bucketPolicy.properties), ['module.store.aws_s3_bucket.logs']);
    assert.ok(resources.some(({ address }) => address === 'module.store.aws_s3_bucket.logs'));
  });

  test('of a module that others may call may belong together out of sight', async () => {
    const called = json({
      resource: { aws_s3_bucket: { logs: {} } },
      output: { bucket: { value: '${aws_s3_bucket.logs.id}' } },
    });
    await assertFileFindings({ '/w/store/main.tf.json': called }, '/w/store/main.tf.json', tls);
    const root = json({ provider: { aws: {} }, ...JSON.parse(called) }).replace(
      '"logs"',
      '"⟦s3-bucket-tls-only|logs⟧"',
    );
    await assertFileFindings({ '/w/main.tf.json': root }, '/w/main.tf.json', tls);
  });

  test('are found though a module calls itself', async () => {
    const main = json({ module: { again: { source: './' } }, resource: { aws_s3_bucket: { logs: {} } } });
    const { model } = await checkFile({ '/w/main.tf.json': main }, '/w/main.tf.json');
    assert.ok(model.resources.length < 20);
  });
});

test('what a CDK for Terraform made names the construct to mend', async () => {
  const synthesized = json({
    '//': { metadata: { backend: 'local', version: '0.21.0' } },
    resource: {
      aws_db_instance: {
        main: { '//': { metadata: { path: 'store/database', uniqueId: 'main' } }, storage_encrypted: false },
      },
    },
  });
  const { findings } = await checkFile({ '/w/cdk.tf.json': synthesized }, '/w/cdk.tf.json');
  const [finding] = findings.filter(({ rule }) => rule === 'rds-storage-encrypted');
  assert.ok(finding && messageOf(finding).endsWith('Mend it in the construct store/database.'));
});

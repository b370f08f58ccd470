import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { assertFileFindings, checkFile, fixedFile } from '../../support/files';

const json = (value: unknown) => JSON.stringify(value, null, 2);
const rules = ['rds-storage-encrypted', 'rds-public-access', 'rds-backup-retention'];

const main = json({
  variable: {
    encrypted: { default: false },
    public: { default: true },
    backups: { default: 0 },
    settings: { default: { encrypted: false } },
  },
  resource: {
    aws_db_instance: {
      main: {
        storage_encrypted: '${var.encrypted}',
        publicly_accessible: '${var.public}',
        backup_retention_period: '${var.backups}',
      },
    },
  },
});

/** Checks the module above beside values files. Marks may stand in the file that is checked. */
async function assertValues(files: Record<string, string>, path = '/w/main.tf.json'): Promise<void> {
  await assertFileFindings({ '/w/main.tf.json': main, ...files }, path, rules);
}

describe('values files in HCL', () => {
  test('give variables the values that count', async () => {
    const values = '# Production\nencrypted = true // as it must be\npublic=false\n\nbackups = 7 /* days */\n';
    await assertValues({ '/w/terraform.tfvars': values });
    await assertValues({ '/w/production.auto.tfvars': values });
  });

  test('hold what is wrong, to the character', async () => {
    const values =
      'name    = "é: \\"quoted\\""\r\nencrypted = ⟦rds-storage-encrypted|false⟧ # why?\r\npublic = "⟦rds-public-access|true⟧"\r\nbackups = ⟦rds-backup-retention|0⟧';
    await assertValues({ '/w/terraform.tfvars': values }, '/w/terraform.tfvars');
  });

  test('count in the order of Terraform: by suffix, then by name, JSON after HCL', async () => {
    const right = 'encrypted = true\npublic = false\nbackups = 7';
    const wrong = 'encrypted = ⟦rds-storage-encrypted|false⟧\npublic = false\nbackups = 7';
    const plain = wrong.replace(/⟦[\w-]+\||⟧/g, '');
    const asJson = '{"encrypted": true}';
    await assertValues({ '/w/terraform.tfvars': plain, '/w/terraform.tfvars.json': asJson });
    await assertValues({ '/w/terraform.tfvars': plain, '/w/a.auto.tfvars': right });
    await assertValues({ '/w/z.auto.tfvars': right, '/w/b.auto.tfvars.json': '{"encrypted": false}' });
    await assertValues(
      { '/w/a.auto.tfvars.json': asJson, '/w/terraform.tfvars': right, '/w/b.auto.tfvars': wrong },
      '/w/b.auto.tfvars',
    );
  });

  test('that have to be named on the command line do not count', async () => {
    const right = main.replaceAll('false', 'true').replace('"default": 0', '"default": 7').replace(': true', ': false');
    const module = json({ ...JSON.parse(right), variable: { encrypted: { default: true } } });
    await assertValues({ '/w/main.tf.json': module, '/w/prod.tfvars': 'encrypted = false' });
  });

  test('may hold lists, objects, texts over several lines and null', async () => {
    const module = json({
      variable: { all: {}, list: {}, key: { default: 'alias/x' }, text: {} },
      resource: {
        aws_db_instance: {
          main: {
            storage_encrypted: '${var.all.databases["main"].encrypted}',
            publicly_accessible: '${var.list[1]}',
            backup_retention_period: '${length(var.text)}',
            kms_key_id: '${var.key}',
          },
        },
      },
    });
    const values = `all = {
  databases = {
    main : { encrypted = ⟦rds-storage-encrypted|false⟧, "other" = [1, -2,] }
  }
  # the last
}
list = [
  false,
  ⟦rds-public-access|true⟧ # open
]
key = null
text = <<-EOT
    a
      # no comment
  EOT
`;
    await assertValues({ '/w/main.tf.json': module, '/w/terraform.tfvars': values }, '/w/terraform.tfvars');
    const { model } = await checkFile(
      { '/w/main.tf.json': module, '/w/terraform.tfvars': values.replace(/⟦[\w-]+\||⟧/g, '') },
      '/w/main.tf.json',
    );
    const [fields] = model.resources.map(({ properties }) => properties.fields);
    const retention = fields?.get('backup_retention_period')?.value;
    assert.equal(retention?.kind === 'parameter' && retention.fallback && textOf(retention.fallback), '17');
  });

  test('that have to be computed are unknown', async () => {
    await assertValues({
      '/w/terraform.tfvars': 'encrypted = 1 == 2\npublic = "${"true"}"\nbackups = min(0, 1)\n',
    });
  });

  test('leave variables unknown where they cannot be read, whatever the defaults are', async () => {
    for (const broken of ['encrypted = ', 'encrypted', 'x {\n}', 'a = 1\na = 2', 'a = <<EOT\nx', 'a = "x', 'a = 1 2']) {
      await assertValues({ '/w/terraform.tfvars': `${broken}\n` });
    }
    await assertValues({ '/w/terraform.tfvars.json': '{"encrypted": ' });
    await assertValues({ '/w/terraform.tfvars.json': '' });
  });

  test('that are empty leave variables their defaults', async () => {
    const marked = main
      .replace(
        '"encrypted": {\n      "default": false',
        '"encrypted": {\n      "default": ⟦rds-storage-encrypted|false⟧',
      )
      .replace('true', '⟦rds-public-access|true⟧')
      .replace('"default": 0', '"default": ⟦rds-backup-retention|0⟧');
    await assertValues({ '/w/main.tf.json': marked, '/w/terraform.tfvars': '# nothing yet\n' });
  });

  test('are mended where they are wrong, in quotes or without', async () => {
    const values = (encrypted: string) =>
      `# The database\nencrypted = ${encrypted} # soon\npublic = false\nbackups = 7\n`;
    for (const [wrong, right] of [
      ['false', 'true'],
      ['"false"', '"true"'],
    ] as const) {
      const texts = { '/w/main.tf.json': main, '/w/terraform.tfvars': values(wrong) };
      assert.equal(await fixedFile(texts, '/w/terraform.tfvars', 'rds-storage-encrypted'), values(right));
    }
  });

  test('are read for free text, in values and in comments', async () => {
    const values = `# https://⟦no-credentials-in-url|admin:hunter22⟧@db.acme.io/x
url = "\\"a\\u0062\\" https://⟦no-credentials-in-url|me:hunter33⟧@db.acme.io" # "
all = { tags = { owner = "⟦no-email-in-tags-or-names|jane.doe@acme.io⟧" } }
`;
    await assertFileFindings({ '/w/main.tf.json': main, '/w/terraform.tfvars': values }, '/w/terraform.tfvars', [
      'no-credentials-in-url',
      'no-email-in-tags-or-names',
    ]);
  });

  test('may hold a policy, which is mended only where that needs nothing from elsewhere', async () => {
    const module = json({
      variable: { policy: {} },
      resource: { aws_iam_policy: { main: { policy: '${jsonencode(var.policy)}' } } },
    });
    const values = `policy = {
  Version = "2012-10-17"
  Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
}
`;
    const checked = await checkFile(
      { '/w/main.tf.json': module, '/w/terraform.tfvars': values },
      '/w/terraform.tfvars',
    );
    assert.ok(checked.findings.length > 0);
    for (const finding of checked.findings) {
      for (const { edits } of fixesFor(checked, finding)) {
        for (const { path, text } of edits) assert.ok(path.endsWith('.tfvars') && !/[{}[\]]/.test(text), text);
      }
    }
  });
});

function textOf(value: { kind: string; text?: string }): string | undefined {
  return value.text;
}

describe('configuration in HCL beside JSON', () => {
  const store = json({ provider: { aws: {} }, resource: { aws_s3_bucket: { logs: { bucket: 'logs-of-mine' } } } });
  const missing = ['s3-bucket-tls-only', 's3-bucket-versioning', 's3-access-logging', 's3-bucket-kms-key'];

  test('may hold what seems to be missing', async () => {
    const { findings } = await checkFile({ '/w/main.tf.json': store }, '/w/main.tf.json');
    assert.deepEqual(findings.map(({ rule }) => rule).sort(), [...missing].sort());
    await assertFileFindings({ '/w/main.tf.json': store, '/w/other.tf': '' }, '/w/main.tf.json', missing);
  });

  test('may override anything', async () => {
    const wrong = json({
      resource: { aws_db_instance: { main: { storage_encrypted: false, backup_retention_period: 7 } } },
    });
    const marked = wrong.replace('false', '⟦rds-storage-encrypted|false⟧');
    await assertFileFindings({ '/w/main.tf.json': marked, '/w/other.tf': '' }, '/w/main.tf.json', rules);
    await assertFileFindings({ '/w/main.tf.json': wrong, '/w/x_override.tf': '' }, '/w/main.tf.json', rules);
    await assertFileFindings({ '/w/main.tf.json': wrong, '/w/override.tofu': '' }, '/w/main.tf.json', rules);
  });
});

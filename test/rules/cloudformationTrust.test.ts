import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assertFindings } from '../support/marked';

/** A template in which everything is right, and most of it is said in some roundabout way. */
const template = readFileSync(join(__dirname, 'fixtures', 'indirect.template.yaml'), 'utf8');

/** A change that makes one thing wrong: a text that stands once in the template, and what is written instead. */
const mistakes: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'a value of a mapping in one region': [
    'us-east-1:\n      Encrypted: "true"',
    'us-east-1:\n      Encrypted: "⟦ebs-volume-encrypted|false⟧"',
  ],
  'the default of a mapping': ['{DefaultValue: "true"}', '{DefaultValue: "⟦ebs-volume-encrypted|false⟧"}'],
  'a branch of a branch': ['!Ref Encrypt, "true"]]', '!Ref Encrypt, "⟦ebs-volume-encrypted|false⟧"]]'],
  'a default that no rule rules out': [
    'Default: "false"\n\nRules:\n  Encryption:\n    Assertions:\n      - Assert:\n          Fn::Contains: [["true"]',
    'Default: "⟦rds-storage-encrypted|false⟧"\n\nRules:\n  Encryption:\n    Assertions:\n      - Assert:\n          Fn::Contains: [["true", "false"]',
  ],
  'an item of a list in a default': ['"7, 14"', '"⟦rds-backup-retention|0⟧, 14"'],
  'a value of a mapping by a parameter': [
    'dev:\n      Protected: "true"',
    'dev:\n      Protected: "⟦rds-deletion-protection|false⟧"',
  ],
  'joined pieces': ['!Join ["", [fal, se]]', '!Join ⟦rds-public-access|["", [tr, ue]]⟧'],
  'a piece of a text in a loop': ['"Suspended|Enabled"', '"Enabled|⟦s3-bucket-versioning|Suspended⟧"'],
  'an item of a list that a condition chooses': [
    'SSEAlgorithm: aws:kms\n                    KMSMasterKeyID: !Ref KeyArn\n',
    'SSEAlgorithm: ⟦s3-bucket-kms-key|AES256⟧\n',
  ],
  'a statement of a policy that is made into text': [
    'aws:SecureTransport: "false"',
    'aws:SecureTransport: "⟦s3-bucket-tls-only|true⟧"',
  ],
};

test('what is right is never found wrong, however it is said', () => {
  assertFindings('indirect.template.yaml', template);
});

for (const [what, [from, to]] of Object.entries(mistakes)) {
  test(`one mistake is one finding: ${what}`, () => {
    assert.equal(template.split(from).length, 2, `${from} does not stand in the template once`);
    assertFindings(
      'indirect.template.yaml',
      template.replace(from, () => to),
    );
  });
}

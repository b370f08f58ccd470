import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { terraformAttributesTable } from '../../../server/src/data/tables';
import { terraformAttribute, terraformType } from '../../../server/src/data/terraformAttributes';
import { isKnownTerraformType, terraformTypes } from '../../../server/src/data/terraformTypes';

describe('Terraform types', () => {
  test('types of the provider are known, data sources and others are not', () => {
    assert.equal(isKnownTerraformType('aws_s3_bucket'), true);
    assert.equal(isKnownTerraformType('aws_alb'), true);
    for (const type of ['aws_s3_bukket', 'aws_iam_policy_document', 's3_bucket', 'google_storage_bucket', 'aws_', '']) {
      assert.equal(isKnownTerraformType(type), false, type);
    }
    assert.ok(terraformTypes().length > 1600);
  });
});

describe('Terraform attributes', () => {
  test('a bucket versioning resource has one required block with a required status', () => {
    assert.deepEqual(terraformAttribute('aws_s3_bucket_versioning', 'versioning_configuration'), {
      type: 'list',
      block: true,
      required: true,
      readOnly: false,
      single: true,
    });
    assert.deepEqual(terraformAttribute('aws_s3_bucket_versioning', 'versioning_configuration.status'), {
      type: 'string',
      block: false,
      required: true,
      readOnly: false,
      single: false,
    });
  });

  test('a list of blocks may be entered with or without brackets', () => {
    const type = 'aws_s3_bucket_server_side_encryption_configuration';
    const path = 'apply_server_side_encryption_by_default.sse_algorithm';
    assert.equal(terraformAttribute(type, `rule.${path}`)?.required, true);
    assert.equal(terraformAttribute(type, `rule[*].${path}`)?.required, true);
    assert.equal(terraformAttribute(type, 'rule')?.type, 'set');
    assert.equal(terraformAttribute(type, 'rule[*]')?.type, 'object');
    assert.equal(terraformAttribute(type, 'rule[*]')?.required, false);
  });

  test('kinds of values are told apart', () => {
    const typeOf = (path: string) => terraformAttribute('aws_db_instance', path)?.type;
    assert.equal(typeOf('storage_encrypted'), 'bool');
    assert.equal(typeOf('backup_retention_period'), 'number');
    assert.equal(typeOf('kms_key_id'), 'string');
    assert.equal(typeOf('tags'), 'map');
    assert.equal(typeOf('tags.Owner'), 'string');
    assert.equal(typeOf('vpc_security_group_ids'), 'set');
    assert.equal(typeOf('vpc_security_group_ids[*]'), 'string');
  });

  test('what only the provider sets is marked', () => {
    assert.equal(terraformAttribute('aws_s3_bucket', 'arn')?.readOnly, true);
    assert.equal(terraformAttribute('aws_db_instance', 'master_user_secret.kms_key_id')?.readOnly, true);
    assert.equal(terraformAttribute('aws_s3_bucket', 'bucket')?.readOnly, false);
  });

  test('unknown types, paths and inherited names have no attribute', () => {
    assert.equal(terraformType('aws_nothing'), undefined);
    assert.equal(terraformType('constructor'), undefined);
    for (const path of ['', 'nothing', 'toString', 'versioning.nothing', 'bucket.below', 'bucket[*]']) {
      assert.equal(terraformAttribute('aws_s3_bucket', path), undefined, path);
    }
  });

  test('every listed type is known and every path reads back', () => {
    for (const type of Object.keys(terraformAttributesTable().types)) {
      assert.ok(isKnownTerraformType(type), type);
      const { paths } = terraformType(type) ?? { paths: [] };
      assert.ok(paths.length > 0, type);
      for (const path of paths) assert.ok(terraformAttribute(type, path), `${type} ${path}`);
    }
  });
});

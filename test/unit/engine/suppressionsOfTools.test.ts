import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { body, documents, found, pretty, rule, withMetadata, yaml } from '../../support/suppressed';

describe('the suppressions of other tools', () => {
  const comments = [
    '# checkov:skip=CKV_AWS_16:copied every night',
    '#checkov:skip=CKV_AWS_16',
    '# checkov:skip= CKV_AWS_16: copied every night',
    '# checkov:skip=CKV_AWS_133,CKV_AWS_16:copied every night',
    '# bridgecrew:skip=CKV_AWS_16:copied every night',
    '# cortex:skip=CKV_AWS_16',
    '# trivy:ignore:AVD-AWS-0080',
    '# trivy:ignore:avd-aws-0080 trivy:ignore:AVD-AWS-0177',
    '#tfsec:ignore:AWS-0080:exp:2026-06-15',
    '# trivy:ignore:aws-rds-encrypt-instance-storage-data',
    '#tfsec:ignore:aws-rds-encrypt-instance-storage-data:exp:2026-06-15',
    '# trivy:ignore:encrypt-instance-storage-data',
    '# trivy:ignore:aws-rds-*',
    '# trivy:ignore:*',
  ];
  for (const comment of comments) {
    test(`${comment} holds, and is no concern of ours where it is not used`, () => {
      assert.deepEqual(found('a.yaml', yaml.replace('  Database:', `  ${comment}\n  Database:`)), []);
      const right = yaml.replace('false', 'true');
      assert.deepEqual(found('a.yaml', right.replace('  Database:', `  ${comment}\n  Database:`)), []);
    });
  }

  test('of Checkov hold for the resource they stand in', () => {
    assert.deepEqual(
      found('a.yaml', yaml.replace('      Engine', '      # checkov:skip=CKV_AWS_16\n      Engine')),
      [],
    );
  });

  test('of Checkov above a resource are not for the one before it', () => {
    const other = yaml.replace('Resources:\n', '').replace('Database', 'Other').replace('false', 'true');
    const text = `Resources:\n${other}  # checkov:skip=CKV_AWS_16\n${yaml.replace('Resources:\n', '')}`;
    assert.deepEqual(found('a.yaml', text), []);
  });

  test('that ended, or that only their tool understands, do not hold', () => {
    for (const comment of [
      'trivy:ignore:AWS-0080:exp:2026-06-14',
      'trivy:ignore:AWS-0080[engine=x]',
      'tfsec:ignore:AWS-0080:ws:dev',
      'trivy:ignore:aws-rds-encrypt-cluster-storage-data',
      'trivy:ignore:aws-s3-*',
      'trivy:ignore:*-encrypt-*-data-*',
    ]) {
      assert.deepEqual(found('a.yaml', yaml.replace('  Database:', `  # ${comment}\n  Database:`)), [rule], comment);
    }
  });

  test('stand in the // of Terraform as well', () => {
    const text = pretty({
      resource: { aws_db_instance: { database: { '//': 'checkov:skip=CKV_AWS_16:x', ...body } } },
    });
    assert.deepEqual(found('a.tf.json', text), []);
  });

  const metadata: Record<string, unknown> = {
    checkov: { checkov: { skip: [{ id: 'CKV_AWS_16', comment: 'x' }] } },
    'Checkov, by the name of its makers': { bridgecrew: { skip: [{ id: 'CKV_AWS_16', comment: 'x' }] } },
    'AWS Guard': { guard: { SuppressedRules: ['RDS_STORAGE_ENCRYPTED'] } },
    'AWS Guard, with a reason': { guard: { SuppressedRules: [{ RDS_STORAGE_ENCRYPTED: 'it is a cache' }] } },
    cfn_nag: { cfn_nag: { rules_to_suppress: [{ id: 'F27', reason: 'x' }] } },
    'cdk-nag': { cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-RDS2', reason: 'x' }] } },
  };
  for (const [tool, value] of Object.entries(metadata)) {
    test(`in the metadata for ${tool} hold`, () => assert.deepEqual(found('a.json', withMetadata(value)), []));
  }

  test('of cdk-nag in the metadata of a template hold for all of its resources, those of others do not', () => {
    const withTemplateMetadata = (value: unknown) =>
      pretty({ Metadata: value, ...JSON.parse(documents['CloudFormation JSON']) });
    for (const [tool, value] of Object.entries(metadata)) {
      assert.deepEqual(found('a.json', withTemplateMetadata(value)), tool === 'cdk-nag' ? [] : [rule], tool);
    }
  });

  test('that apply to some findings only do not hold', () => {
    const some = { cdk_nag: { rules_to_suppress: [{ id: 'AwsSolutions-RDS2', reason: 'x', applies_to: ['y'] }] } };
    assert.deepEqual(found('a.json', withMetadata(some)), [rule]);
  });
});

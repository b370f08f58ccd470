import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { propertySchema, schemaOf } from '../../../server/src/data/cloudformationSchema';
import { cloudFormationTypes, isKnownCloudFormationType } from '../../../server/src/data/cloudformationTypes';
import { managedPolicyLists, policyLocations } from '../../../server/src/data/policyLocations';
import { cloudFormationSchemaTable, policyLocationsTable } from '../../../server/src/data/tables';

describe('CloudFormation types', () => {
  test('AWS, SAM and SMS types are known, others are not', () => {
    for (const type of ['AWS::S3::Bucket', 'AWS::Serverless::Function', 'AWS::SMSVOICE::PhoneNumber']) {
      assert.equal(isKnownCloudFormationType(type), true, type);
    }
    for (const type of ['AWS::S3::Bukket', 'Custom::Thing', 'AWS::S3', 'Bucket', '', 'toString', '__proto__::name']) {
      assert.equal(isKnownCloudFormationType(type), false, type);
    }
  });

  test('every listed type is known', () => {
    const types = cloudFormationTypes();
    assert.ok(types.length > 1800);
    assert.ok(types.every(isKnownCloudFormationType));
  });
});

describe('CloudFormation schema', () => {
  test('switching on the encryption of an RDS instance replaces it', () => {
    assert.deepEqual(propertySchema('AWS::RDS::DBInstance', 'StorageEncrypted'), {
      type: 'boolean',
      required: false,
      replacement: 'replacement',
    });
  });

  test('the S3 encryption algorithm is required where its block is and has three values', () => {
    const path = 'BucketEncryption.ServerSideEncryptionConfiguration[*].ServerSideEncryptionByDefault.SSEAlgorithm';
    assert.deepEqual(propertySchema('AWS::S3::Bucket', path), {
      type: 'string',
      required: true,
      replacement: 'none',
      allowedValues: ['AES256', 'aws:kms', 'aws:kms:dsse'],
    });
  });

  test('a list, an entry of it by any selector, and a property of the entry are three places', () => {
    const rules = 'BucketEncryption.ServerSideEncryptionConfiguration';
    const typeAt = (path: string) => propertySchema('AWS::S3::Bucket', path)?.type;
    assert.equal(propertySchema('AWS::S3::Bucket', rules)?.required, true);
    assert.equal(propertySchema('AWS::S3::Bucket', `${rules}[*]`)?.required, false);
    assert.equal(typeAt(rules), 'list');
    assert.equal(typeAt(`${rules}[0]`), 'object');
    assert.equal(typeAt(`${rules}[*].BucketKeyEnabled`), 'boolean');
    assert.equal(typeAt('Tags[Key=a.b].Value'), 'string');
    assert.equal(typeAt(`${rules}.BucketKeyEnabled`), undefined, 'a list must be entered');
    assert.equal(typeAt('BucketName[*]'), undefined, 'text has no entries');
  });

  test('any name enters a map', () => {
    assert.equal(propertySchema('AWS::Lambda::Function', 'Environment.Variables')?.type, 'map');
    assert.equal(propertySchema('AWS::Lambda::Function', 'Environment.Variables.PASSWORD')?.type, 'string');
    assert.equal(propertySchema('AWS::Lambda::Function', 'Environment.Variables.*')?.type, 'string');
  });

  test('what replaces a resource also does so from within', () => {
    const { paths } = schemaOf('AWS::RDS::DBCluster') ?? { paths: [] };
    const nested = paths.filter((path) => path.startsWith('ScalingConfiguration'));
    assert.ok(nested.length > 1);
    assert.equal(propertySchema('AWS::MSK::Cluster', 'EncryptionInfo')?.replacement, 'none');
    assert.equal(
      propertySchema('AWS::MSK::Cluster', 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId')?.replacement,
      'replacement',
    );
  });

  test('unknown types, paths and inherited names have no schema', () => {
    assert.equal(schemaOf('AWS::Nothing::Here'), undefined);
    assert.equal(schemaOf('constructor'), undefined);
    for (const path of ['', 'Nothing', 'toString', 'BucketEncryption.Nothing', 'BucketName.Below', '__proto__']) {
      assert.equal(propertySchema('AWS::S3::Bucket', path), undefined, path);
    }
  });

  test('listed types are complete, others hold what bears on data protection', () => {
    assert.equal(schemaOf('AWS::S3::Bucket')?.complete, true);
    assert.equal(schemaOf('AWS::AppRunner::Service')?.complete, false);
    assert.equal(propertySchema('AWS::AppRunner::Service', 'EncryptionConfiguration')?.replacement, 'replacement');
    assert.equal(propertySchema('AWS::AppRunner::Service', 'Tags'), undefined);
  });

  test('every path of every type reads back', () => {
    const { complete, partial } = cloudFormationSchemaTable();
    for (const type of [...Object.keys(complete), ...Object.keys(partial)]) {
      assert.ok(isKnownCloudFormationType(type), type);
      for (const path of schemaOf(type)?.paths ?? []) assert.ok(propertySchema(type, path), `${type} ${path}`);
    }
  });
});

describe('policy locations', () => {
  test('a bucket policy is nothing but a resource policy', () => {
    assert.deepEqual(policyLocations('AWS::S3::BucketPolicy'), [
      { path: 'PolicyDocument', use: 'resource', service: 's3' },
    ]);
    assert.deepEqual(policyLocations('aws_s3_bucket_policy'), [{ path: 'policy', use: 'resource', service: 's3' }]);
  });

  test('a role has a trust policy, inline policies and a list of managed ones', () => {
    assert.deepEqual(policyLocations('AWS::IAM::Role'), [
      { path: 'AssumeRolePolicyDocument', use: 'trust' },
      { path: 'Policies.PolicyDocument', use: 'identity' },
    ]);
    assert.deepEqual(managedPolicyLists('AWS::IAM::Role'), ['ManagedPolicyArns']);
  });

  test('properties called policies that are none are left out', () => {
    assert.deepEqual(policyLocations('AWS::SQS::Queue'), []);
    assert.deepEqual(policyLocations('AWS::SNS::Topic'), []);
    assert.deepEqual(policyLocations('toString'), []);
  });

  test('every location is a known property where the schema of its type is complete', () => {
    const { source, managedPolicyLists: lists, cloudformation } = policyLocationsTable();
    assert.equal(source.package, '@aws-cdk/aws-service-spec');
    for (const [type, places] of [lists, cloudformation].flatMap((table) => Object.entries(table))) {
      assert.ok(isKnownCloudFormationType(type), type);
      if (schemaOf(type)?.complete !== true) continue;
      for (const place of places) {
        // A document that stands for the properties themselves has no path, but statements.
        const [path = ''] = place.split(' ');
        const [property = ''] = path.split('.');
        // What a property holds that takes any document is in no schema.
        const known = propertySchema(type, property)?.type === 'json' ? property : path;
        assert.ok(propertySchema(type, known || 'Statement'), `${type} ${place}`);
      }
    }
  });
});

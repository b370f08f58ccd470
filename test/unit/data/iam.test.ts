import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  actionsOf,
  iamAction,
  isIamServicePrefix,
  serviceName,
  servicePrefixes,
} from '../../../server/src/data/iamActions';
import { conditionKey } from '../../../server/src/data/iamConditionKeys';
import { vpcEndpointsTable } from '../../../server/src/data/tables';
import {
  endpointService,
  endpointServiceNames,
  endpointServiceOfFullName,
} from '../../../server/src/data/vpcEndpoints';

describe('IAM actions', () => {
  test('the SMS service has its actions', () => {
    const names = [...actionsOf('sms-voice').values()].map(({ name }) => name);
    assert.ok(names.includes('SendTextMessage'));
    assert.ok(names.length > 100);
    assert.equal(serviceName('sms-voice'), 'AWS End User Messaging SMS and Voice V2');
  });

  test('access levels are found whatever the case, and some actions have two', () => {
    assert.deepEqual(iamAction('SQS:sendmessage')?.accessLevels, ['write']);
    assert.deepEqual(iamAction('sqs:AddPermission')?.accessLevels, ['permissions', 'write']);
    assert.deepEqual(iamAction('sqs:TagQueue')?.accessLevels, ['tagging', 'write']);
    for (const none of ['sqs:Nothing', 'sqs', 'constructor:name']) assert.equal(iamAction(none), undefined);
  });

  test('actions have the types of resources they work on, with their ARNs', () => {
    assert.deepEqual(iamAction('s3:ListAllMyBuckets')?.resources, []);
    assert.deepEqual(iamAction('sqs:sendmessage')?.resources, [
      { name: 'queue', arns: ['arn:${Partition}:sqs:${Region}:${Account}:${QueueName}'] },
    ]);
    assert.deepEqual(
      iamAction('s3:GetObject')?.resources.map(({ name }) => name),
      ['accesspointobject', 'object'],
    );
  });

  test('actions have the condition keys that their requests carry', () => {
    assert.ok(iamAction('s3:ListBucket')?.conditionKeys.includes('s3:prefix'));
    assert.ok(!iamAction('s3:GetObject')?.conditionKeys.includes('s3:prefix'));
  });

  test('every service has a name, and every action a level', () => {
    const prefixes = servicePrefixes();
    assert.ok(prefixes.length > 400);
    for (const prefix of prefixes) {
      assert.ok(isIamServicePrefix(prefix), prefix);
      for (const { name, accessLevels } of actionsOf(prefix).values()) {
        assert.match(name, /^\w[\w-]*$/);
        assert.ok(accessLevels.length > 0, `${prefix}:${name}`);
      }
    }
  });
});

describe('IAM condition keys', () => {
  test('a key has a type, whatever its case', () => {
    assert.deepEqual(conditionKey('AWS:securetransport'), {
      name: 'aws:SecureTransport',
      type: 'bool',
      isMultivalued: false,
    });
    assert.equal(conditionKey('s3:max-keys')?.type, 'numeric');
    assert.equal(conditionKey('aws:PrincipalOrgPaths')?.isMultivalued, true);
    assert.equal(conditionKey('aws:SecureTransportation'), undefined);
    assert.equal(conditionKey('nobody:knows'), undefined);
  });

  test('a key with a variable part is known by what stands around that', () => {
    assert.equal(conditionKey('aws:RequestTag/team')?.name, 'aws:RequestTag/${TagKey}');
    assert.equal(conditionKey('aws:PrincipalTag/team')?.name, 'aws:PrincipalTag/${TagKey}');
    assert.equal(conditionKey('aws:RequestTag/'), undefined);
  });
});

describe('VPC endpoint services', () => {
  test('a service is found by its full name, whatever the region is', () => {
    for (const name of [
      'com.amazonaws.us-east-1.sms-voice',
      `com.amazonaws.\${AWS::Region}.sms-voice`,
      `com.amazonaws.\${data.aws_region.current.name}.sms-voice`,
    ]) {
      assert.deepEqual(endpointServiceOfFullName(name)?.iamPrefixes, ['sms-voice'], name);
    }
    assert.equal(endpointServiceOfFullName('cn.com.amazonaws.cn-north-1.ecr.api')?.name, 'ecr.api');
    assert.equal(endpointServiceOfFullName('com.amazonaws.iam')?.name, 'iam');
    assert.equal(endpointServiceOfFullName('aws.sagemaker.eu-west-1.notebook')?.name, 'notebook');
  });

  test('names of endpoint services of others are not taken for AWS services', () => {
    for (const name of [
      'com.amazonaws.vpce.us-east-1.vpce-svc-0123',
      'com.example.us-east-1.s3',
      's3',
      'sms-voice',
      '',
    ]) {
      assert.equal(endpointServiceOfFullName(name), undefined, name);
    }
    assert.equal(endpointService('toString'), undefined);
  });

  test('services named otherwise than their IAM prefix have it', () => {
    const expected = {
      pinpoint: 'mobiletargeting',
      'pinpoint-sms-voice-v2': 'sms-voice',
      monitoring: 'cloudwatch',
      logs: 'logs',
      'ecr.api': 'ecr',
      'ecr.dkr': 'ecr',
      'iottwinmaker.api': 'iottwinmaker',
      'iottwinmaker.data': 'iottwinmaker',
      'email-smtp': 'ses',
      'kms-fips': 'kms',
      'execute-api': 'execute-api',
      ssmmessages: 'ssmmessages',
      ec2messages: 'ec2messages',
      sts: 'sts',
      secretsmanager: 'secretsmanager',
    };
    for (const [name, prefix] of Object.entries(expected)) {
      assert.deepEqual(endpointService(name)?.iamPrefixes, [prefix], name);
    }
    assert.deepEqual(endpointService('transfer.server')?.iamPrefixes, []);
    assert.equal(endpointService('lorawan.cups')?.iamPrefixes, undefined);
  });

  test('S3 has a gateway and an interface endpoint', () => {
    assert.deepEqual(endpointService('s3')?.kinds, ['gateway', 'interface']);
    assert.deepEqual(endpointService('sms-voice')?.kinds, ['interface']);
  });

  test('every IAM prefix of a service exists, and every policy page is one of AWS', () => {
    for (const name of endpointServiceNames()) {
      for (const prefix of endpointService(name)?.iamPrefixes ?? []) assert.ok(isIamServicePrefix(prefix), name);
    }
    for (const [name, page] of Object.entries(vpcEndpointsTable().policySupport)) {
      assert.equal(endpointService(name)?.policySource, page);
      assert.match(page, /^https:\/\/docs\.aws\.amazon\.com\//);
    }
  });
});

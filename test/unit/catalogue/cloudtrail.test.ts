import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixed } from '../../support/fixing';
import { assertFindings } from '../../support/marked';

describe('CloudTrail', () => {
  test('is to run, for all Regions and for global services', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  Stopped:
    Type: AWS::CloudTrail::Trail
    Properties: {IsLogging: ⟦cloudtrail-logging|false⟧, IsMultiRegionTrail: true, S3BucketName: logs}
  ⟦cloudtrail-multi-region|Local⟧:
    Type: AWS::CloudTrail::Trail
    Properties: {IsLogging: true, S3BucketName: logs}
  Half:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      IsMultiRegionTrail: ⟦cloudtrail-multi-region|false⟧
      IncludeGlobalServiceEvents: ⟦cloudtrail-multi-region|false⟧
      S3BucketName: logs
  Whole:
    Type: AWS::CloudTrail::Trail
    Properties: {IsLogging: true, IsMultiRegionTrail: true, IncludeGlobalServiceEvents: true, S3BucketName: logs}
`,
      /^cloudtrail-(logging|multi-region)$/,
    );
  });

  test('is to record what is done with objects, unless nobody can tell', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  ⟦cloudtrail-s3-data-events|Usual⟧:
    Type: AWS::CloudTrail::Trail
  ⟦cloudtrail-s3-data-events|Tables⟧:
    Type: AWS::CloudTrail::Trail
    Properties:
      EventSelectors:
        - DataResources: [{Type: AWS::DynamoDB::Table, Values: [arn:aws:dynamodb]}]
  Some:
    Type: AWS::CloudTrail::Trail
    Properties:
      EventSelectors:
        - DataResources: [{Type: AWS::S3::Object, Values: ['arn:aws:s3:::customers/']}]
  ⟦cloudtrail-s3-data-events|Management⟧:
    Type: AWS::CloudTrail::Trail
    Properties:
      AdvancedEventSelectors:
        - FieldSelectors: [{Field: eventCategory, Equals: [Management]}]
  All:
    Type: AWS::CloudTrail::Trail
    Properties:
      AdvancedEventSelectors:
        - FieldSelectors:
            - {Field: eventCategory, Equals: [Data]}
            - {Field: resources.type, Equals: [AWS::S3::Object]}
  Elsewhere:
    Type: AWS::CloudTrail::Trail
    Properties:
      EventSelectors: !FindInMap [Trails, Selectors, All]
`,
      /^cloudtrail-s3-data-events$/,
    );
  });

  test('keeps its selectors when it gets one for objects', () => {
    const trail = (...selectors: object[]) =>
      JSON.stringify(
        { resource: { aws_cloudtrail: { audit: { name: 'audit', event_selector: selectors } } } },
        null,
        2,
      );
    const tables = { include_management_events: true, data_resource: [{ type: 'AWS::DynamoDB::Table', values: [] }] };
    const after = JSON.parse(fixed('main.tf.json', trail(tables), 'cloudtrail-s3-data-events'));
    const [first, second] = after.resource.aws_cloudtrail.audit.event_selector;
    assert.deepEqual(first, tables);
    assert.deepEqual(second, {
      read_write_type: 'All',
      include_management_events: false,
      data_resource: [{ type: 'AWS::S3::Object', values: ['arn:aws:s3'] }],
    });
  });

  test('is to protect what it keeps in event data stores', () => {
    assertFindings(
      'main.tf.json',
      `{
  "resource": {
    "aws_cloudtrail_event_data_store": {
      "⟦cloudtrail-event-data-store-kms-key|usual⟧": {"name": "usual"},
      "open": {
        "name": "open",
        "kms_key_id": "\${aws_kms_key.audit.arn}",
        "termination_protection_enabled": ⟦cloudtrail-event-data-store-termination-protection|false⟧
      }
    }
  }
}`,
      /^cloudtrail-event-data-store-/,
    );
  });
});

describe('Macie', () => {
  test('is not to be paused', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  Paused: {Type: AWS::Macie::Session, Properties: {Status: ⟦macie-enabled|PAUSED⟧}}
  Running: {Type: AWS::Macie::Session}
`,
      /^macie-/,
    );
  });
});

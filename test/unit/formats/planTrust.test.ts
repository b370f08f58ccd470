import { test } from 'node:test';
import { assertFindings } from '../../support/marked';

/** What is written in more than one way; the right way unless a test says otherwise. */
interface Said {
  readonly rotates?: string;
  readonly encrypted?: string;
  readonly secure?: string;
  /** What else of the queue is marked as not known yet, and how its encryption is given. */
  readonly unknown?: string;
  readonly given?: string;
}

/** A plan of a queue and a key in a module, which says much only after apply, and tells of much that will not be. */
function plan({
  rotates = 'true',
  encrypted = 'true',
  secure = '\\"false\\"',
  unknown = '',
  given = '{"constant_value": true}',
}: Said = {}): string {
  const policy = `"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Deny\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"sqs:*\\",\\"Resource\\":\\"*\\",\\"Condition\\":{\\"Bool\\":{\\"aws:SecureTransport\\":${secure}}}}]}"`;
  return `{
  "format_version": "1.2",
  "planned_values": {"root_module": {
    "resources": [
      {"address": "aws_sqs_queue.orders[\\"eu\\"]", "mode": "managed", "type": "aws_sqs_queue", "name": "orders", "index": "eu",
       "values": {"name": "orders", "sqs_managed_sse_enabled": ${encrypted}, "kms_master_key_id": null}, "sensitive_values": {"name": true}},
      {"address": "aws_sqs_queue_policy.orders[\\"eu\\"]", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "orders", "index": "eu",
       "values": {"policy": ${policy}}}
    ],
    "child_modules": [{"address": "module.keys[0]", "resources": [
      {"address": "module.keys[0].aws_kms_key.main", "mode": "managed", "type": "aws_kms_key", "name": "main",
       "values": {"enable_key_rotation": ${rotates}, "deletion_window_in_days": 30}}
    ]}]
  }},
  "resource_drift": [
    {"address": "module.keys[0].aws_kms_key.main", "mode": "managed", "type": "aws_kms_key", "name": "main",
     "change": {"actions": ["update"], "before": {"enable_key_rotation": true}, "after": {"enable_key_rotation": false}}}
  ],
  "resource_changes": [
    {"address": "aws_sqs_queue.orders[\\"eu\\"]", "mode": "managed", "type": "aws_sqs_queue", "name": "orders", "index": "eu",
     "change": {"actions": ["create"], "before": null, "after": {"name": "orders"},
                "after_unknown": {${unknown}"arn": true, "id": true, "policy": true, "url": true}, "after_sensitive": {"name": true}}},
    {"address": "aws_sqs_queue_policy.orders[\\"eu\\"]", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "orders", "index": "eu",
     "change": {"actions": ["create"], "before": null, "after": {}, "after_unknown": {"id": true, "queue_url": true}, "after_sensitive": {}}},
    {"address": "module.keys[0].aws_kms_key.main", "mode": "managed", "type": "aws_kms_key", "name": "main",
     "change": {"actions": ["no-op"], "before": {"enable_key_rotation": false}, "after": {"enable_key_rotation": true}, "after_unknown": {}}},
    {"address": "aws_kms_key.old", "mode": "managed", "type": "aws_kms_key", "name": "old",
     "change": {"actions": ["delete"], "before": {"enable_key_rotation": false}, "after": null, "after_unknown": {}}}
  ],
  "configuration": {"root_module": {
    "resources": [
      {"address": "aws_sqs_queue.orders", "mode": "managed", "type": "aws_sqs_queue", "name": "orders",
       "expressions": {"name": {"constant_value": "orders"}, "sqs_managed_sse_enabled": ${given}}},
      {"address": "aws_sqs_queue_policy.orders", "mode": "managed", "type": "aws_sqs_queue_policy", "name": "orders",
       "expressions": {"queue_url": {"references": ["aws_sqs_queue.orders[each.key].id", "aws_sqs_queue.orders", "each.key"]}, "policy": {}}}
    ],
    "module_calls": {"keys": {"source": "./keys", "count_expression": {"constant_value": 1}, "module": {"resources": [
      {"address": "aws_kms_key.main", "mode": "managed", "type": "aws_kms_key", "name": "main",
       "expressions": {"enable_key_rotation": {"constant_value": true}}}
    ]}}}
  }}
}
`;
}

test('a plan that leaves all right has no findings, whatever was before, drifts, or is not known yet', () => {
  assertFindings('plan.json', plan());
});

test('one wrong value in it is found once, where it is planned', () => {
  assertFindings('plan.json', plan({ encrypted: '⟦sqs-encryption|false⟧' }));
  assertFindings('plan.json', plan({ rotates: '⟦kms-key-rotation|false⟧' }));
  assertFindings('plan.json', plan({ secure: '\\"⟦sqs-queue-tls-only|true⟧\\"' }));
});

test('what only applying it will tell is neither right nor wrong, and what nobody gives is what the service chooses', () => {
  const unknown = { encrypted: 'null', unknown: '"sqs_managed_sse_enabled": true, ' };
  assertFindings('plan.json', plan({ ...unknown, given: '{"references": ["data.aws_ssm_parameter.x"]}' }));
  assertFindings('plan.json', plan({ ...unknown, rotates: '⟦kms-key-rotation|false⟧' }));
});

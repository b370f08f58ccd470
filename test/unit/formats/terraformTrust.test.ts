import { test } from 'node:test';
import { assertFindings } from '../../support/marked';

/** Things that are written in more than one way; the right way unless a test says otherwise. */
interface Said {
  readonly blocked?: string;
  readonly versioned?: string;
  readonly encrypted?: string;
  readonly denied?: string;
}

/** A module that protects what it makes, and says so through variables, locals, loops and data sources. */
function module({
  blocked = 'true',
  versioned = 'Enabled',
  encrypted = 'true',
  denied = '"false"',
}: Said = {}): string {
  return `{
  "variable": {
    "create": {"type": "bool", "default": true},
    "settings": {"type": "object({ name = string, versioning = optional(string) })", "default": {"name": "records"}},
    "tables": {"default": {"orders": {"recovery": true}, "people": {}}}
  },
  "locals": {
    "block": ${blocked},
    "name": "\${lower(var.settings.name)}",
    "queue": {"encrypted": "${encrypted}"},
    "blocks": "\${{ for word in [\\"acls\\", \\"policy\\"] : word => local.block }}"
  },
  "data": {"aws_iam_policy_document": {
    "tls": {"statement": [{
      "sid": "OnlyTls",
      "effect": "Deny",
      "principals": {"type": "*", "identifiers": ["*"]},
      "actions": ["s3:*"],
      "resources": ["\${one(aws_s3_bucket.b[*].arn)}", "\${aws_s3_bucket.b[0].arn}/*"],
      "condition": {"test": "Bool", "variable": "aws:SecureTransport", "values": [${denied}]}
    }]},
    "all": {"source_policy_documents": ["\${data.aws_iam_policy_document.tls.json}"]}
  }},
  "resource": {
    "aws_s3_bucket": {"b": {"count": "\${var.create ? 1 : 0}", "bucket": "\${local.name}"}},
    "aws_s3_bucket_public_access_block": {"b": {
      "count": "\${var.create ? 1 : 0}",
      "bucket": "\${aws_s3_bucket.b[0].id}",
      "block_public_acls": "\${local.blocks.acls}",
      "block_public_policy": "\${local.blocks[\\"policy\\"]}",
      "ignore_public_acls": "\${coalesce(local.block, true)}",
      "restrict_public_buckets": "\${try(local.blocks[\\"gone\\"], local.block)}"
    }},
    "aws_s3_bucket_versioning": {"b": {
      "count": "\${var.create ? 1 : 0}",
      "bucket": "\${aws_s3_bucket.b[count.index].id}",
      "dynamic": {"versioning_configuration": {
        "for_each": ["${versioned}"],
        "content": {"status": "\${versioning_configuration.value}"}
      }}
    }},
    "aws_s3_bucket_policy": {"b": {
      "count": "\${var.create ? 1 : 0}",
      "bucket": "\${one(aws_s3_bucket.b[*].id)}",
      "policy": "\${try(data.aws_iam_policy_document.all.json, null)}"
    }},
    "aws_sqs_queue": {"q": {
      "name": "\${format(\\"%s-queue\\", local.name)}",
      "sqs_managed_sse_enabled": "\${tobool(lookup(local.queue, \\"encrypted\\", \\"false\\"))}",
      "policy": "\${jsonencode({
        Version = \\"2012-10-17\\"
        Statement = [{
          Effect = \\"Deny\\", Principal = \\"*\\", Action = \\"sqs:*\\", Resource = \\"*\\"
          Condition = { Bool = { \\"aws:SecureTransport\\" = \\"false\\" } }
        }]
      })}"
    }},
    "aws_dynamodb_table": {"t": {
      "for_each": "\${var.tables}",
      "name": "\${each.key}",
      "point_in_time_recovery": {"enabled": "\${try(each.value.recovery, true)}"}
    }}
  }
}
`.replace(/\$\{jsonencode[\s\S]*?\}\)\}/, (text) => text.replaceAll('\n', '\\n'));
}

/** All but what costs money, and a module may do without. */
const about = /^(?!s3-access-logging|.*-kms-key$)/;

test('a module in which all is right has no findings, however indirectly it says so', () => {
  assertFindings('main.tf.json', module(), about);
});

test('one wrong value in it is found once, where it is written', () => {
  assertFindings('main.tf.json', module({ blocked: '⟦s3-block-public-access|false⟧' }), about);
  assertFindings('main.tf.json', module({ versioned: '⟦s3-bucket-versioning|Suspended⟧' }), about);
  assertFindings('main.tf.json', module({ encrypted: '⟦sqs-encryption|false⟧' }), about);
});

test('what is wrong in a data source is found there, through the document that takes it over', () => {
  assertFindings('main.tf.json', module({ denied: '"⟦s3-bucket-tls-only|true⟧"' }), about);
});

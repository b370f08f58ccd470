import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../server/src/catalogue';
import { policyLocations } from '../../server/src/data/policyLocations';
import { writeExample } from '../../tools/examples';
import { checkText, shown } from '../support/checking';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Fields = { [key: string]: Json };

/** Another way to write the policies of a document; `undefined` where this one cannot be written so. */
interface Placement {
  readonly path: string;
  /** Rules on what cannot be so there. */
  readonly rulesOut?: readonly string[];
  write(example: string): Fields | undefined;
}

const placements: Readonly<Record<string, Placement>> = {
  'as text in a template': { path: 'template.json', write: (example) => inTemplate(example, (policy) => policy) },
  'in the text of Fn::Sub': {
    path: 'template.json',
    write: (example) => inTemplate(example, (policy) => ({ 'Fn::Sub': policy })),
  },
  'in a data source': {
    path: 'main.tf.json',
    // Its version is the newest unless it says otherwise:
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
    rulesOut: ['policy-language-version'],
    write: inDataSources,
  },
  'in a plan': { path: 'plan.json', write: inPlan },
};

/** Replaces each policy of a template by a text; one with functions in it has no text of its own. */
function inTemplate(example: string, place: (policy: string) => Json): Fields | undefined {
  const template = JSON.parse(example) as { Resources: Record<string, { Type: string; Properties: Fields }> };
  let isWritten = false;
  for (const { Type, Properties } of Object.values(template.Resources)) {
    for (const { path } of policyLocations(Type)) {
      const policy = Properties?.[path];
      if (policy === undefined || typeof policy === 'string') continue;
      const text = JSON.stringify(policy);
      if (/"(?:Ref|Fn::\w+)"|\$\{/.test(text)) return undefined;
      Properties[path] = place(text);
      isWritten = true;
    }
  }
  return isWritten ? (template as unknown as Fields) : undefined;
}

type Configuration = { resource: Record<string, Record<string, Fields>>; data?: Fields } & Fields;

function policiesIn({ resource }: Configuration): { fields: Fields; path: string; text: string }[] {
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.values(named).flatMap((fields) =>
      policyLocations(type).flatMap(({ path }) => {
        const text = fields[path];
        return typeof text === 'string' && text.startsWith('{') ? [{ fields, path, text }] : [];
      }),
    ),
  );
}

function inDataSources(example: string): Fields | undefined {
  const configuration = JSON.parse(example) as Configuration;
  const policies = policiesIn(configuration);
  if (policies.length === 0) return undefined;
  const documents: Fields = {};
  for (const [i, { fields, path, text }] of policies.entries()) {
    const document = documentOf(JSON.parse(text) as Fields);
    if (!document) return undefined;
    documents[`p${i}`] = document;
    fields[path] = `\${data.aws_iam_policy_document.p${i}.json}`;
  }
  return { ...configuration, data: { ...configuration.data, aws_iam_policy_document: documents } };
}

/** A policy as the blocks of a data source, which have no word for some things. */
function documentOf({ Version, Statement, ...others }: Fields): Fields | undefined {
  if (!Array.isArray(Statement) || Object.keys(others).length > 0) return undefined;
  const statements = Statement.map((one) => statementOf(one as Fields));
  if (statements.includes(undefined)) return undefined;
  return { ...(Version !== undefined && { version: Version }), statement: statements as Json[] };
}

const lists: Readonly<Record<string, string>> = {
  Action: 'actions',
  NotAction: 'not_actions',
  Resource: 'resources',
  NotResource: 'not_resources',
};

function statementOf(statement: Fields): Fields | undefined {
  const written: Fields = {};
  for (const [element, value] of Object.entries(statement)) {
    const list = lists[element];
    if (list) written[list] = listOf(value as Json);
    else if (element === 'Sid') written.sid = value as Json;
    else if (element === 'Effect' && /^(?:Allow|Deny)$/.test(String(value))) written.effect = value as Json;
    else if (element === 'Principal') written.principals = principalsOf(value as Json);
    else if (element === 'NotPrincipal') written.not_principals = principalsOf(value as Json);
    else if (element === 'Condition') written.condition = conditionsOf(value as Record<string, Fields>);
    else return undefined;
  }
  return written;
}

function listOf(value: Json): Json[] {
  return Array.isArray(value) ? value : [value];
}

function principalsOf(value: Json): Json[] {
  if (typeof value === 'string') return [{ type: value, identifiers: [value] }];
  return Object.entries(value as Fields).map(([type, who]) => ({ type, identifiers: listOf(who as Json) }));
}

function conditionsOf(value: Record<string, Fields>): Json[] {
  return Object.entries(value).flatMap(([test, block]) =>
    Object.entries(block).map(([variable, held]) => ({ test, variable, values: listOf(held as Json).map(String) })),
  );
}

/** A configuration as the plan of it; what refers to something is known only after apply. */
function inPlan(example: string): Fields | undefined {
  const configuration = JSON.parse(example) as Configuration;
  if (policiesIn(configuration).length === 0 || /\$\{(?!aws:)/.test(example)) return undefined;
  const resources = Object.entries(configuration.resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, values]) => ({
      address: `${type}.${name}`,
      mode: 'managed',
      type,
      name,
      // A plan's strings are values: what was escaped in a template is not any more.
      values: JSON.parse(JSON.stringify(values).replaceAll('$${', '${')) as Json,
    })),
  );
  return { format_version: '1.2', planned_values: { root_module: { resources } } };
}

for (const [name, { path, rulesOut = [], write }] of Object.entries(placements)) {
  describe(`policies ${name}`, () => {
    let written = 0;
    for (const rule of rules) {
      const example = writeExample(rule.example, path === 'template.json' ? 'CloudFormation JSON' : 'Terraform JSON');
      const document = example === undefined ? undefined : write(example);
      if (!document || rulesOut.includes(rule.id)) continue;
      written++;
      test(`break ${rule.id} as they do elsewhere`, () => {
        const text = JSON.stringify(document, null, 2);
        const { findings } = checkText(path, text);
        const own = findings.filter((finding) => finding.rule === rule.id);
        assert.equal(own.length, 1, `${own.length} findings:\n${findings.map(shown).join('\n')}\nin\n${text}`);
      });
    }
    test('are those of many rules', () => assert.ok(written >= 15, `only ${written} rules`));
  });
}

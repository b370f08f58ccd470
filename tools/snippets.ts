import { snippets } from '../server/src/catalogue/snippets';
import {
  type Deployment,
  exampleAccount,
  exampleRegion,
  type Snippet,
  type SnippetResource,
} from '../server/src/catalogue/snippets/snippet';
import type { Json, SnippetFormat, SnippetsTable, SpelledSnippet, TableSnippet } from '../server/src/data/snippets';
import { type Content, jsonMembers, jsonValue, yamlLines } from '../server/src/engine/snippets/layout';
import { snippetText } from '../server/src/engine/snippets/markup';
import { cloudFormation } from '../server/src/formats/cloudformation';
import { inShortForm } from '../server/src/formats/cloudformation/spelling';
import { conditionBlocks } from '../server/src/formats/terraform/policyDocumentWriting';
import { type Written, WrittenAccount, WrittenRegion } from '../server/src/model/written';
import type { PlainMap } from '../server/src/syntax/plain';
import { type Form, ownStyle, resourceName, unitOf, writeExample } from './examples';

type JsonMap = { readonly [key: string]: Json };

/** The files of snippets that VS Code reads, each for one form, and what its snippets are called after. */
const files = [
  { path: 'snippets/cloudformation-yaml.json', format: 'cloudformation', yaml: true, suffix: 'CloudFormation' },
  { path: 'snippets/cloudformation-json.json', format: 'cloudformation', yaml: false, suffix: 'CloudFormation' },
  { path: 'snippets/terraform-json.json', format: 'terraform', yaml: false, suffix: 'Terraform' },
  { path: 'snippets/policy-json.json', format: 'policy', yaml: false, suffix: 'policy' },
] as const;

/** The snippets that a file has, by the names under which VS Code lists them. */
export type SnippetFile = Readonly<
  Record<string, { readonly prefix: string; readonly description: string; readonly body: readonly string[] }>
>;

/** The snippets in all spellings. */
function snippetsOf(): SnippetsTable {
  const generatedBy = 'npm run generate, from server/src/catalogue/snippets';
  return { generatedBy, snippets: snippets.map(tableSnippet) };
}

/** The generated files that snippets make: the server's table, and those that VS Code reads. */
export function snippetFiles(): [path: string, content: string][] {
  const table = snippetsOf();
  return [
    ['server/src/data/snippets.json', `${JSON.stringify(table, null, 1)}\n`],
    ...files.map(({ path, format, yaml, suffix }): [string, string] => {
      const entries = table.snippets.flatMap((snippet) => fileEntries(snippet, format, yaml, suffix));
      return [path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`];
    }),
  ];
}

function tableSnippet(snippet: Snippet): TableSnippet {
  const { name, title, description, suits } = snippet;
  const spelled = Object.entries({
    cloudformation: inTemplate(snippet),
    terraform: inConfiguration(snippet),
    policy: inPolicyFile(snippet),
  }).filter(([, one]) => one !== undefined);
  return { prefix: `dp-${name}`, title, description, ...(suits && { suits }), spelled: Object.fromEntries(spelled) };
}

/** A policy is offered where it stands in a resource, too. */
function inTemplate(snippet: Snippet): SpelledSnippet {
  const deployment = { account: new WrittenAccount(), region: new WrittenRegion() };
  const drafts = snippet.resources?.(deployment) ?? [];
  const { Resources: all = {} } = written(drafts, 'CloudFormation JSON') as { Resources?: JsonMap };
  const existing = drafts.filter(({ exists }) => exists).map(({ name }) => name);
  const resources = Object.fromEntries(Object.entries(all).filter(([name]) => !existing.includes(name)));
  const policy = snippet.policy === undefined ? undefined : policyIn(all);
  return withBlanks(
    snippet,
    drafts.map(({ name }) => name),
    {
      ...(Object.keys(resources).length > 0 && { resources }),
      ...(policy && { policy }),
      ...(snippet.condition && { condition: { Condition: inTemplateCondition(snippet.condition(deployment)) } }),
    },
  );
}

function inTemplateCondition(condition: Readonly<Record<string, Written>>): JsonMap {
  const [document] = unitOf('template.json', '{ "Resources": { "Role": { "Type": "AWS::IAM::Role" } } }').documents;
  const spelled = document && cloudFormation.spell(condition, { document, inText: false, identifier: () => undefined });
  if (!spelled) throw new Error('a condition cannot be spelled');
  return spelled.value as JsonMap;
}

/** Terraform knows the account and the Region only by data sources, which would have to stand elsewhere. */
function inConfiguration(snippet: Snippet): SpelledSnippet | undefined {
  const drafts = snippet.resources?.(asExample) ?? [];
  const { resource: all = {} } = written(drafts, 'Terraform JSON') as { resource?: { [type: string]: JsonMap } };
  for (const { kind, name, exists } of drafts) {
    const [type] = kind.terraform;
    if (exists && type) delete all[type];
    else if (!type) throw new Error(`${name} has no type in Terraform`);
  }
  const condition = snippet.condition && inConfigurationCondition(snippet.condition(asExample));
  if (Object.keys(all).length === 0 && !condition) return undefined;
  return withBlanks(
    snippet,
    drafts.map((draft) => resourceName(draft, 'terraform')),
    { ...(Object.keys(all).length > 0 && { resources: all }), ...(condition && { condition: { condition } }) },
  );
}

/** A condition as the block of a data source that writes a policy. */
function inConfigurationCondition(condition: Readonly<Record<string, Written>>): JsonMap {
  const [block, ...others] = conditionBlocks(condition as PlainMap);
  if (!block || others.length > 0) throw new Error('a condition of a snippet compares one key');
  return block as JsonMap;
}

function inPolicyFile(snippet: Snippet): SpelledSnippet | undefined {
  const condition = snippet.condition?.(asExample) as JsonMap | undefined;
  const policy = snippet.policy as JsonMap | undefined;
  if (!condition && !policy) return undefined;
  return withBlanks(snippet, [], {
    ...(policy && { policy }),
    ...(condition && { condition: { Condition: condition } }),
  });
}

const asExample: Deployment = { account: exampleAccount, region: exampleRegion };

function written(resources: readonly SnippetResource[], form: Form): JsonMap {
  const text = resources.length > 0 ? writeExample({ resources }, form) : '{}';
  if (text === undefined) throw new Error(`a resource has no type in ${form}`);
  return JSON.parse(text);
}

/** The first policy document below a value. */
function policyIn(value: Json): JsonMap | undefined {
  if (typeof value !== 'object') return undefined;
  if (!Array.isArray(value) && 'Statement' in value) return value as JsonMap;
  for (const member of Object.values(value)) {
    const found = policyIn(member as Json);
    if (found) return found;
  }
  return undefined;
}

function withBlanks(
  { blanks }: Snippet,
  names: readonly string[],
  content: Omit<SpelledSnippet, 'blanks'>,
): SpelledSnippet {
  const text = JSON.stringify(content);
  return { ...content, blanks: [...names, ...blanks].filter((blank) => text.includes(blank)) };
}

function fileEntries(snippet: TableSnippet, format: SnippetFormat, yaml: boolean, suffix: string) {
  const spelled = snippet.spelled[format];
  if (!spelled) return [];
  const { prefix, title, description } = snippet;
  return contentsOf(spelled).map(({ content, what }) => {
    const text = yaml ? asYaml(content) : asJson(content, what === 'policy');
    const body = snippetText({ text, blanks: spelled.blanks.map((marker) => ({ marker, text: marker })) }).split('\n');
    const name =
      what === 'policy' && format !== 'policy' ? `${title} (${suffix} policy document)` : `${title} (${suffix})`;
    return [name, { prefix, description, body }] as const;
  });
}

/** What of a snippet can be inserted anywhere; in a file of its own, a policy is all there is. */
function contentsOf({ resources, policy, condition }: SpelledSnippet) {
  const pairs = (what: string, map: JsonMap | undefined) =>
    map ? [{ what, content: { kind: 'pairs', pairs: map as PlainMap } as const }] : [];
  return [...pairs('resources', resources), ...pairs('policy', policy), ...pairs('condition', condition)];
}

const style = { ...ownStyle, step: '\t' };

function asYaml({ pairs }: Extract<Content, { kind: 'pairs' }>): string {
  return yamlLines({ kind: 'pairs', pairs: inShortForm(pairs) as PlainMap }, style, '');
}

function asJson(content: Content, isWhole: boolean): string {
  return isWhole ? jsonValue(content, style, '') : jsonMembers(content, style, '');
}

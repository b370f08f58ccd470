import { readLines, sortedRecord, type Table } from './sources';

/** No package that npm has carries the templates, so sam-policy-templates.txt has what stands in their repository. */
const SOURCE = {
  package: 'aws/serverless-application-model',
  version: '603eb020adce9485a410e1667198c5268349dc88',
  generatedBy: 'tools/data/samPolicyTemplates.ts',
};

/** A statement: actions, resources, and the operator, key and value of a condition. */
const STATEMENT = /^[\w-]+:[\w*]+(?:,\w+)* \S+(?: \S+ \S+ \S+)?$/;

/** The policy templates of SAM with their statements, as server/src/data/samPolicyTemplates.ts reads them. */
export function samPolicyTemplates(): Table {
  const templates = new Map<string, string[]>();
  for (const line of readLines('sam-policy-templates.txt')) {
    const [name = '', ...words] = line.split(' ');
    templates.set(name, [...(templates.get(name) ?? []), readStatement(name, words)]);
  }
  return { source: SOURCE, templates: sortedRecord(templates) };
}

/** The words of a statement as one text, once they are seen to be a statement. */
export function readStatement(name: string, words: readonly string[]): string {
  const statement = words.join(' ');
  if (!STATEMENT.test(statement)) throw new Error(`${name}: no statement is read from ${statement}`);
  return statement;
}

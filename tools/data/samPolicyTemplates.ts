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
    const end = line.indexOf(' ');
    const [name, statement] = [line.slice(0, end), line.slice(end + 1)];
    if (!STATEMENT.test(statement)) throw new Error(`${name}: no statement is read from ${statement}`);
    templates.set(name, [...(templates.get(name) ?? []), statement]);
  }
  return { source: SOURCE, templates: sortedRecord(templates) };
}

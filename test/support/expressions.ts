import type { Form } from '../../tools/examples';

/** Stands in an example for the value that a case of the matrix puts there. */
export const marker = '@@VALUE@@';

/** What a case of the matrix expects of the rule: nothing, a finding, or what a value that is not written gives. */
export type Expected = 'silent' | 'found' | 'quieter' | 'asNotWritten';

/** A way to say a value, and the documents' other sections it needs. */
export interface ValueCase {
  readonly name: string;
  readonly expected: Expected;
  readonly text: string;
}

/** A value as a form's own JSON: literals and long-form functions, which YAML takes as well. */
type Expression = string | number | boolean | null | { readonly [key: string]: unknown };

interface Draft {
  readonly name: string;
  readonly expected: Expected;
  readonly value: Expression;
  readonly sections?: Readonly<Record<string, unknown>>;
}

const parameter = (fallback?: string) => ({
  P: { Type: 'String', ...(fallback !== undefined && { Default: fallback }) },
});
const conditional = (whenTrue: Expression, whenFalse: Expression) => ({ 'Fn::If': ['C', whenTrue, whenFalse] });
const noValue = { Ref: 'AWS::NoValue' };
const always = { 'Fn::Equals': ['a', 'a'] };
const isOn = { 'Fn::Equals': [{ Ref: 'Q' }, 'on'] };

function cloudFormationDrafts(right: string, wrong: string | undefined): Draft[] {
  const drafts: Draft[] = [
    { name: 'a right value', expected: 'silent', value: right },
    {
      name: 'a parameter without a default',
      expected: 'silent',
      value: { Ref: 'P' },
      sections: { Parameters: parameter() },
    },
    {
      name: 'a parameter with a right default',
      expected: 'silent',
      value: { Ref: 'P' },
      sections: { Parameters: parameter(right) },
    },
    { name: 'a reference', expected: 'silent', value: { 'Fn::GetAtt': ['Other', 'Data'] }, sections: { other: true } },
    { name: 'text with holes', expected: 'silent', value: { 'Fn::Sub': `\${AWS::Region}` } },
    { name: 'a dynamic reference', expected: 'silent', value: '{{resolve:ssm:name}}' },
    { name: 'an import', expected: 'silent', value: { 'Fn::ImportValue': 'name' } },
    { name: 'a function nobody knows', expected: 'silent', value: { 'Fn::Unheard': 'of' } },
    { name: 'AWS::NoValue', expected: 'asNotWritten', value: noValue },
    {
      name: 'a condition that is always true, right',
      expected: 'silent',
      value: conditional(right, noValue),
      sections: { Conditions: { C: always } },
    },
  ];
  if (wrong === undefined) return drafts;
  const parameters = (fallback?: string) => ({ Q: { Type: 'String', ...(fallback && { Default: fallback }) } });
  return [
    ...drafts,
    { name: 'a wrong value', expected: 'found', value: wrong },
    {
      name: 'a parameter with a wrong default',
      expected: 'found',
      value: { Ref: 'P' },
      sections: { Parameters: parameter(wrong) },
    },
    {
      name: 'a parameter whose allowed values are all right',
      expected: 'silent',
      value: { Ref: 'P' },
      sections: { Parameters: { P: { Type: 'String', AllowedValues: [right] } } },
    },
    {
      name: 'a parameter whose allowed values are all wrong',
      expected: 'found',
      value: { Ref: 'P' },
      sections: { Parameters: { P: { Type: 'String', AllowedValues: [wrong] } } },
    },
    {
      name: 'a parameter with some wrong allowed values',
      expected: 'quieter',
      value: { Ref: 'P' },
      sections: { Parameters: { P: { Type: 'String', AllowedValues: [right, wrong] } } },
    },
    {
      name: 'a condition that is always true, wrong',
      expected: 'found',
      value: conditional(wrong, right),
      sections: { Conditions: { C: always } },
    },
    {
      name: 'a condition that is always true, wrong in the branch nobody reaches',
      expected: 'silent',
      value: conditional(right, wrong),
      sections: { Conditions: { C: always } },
    },
    {
      name: 'a branch taken by default, wrong',
      expected: 'found',
      value: conditional(wrong, right),
      sections: { Parameters: parameters('on'), Conditions: { C: isOn } },
    },
    {
      name: 'a branch not taken by default, wrong',
      expected: 'quieter',
      value: conditional(wrong, right),
      sections: { Parameters: parameters('off'), Conditions: { C: isOn } },
    },
    {
      name: 'an open condition with a wrong branch',
      expected: 'found',
      value: conditional(wrong, right),
      sections: { Parameters: parameters(), Conditions: { C: isOn } },
    },
    {
      name: 'an open condition with two right branches',
      expected: 'silent',
      value: conditional(right, right),
      sections: { Parameters: parameters(), Conditions: { C: isOn } },
    },
  ];
}

function terraformDrafts(right: string, wrong: string | undefined): Draft[] {
  const variable = (fallback?: unknown) => ({ variable: { v: fallback === undefined ? {} : { default: fallback } } });
  const drafts: Draft[] = [
    { name: 'a right value', expected: 'silent', value: right },
    { name: 'a variable without a default', expected: 'silent', value: '${var.v}', sections: variable() },
    { name: 'a variable with a right default', expected: 'silent', value: '${var.v}', sections: variable(right) },
    { name: 'a right local', expected: 'silent', value: '${local.l}', sections: { locals: { l: right } } },
    { name: 'a conditional', expected: 'silent', value: '${var.v ? true : false}', sections: variable() },
    { name: 'a function', expected: 'silent', value: '${lookup(local.l, "a")}', sections: { locals: { l: {} } } },
    { name: 'a data source', expected: 'silent', value: '${data.aws_x.y.z}' },
    { name: 'text with directives', expected: 'silent', value: '%{ if true }a%{ endif }' },
    { name: 'null', expected: 'asNotWritten', value: null },
    {
      name: 'a variable whose default is null',
      expected: 'asNotWritten',
      value: '${var.v}',
      sections: { variable: { v: { default: null } } },
    },
  ];
  if (wrong === undefined) return drafts;
  return [
    ...drafts,
    { name: 'a wrong value', expected: 'found', value: wrong },
    { name: 'a variable with a wrong default', expected: 'found', value: '${var.v}', sections: variable(wrong) },
    { name: 'a wrong local', expected: 'found', value: '${local.l}', sections: { locals: { l: wrong } } },
  ];
}

/** All ways to say a value at the marker of a document. */
export function valueCases(text: string, form: Form, right: string, wrong: string | undefined): ValueCase[] {
  const terraform = form.startsWith('Terraform');
  const drafts = terraform ? terraformDrafts(right, wrong) : cloudFormationDrafts(right, wrong);
  return drafts.map(({ name, expected, value, sections = {} }) => {
    const written = form === 'CloudFormation YAML' ? inYaml(text, value, sections) : inJson(text, value, sections);
    return { name, expected, text: written };
  });
}

const otherResource = { Type: 'AWS::CloudFormation::WaitCondition', Properties: { Count: 1 } };

function inYaml(text: string, value: Expression, sections: Readonly<Record<string, unknown>>): string {
  const { other, ...rest } = sections;
  const spelled = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const found = text.replace(new RegExp(`["']?${marker}["']?`), () =>
    spelled.startsWith('{{') ? `'${spelled}'` : spelled,
  );
  const extra = Object.entries(rest).map(([key, section]) => `${key}: ${JSON.stringify(section)}\n`);
  return `${found}${other ? `  Other: ${JSON.stringify(otherResource)}\n` : ''}${extra.join('')}`;
}

function inJson(text: string, value: Expression, sections: Readonly<Record<string, unknown>>): string {
  const { other, ...rest } = sections;
  const document = JSON.parse(text.replace(`"${marker}"`, () => JSON.stringify(value)));
  for (const [key, section] of Object.entries(rest))
    document[key] = { ...(document[key] ?? {}), ...(section as object) };
  if (other) document.Resources.Other = otherResource;
  return `${JSON.stringify(document, null, 2)}\n`;
}

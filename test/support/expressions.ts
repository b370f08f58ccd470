import type { Form } from '../../tools/examples';
import { cloudFormationDrafts } from './templateExpressions';
import { terraformDrafts } from './terraformExpressions';

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
export type Expression = string | number | boolean | null | { readonly [key: string]: unknown };

/** A case before it is written into a document of some form. */
export interface Draft {
  readonly name: string;
  readonly expected: Expected;
  readonly value: Expression;
  readonly sections?: Readonly<Record<string, unknown>>;
  /** The resource is made by a loop over these items: one whose identifier is `X`, or `for_each`. */
  readonly loop?: readonly string[];
}

/** All ways to say a value at the marker of a document. */
export function valueCases(text: string, form: Form, right: string, wrong: string | undefined): ValueCase[] {
  const terraform = form.startsWith('Terraform');
  const drafts = terraform ? terraformDrafts(right, wrong) : cloudFormationDrafts(right, wrong);
  return drafts.flatMap(({ name, expected, value, sections = {}, loop }) => {
    const document = loop ? loopedOver(text, form, loop) : text;
    if (document === undefined) return [];
    const inForm = form === 'CloudFormation YAML' ? inYaml : inJson;
    return [{ name, expected, text: inForm(document, value, sections) }];
  });
}

/** A template with its resource in a loop's body; `undefined` where others refer to it by its name. */
function loopedOver(text: string, form: Form, items: readonly string[]): string | undefined {
  if (form === 'CloudFormation YAML') {
    const [, name, body, ...more] = text.split(/^ {2}(\w+):\n/m);
    if (name === undefined || body === undefined || more.length) return undefined;
    const loop = `    - X\n    - ${JSON.stringify(items)}\n    - ${name}&{X}:\n${body.replace(/^(?=.)/gm, '    ')}`;
    return `Resources:\n  Fn::ForEach::Loop:\n${loop}`;
  }
  const document = JSON.parse(text);
  if (form.startsWith('Terraform')) {
    const body = markedBody(document.resource);
    if (body) body.for_each = Object.fromEntries(items.map((item, i) => [`k${i}`, item]));
    return JSON.stringify(document);
  }
  const [[name, body] = [], ...others] = Object.entries(document.Resources);
  if (others.length) return undefined;
  document.Resources = { 'Fn::ForEach::Loop': ['X', items, { [`${name}&{X}`]: body }] };
  return JSON.stringify(document);
}

/** The body of the resource with the marker, blocks written as objects or as lists of one. */
function markedBody(section: object): Record<string, unknown> | undefined {
  const inside = (value: object): object[] => Object.values(Array.isArray(value) ? (value[0] ?? {}) : value);
  const bodies = inside(section)
    .flatMap(inside)
    .map((body) => (Array.isArray(body) ? body[0] : body));
  return bodies.find((body) => JSON.stringify(body).includes(marker));
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../server/src/catalogue';
import { propertySchema, schemaOf } from '../../server/src/data/cloudformationSchema';
import { fixesFor } from '../../server/src/engine/fixes';
import { fileName, writeExample } from '../../tools/examples';
import { checkText, proveFix } from '../support/checking';

const form = 'CloudFormation JSON';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: Json }>>;

const isMap = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isFunction(value: Json): boolean {
  const [name, ...others] = isMap(value) ? Object.keys(value) : [];
  return name !== undefined && others.length === 0 && /^(?:Ref$|Fn::)/.test(name);
}

/** Where a value is not of the shape that the schema of its type gives to its place. */
function misfits(type: string, value: Json, path: string): string[] {
  const schema = propertySchema(type, path);
  if (!schema) return schemaOf(type)?.complete ? [`${type} has no ${path}`] : [];
  if (isFunction(value) || schema.type === 'json' || schema.type === 'any') return [];
  const isList = Array.isArray(value);
  const isObject = isMap(value);
  const wantsObject = schema.type === 'object' || schema.type === 'map';
  if (isList !== (schema.type === 'list') || isObject !== wantsObject) return [`${type} ${path} is no ${schema.type}`];
  if (isList) return value.flatMap((item) => misfits(type, item, `${path}[*]`));
  return isObject && schema.type === 'object' ? below(type, value, `${path}.`) : [];
}

function below(type: string, values: { readonly [key: string]: Json }, prefix: string): string[] {
  return Object.entries(values).flatMap(([name, value]) => misfits(type, value, prefix + name));
}

function misfitsIn(template: string): string[] {
  const { Resources: resources = {} } = JSON.parse(template) as { readonly Resources?: Resources };
  return Object.values(resources).flatMap(({ Type, Properties }) =>
    Properties !== undefined && isMap(Properties) ? below(Type, Properties, '') : [],
  );
}

test('every fix writes what the schema of CloudFormation takes', () => {
  let tried = 0;
  for (const { id, example } of rules) {
    const text = writeExample(example, form);
    if (text === undefined) continue;
    const checked = checkText(fileName(form), text);
    const before = new Set(misfitsIn(text));
    for (const finding of checked.findings.filter(({ rule }) => rule === id)) {
      for (const fix of fixesFor(checked, finding)) {
        const after = misfitsIn(proveFix(checked, finding, fix)).filter((one) => !before.has(one));
        assert.deepEqual(after, [], `${id}: ${fix.title}`);
        tried++;
      }
    }
  }
  assert.ok(tried > 300, `${tried} fixes`);
});

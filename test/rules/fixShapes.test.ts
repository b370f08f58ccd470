import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../server/src/catalogue';
import { propertySchema, schemaOf } from '../../server/src/data/cloudformationSchema';
import { type TerraformAttribute, terraformAttribute, terraformType } from '../../server/src/data/terraformAttributes';
import { fixesFor } from '../../server/src/engine/fixes';
import { type Form, fileName, writeExample } from '../../tools/examples';
import { checkText, proveFix } from '../support/checking';

type JsonMap = { readonly [key: string]: Json };
type Json = string | number | boolean | null | readonly Json[] | JsonMap;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isMap = (value: Json): value is JsonMap => typeof value === 'object' && value !== null && !isList(value);

/** Holds the fixes of every rule's example to the schema of a format; answers how many there are. */
function holdFixes(form: Form, misfitsIn: (text: string) => string[]): number {
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
  return tried;
}

function isFunction(value: Json): boolean {
  const [name, ...others] = isMap(value) ? Object.keys(value) : [];
  return name !== undefined && others.length === 0 && /^(?:Ref$|Fn::)/.test(name);
}

/** Where a value is not of the shape that the schema of its type gives to its place. */
function misfits(type: string, value: Json, path: string): string[] {
  const schema = propertySchema(type, path);
  if (!schema) return schemaOf(type)?.complete ? [`${type} has no ${path}`] : [];
  if (isFunction(value) || schema.type === 'json' || schema.type === 'any') return [];
  const wantsObject = schema.type === 'object' || schema.type === 'map';
  if (isList(value) !== (schema.type === 'list') || isMap(value) !== wantsObject)
    return [`${type} ${path} is no ${schema.type}`];
  if (isList(value)) return value.flatMap((item) => misfits(type, item, `${path}[*]`));
  return isMap(value) && schema.type === 'object' ? below(type, value, `${path}.`) : [];
}

function below(type: string, values: JsonMap, prefix: string): string[] {
  return Object.entries(values).flatMap(([name, value]) => misfits(type, value, prefix + name));
}

test('every fix writes what the schema of CloudFormation takes', () => {
  type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties?: Json }>>;
  const tried = holdFixes('CloudFormation JSON', (template) => {
    const { Resources: resources = {} } = JSON.parse(template) as { readonly Resources?: Resources };
    return Object.values(resources).flatMap(({ Type, Properties }) =>
      Properties !== undefined && isMap(Properties) ? below(Type, Properties, '') : [],
    );
  });
  assert.ok(tried > 300, `${tried} fixes`);
});

/** What every resource of Terraform may have, whatever the provider says of its type. */
const metaArguments = new Set(['count', 'depends_on', 'for_each', 'lifecycle', 'provider']);

/** The resources of a Terraform file against the schema of the provider. */
class TerraformShapes {
  /** The places of which the table does not tell what may stand there. */
  readonly untold = new Set<string>();
  /** The JSON documents that stand in texts, which have no blocks. */
  readonly documents = new Set<string>();

  misfitsIn(text: string): string[] {
    type Blocks = Readonly<Record<string, Readonly<Record<string, Json>>>>;
    const { resource = {} } = JSON.parse(text) as { readonly resource?: Blocks };
    return Object.entries(resource).flatMap(([type, named]) =>
      Object.values(named).flatMap((block) => this.inBlock(type, block, '')),
    );
  }

  /** A block is an object, or a list of such. */
  private inBlock(type: string, block: Json, path: string): string[] {
    const bodies = isList(block) ? block : [block];
    const prefix = path === '' ? '' : `${path}.`;
    const below = (terraformType(type)?.paths ?? []).filter((one) => one.startsWith(prefix));
    if (below.length === 0) {
      this.untold.add(`${type} ${path}`);
      return [];
    }
    const required = below.filter(
      (one) => !one.slice(prefix.length).includes('.') && terraformAttribute(type, one)?.required,
    );
    return bodies.flatMap((body) => {
      if (!isMap(body)) return [`${type} ${path} is no block`];
      const missing = required.filter((one) => !Object.hasOwn(body, one.slice(prefix.length)));
      const names = Object.keys(body).filter((name) => path !== '' || !metaArguments.has(name));
      return [
        ...missing.map((one) => `${type} lacks ${one}`),
        ...names.flatMap((name) => this.at(type, body[name] ?? null, prefix + name)),
      ];
    });
  }

  private at(type: string, value: Json, path: string): string[] {
    const schema = terraformAttribute(type, path);
    if (!schema) return [`${type} has no ${path}`];
    if (schema.readOnly) return [`${type} ${path} is for the provider to set`];
    if (schema.block) {
      const isRepeated = schema.single && isList(value) && value.length > 1;
      return [...(isRepeated ? [`${type} ${path} stands once only`] : []), ...this.inBlock(type, value, path)];
    }
    if (typeof value === 'string' && value.startsWith('${')) return [];
    if (typeof value === 'string' && /^[{[]/.test(value)) this.documents.add(value);
    if (schema.type === 'any') {
      this.untold.add(`${type} ${path}`);
      return [];
    }
    if (!hasShape(value, schema)) return [`${type} ${path} is no ${schema.type}: ${JSON.stringify(value)}`];
    if (isList(value)) return value.flatMap((item) => this.at(type, item, `${path}[*]`));
    if (schema.type === 'object') return this.inBlock(type, value, path);
    return isMap(value) ? Object.entries(value).flatMap(([name, held]) => this.at(type, held, `${path}.${name}`)) : [];
  }
}

/** Whether a value is what Terraform takes for an attribute without converting it. */
function hasShape(value: Json, { type }: TerraformAttribute): boolean {
  if (type === 'list' || type === 'set') return isList(value);
  if (type === 'map' || type === 'object') return isMap(value);
  return typeof value === (type === 'bool' ? 'boolean' : type);
}

const terraformShapes = (['Terraform JSON', 'Terraform JSON with lists'] as const).map((form) => {
  const shapes = new TerraformShapes();
  test(`every fix writes what the provider's schema takes, in ${form}`, () => {
    const tried = holdFixes(form, (text) => shapes.misfitsIn(text));
    assert.ok(tried > 350, `${tried} fixes`);
    assert.deepEqual([...shapes.untold], []);
  });
  return shapes;
});

test('JSON in a text of Terraform is the same however blocks are written', () => {
  const [objects, lists] = terraformShapes;
  assert.ok((objects?.documents.size ?? 0) > 50, `${objects?.documents.size} documents`);
  assert.deepEqual(lists?.documents, objects?.documents);
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kinds, rules } from '../../../server/src/catalogue';
import { policyDocument } from '../../../server/src/catalogue/ec2';
import { metadataCredentials } from '../../../server/src/catalogue/plainTextSecrets';
import { propertySchema } from '../../../server/src/data/cloudformationSchema';
import { terraformAttribute } from '../../../server/src/data/terraformAttributes';
import { defaultSettings } from '../../../server/src/engine/settings';
import type { Attribute, Kind, Locator } from '../../../server/src/model/kind';
import type { Dialect } from '../../../server/src/model/resource';

/** A row in one format, with the types whose schema has to know it. */
interface Row {
  readonly title: string;
  readonly dialect: Dialect;
  readonly types: readonly string[];
  readonly locator: Locator;
  readonly attribute: Attribute;
}

// A policy in a file of its own has no type and no schema, and neither have credentials in metadata.
const resourceKinds = kinds.filter((kind) => kind !== policyDocument && kind !== metadataCredentials);
const rows = resourceKinds.flatMap((kind) => [...rowsOf(kind, 'cloudformation'), ...rowsOf(kind, 'terraform')]);

function rowsOf(kind: Kind, dialect: Dialect): Row[] {
  return Object.entries(kind.attributes).flatMap(([name, attribute]) =>
    [attribute[dialect] ?? []].flat().map((row): Row => {
      const locator = typeof row === 'string' ? { path: row } : (row as Locator);
      const types = locator.satellite ? [locator.satellite.type] : kind[dialect];
      return { title: `${kind.id}.${name} (${locator.path})`, dialect, types, locator, attribute };
    }),
  );
}

/** What the schema of a type says of a path; of the text around it, for a path into a JSON document. */
function schemaAt(dialect: Dialect, type: string, path: string) {
  const [outside = path] = path.split('.json(');
  return dialect === 'cloudformation' ? propertySchema(type, outside) : terraformAttribute(type, outside);
}

describe('The rows of the kinds', () => {
  test('stand in the schema of every type they are for', () => {
    for (const { title, dialect, types, locator } of rows) {
      for (const type of types) assert.ok(schemaAt(dialect, type, locator.path), `${title} is not in ${type}`);
    }
  });

  test('of satellites join by attributes that the satellites have', () => {
    for (const { title, dialect, locator } of rows) {
      const { satellite } = locator;
      if (satellite) assert.ok(schemaAt(dialect, satellite.type, satellite.join), `${title}: ${satellite.join}`);
    }
  });

  test('have the types of the schema', () => {
    const names: Partial<Record<Attribute['type'], readonly string[]>> = {
      boolean: ['boolean', 'bool'],
      number: ['number'],
    };
    for (const { title, dialect, types, locator, attribute } of rows) {
      const expected = names[attribute.type];
      // Words, list items and JSON documents spell what is a boolean to a rule as text.
      if (!expected || locator.words || /[=(]/.test(locator.path)) continue;
      for (const type of types) {
        assert.ok(expected.includes(schemaAt(dialect, type, locator.path)?.type ?? ''), `${title} in ${type}`);
      }
    }
  });

  test('use words that the schema allows', () => {
    for (const { title, types, locator } of rows.filter(({ dialect }) => dialect === 'cloudformation')) {
      const { words } = locator;
      for (const type of words ? types : []) {
        const allowed = propertySchema(type, locator.path)?.allowedValues;
        for (const word of [words?.on ?? '', ...(words?.off ?? [])]) {
          assert.ok(!allowed || allowed.includes(word), `${title}: ${word} is not among ${allowed?.join(', ')}`);
        }
      }
    }
  });

  test('that rules hold to a value are held to one that the schema allows', () => {
    for (const rule of rules) {
      if (rule.subject !== 'attribute') continue;
      for (const { attribute, must } of rule.requires) {
        const wanted = must.kind === 'equals' ? [String(must.value)] : [];
        if (must.kind === 'oneOf') {
          wanted.push(...(typeof must.values === 'function' ? must.values(defaultSettings) : must.values));
        }
        const row = rule.kind.attributes[attribute];
        assert.ok(row, `${rule.id} requires ${attribute}, which ${rule.kind.id} has no row for`);
        if (row.type !== 'text') continue;
        for (const { types, locator } of rowsOf(rule.kind, 'cloudformation').filter((one) => one.attribute === row)) {
          for (const type of types) {
            const allowed = propertySchema(type, locator.path)?.allowedValues;
            for (const value of wanted) assert.ok(!allowed || allowed.includes(value), `${rule.id}: ${value}`);
          }
        }
      }
    }
  });

  test('name identifiers that Terraform has', () => {
    for (const { id, identifiers, terraform } of resourceKinds) {
      for (const type of identifiers ? terraform : []) {
        for (const name of Object.values(identifiers?.terraform ?? {})) {
          assert.ok(terraformAttribute(type, name), `${id}: ${type} has no ${name}`);
        }
      }
    }
  });

  test('of satellites are joined to kinds that have identifiers', () => {
    const owners = resourceKinds.filter((kind) =>
      [...rowsOf(kind, 'cloudformation'), ...rowsOf(kind, 'terraform')].some((row) => row.locator.satellite),
    );
    for (const kind of owners) assert.ok(kind.identifiers, kind.id);
  });

  test('of defaults say their source and, as a date, since when they hold', () => {
    for (const { id, attributes } of kinds) {
      for (const [name, { defaults = [] }] of Object.entries(attributes)) {
        for (const { source, since } of defaults) {
          assert.match(
            source,
            /^https:\/\/(docs\.aws\.amazon\.com|aws\.amazon\.com|registry\.terraform\.io|github\.com\/aws)\//,
          );
          if (since !== undefined) assert.match(since, /^\d{4}-\d{2}(-\d{2})?$/, `${id}.${name}`);
        }
      }
    }
  });
});

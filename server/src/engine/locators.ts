import type { Attribute, Locator } from '../model/kind';
import type { Dialect } from '../model/resource';

/** The locators of an attribute in a dialect. */
export function locatorsOf(attribute: Attribute, dialect: Dialect): readonly Locator[] {
  const known = locatorsIn[dialect].get(attribute) ?? readLocators(attribute, dialect);
  locatorsIn[dialect].set(attribute, known);
  return known;
}

/** The rows that were read: they are those of the catalogue. */
const locatorsIn: Readonly<Record<Dialect, WeakMap<Attribute, readonly Locator[]>>> = {
  cloudformation: new WeakMap(),
  terraform: new WeakMap(),
};

function readLocators(attribute: Attribute, dialect: Dialect): Locator[] {
  const row = attribute[dialect];
  const rows = row === undefined ? [] : Array.isArray(row) ? row : [row];
  return (rows as (string | Locator)[]).map((one) => (typeof one === 'string' ? { path: one } : one));
}

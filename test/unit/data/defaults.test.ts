import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { kinds } from '../../../server/src/catalogue';
import { locatorsOf } from '../../../server/src/engine/locators';
import type { Attribute } from '../../../server/src/model/kind';
import { ResourceSpecification } from '../../../tools/data/cloudformation';
import { PACKAGES } from '../../../tools/data/sources';

/** The default that holds in CloudFormation whatever else is written, in the words of the first row. */
function plainDefault(attribute: Attribute): string | undefined {
  const [locator] = locatorsOf(attribute, 'cloudformation');
  const found = attribute.defaults?.find((one) => one.dialect !== 'terraform' && !one.when);
  if (!locator || locator.satellite || !found || typeof found.is === 'string') return undefined;
  const { value } = found.is;
  return typeof value === 'boolean' && locator.words
    ? value
      ? locator.words.on
      : locator.words.off[0]
    : String(value);
}

test("the catalogue's defaults are those of the CloudFormation specification, where that tells them", (context) => {
  if (!existsSync(PACKAGES)) return context.skip('the source packages are not installed');
  const specification = new ResourceSpecification();
  let compared = 0;
  for (const kind of kinds) {
    for (const [name, attribute] of Object.entries(kind.attributes)) {
      const ours = plainDefault(attribute);
      const [locator] = locatorsOf(attribute, 'cloudformation');
      const [type] = kind.cloudformation;
      if (ours === undefined || !locator || !type || /[[(]/.test(locator.path)) continue;
      const theirs = specification.defaultOf(type, locator.path);
      if (theirs === undefined) continue;
      compared++;
      assert.equal(ours, String(theirs), `${kind.id}.${name}`);
    }
  }
  assert.ok(compared >= 3, `only ${compared} defaults could be compared`);
});

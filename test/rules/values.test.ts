import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rules } from '../../server/src/catalogue';
import { fixedValue } from '../../server/src/engine/judge';
import { locatorsOf } from '../../server/src/engine/locators';
import { defaultSettings } from '../../server/src/engine/settings';
import { UnitWorld } from '../../server/src/engine/view';
import { formatOf } from '../../server/src/formats/recognise';
import type { Finding } from '../../server/src/model/finding';
import type { AttributeRule, Requirement } from '../../server/src/model/rule';
import { dialectOf, type Form, fileName, forms, unitOf, writeExample } from '../../tools/examples';
import { checkText, shown } from '../support/checking';
import { type Expected, marker, valueCases } from '../support/expressions';

for (const rule of rules) {
  if (rule.subject === 'attribute') describe(rule.id, () => matrix(rule));
}

/** Every requirement of a rule, in every format, with its value said in every way. How blocks are written is none. */
function matrix(rule: AttributeRule): void {
  for (const requirement of rule.requires) {
    for (const form of forms.filter((one) => one !== 'Terraform JSON with lists')) {
      const locator = locatorsOf(rule.kind.attributes[requirement.attribute] ?? { type: 'text' }, dialectOf(form))[0];
      // Inside a JSON document in a string there are no functions to write a value with.
      if (!locator || locator.path.includes('json(')) continue;
      const text = withMarker(rule, requirement, form);
      if (text === undefined) continue;
      const [right, wrong] = spelledValues(rule, requirement, form);
      const absent = own(rule, text.replace(/\r/g, ''), form, undefined).length > 0;
      for (const { name, expected, text: document } of valueCases(text, form, right, wrong)) {
        test(`${requirement.attribute} in ${form}: ${name}`, () => {
          judge(rule, own(rule, document, form, expected), expected, document, absent);
        });
      }
    }
  }
}

/** The findings of the rule; with no expectation those of the document without the attribute. */
function own(rule: AttributeRule, text: string, form: Form, expected: Expected | undefined): Finding[] {
  const document = expected
    ? text
    : valueCases(text, form, 'x', undefined).find((one) => one.expected === 'asNotWritten')?.text;
  return checkText(fileName(form), document ?? text).findings.filter((finding) => finding.rule === rule.id);
}

function judge(
  rule: AttributeRule,
  findings: readonly Finding[],
  expected: Expected,
  document: string,
  absent: boolean,
): void {
  const context = `${findings.map(shown).join('\n')}\nin\n${document}`;
  if (expected === 'silent') assert.equal(findings.length, 0, context);
  if (expected === 'found') {
    assert.equal(findings.length, 1, context);
    assert.equal(findings[0]?.severity, rule.severity, context);
  }
  if (expected === 'quieter') {
    assert.equal(findings.length, 1, context);
    assert.notEqual(findings[0]?.severity, rule.severity === 'hint' ? undefined : rule.severity, context);
  }
  if (expected === 'asNotWritten') assert.equal(findings.length > 0, absent, context);
}

/** The example of a rule with all of its requirements met but one, which has the marker for its value. */
function withMarker(rule: AttributeRule, requirement: Requirement, form: Form): string | undefined {
  const [first, ...others] = rule.example.resources;
  if (!first) return undefined;
  const attributes = { ...first.attributes };
  for (const other of rule.requires) attributes[other.attribute] = rightValue(rule, other, form);
  attributes[requirement.attribute] = marker;
  const text = writeExample({ resources: [{ ...first, attributes }, ...others] }, form);
  return text?.includes(marker) ? text : undefined;
}

function rightValue(rule: AttributeRule, requirement: Requirement, form: Form): string | number | boolean {
  const example = writeExample(rule.example, form);
  assert.ok(example !== undefined);
  const unit = unitOf(fileName(form), example);
  const world = new UnitWorld(formatOf(unit).lower(unit), formatOf(unit), defaultSettings);
  const [view] = world.views(rule.kind);
  const value = view && fixedValue(requirement, view, defaultSettings);
  return typeof value === 'object' || value === undefined ? 'arn:aws:iam::123456789012:role/given' : value;
}

/** A right and a wrong value as their row spells them. */
function spelledValues(rule: AttributeRule, requirement: Requirement, form: Form): [string, string | undefined] {
  const right = rightValue(rule, requirement, form);
  const { must } = requirement;
  const row = rule.kind.attributes[requirement.attribute];
  const words = row && locatorsOf(row, dialectOf(form))[0]?.words;
  const spell = (value: string | number | boolean) =>
    words && typeof value === 'boolean' ? (value ? words.on : (words.off[0] as string)) : String(value);
  switch (must.kind) {
    case 'equals':
      return [spell(right), typeof must.value === 'boolean' ? spell(!must.value) : 'something-else'];
    case 'oneOf':
      return [spell(right), 'something-else'];
    case 'noneOf':
      return [spell(right), must.values[0]];
    case 'atLeast':
      return [spell(right), String(must.value - 1)];
    default:
      return [spell(right), undefined];
  }
}

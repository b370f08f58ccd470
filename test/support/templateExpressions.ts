import type { Draft, Expression } from './expressions';

const parameter = (fallback?: string) => ({
  P: { Type: 'String', ...(fallback !== undefined && { Default: fallback }) },
});
const conditional = (whenTrue: Expression, whenFalse: Expression) => ({ 'Fn::If': ['C', whenTrue, whenFalse] });
const noValue = { Ref: 'AWS::NoValue' };
const always = { 'Fn::Equals': ['a', 'a'] };
const isOn = { 'Fn::Equals': [{ Ref: 'Q' }, 'on'] };

/** All ways to say a value in a template. */
export function cloudFormationDrafts(right: string, wrong: string | undefined): Draft[] {
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
  if (wrong === undefined) return [...drafts, ...computedDrafts(right, 'right', 'silent')];
  const parameters = (fallback?: string) => ({ Q: { Type: 'String', ...(fallback && { Default: fallback }) } });
  return [
    ...drafts,
    ...computedDrafts(right, 'right', 'silent'),
    ...computedDrafts(wrong, 'wrong', 'found'),
    ...chosenDrafts(right, wrong),
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

/** One value, right or wrong, as it comes of functions whose arguments are all known. */
function computedDrafts(text: string, what: string, expected: Draft['expected']): Draft[] {
  const half = Math.ceil(text.length / 2);
  const mappings = { M: { k: { v: text } } };
  const list = { P: { Type: 'CommaDelimitedList', Default: `other, ${text} ` } };
  const drafts: Omit<Draft, 'expected'>[] = [
    { name: 'a mapping', value: { 'Fn::FindInMap': ['M', 'k', 'v'] }, sections: { Mappings: mappings } },
    {
      name: 'the default of a mapping',
      value: { 'Fn::FindInMap': ['M', 'elsewhere', 'v', { DefaultValue: text }] },
      sections: { Mappings: mappings },
    },
    { name: 'a selection', value: { 'Fn::Select': ['1', ['other', text]] } },
    { name: 'a piece of a text', value: { 'Fn::Select': [1, { 'Fn::Split': ['|', `other|${text}`] }] } },
    { name: 'an item of a list parameter', value: { 'Fn::Select': [1, { Ref: 'P' }] }, sections: { Parameters: list } },
    { name: 'joined pieces', value: { 'Fn::Join': ['', [text.slice(0, half), noValue, text.slice(half)]] } },
    {
      name: 'joined pieces of another text',
      value: { 'Fn::Join': ['', { 'Fn::Split': ['|', `${text.slice(0, half)}|${text.slice(half)}`] }] },
    },
    {
      name: 'substituted variables',
      value: { 'Fn::Sub': ['${A}${B}', { A: text.slice(0, half), B: text.slice(half) }] },
    },
    {
      name: 'nested conditions',
      value: conditional(conditional(text, 'never'), conditional('never', { Ref: 'Q' })),
      sections: { Parameters: { Q: { Type: 'String' } }, Conditions: { C: isOn } },
    },
    {
      name: 'a parameter that a rule leaves one value',
      value: { Ref: 'P' },
      sections: {
        Parameters: { P: { Type: 'String', Default: 'never' } },
        Rules: { R: { Assertions: [{ Assert: { 'Fn::Contains': [[text], { Ref: 'P' }] } }] } },
      },
    },
    { name: 'a resource that a loop makes', value: { Ref: 'X' }, loop: [text] },
    { name: 'a property of a resource that a loop makes', value: text, loop: ['a', 'b', 'c'] },
  ];
  return drafts.map((draft) => ({ ...draft, name: `${draft.name}, ${what}`, expected }));
}

/** A right and a wrong value, one of which is chosen by what may or may not be known. */
function chosenDrafts(right: string, wrong: string): Draft[] {
  const regions = (east: string, west: string) => ({ M: { 'us-east-1': { v: east }, 'us-west-2': { v: west } } });
  const byRegion = { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'v'] };
  const byParameter = { 'Fn::FindInMap': ['M', { Ref: 'Q' }, 'v'] };
  const chooser = (more: object) => ({ Parameters: { Q: { Type: 'String', ...more } } });
  return [
    {
      name: 'a mapping by region, right in all',
      expected: 'silent',
      value: byRegion,
      sections: { Mappings: regions(right, right) },
    },
    {
      name: 'a mapping by region, wrong in one',
      expected: 'found',
      value: byRegion,
      sections: { Mappings: regions(right, wrong) },
    },
    {
      name: 'a mapping by a parameter whose default leads to a wrong value',
      expected: 'found',
      value: byParameter,
      sections: { ...chooser({ Default: 'us-west-2' }), Mappings: regions(right, wrong) },
    },
    {
      name: 'a mapping by a parameter whose default leads to a right value',
      expected: 'quieter',
      value: byParameter,
      sections: { ...chooser({ Default: 'us-east-1' }), Mappings: regions(right, wrong) },
    },
    {
      name: 'a mapping by a parameter that may not lead to the wrong value',
      expected: 'silent',
      value: byParameter,
      sections: { ...chooser({ AllowedValues: ['us-east-1'] }), Mappings: regions(right, wrong) },
    },
    {
      name: 'a mapping that is not there',
      expected: 'silent',
      value: { 'Fn::FindInMap': ['M', 'k', 'v'] },
    },
    {
      name: 'a selection by an unknown index',
      expected: 'silent',
      value: { 'Fn::Select': [{ Ref: 'Q' }, [wrong, wrong]] },
      sections: chooser({}),
    },
    {
      name: 'a piece of an attribute',
      expected: 'silent',
      value: { 'Fn::Select': [0, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Other', 'Data'] }] }] },
      sections: { other: true },
    },
    { name: 'an availability zone', expected: 'silent', value: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] } },
    {
      name: 'a parameter with a right default that allows wrong values',
      expected: 'silent',
      value: { Ref: 'P' },
      sections: { Parameters: { P: { Type: 'String', Default: right, AllowedValues: [right, wrong] } } },
    },
    {
      name: 'a parameter with a wrong default where a condition says that it is right',
      expected: 'silent',
      value: conditional({ Ref: 'P' }, right),
      sections: { Parameters: parameter(wrong), Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, right] } } },
    },
    {
      name: 'a parameter with a right default where a condition says that it is wrong',
      expected: 'quieter',
      value: conditional({ Ref: 'P' }, right),
      sections: { Parameters: parameter(right), Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, wrong] } } },
    },
    {
      name: 'a resource that a loop makes right and wrong',
      expected: 'found',
      value: { Ref: 'X' },
      loop: [right, wrong],
    },
  ];
}

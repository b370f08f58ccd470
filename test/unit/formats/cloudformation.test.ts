import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloudFormation } from '../../../server/src/formats/cloudformation';
import type { Value } from '../../../server/src/model/value';
import { unitOf } from '../../../tools/examples';

/** What a value says, in few words. */
function said(value: Value | undefined): unknown {
  if (!value) return 'missing';
  switch (value.kind) {
    case 'literal':
      return value.text;
    case 'template':
      return value.parts.map((part) => (typeof part === 'string' ? part : said(part)));
    case 'reference':
      return { to: value.to, attribute: value.attribute };
    case 'parameter':
      return { parameter: value.name, fallback: value.fallback && said(value.fallback) };
    case 'branches':
      return value.cases.map((one) => [one.likelihood, said(one.value)]);
    case 'list':
      return value.items.map(said);
    case 'map':
      return Object.fromEntries([...value.fields].map(([key, field]) => [key, said(field.value)]));
    default:
      return value.kind;
  }
}

/** What the property `P` of the resource `R` says in a template with further sections. */
function property(written: string, sections = ''): unknown {
  const text = `Resources:\n  R:\n    Type: AWS::S3::Bucket\n    Properties:\n      P: ${written}\n  Other:\n    Type: AWS::KMS::Key\n${sections}`;
  const model = cloudFormation.lower(unitOf('t.yaml', text));
  return said(model.resources[0]?.properties.fields.get('P')?.value);
}

test('scalars keep their source text', () => {
  assert.equal(property('012345678901'), '012345678901');
  assert.equal(property('2012-10-17'), '2012-10-17');
  assert.equal(property('"a\\u00e9b"'), 'aéb');
  assert.equal(property('1e3'), '1e3');
});

test('a value that is not written yet is unknown, AWS::NoValue is not written', () => {
  assert.equal(property(''), 'unknown');
  assert.equal(property('null'), 'unknown');
  assert.equal(property('!Ref AWS::NoValue'), 'notWritten');
});

test('short and long functions say the same', () => {
  for (const written of ['!Ref Other', '{Ref: Other}', '{"Ref": "Other"}']) {
    assert.deepEqual(property(written), { to: 'Other', attribute: undefined }, written);
  }
  for (const written of [
    '!GetAtt Other.Arn',
    '!GetAtt [Other, Arn]',
    '{Fn::GetAtt: [Other, Arn]}',
    '{Fn::GetAtt: Other.Arn}',
  ]) {
    assert.deepEqual(property(written), { to: 'Other', attribute: 'Arn' }, written);
  }
});

test('substitutions become text with holes', () => {
  assert.deepEqual(property('!Sub "${Other.Arn}/*"'), [{ to: 'Other', attribute: 'Arn' }, '/*']);
  assert.deepEqual(property('!Sub ["${X}/y", {X: !Ref Other}]'), [{ to: 'Other', attribute: undefined }, '/y']);
  assert.deepEqual(property('!Sub "${!Literal}"'), '${Literal}');
  assert.deepEqual(property('!Sub "${Other}"'), { to: 'Other', attribute: undefined });
  assert.deepEqual(property('!Join ["/", [!GetAtt Other.Arn, "*"]]'), [{ to: 'Other', attribute: 'Arn' }, '/', '*']);
  assert.equal(property('!Join ["", [a, b]]'), 'ab');
});

test('a parameter brings its default, unless that is only the name of a value', () => {
  const parameters = (type: string) => `Parameters:\n  Q:\n    Type: ${type}\n    Default: x\n`;
  assert.deepEqual(property('!Ref Q', parameters('String')), { parameter: 'Q', fallback: 'x' });
  assert.deepEqual(property('!Ref Q', parameters('AWS::SSM::Parameter::Value<String>')), {
    parameter: 'Q',
    fallback: undefined,
  });
});

test('a mapping is looked up by known keys, with any other key it is all it may be', () => {
  const mappings = 'Mappings:\n  M:\n    a:\n      b: c\n    x:\n      b: d\n    y: {}\n';
  const byRegion = '!FindInMap [M, !Ref AWS::Region, b]';
  assert.equal(property('!FindInMap [M, a, b]', mappings), 'c');
  assert.equal(property('!FindInMap [M, e, b]', mappings), 'unknown');
  assert.equal(property('!FindInMap [M, e, b, {DefaultValue: z}]', mappings), 'z');
  assert.deepEqual(property(byRegion, mappings), [
    ['open', 'c'],
    ['open', 'd'],
  ]);
  assert.deepEqual(property('!FindInMap [M, !Ref AWS::Region, b, {DefaultValue: z}]', mappings), [
    ['open', 'c'],
    ['open', 'd'],
    ['open', 'z'],
    ['open', 'z'],
  ]);
  assert.deepEqual(property(byRegion, `${mappings}    Fn::Transform: {Name: AWS::Include}\n`), [
    ['open', 'c'],
    ['open', 'd'],
    ['open', 'unknown'],
  ]);
});

test('lists are followed as far as it is known what is in them', () => {
  const list = 'Parameters:\n  L:\n    Type: CommaDelimitedList\n    Default: a, b\n  Q:\n    Type: String\n';
  assert.equal(property('!Select [1, [a, b]]'), 'b');
  assert.equal(property('!Select [2, [a, b]]'), 'unknown');
  assert.equal(property('!Select [!Ref Q, [a, b]]', list), 'unknown');
  assert.deepEqual(property('!Select [1, !Ref L]', list), { parameter: 'L', fallback: 'b' });
  assert.deepEqual(property('!Ref L', list), { parameter: 'L', fallback: ['a', 'b'] });
  assert.deepEqual(property('!Join ["-", !Ref L]', list), { parameter: 'L', fallback: 'a-b' });
  assert.deepEqual(property('{"Fn::Length": {Ref: L}}', list), { parameter: 'L', fallback: '2' });
  assert.deepEqual(property('!Split ["-", a-b]'), ['a', 'b']);
  assert.equal(property('!Split ["-", !Ref Q]', list), 'unknown');
  assert.deepEqual(property('!Select [0, !Split [":", !GetAtt Other.Arn]]'), [[{ to: 'Other', attribute: 'Arn' }]]);
  assert.deepEqual(property('!GetAZs ""'), []);
  assert.equal(property('!Select [0, !GetAZs ""]'), 'unknown');
  assert.equal(property('{"Fn::Length": {"Fn::GetAZs": ""}}'), 'unknown');
});

test('items that a condition may take away leave no place in a list certain', () => {
  const sections = 'Parameters:\n  Q:\n    Type: String\nConditions:\n  C: !Equals [!Ref Q, a]\n';
  assert.equal(property('!Join ["-", [a, !Ref AWS::NoValue, b]]', sections), 'a-b');
  assert.equal(property('!Join ["-", [a, !If [C, b, !Ref AWS::NoValue]]]', sections), 'unknown');
  assert.equal(property('!Select [0, [!If [C, b, !Ref AWS::NoValue], a]]', sections), 'unknown');
});

test('a dynamic reference is a hole in a text, with what it refers to itself', () => {
  assert.deepEqual(property('"a{{resolve:ssm:x}}b"'), ['a', 'unknown', 'b']);
  assert.deepEqual(property('!Sub "{{resolve:secretsmanager:${Other}:SecretString:x}}"'), [
    'unknown',
    { to: 'Other', attribute: undefined },
  ]);
  assert.deepEqual(property('!Join ["", ["{{resolve:ssm:", !Ref Other, "}}", b]]'), [
    'unknown',
    { to: 'Other', attribute: undefined },
    'b',
  ]);
});

test('conditions are constant, by default or open', () => {
  const sections = (condition: string, fallback = '') =>
    `Parameters:\n  Q:\n    Type: String\n    AllowedValues: [a, b]\n${fallback && `    Default: ${fallback}\n`}Conditions:\n  C: ${condition}\n`;
  assert.equal(property('!If [C, x, y]', sections('!Equals [a, a]')), 'x');
  assert.equal(property('!If [C, x, y]', sections('!Not [!Equals [a, a]]')), 'y');
  assert.equal(property('!If [C, x, y]', sections('!Equals [!Ref Q, elsewhere]')), 'y');
  assert.deepEqual(property('!If [C, x, y]', sections('!Equals [!Ref Q, a]', 'a')), [
    ['byDefault', 'x'],
    ['notByDefault', 'y'],
  ]);
  assert.deepEqual(property('!If [C, x, y]', sections('!Equals [!Ref Q, a]')), [
    ['open', 'x'],
    ['open', 'y'],
  ]);
  assert.equal(property('!If [C, x, y]', sections('!Or [!Equals [!Ref Q, a], !Equals [1, 1]]')), 'x');
  assert.deepEqual(property('!If [C, x, y]', sections('!Condition C')), [
    ['open', 'x'],
    ['open', 'y'],
  ]);
});

test('aliases, doubled keys and foreign functions are unknown', () => {
  assert.deepEqual(property('{a: &x 1, b: *x}'), { a: '1', b: 'unknown' });
  assert.deepEqual(property('{a: 1, a: 2}'), { a: 'unknown' });
  assert.equal(property('!Select [0, !Cidr [a, 1, 2]]'), 'unknown');
  assert.equal(property('!Base64 x'), 'unknown');
  assert.equal(property('!ImportValue x'), 'unknown');
  assert.deepEqual(property('"{{resolve:ssm:x}}"'), ['unknown']);
});

test('a resource whose condition never holds is not there', () => {
  const text =
    'Conditions:\n  Never: !Equals [a, b]\nResources:\n  R:\n    Type: AWS::S3::Bucket\n    Condition: Never\n';
  assert.deepEqual(cloudFormation.lower(unitOf('t.yaml', text)).resources, []);
});

test('a resource under a condition knows that the condition holds', () => {
  const text =
    'Parameters:\n  Q:\n    Type: String\nConditions:\n  C: !Equals [!Ref Q, a]\nResources:\n  R:\n    Type: AWS::S3::Bucket\n    Condition: C\n    Properties:\n      P: !If [C, x, y]\n';
  const [resource] = cloudFormation.lower(unitOf('t.yaml', text)).resources;
  assert.equal(resource?.likelihood, 'open');
  assert.equal(said(resource?.properties.fields.get('P')?.value), 'x');
});

test('a template that a macro may change, or that is half typed, is not complete', () => {
  const complete = (text: string) => cloudFormation.lower(unitOf('t.yaml', text)).complete;
  const resources = 'Resources:\n  R:\n    Type: AWS::S3::Bucket\n';
  assert.equal(complete(resources), true);
  assert.equal(complete(`Transform: AWS::Serverless-2016-10-31\n${resources}`), true);
  assert.equal(complete(`Transform: [Mine]\n${resources}`), false);
  assert.equal(complete(`${resources}  Half:\n`), false);
  assert.equal(complete(`${resources}  Half:\n    Type: AWS::S3::Buck\n`), false);
  assert.equal(complete(`${resources}  Half\n`), false);
});

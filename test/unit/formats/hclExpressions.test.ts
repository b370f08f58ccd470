import assert from 'node:assert/strict';
import { test } from 'node:test';
import { terraform } from '../../../server/src/formats/terraform';
import type { Value } from '../../../server/src/model/value';
import { parseTemplate, templateIn } from '../../../server/src/syntax/hcl/templates';
import { child, placeOf } from '../../../server/src/syntax/node';
import { parseDocument } from '../../../server/src/syntax/parse';
import { rangeOf } from '../../../server/src/syntax/ranges';
import { unitOf } from '../../../tools/examples';

/** The attribute `a` of a bucket in a module with other sections. */
function attribute(value: unknown, sections: object = {}): Value {
  const content = { resource: { aws_kms_key: { k: {} }, aws_s3_bucket: { b: { a: value } } }, ...sections };
  const model = terraform.lower(unitOf('main.tf.json', JSON.stringify(content)));
  const found = model.resources.find((one) => one.name === 'b')?.properties.fields.get('a')?.value;
  assert.ok(found);
  return found;
}

/** A value as short text: what is not known is `?`, what is not written `null`. */
function brief(value: Value): string {
  switch (value.kind) {
    case 'literal':
      return value.text;
    case 'notWritten':
      return 'null';
    case 'reference':
      return `<${value.to}${value.attribute === undefined ? '' : `.${value.attribute}`}>`;
    case 'template':
      return value.parts.map((part) => (typeof part === 'string' ? part : brief(part))).join('');
    case 'list':
      return `[${[...value.items.map(brief), ...(value.open ? ['...'] : [])].join(', ')}]`;
    case 'map': {
      const fields = [...value.fields].map(([key, field]) => `${key}=${brief(field.value)}`);
      return `{${[...fields, ...(value.open ? ['...'] : [])].join(', ')}}`;
    }
    case 'branches':
      return value.cases.map((one) => `${one.likelihood}:${brief(one.value)}`).join(' | ');
    case 'parameter':
      return value.fallback ? brief(value.fallback) : '?';
    default:
      return '?';
  }
}

const sections = {
  variable: { none: {}, on: { default: true }, list: { default: ['x'] } },
  locals: { map: { b: '2', a: '1' }, list: ['p', 'q'], zero: 0 },
};

/** Expressions with what they come to. */
const examples: readonly (readonly [expression: string, result: string])[] = [
  ['1 + 2 * 3 - 4 / 2', '5'],
  ['(1 + 2) * 3 % 4', '1'],
  ['-local.zero == 0 && !(1 > 2) || false', 'true'],
  ['1 >= 2 || 2 <= 1 || 3 != 3', 'false'],
  ['"a" == "a" ? "yes" : "no"', 'yes'],
  ['var.none ? 1 : 2', 'open:1 | open:2'],
  ['var.on ? 1 : 2', 'byDefault:1 | notByDefault:2'],
  ['var.none && false', 'false'],
  ['true || var.none', 'true'],
  ['null == null', 'true'],
  ['"x" != null', 'true'],
  ['aws_kms_key.k.arn == null', '?'],
  ['local.map.a', '1'],
  ['local.map["b"]', '2'],
  ['local.list[1]', 'q'],
  ['local.list.0', 'p'],
  ['local.list[*]', '[p, q]'],
  ['[1, "two", [true,],]', '[1, two, [true]]'],
  ['{ a = 1, "b" : 2\n (local.map.a) = 3 }', '{a=1, b=2, 1=3}'],
  ['{ for k, v in local.map : v => k... }', '{2=[b], 1=[a]}'],
  ['[for k, v in local.map : "${k}${v}" if v != "2"]', '[a1]'],
  ['[for v in var.none : v]', '?'],
  ['"a\\tb\\u0041\\"$${x}%%{y}"', 'a\tbA"${x}%{y}'],
  ['"%{ for x in local.list ~} ${x}, %{ endfor }"', 'p, q, '],
  ['"%{ if var.on }a%{ else }b%{ endif }"', 'byDefault:a | notByDefault:b'],
  ['aws_kms_key.k.arn', '<aws_kms_key.k.arn>'],
  ['aws_kms_key.k[0].arn', '<aws_kms_key.k.arn>'],
  ['aws_kms_key.k["x"].arn', '<aws_kms_key.k.arn>'],
  ['aws_kms_key.k[*].arn', '[<aws_kms_key.k.arn>, ...]'],
  ['aws_kms_key.k.*.arn[0]', '<aws_kms_key.k.arn>'],
  ['one(aws_kms_key.k[*].arn)', '<aws_kms_key.k.arn>'],
  ['try(aws_kms_key.k[0].arn, "")', '<aws_kms_key.k.arn>'],
  ['format("%s/%d%%", aws_kms_key.k.arn, 5)', '<aws_kms_key.k.arn>/5%'],
  ['join(",", concat(local.list, ["r"]))', 'p,q,r'],
  ['split(",", "a,b")', '[a, b]'],
  ['merge({ a = 1 }, var.none, { b = 2 })', '{a=?, b=2, ...}'],
  ['merge({ a = 1 }, { a = 2 }...)', '?'],
  ['concat([{ a = 1 }, { a = 2 }]...)', '[...]'],
  ['merge([{ a = 1 }, { a = 2 }]...)', '{a=2}'],
  ['coalesce(null, "", "x")', 'x'],
  ['coalescelist([], ["x"])', '[x]'],
  ['try(local.map.gone, local.list[5], 7)', '7'],
  ['can(local.map.gone)', 'false'],
  ['can(local.map.a)', 'true'],
  ['can(var.none.x)', '?'],
  ['jsonencode({ a = [1] })', '{a=[1]}'],
  ['jsondecode("{\\"a\\": [true, null]}").a', '[true, null]'],
  ['lookup(local.map, "z", "d")', 'd'],
  ['element(local.list, 3)', 'q'],
  ['length(local.map) + length("abc") + length(local.list)', '7'],
  ['lower("AB") == "ab" && upper("ab") == "AB"', 'true'],
  ['trimspace("  a ")', 'a'],
  ['trim("?a!", "?!")', 'a'],
  ['trimprefix("ab", "a")', 'b'],
  ['trimsuffix("ab", "b")', 'a'],
  ['replace("a.b", ".", "-")', 'a-b'],
  ['replace("a.b", "/[.]/", "-")', '?'],
  ['substr("hello", 1, 3)', 'ell'],
  ['substr("hello", -2, -1)', 'lo'],
  ['startswith("abc", "ab") && endswith("abc", "bc")', 'true'],
  ['contains(local.list, "q")', 'true'],
  ['contains(local.list, var.none)', '?'],
  ['keys(local.map)', '[a, b]'],
  ['values(local.map)', '[1, 2]'],
  ['flatten([["a"], [["b"]], []])', '[a, b]'],
  ['distinct(["a", "b", "a"])', '[a, b]'],
  ['compact(["", "a", null])', '[a]'],
  ['setunion(["a"], ["b", "a"])', '[a, b]'],
  ['zipmap(["a"], [1])', '{a=1}'],
  ['slice(["a", "b", "c"], 1, 3)', '[b, c]'],
  ['max(1, 3) - min(2, 5) + abs(-1) + floor(1.5) + ceil(1.5)', '5'],
  ['alltrue([true, var.on]) && anytrue([false, true])', '?'],
  ['title("hello world")', 'Hello World'],
  ['tonumber("x")', '?'],
  ['tobool("true") ? 1 : 2', '1'],
  ['lower(var.list[0])', 'x'],
  ['cidrsubnet("10.0.0.0/8", 8, 1)', '?'],
  ['1 / 0', '?'],
  ['/* a comment */ 1 # another', '?'],
  ['/* a comment */ 1 // another\n', '1'],
];

for (const [expression, result] of examples) {
  test(`${expression} comes to ${result}`, () => {
    assert.equal(brief(attribute(`\${${expression}}`, sections)), result);
  });
}

test('a value that is computed has the string for its place, one that is written has its own', () => {
  const textAt = (value: Value) => {
    const { document, start, end } = rangeOf(value.origin);
    return document.text.slice(start, end);
  };
  assert.equal(
    textAt(attribute('${var.on ? "here" : "there"}', { variable: { on: { default: true } } })),
    '${var.on ? \\"here\\" : \\"there\\"}',
  );
  assert.equal(textAt(attribute('${false ? "here" : "there"}')), 'there');
  assert.equal(textAt(attribute('${local.l}', { locals: { l: 'elsewhere' } })), 'elsewhere');
  assert.equal(textAt(attribute('${lower("HERE")}')), '${lower(\\"HERE\\")}');
});

test('a hole that cannot be read leaves the others as they are', () => {
  const value = attribute('${aws_kms_key.k.arn}-${1 +}-${"}"}');
  assert.equal(brief(value), '<aws_kms_key.k.arn>-?-}');
});

test('an expression that nests too deep is not read', () => {
  assert.equal(brief(attribute(`\${${'('.repeat(50)}1${')'.repeat(50)}}`)), '1');
  assert.equal(brief(attribute(`\${${'('.repeat(50_000)}1${')'.repeat(50_000)}}`)), '?');
  assert.equal(brief(attribute(`\${${'['.repeat(50_000)}`)), '?');
  assert.equal(brief(attribute(`\${${'"${'.repeat(20_000)}1${'}"'.repeat(20_000)}}`)), '?');
  assert.equal(brief(attribute(`\${${'-'.repeat(50_000)}1}`)), '?');
  assert.equal(brief(attribute(`\${1${' + 1'.repeat(20_000)}}`)), '?');
  assert.equal(brief(attribute(`\${local.a${'.a'.repeat(20_000)}}`, { locals: { a: {} } })), '?');
});

/** Ways to make a value of another that is used twice. */
const twice: readonly (readonly [first: unknown, of: (name: string) => unknown])[] = [
  ['x', (name) => `\${${name}}\${${name}}`],
  ['x', (name) => `\${replace(${name}, "x", ${name})}`],
  ['x', (name) => `\${join(${name}, [${name}, ${name}])}`],
  [['x'], (name) => [`\${${name}}`, `\${${name}}`]],
  [['x'], (name) => `\${concat(${name}, ${name})}`],
  [['x'], (name) => `\${[for a in ${name} : [for b in ${name} : [a, b]]]}`],
  ['${var.v ? 1 : 2}', (name) => `\${${name} == 1 ? ${name} : ${name}}`],
];

test('values that double each other are given up before they cost too much', () => {
  const start = performance.now();
  for (const [first, of] of twice) {
    const locals: Record<string, unknown> = { l0: first };
    for (let i = 1; i <= 35; i++) locals[`l${i}`] = of(`local.l${i - 1}`);
    attribute('${local.l35}', { locals, variable: { v: {} } });
  }
  assert.ok(performance.now() - start < 30_000);
});

test('a decoded document that nests too deep is not read', () => {
  assert.equal(brief(attribute(`\${jsondecode("${'['.repeat(50_000)}")}`)), '?');
});

test('a chain of locals ends somewhere', () => {
  const locals = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`l${i}`, `\${local.l${i + 1}}`]));
  assert.equal(brief(attribute('${local.l0}', { locals })), '?');
  const nested = Array.from({ length: 60 }, (_, i) => {
    const value = Array.from({ length: 180 }).reduce((inner) => [inner], `\${local.l${i + 1}}`);
    return [`l${i}`, value];
  });
  attribute('${local.l0}', { locals: Object.fromEntries(nested) });
  const policies = Array.from({ length: 60 }, (_, i) => [
    `d${i}`,
    { source_policy_documents: [`\${data.aws_iam_policy_document.d${i + 1}.json}`] },
  ]);
  const data = { aws_iam_policy_document: Object.fromEntries(policies) };
  attribute('${data.aws_iam_policy_document.d0.json}', { data });
});

/** A repeatable sequence of numbers below one. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

test('no text makes the reader or the evaluator throw, and every stretch lies inside the text', () => {
  const pieces = [
    '${',
    '%{',
    '}',
    '"',
    '\\',
    '(',
    ')',
    '[',
    ']',
    '{',
    '.',
    '*',
    '?',
    ':',
    '=',
    '=>',
    '...',
    ',',
    '~',
    '\n',
    '#',
    '/*',
    '<<',
    '&&',
    '!',
    '-',
    '1',
    '0x',
    'é',
    '\u{1F600}',
    ' for x in ',
    ' if ',
    ' else ',
    'endif',
    'var.v',
    'local.l',
    'each',
    'try(',
    'null',
    'true',
    '::',
    '$${',
    '\\u00',
  ];
  const numbers = random(7);
  for (let round = 0; round < 1500; round++) {
    const length = Math.floor(numbers.next().value * 14);
    const text = Array.from({ length }, () => pieces[Math.floor(numbers.next().value * pieces.length)]).join('');
    const whole = round % 2 === 0 ? text : `\${${text}}`;
    attribute(whole, { variable: { v: { default: [1] } }, locals: { l: { a: 1 } } });
    assertInside(parseTemplate(whole), whole.length);
  }
});

function assertInside(tree: unknown, length: number): void {
  if (typeof tree !== 'object' || tree === null) return;
  const { start, end } = tree as { start?: number; end?: number };
  if (start !== undefined && end !== undefined) assert.ok(0 <= start && start <= end && end <= length);
  for (const member of Object.values(tree)) assertInside(member, length);
}

test('a string is parsed once', () => {
  const document = parseDocument('main.tf.json', '{"locals": {"a": "${1 + 1}"}}');
  assert.ok(!('skipped' in document));
  const node = child(child(document.roots[0], 'locals'), 'a');
  assert.ok(node?.kind === 'scalar');
  assert.equal(templateIn(node), templateIn(node));
  assert.equal(placeOf(attribute('${1 + 1}').origin).node.kind, 'scalar');
});

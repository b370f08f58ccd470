import type { Draft, Expected } from './expressions';

/** Ways to say a value that is known: what they come to is as right or wrong as the value itself. */
const ways: Readonly<Record<string, (value: string) => Pick<Draft, 'value' | 'sections' | 'loop'>>> = {
  'a plain value': (value) => ({ value }),
  'a constant expression': (value) => ({ value: `\${${quoted(value)}}` }),
  'a local': (value) => ({ value: '${local.l}', sections: { locals: { l: value } } }),
  'a local of a local': (value) => ({
    value: '${local.l}',
    sections: { locals: { l: '${local.m.a}', m: { a: value } } },
  }),
  'a variable with a default': (value) => ({ value: '${var.v}', sections: variable({ default: value }) }),
  'an attribute of a variable': (value) => ({ value: '${var.v.a}', sections: variable({ default: { a: value } }) }),
  'a sensitive variable': (value) => ({ value: '${var.v}', sections: variable({ default: value, sensitive: true }) }),
  'a condition that always holds': (value) => ({ value: `\${1 < 2 ? ${quoted(value)} : null}` }),
  'a condition on an empty map': (value) => ({
    value: `\${length(local.m) > 0 ? null : ${quoted(value)}}`,
    sections: { locals: { m: {} } },
  }),
  coalesce: (value) => ({ value: `\${coalesce(null, "", ${quoted(value)}, "other")}` }),
  'coalesce after a variable that is null': (value) => ({
    value: `\${coalesce(var.v, ${quoted(value)})}`,
    sections: variable({ default: null }),
  }),
  'try of something missing': (value) => ({
    value: `\${try(local.m.missing, local.m["gone"], ${quoted(value)})}`,
    sections: { locals: { m: {} } },
  }),
  'try of something there': (value) => ({
    value: '${try(local.m.a, "other")}',
    sections: { locals: { m: { a: value } } },
  }),
  merge: (value) => ({
    value: `\${merge({ a = "other" }, local.m, null).a}`,
    sections: { locals: { m: { a: value } } },
  }),
  lookup: (value) => ({ value: '${lookup(local.m, "a", "other")}', sections: { locals: { m: { a: value } } } }),
  'lookup of something missing': (value) => ({
    value: `\${lookup(local.m, "b", ${quoted(value)})}`,
    sections: { locals: { m: { a: 'other' } } },
  }),
  'an item of a list': (value) => ({ value: `\${concat([], [${quoted(value)}])[0]}` }),
  element: (value) => ({ value: `\${element(["other", ${quoted(value)}], 3)}` }),
  one: (value) => ({ value: `\${one(compact(["", ${quoted(value)}]))}` }),
  'a splat': (value) => ({ value: `\${one([{ a = ${quoted(value)} }][*].a)}` }),
  'a for over a list': (value) => ({ value: `\${[for i, v in ["other", ${quoted(value)}] : v if i == 1][0]}` }),
  'a for over a map': (value) => ({
    value: '${{ for k, v in local.m : upper(k) => v }["A"]}',
    sections: { locals: { m: { a: value } } },
  }),
  jsondecode: (value) => ({ value: `\${jsondecode("{\\"a\\": \\"${value}\\"}").a}` }),
  conversions: (value) => ({ value: `\${tostring(nonsensitive(sensitive(${quoted(value)})))}` }),
  format: (value) => ({ value: `\${format("%s", ${quoted(value)})}` }),
  'join and split': (value) => ({ value: `\${join("", split("|", "|${value}"))}` }),
  'text functions': (value) => ({ value: `\${trimsuffix(replace("x-${value}-y", "x-", ""), "-y")}` }),
  'a template with a directive': (value) => ({ value: `%{ if true }${value}%{ else }other%{ endif }` }),
  'strip markers': (value) => ({ value: `%{ if true ~} ${value} %{~ endif }` }),
  'nested templates': (value) => ({ value: `\${"\${"${value}"}"}` }),
  'each value': (value) => ({ value: '${each.value}', loop: [value] }),
};

/** All ways to say a value in Terraform's JSON. */
export function terraformDrafts(right: string, wrong: string | undefined): Draft[] {
  return [
    ...inAllWays(right, 'silent'),
    ...unknownDrafts(),
    ...conditionalDrafts(right, right, 'right', ['silent', 'silent', 'silent']),
    ...(wrong === undefined ? [] : wrongDrafts(right, wrong)),
  ];
}

function wrongDrafts(right: string, wrong: string): Draft[] {
  const validated = (list: readonly string[]) =>
    variable({ validation: { condition: `\${contains(${JSON.stringify(list)}, var.v)}`, error_message: 'No.' } });
  return [
    ...inAllWays(wrong, 'found'),
    ...conditionalDrafts(wrong, right, 'wrong where it holds', ['found', 'found', 'quieter']),
    ...conditionalDrafts(right, wrong, 'wrong where it does not hold', ['found', 'quieter', 'found']),
    {
      name: 'values that are let through, all right',
      expected: 'silent',
      value: '${var.v}',
      sections: validated([right]),
    },
    {
      name: 'values that are let through, all wrong',
      expected: 'found',
      value: '${var.v}',
      sections: validated([wrong]),
    },
    {
      name: 'values that are let through, some wrong',
      expected: 'quieter',
      value: '${var.v}',
      sections: validated([right, wrong]),
    },
    {
      name: 'a wrong branch that the condition around rules out',
      expected: 'silent',
      value: `\${var.v ? (var.v ? ${quoted(right)} : ${quoted(wrong)}) : (!var.v ? ${quoted(right)} : ${quoted(wrong)})}`,
      sections: variable({}),
    },
    { name: 'each value, one wrong', expected: 'found', value: '${each.value}', loop: [right, wrong] },
  ];
}

function unknownDrafts(): Draft[] {
  const silent = (name: string, value: string, sections?: Draft['sections']): Draft => ({
    name,
    expected: 'silent',
    value,
    ...(sections && { sections }),
  });
  return [
    silent('a variable without a default', '${var.v}', variable({})),
    silent('a function of a variable without a default', '${lower(var.v)}', variable({})),
    silent('a function nobody knows', '${provider::x::y("a")}'),
    silent('a file', '${file("${path.module}/a.txt")}'),
    silent('a data source', '${data.aws_x.y.z}'),
    silent('a data source in try', '${try(data.aws_x.y.z, "other")}'),
    silent('an output of a module', '${module.m.out}'),
    silent('the workspace', '${terraform.workspace}'),
    silent('an expression that cannot be read', '${1 +}'),
    silent('a hole that does not end', '${"'),
    silent('locals that lead to each other', '${local.a}', { locals: { a: '${local.b}', b: '${local.a}' } }),
    { name: 'null', expected: 'asNotWritten', value: null },
    { name: 'null in an expression', expected: 'asNotWritten', value: '${true ? null : "other"}' },
    {
      name: 'an optional attribute that is left out',
      expected: 'asNotWritten',
      value: '${try(var.v.a, "other")}',
      sections: variable({ type: 'object({ a = optional(string) })', default: {} }),
    },
    {
      name: 'a variable whose default is null',
      expected: 'asNotWritten',
      value: '${var.v}',
      sections: variable({ default: null }),
    },
    {
      name: 'try that ends in null',
      expected: 'asNotWritten',
      value: '${try(local.m.a, null)}',
      sections: { locals: { m: {} } },
    },
  ];
}

/** A conditional on a variable without a default, with one that is true, and one that is false. */
function conditionalDrafts(whenTrue: string, whenFalse: string, name: string, expected: readonly Expected[]): Draft[] {
  const value = `\${var.v ? ${quoted(whenTrue)} : ${quoted(whenFalse)}}`;
  return [undefined, true, false].map((fallback, i) => ({
    name: `a condition ${fallback === undefined ? 'without a default' : `that is ${fallback} by default`}, ${name}`,
    expected: expected[i] as Expected,
    value,
    sections: variable(fallback === undefined ? {} : { default: fallback }),
  }));
}

function inAllWays(value: string, expected: Expected): Draft[] {
  return Object.entries(ways).map(([name, say]) => ({
    name: `${name}, ${expected === 'found' ? 'wrong' : 'right'}`,
    expected,
    ...say(value),
  }));
}

function variable(body: object): NonNullable<Draft['sections']> {
  return { variable: { v: body } };
}

/** A text as an expression says it. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

import { test } from 'node:test';
import { assertFindings } from '../../support/marked';

/** A value of a template in which functions are maps with one key, as JSON has them. */
type Json = string | readonly Json[] | { readonly [key: string]: Json } | Marked;

/** A function on whose place a finding is expected. */
class Marked {
  constructor(readonly value: Json) {}
}

type Sections = { readonly [section: string]: Json };

const rule = 'ebs-volume-encrypted';
const right = 'true';
const wrong = `⟦${rule}|false⟧`;
/** A value that is as it should be, or else on its own place a mistake. */
type Said = typeof right | typeof wrong;

/** Writes a value as JSON, or as YAML in which functions are tags. */
function written(value: Json, isShort: boolean): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Marked) {
    const text = written(value.value, isShort);
    const tag = /^!\w+ /.exec(text)?.[0] ?? '';
    return `${tag}⟦${rule}|${text.slice(tag.length)}⟧`;
  }
  if (Array.isArray(value)) return `[${value.map((item) => written(item, isShort)).join(', ')}]`;
  const pairs = Object.entries(value);
  const [[name, argument] = ['', '']] = pairs;
  const isFunction = pairs.length === 1 && /^(?:Ref|Condition|Fn::(?!ForEach|Transform)\w+)$/.test(name);
  const text = isShort && isFunction ? written(argument, isShort) : '';
  // A node has one tag only, so a function right inside another leaves that its long form.
  if (text && !text.startsWith('!')) return `!${name.replace('Fn::', '')} ${text}`;
  return `{${pairs.map(([key, member]) => `${JSON.stringify(key)}: ${written(member, isShort)}`).join(', ')}}`;
}

const styles: Readonly<Record<string, { path: string; write: (template: Sections) => string }>> = {
  JSON: { path: 't.json', write: (template) => written(template, false) },
  'YAML with long functions': { path: 't.yaml', write: (template) => lines(template, false) },
  'YAML with tags': { path: 't.yaml', write: (template) => lines(template, true) },
};

function lines(template: Sections, isShort: boolean): string {
  return Object.entries(template)
    .map(([section, value]) => `${section}: ${written(value, isShort)}\n`)
    .join('');
}

const fn = (name: string, ...args: Json[]): Json => ({ [`Fn::${name}`]: args });
const ref = (name: string): Json => ({ Ref: name });

const parameters = {
  KeyArn: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/keys/data' },
  Stage: { Type: 'String', Default: 'dev', AllowedValues: ['dev', 'prod'] },
  Open: { Type: 'String' },
};
const conditions = {
  Always: fn('Equals', 'a', 'a'),
  IsProd: fn('Equals', ref('Stage'), 'prod'),
  IsOpen: fn('Equals', ref('Open'), 'yes'),
  Both: fn('And', { Condition: 'Always' }, { Condition: 'IsProd' }),
  One: fn('Or', { Condition: 'IsOpen' }, { Condition: 'Always' }),
  Never: fn('Not', { Condition: 'One' }),
  TwoItems: fn('Equals', { 'Fn::Length': ['a', 'b'] }, '2'),
};
const mappings = {
  Regions: { 'eu-west-1': { Encrypted: 'true' }, 'us-east-1': { Encrypted: 'true' } },
};

/** A volume whose only open question is whether it is encrypted. */
const volume = (encrypted: Json): Json => ({
  Type: 'AWS::EC2::Volume',
  Properties: {
    AvailabilityZone: fn('Select', '0', { 'Fn::GetAZs': '' }),
    Size: '8',
    KmsKeyId: ref('KeyArn'),
    Encrypted: encrypted,
  },
});

const template = (encrypted: Json, sections: Sections = {}): Sections => ({
  Transform: 'AWS::LanguageExtensions',
  Parameters: { ...parameters, ...(sections.Parameters as object) },
  ...(sections.Rules && { Rules: sections.Rules }),
  Mappings: { ...mappings, ...(sections.Mappings as object) },
  Conditions: conditions,
  Resources: sections.Resources ?? { Volume: volume(encrypted) },
});

/** Ways to say whether a volume is encrypted. */
const ways: Readonly<Record<string, (said: Said) => Sections>> = {
  'the default of a parameter': (said) =>
    template(ref('Encrypt'), { Parameters: { Encrypt: { Type: 'String', Default: said } } }),
  'the only value that a parameter may have': (said) =>
    template(ref('Encrypt'), { Parameters: { Encrypt: { Type: 'String', AllowedValues: [said] } } }),
  'an item of the default of a list': (said) =>
    template(fn('Select', '1', ref('Flags')), {
      Parameters: { Flags: { Type: 'CommaDelimitedList', Default: `x, ${said}` } },
    }),
  'the only member that a list may have': (said) =>
    template(fn('Select', '1', ref('Flags')), {
      Parameters: { Flags: { Type: 'List<String>', AllowedValues: [said] } },
    }),
  'a branch that is always taken': (said) => template(fn('If', 'Always', said, 'false')),
  'a branch that is never taken, beside it': (said) => template(fn('If', 'Never', 'false', said)),
  'a branch by a negation': (said) => template(fn('If', 'Never', ref('AWS::NoValue'), said)),
  'a branch by what a disjunction says': (said) => template(fn('If', 'One', said, 'false')),
  'a branch of a branch': (said) => template(fn('If', 'IsOpen', fn('If', 'Both', said, right), right)),
  'a branch by the length of a list': (said) => template(fn('If', 'TwoItems', said, 'false')),
  'a branch by a condition that stands in itself': (said) =>
    template(fn('If', 'Both', fn('If', 'IsProd', said, 'false'), right)),
  'a mapping by the region': (said) =>
    template(fn('FindInMap', 'Regions', ref('AWS::Region'), 'Encrypted'), {
      Mappings: { Regions: { 'eu-west-1': { Encrypted: right }, 'us-east-1': { Encrypted: said } } },
    }),
  'a mapping by a parameter': (said) =>
    template(fn('FindInMap', 'Stages', ref('Stage'), 'Encrypted'), {
      Mappings: { Stages: { dev: { Encrypted: said }, prod: { Encrypted: right } } },
    }),
  'the default of a mapping': (said) =>
    template(fn('FindInMap', 'Regions', ref('Open'), 'Encrypted', { DefaultValue: said })),
  'a text that is substituted': (said) => template({ 'Fn::Sub': said }),
  'what a map gives a text that is substituted': (said) => template(fn('Sub', '${Flag}', { Flag: said })),
  'a parameter in a text that is substituted': (said) =>
    template({ 'Fn::Sub': '${Encrypt}' }, { Parameters: { Encrypt: { Type: 'String', Default: said } } }),
  'pieces that are joined': (said) => {
    const joined = fn('Join', '', [said === right ? 'tr' : 'fals', said === right ? 'ue' : 'e']);
    return template(said === right ? joined : new Marked(joined));
  },
  'the only piece that is joined': (said) => template(fn('Join', '', ['', said])),
  'a piece of a text that is split': (said) => template(fn('Select', '1', fn('Split', '|', `x|${said}`))),
  'an item of a list': (said) => template(fn('Select', '0', [said, 'x'])),
  'an index that is computed': (said) => template(fn('Select', { 'Fn::Length': ['a'] }, ['x', said])),
  'an item of a loop': (said) =>
    template(right, {
      Resources: { 'Fn::ForEach::Volumes': ['Name', ['A', 'B'], { 'Volume${Name}': volume(said) }] },
    }),
  'what the rules of the template leave': (said) =>
    template(ref('Encrypt'), {
      Parameters: { Encrypt: { Type: 'String', Default: said === right ? 'false' : said } },
      Rules: {
        Encrypted: { Assertions: [{ Assert: fn('Contains', [said === right ? right : 'false'], ref('Encrypt')) }] },
      },
    }),
};

/** What only the deployment knows. */
const unknowns: Readonly<Record<string, Json>> = {
  'a parameter without a default': ref('Open'),
  'a value that is kept elsewhere': ref('KeyArn'),
  'a pseudo parameter': ref('AWS::StackName'),
  'a dynamic reference': '{{resolve:ssm:/volumes/encrypted}}',
  'an attribute of a resource': fn('GetAtt', 'Flags', 'Encrypted'),
  'what another stack exports': { 'Fn::ImportValue': fn('Sub', '${Open}-encrypted', {}) },
  'what is encoded': { 'Fn::Base64': 'false' },
  'what a macro makes': { 'Fn::Transform': { Name: 'Flag', Parameters: { Value: 'false' } } },
  'an address range': fn('Select', '0', fn('Cidr', '10.0.0.0/16', '2', '8')),
  'a zone': fn('Select', '0', { 'Fn::GetAZs': ref('AWS::Region') }),
  'a text with a hole': { 'Fn::Sub': 'fal${Open}' },
  'a list that is not known': fn('Join', '', fn('Split', ',', ref('Open'))),
};

for (const [style, { path, write }] of Object.entries(styles)) {
  for (const [way, of] of Object.entries(ways)) {
    test(`what is right is silent, what is wrong is found once where it stands: ${way}, in ${style}`, () => {
      assertFindings(path, write(of(right)));
      assertFindings(path, write(of(wrong)));
    });
  }
  for (const [what, value] of Object.entries(unknowns)) {
    test(`nothing is said of ${what}, and the branch beside it is judged, in ${style}`, () => {
      assertFindings(path, write(template(value)));
      assertFindings(path, write(template(fn('If', 'IsOpen', value, right))));
      assertFindings(path, write(template(fn('If', 'IsOpen', value, wrong))));
    });
  }
}

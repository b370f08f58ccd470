import { test } from 'node:test';
import { assertFindings } from '../../support/marked';

/** Checks that a volume's `Encrypted` is found wrong where it is marked, in a template with further sections. */
function assertVolume(encrypted: string, sections: string, attributes = ''): void {
  const resource = `  Volume:\n    Type: AWS::EC2::Volume\n${attributes}    Properties:\n      Encrypted: ${encrypted}\n`;
  assertFindings('t.yaml', `${sections}Resources:\n${resource}`, /^ebs-volume-encrypted$/);
}

const wrong = '⟦ebs-volume-encrypted|false⟧';
const stage = (more = '') => `Parameters:\n  Stage:\n    Type: String\n${more && `    ${more}\n`}`;
const conditions = (...lines: string[]) => `Conditions:\n${lines.map((line) => `  ${line}\n`).join('')}`;

test('operands of conditions may be computed', () => {
  const mapped = `Mappings:\n  Stages:\n    prod: {Level: "3"}\n    dev: {Level: "1"}\n${stage('AllowedValues: [prod, dev]')}`;
  const level = '!FindInMap [Stages, !Ref Stage, Level]';
  assertVolume('!If [Never, false, true]', mapped + conditions(`Never: !Equals [${level}, "2"]`));
  assertVolume(`!If [Mine, ${wrong}, true]`, mapped + conditions(`Mine: !Equals [${level}, "3"]`));
  assertVolume('!If [Never, false, true]', mapped + conditions('Never: !Equals [!Sub "${Stage}-eu", prod-us]'));
  assertVolume('!If [Always, true, false]', conditions('Always: !Equals [!Select [1, !Split ["-", a-b]], b]'));
  assertVolume('!If [Always, true, false]', conditions('Always: !Equals [!Join ["", [a, b]], ab]'));
  assertVolume(
    '!If [Never, false, true]',
    mapped + conditions('Prod: !Equals [!Ref Stage, prod]', 'Never: !Equals [!If [Prod, a, b], c]'),
  );
});

test('a condition is known in the branches it chooses, and so is what follows from it', () => {
  const of = (definition: string) =>
    stage() + conditions('A: !Equals [!Ref Stage, a]', 'B: !Equals [!Ref AWS::Region, b]', `C: ${definition}`);
  assertVolume('!If [A, !If [A, true, false], !If [A, false, true]]', of('!Condition A'));
  assertVolume('!If [C, !If [A, true, false], true]', of('!And [!Condition A, !Condition B]'));
  assertVolume('!If [C, true, !If [B, false, true]]', of('!Or [!Condition A, !Condition B]'));
  assertVolume('!If [C, !If [B, false, true], !If [B, true, false]]', of('!Not [!Condition B]'));
  assertVolume(`!If [C, true, !If [B, ${wrong}, true]]`, of('!And [!Condition A, !Condition B]'));
});

test('a condition whose other outcome leaves a parameter no value is constant', () => {
  const of = (definition: string, allowed = 'AllowedValues: [a, b]') =>
    stage(allowed) +
    conditions(
      'A: !Equals [!Ref Stage, a]',
      'B: !Equals [b, !Ref Stage]',
      `C: ${definition}`,
      'D: !Not [!Condition C]',
    );
  assertVolume('!If [C, true, false]', of('!Or [!Condition A, !Condition B]'));
  assertVolume('!If [D, false, true]', of('!Or [!Condition A, !Condition B]'));
  assertVolume('!If [C, false, true]', of('!And [!Condition A, !Condition B]'));
  assertVolume('!If [C, false, true]', of('!And [!Condition A, !Condition B]', ''));
  assertVolume('false', of('!And [!Condition A, !Condition B]'), '    Condition: C\n');
  assertVolume(`!If [C, true, ${wrong}]`, of('!Or [!Condition A, !Condition B]', ''));
  assertVolume(`!If [C, true, ${wrong}]`, of('!Or [!Condition A, !Condition B]', 'AllowedValues: [a, b, c]'));
});

test('the condition of a resource is known inside it', () => {
  const sections = stage() + conditions('Prod: !Equals [!Ref Stage, prod]', 'Other: !Not [!Condition Prod]');
  assertVolume('!If [Prod, true, false]', sections, '    Condition: Prod\n');
  assertVolume('!If [Prod, false, true]', sections, '    Condition: Other\n');
  assertVolume(`!If [Prod, ${wrong}, true]`, sections, '    Condition: Prod\n');
});

test('what a condition says of a parameter is known of other conditions and mappings on it', () => {
  const sections =
    stage('Default: dev') +
    'Mappings:\n  Stages:\n    prod: {Encrypted: true}\n    dev: {Encrypted: false}\n' +
    conditions('Prod: !Equals [!Ref Stage, prod]', 'Dev: !Equals [!Ref Stage, dev]');
  assertVolume('!If [Dev, false, true]', sections, '    Condition: Prod\n');
  assertVolume('!FindInMap [Stages, !Ref Stage, Encrypted]', sections, '    Condition: Prod\n');
});

test('a parameter comes to what a condition says of it', () => {
  const sections = (fallback: string) =>
    stage(`Default: "${fallback}"`) + conditions('On: !Equals [!Ref Stage, "true"]');
  assertVolume('!If [On, !Ref Stage, true]', sections('false'));
  assertVolume('!If [On, true, !Ref Stage]', sections('true'));
  assertVolume('!If [On, true, !Ref Stage]', sections(wrong));
});

test('a condition that stands on itself, or on nothing, is open', () => {
  assertVolume(`!If [C, ${wrong}, true]`, conditions('C: !Not [!Condition C]'));
  assertVolume(`!If [C, ${wrong}, true]`, conditions('C: !Equals [!If [C, a, b], a]'));
  assertVolume(`!If [Missing, ${wrong}, true]`, '');
});

test('conditions that stand on very many others, and mappings that lead to themselves, end', () => {
  const chain = Array.from({ length: 5000 }, (_, i) => `C${i + 1}: !Not [!Condition C${i}]`);
  assertVolume(`!If [C5000, ${wrong}, true]`, conditions('C0: !Equals [a, a]', ...chain));
  const loop = 'Mappings:\n  M:\n    a:\n      b: !FindInMap [M, a, b]\n      c: {Fn::FindInMap: [M, a, c]}\n';
  assertVolume('!FindInMap [M, a, b]', loop);
  assertVolume('!FindInMap [M, a, c]', loop);
});

test('rules that hold for all deployments leave parameters fewer values', () => {
  const rule = (assertion: string, more = '') =>
    `${stage('Default: "false"')}Rules:\n  R:\n${more}    Assertions:\n      - Assert: ${assertion}\n`;
  assertVolume('!Ref Stage', rule('!Equals [!Ref Stage, "true"]'));
  assertVolume('!Ref Stage', rule('{"Fn::Contains": [["true", "yes"], {Ref: Stage}]}'));
  assertVolume('!Ref Stage', rule('!And [!Not [!Equals [!Ref Stage, "false"]], !Equals [a, a]]'));
  const found = `${stage(`Default: "${wrong}"`)}Rules:\n  R:\n`;
  const asserted = '    Assertions:\n      - Assert: !Equals [!Ref Stage, "true"]\n';
  assertVolume('!Ref Stage', `${found}    RuleCondition: !Equals [!Ref AWS::Region, a]\n${asserted}`);
  assertVolume('!Ref Stage', `${found}    Assertions:\n      - Assert: {"Fn::EachMemberIn": [[a], [b]]}\n`);
});

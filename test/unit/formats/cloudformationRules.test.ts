import { test } from 'node:test';
import { assertFindings } from '../../support/marked';

const wrong = '⟦ebs-volume-encrypted|false⟧';

/** Checks a volume that is encrypted as the parameter `Encrypt` says, in a template with a stage and with rules. */
function assertEncrypt(
  fallback: string,
  rules: string,
  { encrypted = '!Ref Encrypt', more = '', attributes = '' } = {},
) {
  const text = `Parameters:
  Encrypt: {Type: String, Default: "${fallback}"}
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
  Region: {Type: String}
${more}Rules:
${rules}Resources:
  Volume:
    Type: AWS::EC2::Volume
${attributes}    Properties:
      Encrypted: ${encrypted}
`;
  assertFindings('t.yaml', text, /^ebs-volume-encrypted$/);
}

let count = 0;
/** A rule with one assertion, under a condition or without one. */
const rule = (assertion: string, condition = '') =>
  `  R${count++}:\n${condition && `    RuleCondition: ${condition}\n`}    Assertions:\n      - Assert: ${assertion}\n`;

const encrypted = '!Equals [!Ref Encrypt, "true"]';

test('a rule counts where its condition always holds, or holds by default', () => {
  assertEncrypt('false', rule(encrypted, '!Equals [a, a]'));
  assertEncrypt('false', rule(encrypted, '!Equals [!Ref Stage, dev]'));
  assertEncrypt('false', rule(encrypted, '!Not [!Equals [!Ref Stage, prod]]'));
  assertEncrypt('false', rule(encrypted, '{"Fn::Contains": [[dev, prod], !Ref Stage]}'));
  assertEncrypt('false', rule(encrypted, '{"Fn::EachMemberIn": [[!Ref Stage, a], [a, dev]]}'));
  assertEncrypt('false', rule(encrypted, '{"Fn::EachMemberEquals": [[!Ref Stage], dev]}'));
});

test('a rule leaves things as they are where its condition does not hold, or cannot be known to', () => {
  assertEncrypt(wrong, rule(encrypted, '!Equals [a, b]'));
  assertEncrypt(wrong, rule(encrypted, '!Equals [!Ref Stage, prod]'));
  assertEncrypt(wrong, rule(encrypted, '!Equals [!Ref Region, eu-west-1]'));
  assertEncrypt(wrong, rule(encrypted, '{"Fn::Contains": [[prod], !Ref Stage]}'));
  assertEncrypt(wrong, rule(encrypted, '{"Fn::Contains": [[dev, !Ref Region], !Ref Region]}'));
  assertEncrypt(wrong, rule(encrypted, '{"Fn::EachMemberIn": [[!Ref Stage, b], [a, dev]]}'));
  assertEncrypt(wrong, rule(encrypted, '{"Fn::EachMemberEquals": [[!Ref Stage, !Ref Region], dev]}'));
  assertEncrypt(
    wrong,
    rule(encrypted, '{"Fn::EachMemberEquals": [{"Fn::ValueOfAll": [AWS::EC2::VPC::Id, Tags.A]}, a]}'),
  );
  assertEncrypt(wrong, rule(encrypted, '!Equals [{"Fn::ValueOf": [Vpc, Tags.Stage]}, dev]'));
});

test('a rule counts in the branches and resources in which its condition holds', () => {
  const more = 'Conditions:\n  Prod: !Equals [!Ref Stage, prod]\n';
  const rules = rule(encrypted, '!Equals [!Ref Stage, prod]');
  assertEncrypt('false', rules, { more, encrypted: '!If [Prod, !Ref Encrypt, true]' });
  assertEncrypt('false', rules, { more, attributes: '    Condition: Prod\n' });
  assertEncrypt(wrong, rules, { more, encrypted: '!If [Prod, true, !Ref Encrypt]' });
});

test('a rule whose condition holds by default takes nothing away but defaults', () => {
  const more = `Conditions:
  Prod: !Equals [!Ref Stage, prod]
  Encrypts: !Equals [!Ref Encrypt, "true"]
`;
  const rules = rule(encrypted, '!Equals [!Ref Stage, dev]');
  assertEncrypt('true', rules, { more, encrypted: `!If [Encrypts, true, ${wrong}]` });
  assertEncrypt('true', rule(encrypted, '!Equals [a, a]'), { more, encrypted: '!If [Encrypts, true, false]' });
  assertEncrypt(wrong, rules, { more, attributes: '    Condition: Prod\n' });
  assertEncrypt('false', rules, { more, encrypted: '!If [Prod, true, !Ref Encrypt]' });
});

test('a rule that follows from another counts as well', () => {
  const first = rule('!Equals [!Ref Region, a]');
  assertEncrypt('false', first + rule(encrypted, '!Equals [!Ref Region, a]'));
  assertEncrypt(wrong, first + rule(encrypted, '!Equals [!Ref Region, b]'));
});

test('what is not among some values is none of them', () => {
  assertEncrypt('false', rule('!Not [{"Fn::Contains": [["false", "no"], !Ref Encrypt]}]'));
  assertEncrypt(wrong, rule('!Not [{"Fn::Contains": [["true", "yes"], !Ref Encrypt]}]'));
});

test('what holds for each member of a list holds for the parameters that are its members', () => {
  assertEncrypt('false', rule('{"Fn::EachMemberEquals": [[!Ref Encrypt, "true"], "true"]}'));
  assertEncrypt('false', rule('{"Fn::EachMemberIn": [[!Ref Encrypt], ["true", "yes"]]}'));
  assertEncrypt(wrong, rule('{"Fn::EachMemberIn": [[!Ref Encrypt], ["true", "false"]]}'));
  assertEncrypt(wrong, rule('!Not [{"Fn::EachMemberIn": [[!Ref Encrypt, a], ["false"]]}]'));
  assertEncrypt(wrong, rule('{"Fn::EachMemberIn": [["true"], [!Ref Encrypt]]}'));
});

test('what holds for each parameter of a type holds for those, and for no others', () => {
  const flags = (fallback: string) => ({
    more: `  Flag: {Type: "AWS::SSM::Parameter::Name", Default: "${fallback}"}\n`,
    encrypted: '!Ref Flag',
  });
  const all = (type: string) => rule(`{"Fn::EachMemberEquals": [{"Fn::RefAll": "${type}"}, "true"]}`);
  assertEncrypt('true', all('AWS::SSM::Parameter::Name'), flags('false'));
  assertEncrypt('true', all('AWS::EC2::VPC::Id'), flags(wrong));
});

test('what holds for each member of a list parameter, or is one of them, rules its default out', () => {
  const list = (fallback: string) => ({
    more: `  Flags: {Type: CommaDelimitedList, Default: "${fallback}"}\n`,
    encrypted: '!Select [0, !Ref Flags]',
  });
  assertEncrypt('true', rule('{"Fn::EachMemberIn": [!Ref Flags, ["true"]]}'), list('false, true'));
  assertEncrypt('true', rule('{"Fn::EachMemberEquals": [!Ref Flags, "true"]}'), list('false'));
  assertEncrypt('true', rule('{"Fn::Contains": [!Ref Flags, "true"]}'), list('false, no'));
  assertEncrypt('true', rule('{"Fn::Contains": [!Ref Flags, "true"]}'), list(`${wrong}, true`));
  assertEncrypt('true', rule('{"Fn::EachMemberIn": [!Ref Flags, ["true", "false"]]}'), list(`${wrong}, true`));
});

test('rules may be written in any shape without an end to what is checked', () => {
  assertEncrypt(wrong, '  R: {}\n');
  assertEncrypt(wrong, '  R: []\n  S: {Assertions: {Assert: a}}\n');
  assertEncrypt(wrong, rule('{"Fn::Contains": []}') + rule('{"Fn::EachMemberIn": [a]}') + rule('{"Fn::RefAll": [a]}'));
});

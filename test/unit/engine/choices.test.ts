import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkText } from '../../support/checking';
import { assertFindings } from '../../support/marked';

/** Asserts what is found of a rule, at the marks, and answers how grave it is. */
function severityOf(rule: string, path: string, marked: string): string | undefined {
  const text = assertFindings(path, marked, new RegExp(`^${rule}$`));
  return checkText(path, text).findings.find((finding) => finding.rule === rule)?.severity;
}

/** Who may sign in to a machine, as a parameter says. */
function group(allowed: string): string {
  return `Parameters:
  From: {Type: String, AllowedValues: [${allowed}]}
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Admission
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref From}
        - {IpProtocol: tcp, FromPort: 20, ToPort: 30, CidrIp: !Ref From}
`;
}

/** Who may publish to a topic, as a parameter says, in a policy that is written in one of several ways. */
function topicPolicy(allowed: string, principal: string): string {
  return `Parameters:
  Who: {Type: String, AllowedValues: [${allowed}]}
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Policy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Topic]
      PolicyDocument: ${principal}
`;
}

const inObject = '{Statement: [{Effect: Allow, Principal: {AWS: !Ref Who}, Action: "sns:Publish", Resource: "*"}]}';
const inText =
  '!Sub \'{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "${Who}"}, "Action": "sns:Publish", "Resource": "*"}]}\'';

test('what a rule on resources says of allowed values is told once, and quietly where some are right', () => {
  const severity = (allowed: string) => severityOf('security-group-open-ssh', 't.yaml', group(allowed));
  assert.equal(severity('10.0.0.0/8, 192.168.0.0/16'), undefined);
  assert.equal(severity('⟦security-group-open-ssh|0.0.0.0/0⟧'), 'error');
  assert.equal(severity('10.0.0.0/8, ⟦security-group-open-ssh|0.0.0.0/0⟧, "::/0"'), 'information');
});

test('what a rule on values says of allowed values is told once, and quietly where some are right', () => {
  const listener = (allowed: string) => `Parameters:
  Protocol: {Type: String, AllowedValues: [${allowed}]}
Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {Protocol: !Ref Protocol, SslPolicy: ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09}
`;
  const severity = (allowed: string) => severityOf('elbv2-listener-tls', 't.yaml', listener(allowed));
  assert.equal(severity('HTTPS, TLS'), undefined);
  assert.equal(severity('⟦elbv2-listener-tls|HTTP⟧'), 'error');
  assert.equal(severity('HTTPS, ⟦elbv2-listener-tls|HTTP⟧'), 'information');
});

test('what a rule on policies says of allowed values is told once, and quietly where some are right', () => {
  for (const principal of [inObject, inText]) {
    const severity = (allowed: string) => severityOf('policy-public-access', 't.yaml', topicPolicy(allowed, principal));
    assert.equal(severity('"111122223333", "444455556666"'), undefined);
    assert.equal(severity('"⟦policy-public-access|*⟧"'), 'error');
    assert.equal(severity('"111122223333", "⟦policy-public-access|*⟧"'), 'information');
  }
});

test('a misspelled word among those that a parameter allows is one finding', () => {
  const role = (allowed: string) =>
    `Parameters:
  May: {Type: String, AllowedValues: [${allowed}]}
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Statement: [{Effect: Allow, Action: [!Ref May], Resource: "*"}]}
`;
  const severity = (allowed: string) => severityOf('policy-unknown-action', 't.yaml', role(allowed));
  assert.equal(severity('"⟦policy-unknown-action|s3:GetObjct⟧", "s3:PutObjct"'), 'warning');
  assert.equal(severity('"s3:GetObject", "⟦policy-unknown-action|s3:GetObjct⟧", "s3:PutObjct"'), 'information');
});

test('a default is judged as written, whatever else is allowed', () => {
  const wrong = group('10.0.0.0/8, 0.0.0.0/0').replace(
    'String,',
    'String, Default: ⟦security-group-open-ssh|0.0.0.0/0⟧,',
  );
  assert.equal(severityOf('security-group-open-ssh', 't.yaml', wrong), 'error');
});

test('the values that the validation of a variable leaves are one matter as well', () => {
  const module = (allowed: string) =>
    `{
  "variable": {"from": {"validation": {"condition": "\${contains([${allowed}], var.from)}", "error_message": "No."}}},
  "resource": {"aws_security_group": {"g": {"ingress": [
    {"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["\${var.from}"]}]}}}
}`;
  const severity = (allowed: string) => severityOf('security-group-open-ssh', 'main.tf.json', module(allowed));
  assert.equal(severity('\\"10.0.0.0/8\\"'), undefined);
  assert.equal(severity('\\"⟦security-group-open-ssh|0.0.0.0/0⟧\\"'), 'error');
  assert.equal(severity('\\"10.0.0.0/8\\", \\"⟦security-group-open-ssh|0.0.0.0/0⟧\\"'), 'information');
});

test('what is computed of allowed values, and so stands at one place, is told apart by number', () => {
  const module = (allowed: string) =>
    `{
  "variable": {"on": {"validation": {"condition": "\${contains([${allowed}], var.on)}", "error_message": "No."}}},
  "resource": {"aws_ebs_volume": {"v": {"availability_zone": "a", "size": 1, "encrypted": "⟦ebs-volume-encrypted|\${lower(var.on)}⟧"}}}
}`;
  const severity = (allowed: string) => severityOf('ebs-volume-encrypted', 'main.tf.json', module(allowed));
  assert.equal(severity('\\"FALSE\\", \\"False\\"'), 'error');
  assert.equal(severity('\\"TRUE\\", \\"FALSE\\"'), 'information');
});

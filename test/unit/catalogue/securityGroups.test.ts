import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { messageOf } from '../../../server/src/engine/words';
import { checkText } from '../../support/checking';
import { found, mended, module, type NamedText, template } from '../../support/resources';

const ssh = 'security-group-open-ssh';
const rdp = 'security-group-open-rdp';
const risky = 'security-group-open-ports';
const other = 'security-group-open-other-ports';
const http = 'security-group-open-http';
const allTraffic = 'security-group-all-traffic';
const egress = 'security-group-open-egress';

function group(...ingress: object[]): NamedText {
  const properties = { GroupDescription: 'for tests', SecurityGroupIngress: ingress };
  return template({ Door: { Type: 'AWS::EC2::SecurityGroup', Properties: properties } });
}

const tcp = (from: number, to: number, range: object) => ({ IpProtocol: 'tcp', FromPort: from, ToPort: to, ...range });
const everybody = { CidrIp: '0.0.0.0/0' };

describe('A security group', () => {
  test('is told where a range of ports, or all protocols, lets everybody in', () => {
    assert.deepEqual(found(group(tcp(22, 22, everybody))), [ssh]);
    assert.deepEqual(found(group(tcp(22, 24, { CidrIpv6: '::/0' }))).sort(), [risky, ssh]);
    assert.deepEqual(found(group(tcp(3389, 3389, everybody))), [rdp]);
    for (const allProtocols of [{ IpProtocol: '-1' }, { IpProtocol: -1, FromPort: 80, ToPort: 80 }]) {
      const rules = found(group({ ...allProtocols, ...everybody })).sort();
      assert.deepEqual(rules, [allTraffic, risky]);
    }
  });

  test('is told once where every port lets everybody in, and not for each that is of note', () => {
    for (const ingress of [tcp(0, 65535, everybody), tcp(1, 65535, { CidrIpv6: '::/0' })]) {
      const { path, text } = group(ingress);
      const open = checkText(path, text).findings.filter(({ rule }) => rule !== allTraffic);
      assert.deepEqual(open.map(messageOf), ['The security group Door lets the whole internet in by every port.']);
    }
  });

  test('is told of each range once by the gravest of its other ports', () => {
    assert.deepEqual(found(group(tcp(5432, 5432, everybody))), [risky]);
    assert.deepEqual(found(group(tcp(1024, 3388, everybody))), [risky]);
    assert.deepEqual(found(group(tcp(8443, 8443, everybody))), [other]);
    assert.deepEqual(found(group({ ...tcp(1194, 1194, everybody), IpProtocol: 'udp' })), [other]);
    assert.deepEqual(found(group({ ...tcp(22, 22, everybody), IpProtocol: '17' })), [other]);
    assert.deepEqual(found(group(tcp(80, 80, everybody))), [http]);
    assert.deepEqual(found(group(tcp(80, 81, everybody))).sort(), [http, other]);
  });

  test('names the ports that it opens', () => {
    const messages = [tcp(5432, 5432, everybody), tcp(20, 21, everybody), tcp(1400, 3388, everybody)].map((ingress) => {
      const { path, text } = group(ingress);
      return checkText(path, text).findings.map(messageOf)[0];
    });
    assert.deepEqual(messages, [
      'The security group Door lets the whole internet in by port 5432.',
      'The security group Door lets the whole internet in by ports 20 and 21.',
      'The security group Door lets the whole internet in by ports 1433, 1434 and 2 more.',
    ]);
  });

  test('is told where its callers may come in by every port, whoever they are', () => {
    assert.deepEqual(found(group({ IpProtocol: '-1', SourceSecurityGroupId: 'sg-1' })), [allTraffic]);
    assert.deepEqual(found(group(tcp(0, 65535, { CidrIp: '10.0.0.0/8' }))), [allTraffic]);
    assert.deepEqual(found(group(tcp(1024, 65535, { CidrIp: '10.0.0.0/8' }))), []);
  });

  test('is told where all protocols may leave it to everywhere', () => {
    const out = (rule: object) =>
      found(template({ Door: { Type: 'AWS::EC2::SecurityGroup', Properties: { SecurityGroupEgress: [rule] } } }));
    assert.deepEqual(out({ IpProtocol: '-1', ...everybody }), [egress]);
    assert.deepEqual(out({ IpProtocol: '-1', CidrIp: '10.0.0.0/8' }), []);
    assert.deepEqual(out(tcp(443, 443, everybody)), []);
  });

  test('may let everybody in by the port of HTTPS, and some by others', () => {
    for (const ingress of [
      tcp(443, 443, everybody),
      { ...tcp(443, 443, everybody), IpProtocol: 'udp' },
      tcp(22, 22, { CidrIp: '10.0.0.0/8' }),
      tcp(22, 22, { SourceSecurityGroupId: 'sg-1' }),
      { IpProtocol: 'icmp', FromPort: -1, ToPort: -1, ...everybody },
      tcp(22, 22, { CidrIp: { 'Fn::ImportValue': 'range' } }),
      { ...tcp(22, 22, everybody), FromPort: { 'Fn::ImportValue': 'port' } },
    ]) {
      assert.deepEqual(found(group(ingress)), [], JSON.stringify(ingress));
    }
  });

  test('keeps its other rules when one is narrowed', () => {
    const after = mended(group(tcp(443, 443, everybody), tcp(22, 22, everybody)));
    assert.equal(after?.fix.safety, 'input');
    assert.deepEqual(after?.document.Resources.Door.Properties.SecurityGroupIngress, [
      tcp(443, 443, everybody),
      tcp(22, 22, { CidrIp: { Ref: 'SshSourceRange' } }),
    ]);
  });

  test('is told at the default of a parameter, which is left to its author', () => {
    const properties = { SecurityGroupIngress: [tcp(22, 22, { CidrIp: { Ref: 'Range' } })] };
    const document = template(
      { Door: { Type: 'AWS::EC2::SecurityGroup', Properties: properties } },
      { Parameters: { Range: { Type: 'String', Default: '0.0.0.0/0' } } },
    );
    assert.deepEqual(found(document), [ssh]);
    assert.equal(mended(document), undefined);
  });

  test('is named where its rule is a resource of its own', () => {
    const { path, text } = template({
      Door: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'for tests' } },
      Way: {
        Type: 'AWS::EC2::SecurityGroupIngress',
        Properties: { GroupId: { 'Fn::GetAtt': ['Door', 'GroupId'] }, ...tcp(22, 22, everybody) },
      },
    });
    assert.deepEqual(checkText(path, text).findings.map(messageOf), [
      'The security group Door lets the whole internet in by SSH.',
    ]);
  });
});

describe('A security group of Terraform', () => {
  const ingress = { protocol: 'tcp', from_port: 22, to_port: 22 };

  test('keeps the other ranges of a list', () => {
    const lists = { ...ingress, cidr_blocks: ['10.0.0.0/8', '0.0.0.0/0'] };
    for (const written of [lists, [lists]]) {
      const after = mended(module({ aws_security_group: { door: { name: 'door', ingress: written } } }));
      assert.match(JSON.stringify(after?.document), /"cidr_blocks":\["10\.0\.0\.0\/8","\$\{var\.\w+\}"\]/);
    }
  });

  test('is told of ranges of either version, each where it stands', () => {
    const both = { ...ingress, cidr_blocks: ['0.0.0.0/0'], ipv6_cidr_blocks: ['::/0'] };
    assert.deepEqual(found(module({ aws_security_group: { door: { ingress: [both] } } })), [ssh, ssh]);
  });

  test('has rules in either direction, of which one counts', () => {
    const rule = { ...ingress, security_group_id: 'sg-1', cidr_blocks: ['0.0.0.0/0'] };
    assert.deepEqual(found(module({ aws_security_group_rule: { door: { ...rule, type: 'ingress' } } })), [ssh]);
    assert.deepEqual(found(module({ aws_security_group_rule: { door: { ...rule, type: 'egress' } } })), []);
    const all = { ...rule, protocol: '-1', type: 'egress' };
    assert.deepEqual(found(module({ aws_security_group_rule: { door: all } })), [egress]);
  });
});

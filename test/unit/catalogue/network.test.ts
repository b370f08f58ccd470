import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { found, mended, module, template } from '../../support/resources';

describe('A network ACL', () => {
  const open = 'network-acl-open';
  const allow = { NetworkAclId: 'acl-1', RuleNumber: 100, RuleAction: 'allow', Protocol: 6, CidrBlock: '0.0.0.0/0' };
  const ports = (From: number, To: number) => ({ PortRange: { From, To } });
  const entry = (properties: object) => ({ Type: 'AWS::EC2::NetworkAclEntry', Properties: properties });
  const entries = (...all: object[]) =>
    found(template(Object.fromEntries(all.map((properties, at) => [`Entry${at}`, entry(properties)]))));

  test('is told where everybody may send to the ports of logins and FTP', () => {
    assert.deepEqual(entries({ ...allow, ...ports(22, 22) }), [open]);
    assert.deepEqual(entries({ ...allow, ...ports(0, 1023), CidrBlock: undefined, Ipv6CidrBlock: '::/0' }), [open]);
    assert.deepEqual(entries({ ...allow, Protocol: -1 }), [open]);
  });

  test('may admit answers, other ports, some addresses, and let all out', () => {
    for (const properties of [
      { ...allow, ...ports(1024, 65535) },
      { ...allow, ...ports(443, 443) },
      { ...allow, ...ports(22, 22), CidrBlock: '10.0.0.0/8' },
      { ...allow, ...ports(22, 22), RuleAction: 'deny' },
      { ...allow, Protocol: -1, Egress: true },
      { ...allow, Protocol: 17, ...ports(22, 22) },
      { ...allow, Protocol: { 'Fn::ImportValue': 'protocol' }, ...ports(22, 22) },
    ]) {
      assert.deepEqual(entries(properties), [], JSON.stringify(properties));
    }
  });

  test('is heard in the order of its numbers', () => {
    const all = { ...allow, Protocol: -1 };
    const denied = (RuleNumber: number, NetworkAclId = 'acl-1') => ({
      ...allow,
      ...{ RuleNumber, NetworkAclId, RuleAction: 'deny', Protocol: -1 },
    });
    assert.deepEqual(entries(denied(50), all), []);
    assert.deepEqual(entries(denied(150), all), [open]);
    assert.deepEqual(entries(denied(50, 'acl-2'), all), [open]);
  });

  test('of Terraform may have its entries inside', () => {
    const ssh = { rule_no: 100, action: 'allow', protocol: 'tcp', from_port: 22, to_port: 22, cidr_block: '0.0.0.0/0' };
    const deny = { ...ssh, rule_no: 90, action: 'deny' };
    assert.deepEqual(found(module({ aws_network_acl: { wall: { ingress: [ssh] } } })), [open]);
    assert.deepEqual(found(module({ aws_default_network_acl: { wall: { ingress: [deny, ssh] } } })), []);
    assert.deepEqual(found(module({ aws_network_acl: { wall: { egress: [ssh] } } })), []);
  });
});

describe('A route', () => {
  const everything = { RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0' };
  const route = (properties: object, others: object = {}) =>
    found(template({ Way: { Type: 'AWS::EC2::Route', Properties: properties }, ...others }));
  const gateway = (type: string) => ({ Gateway: { Type: type, Properties: {} } });

  test('to the internet is told where the gateway is known to lead there', () => {
    const named = { ...everything, GatewayId: { Ref: 'Gateway' } };
    assert.deepEqual(route({ ...everything, GatewayId: 'igw-1' }), ['route-to-internet']);
    assert.deepEqual(route(named, gateway('AWS::EC2::InternetGateway')), ['route-to-internet']);
    assert.deepEqual(route(named, gateway('AWS::EC2::VPNGateway')), []);
    assert.deepEqual(route({ ...everything, NatGatewayId: 'nat-1' }), []);
    assert.deepEqual(route({ ...everything, DestinationCidrBlock: '192.0.2.0/24', GatewayId: 'igw-1' }), []);
  });

  test('to a peered network is for the addresses of that network', () => {
    assert.deepEqual(route({ ...everything, VpcPeeringConnectionId: 'pcx-1' }), ['route-to-peer']);
    const narrow = { ...everything, DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId: 'pcx-1' };
    assert.deepEqual(route(narrow), []);
  });

  test('of Terraform may stand in its table', () => {
    const routes = [
      { cidr_block: '10.1.0.0/16', vpc_peering_connection_id: 'pcx-1' },
      { ipv6_cidr_block: '::/0', gateway_id: '${aws_internet_gateway.out.id}' },
    ];
    const document = module({
      aws_internet_gateway: { out: {} },
      aws_route_table: { table: { vpc_id: 'vpc-1', route: routes } },
    });
    assert.deepEqual(found(document), ['route-to-internet']);
  });
});

describe('The default security group of a VPC', () => {
  const open = 'default-security-group-open';
  const vpc = {
    aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
    aws_flow_log: { all: { vpc_id: '${aws_vpc.main.id}', traffic_type: 'ALL' } },
  };

  test('is told while nobody has taken its rules away', () => {
    assert.deepEqual(found(module(vpc)), [open]);
  });

  test('is not told in templates, which have no way to close it', () => {
    const network = {
      Network: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
      Traffic: { Type: 'AWS::EC2::FlowLog', Properties: { ResourceId: { Ref: 'Network' }, ResourceType: 'VPC' } },
    };
    assert.deepEqual(found(template(network)), []);
  });

  test('is adopted without rules by the fix in Terraform', () => {
    const { resource } = mended(module(vpc))?.document ?? {};
    assert.deepEqual(Object.values(resource.aws_default_security_group), [{ vpc_id: '${aws_vpc.main.id}' }]);
  });

  test('is told of each rule that is written for it', () => {
    const self = { protocol: '-1', from_port: 0, to_port: 0, self: true };
    const group = (rules: object) => ({
      aws_default_security_group: { own: { vpc_id: '${aws_vpc.main.id}', ...rules } },
    });
    assert.deepEqual(found(module({ ...vpc, ...group({}) })), []);
    assert.deepEqual(found(module({ ...vpc, ...group({ egress: [{ ...self, protocol: 'tcp' }] }) })), [open]);
    assert.deepEqual(found(module({ ...vpc, ...group({ ingress: [{ ...self, protocol: 'tcp' }] }) })), [open]);
  });
});

describe('A fleet of game servers', () => {
  test('is told of ranges of ports, not of single ones', () => {
    const fleet = (FromPort: number, ToPort: number) =>
      found(
        template({
          Fleet: {
            Type: 'AWS::GameLift::Fleet',
            Properties: { EC2InboundPermissions: [{ FromPort, ToPort, IpRange: '0.0.0.0/0', Protocol: 'UDP' }] },
          },
        }),
      );
    assert.deepEqual(fleet(1026, 1030), ['gamelift-fleet-port-range']);
    assert.deepEqual(fleet(1026, 1026), []);
  });
});

describe('A load balancer', () => {
  test('faces the internet unless it says otherwise, or is one of a gateway', () => {
    const balancer = (properties: object) =>
      found(template({ Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: properties } }));
    assert.ok(balancer({ Type: 'network' }).includes('elb-internal'));
    assert.ok(!balancer({ Type: 'network', Scheme: 'internal' }).includes('elb-internal'));
    assert.ok(!balancer({ Type: 'gateway' }).includes('elb-internal'));
  });
});

import type { Objection, Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import type { ResourceRule } from '../model/rule';
import { type Case, cases, fieldOf, type ListValue, textOf, type Value } from '../model/value';
import type { View, World } from '../model/view';
import { type Written, WrittenInput } from '../model/written';
import { type Block, blocksOf, likelihoodIn, textIn, wholeOf } from './blocks';
import { exampleOf, resourceRule, usualIdentifiers } from './define';

export const securityGroup: Kind = {
  id: 'security-group',
  title: 'security group',
  cloudformation: ['AWS::EC2::SecurityGroup'],
  terraform: ['aws_security_group', 'aws_default_security_group'],
  // CloudFormation gives no ARN of a security group; nothing refers to one by it.
  identifiers: { ...usualIdentifiers, cloudformation: { id: 'GroupId', arn: '' } },
  attributes: {
    name: { cloudformation: 'GroupName', terraform: 'name', type: 'text' },
    ingress: { cloudformation: 'SecurityGroupIngress[*]', terraform: 'ingress[*]', type: 'block' },
  },
};

export const ingressRule: Kind = {
  id: 'security-group-ingress',
  title: 'security group ingress rule',
  cloudformation: ['AWS::EC2::SecurityGroupIngress'],
  terraform: ['aws_vpc_security_group_ingress_rule'],
  attributes: {
    group: { cloudformation: 'GroupId', terraform: 'security_group_id', type: 'text' },
    protocol: { cloudformation: 'IpProtocol', terraform: 'ip_protocol', type: 'text' },
    fromPort: { cloudformation: 'FromPort', terraform: 'from_port', type: 'number' },
    toPort: { cloudformation: 'ToPort', terraform: 'to_port', type: 'number' },
    range: { cloudformation: 'CidrIp', terraform: 'cidr_ipv4', type: 'text' },
  },
};

/** Terraform's older resource for rules in either direction. */
export const groupRule: Kind = {
  id: 'security-group-rule',
  title: 'security group rule',
  cloudformation: [],
  terraform: ['aws_security_group_rule'],
  attributes: {
    group: { terraform: 'security_group_id', type: 'text' },
    direction: { terraform: 'type', type: 'text' },
  },
};

/** What lets traffic in, wherever it is written. */
function ingressOf(view: View): Block[] {
  if (view.kind === securityGroup) return blocksOf(view, 'ingress');
  if (view.kind === groupRule && view.is('direction', (direction) => direction === 'ingress') !== true) return [];
  return [wholeOf(view)];
}

/** Whether a rule lets TCP through to a port: for all protocols it does whatever ports are written. */
function opensPort(ingress: Block, port: number): boolean {
  const protocol = textIn(ingress, ['IpProtocol', 'ip_protocol', 'protocol'])?.toLowerCase();
  if (protocol === '-1' || protocol === 'all') return true;
  const from = Number(textIn(ingress, ['FromPort', 'from_port']));
  const to = Number(textIn(ingress, ['ToPort', 'to_port']));
  return (protocol === 'tcp' || protocol === '6') && from <= port && port <= to;
}

/** The keys under which a rule names address ranges, one or a list of them. */
const rangeKeys = ['CidrIp', 'CidrIpv6', 'cidr_ipv4', 'cidr_ipv6', 'cidr_blocks', 'ipv6_cidr_blocks'];

const isEverybody = (value: Value) => value.kind === 'literal' && /^(0\.0\.0\.0|::)\/0$/.test(value.text);

/** The ranges of a rule that are the whole internet, with the keys they stand under. */
function openRanges({ fields }: Block): { key: string; range: Case }[] {
  return rangeKeys.flatMap((key) => {
    const field = fieldOf(fields, key);
    const ranges = (field ? cases(field) : []).flatMap(({ value, likelihood, parameter }) =>
      value.kind === 'list'
        ? value.items.flatMap((item) => cases(item, likelihood, parameter))
        : { value, likelihood, ...(parameter && { parameter }) },
    );
    return ranges.filter(({ value }) => isEverybody(value)).map((range) => ({ key, range }));
  });
}

/** A list of ranges with the open ones replaced; `undefined` where another is not plain text. */
function replacedIn({ items, open }: ListValue, range: Written): Written | undefined {
  const texts = items.map((item) => (isEverybody(item) ? range : textOf(item)));
  return open || texts.includes(undefined) ? undefined : (texts as Written[]);
}

/** Leaves the range to the user. Only what stands plainly in the rule is replaced, not a branch or a default. */
function narrowing({ fields }: Block, key: string, protocol: string): Remedy[] {
  const isV6 = key.toLowerCase().includes('v6');
  const input = new WrittenInput(
    `${protocol}SourceRange${isV6 ? 'V6' : ''}`,
    `The ${isV6 ? 'IPv6' : 'IPv4'} address range that may connect with ${protocol.toUpperCase()}`,
    isV6 ? '^[0-9a-fA-F:]+/[1-9][0-9]{0,2}$' : '^[0-9.]+/[1-9][0-9]?$',
  );
  const field = fieldOf(fields, key);
  const value = field?.kind === 'list' ? replacedIn(field, input) : field?.kind === 'literal' ? input : undefined;
  if (value === undefined) return [];
  return [
    {
      title: `Admit only a range of addresses that you name (all others lose ${protocol.toUpperCase()})`,
      safety: 'input',
      changes: [{ kind: 'merge', origin: fields.origin, fields: { [key]: value } }],
    },
  ];
}

/** The group a rule belongs to, as a person calls it. */
function groupName(view: View, world: World): string {
  const [fact] = view.facts('group');
  const group = fact && world.resolve(fact.value, securityGroup);
  return (group ?? view).resource.name;
}

/** No port that administrators log in by is for everybody. */
function openPort(id: string, port: number, protocol: string): ResourceRule {
  return resourceRule({
    id,
    recommendation: 'private-connectivity',
    severity: 'error',
    fix: 'sometimes',
    kinds: [securityGroup, ingressRule, groupRule],
    check(view, world) {
      return ingressOf(view)
        .filter((ingress) => opensPort(ingress, port))
        .flatMap((ingress) =>
          openRanges(ingress).map(({ key, range }): Objection => {
            const { parameter } = range;
            return {
              origin: range.value.origin,
              written: true,
              likelihood: likelihoodIn(ingress, range.likelihood),
              resource: view.resource,
              related: parameter ? [{ origin: parameter.origin, message: `${parameter.name} is used here` }] : [],
              remedies: narrowing(ingress, key, protocol),
              details: { name: groupName(view, world) },
            };
          }),
        );
    },
    example: exampleOf(ingressRule, 'Access', {
      group: 'sg-0123456789abcdef0',
      protocol: 'tcp',
      fromPort: port,
      toPort: port,
      range: '0.0.0.0/0',
    }),
  });
}

export const rules = [openPort('security-group-open-ssh', 22, 'Ssh'), openPort('security-group-open-rdp', 3389, 'Rdp')];
export const kinds = [securityGroup, ingressRule, groupRule];

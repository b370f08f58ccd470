import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { messageOf } from '../../../server/src/engine/words';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText, proveFix } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const about = /^vpc-endpoint-missing$/;
const send = '⟦vpc-endpoint-missing|sqs:SendMessage⟧';

/** A template with a function in a private subnet; what it may do, and what else there is. */
function template(actions: string, more = '', lambda = ''): string {
  return `Resources:
  Network:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true }
  Inside:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Network, CidrBlock: 10.0.1.0/24 }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: !ImportValue trust
      Policies:
        - PolicyName: access
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: ${actions}
                Resource: arn:aws:sqs:eu-west-1:111122223333:orders
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
      VpcConfig: { SubnetIds: [!Ref Inside] }
${lambda}${more}`;
}

const routes = (target: string) => `  Table:
    Type: AWS::EC2::RouteTable
    Properties: { VpcId: !Ref Network }
  Tie:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref Inside, RouteTableId: !Ref Table }
  Way:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, ${target} }
`;

const endpointTo = (service: string, network = '!Ref Network') => `  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: ${network}
      ServiceName: ${service}
`;

function found(text: string) {
  const checked = checkText('template.yaml', text);
  const findings = checked.findings.filter(({ rule }) => rule === 'vpc-endpoint-missing');
  return { checked, findings };
}

describe('A call from a private subnet', () => {
  test('to a service without an endpoint in the VPC is told at the action that allows it', () => {
    assertFindings(
      'template.yaml',
      template(`[s3:GetObject, ${send}]`.replace('s3:GetObject', '⟦vpc-endpoint-missing|s3:GetObject⟧')),
      about,
    );
    assertFindings('template.yaml', template(send, endpointTo('com.amazonaws.eu-west-1.sns')), about);
    const [finding] = found(template('sqs:SendMessage')).findings;
    assert.equal(finding?.severity, 'information');
    assert.equal(
      finding && messageOf(finding),
      'Worker may call Amazon SQS from private subnets of Network, which has no endpoint for it: the calls do not get out.',
    );
  });

  test('that leaves through a NAT gateway is a hint', () => {
    const [finding] = found(template('sqs:SendMessage', routes('NatGatewayId: nat-1'))).findings;
    assert.equal(finding?.severity, 'hint');
    assert.match(finding ? messageOf(finding) : '', /leave it through the NAT gateway\.$/);
  });

  test('is none where the subnet is public, or the document does not tell', () => {
    for (const text of [
      template('sqs:SendMessage', routes('GatewayId: !Ref Internet')),
      template('sqs:SendMessage', routes('TransitGatewayId: tgw-1')),
      template('sqs:SendMessage').replace('SubnetIds: [!Ref Inside]', 'SubnetIds: [!Ref Inside, subnet-1]'),
      template('sqs:SendMessage').replace('SubnetIds: [!Ref Inside]', 'SubnetIds: !Ref Given'),
      template('sqs:SendMessage').replace('VpcId: !Ref Network', 'VpcId: vpc-1'),
      template('sqs:SendMessage', endpointTo('com.amazonaws.eu-west-1.sqs')),
      template('sqs:SendMessage', endpointTo('!Sub com.amazonaws.${AWS::Region}.sqs')),
      template('sqs:SendMessage', endpointTo('!ImportValue service')),
      template('sqs:SendMessage', endpointTo('com.amazonaws.eu-west-1.sqs', '!ImportValue network')),
      template(
        'sqs:SendMessage',
        "  Rest: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: s3://a/b } } }\n",
      ),
    ]) {
      assertFindings('template.yaml', text, about);
    }
  });

  test('is none where Lambda or another service acts with the permission', () => {
    for (const actions of [
      '[logs:PutLogEvents, xray:PutTraceSegments, ec2:CreateNetworkInterface]',
      '[sqs:ReceiveMessage, sqs:DeleteMessage, sqs:GetQueueAttributes]',
      '[kms:Decrypt, kms:GenerateDataKey*]',
    ]) {
      assertFindings('template.yaml', template(actions), about);
    }
    const dead = '      DeadLetterConfig: { TargetArn: !ImportValue queue }\n';
    assertFindings('template.yaml', template('sqs:SendMessage', '', dead), about);
  });

  test('is found through instance profiles, task definitions and policies of their own', () => {
    const network = template('sts:TagSession')
      .replace(/ {2}Worker:[\s\S]*/, '')
      .replace('      Policies:', '      Tags:');
    const policy = `  Access:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: access
      Roles: [!Ref Role]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: ${send}, Resource: '*' }] }
`;
    const instance = `  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: { Roles: [!Ref Role] }
  Machine:
    Type: AWS::EC2::Instance
    Properties: { SubnetId: !Ref Inside, IamInstanceProfile: !Ref Profile }
`;
    const service = `  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: { TaskRoleArn: !GetAtt Role.Arn }
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref Inside] } }
`;
    assertFindings('template.yaml', network + policy + instance, about);
    assertFindings('template.yaml', network + policy + service, about);
    assertFindings('template.yaml', network + policy.replace(send, 'sqs:SendMessage'), about);
  });
});

describe('The endpoint that is added', () => {
  const fixed = (text: string, path = 'template.yaml') => {
    const checked = checkText(path, text);
    const finding = checked.findings.find(({ rule }) => rule === 'vpc-endpoint-missing');
    assert.ok(finding);
    const [fix] = fixesFor(checked, finding);
    assert.ok(fix, 'there is no fix');
    assert.equal(fix.safety, 'review');
    return { title: fix.title, text: applyEdits(text, fix.edits), checked, finding, fix };
  };

  test('stands beside what is there, admits the code and serves what its role does', () => {
    const group = `  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: Worker, VpcId: !Ref Network }
`;
    const withGroup = template('sqs:SendMessage', group).replace(
      'SubnetIds: [!Ref Inside]',
      'SubnetIds: [!Ref Inside], SecurityGroupIds: [!GetAtt Group.GroupId]',
    );
    const { title, text, checked, finding, fix } = fixed(withGroup);
    assert.equal(title, 'Add an endpoint for sqs to Network (has a price by the hour)');
    assert.ok(text.startsWith(withGroup));
    assert.equal(
      text.slice(withGroup.length),
      `  SqsEndpointGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: To sqs over TLS
      VpcId: !Ref Network
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          SourceSecurityGroupId: !GetAtt Group.GroupId
  SqsEndpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcEndpointType: Interface
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.sqs
      VpcId: !Ref Network
      SubnetIds:
        - !Ref Inside
      SecurityGroupIds:
        - !GetAtt SqsEndpointGroup.GroupId
      PrivateDnsEnabled: true
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: "*"
            Action:
              - sqs:SendMessage
            Resource: "*"
            Condition:
              StringEquals:
                aws:PrincipalAccount: !Ref AWS::AccountId
                aws:ResourceAccount: !Ref AWS::AccountId
`,
    );
    proveFix(checked, finding, fix);
  });

  test('is a gateway in the route tables of the subnets for S3 and DynamoDB', () => {
    const { title, text } = fixed(template('s3:GetObject', routes('NatGatewayId: nat-1')));
    assert.equal(title, 'Add an endpoint for s3 to Network');
    assert.match(text, /S3Endpoint:[\s\S]*VpcEndpointType: Gateway[\s\S]*RouteTableIds:\n\s+- !Ref Table\n/);
    assert.doesNotMatch(text, /SecurityGroup/);
  });

  test('turns on the names that private DNS needs, where the VPC has them off', () => {
    const { text } = fixed(template('sqs:SendMessage').replace(', EnableDnsHostnames: true', ''));
    assert.match(text, /Properties: \{ CidrBlock: 10\.0\.0\.0\/16, EnableDnsHostnames: true \}/);
  });

  test('is written in Terraform with the data sources that its texts need, and names that are free', () => {
    const json = {
      resource: {
        aws_vpc: { main: { cidr_block: '10.0.0.0/16', enable_dns_hostnames: true } },
        aws_subnet: { inside: { vpc_id: '${aws_vpc.main.id}' } },
        aws_iam_role: { worker: { assume_role_policy: '${var.trust}' } },
        aws_iam_policy: {
          access: { policy: '{"Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}]}' },
        },
        aws_iam_role_policy_attachment: {
          worker: { role: '${aws_iam_role.worker.name}', policy_arn: '${aws_iam_policy.access.arn}' },
        },
        aws_lambda_function: {
          worker: { role: '${aws_iam_role.worker.arn}', vpc_config: { subnet_ids: ['${aws_subnet.inside.id}'] } },
        },
        aws_security_group: { sqs_endpoint_group: { vpc_id: 'vpc-1' } },
      },
    };
    const { text } = fixed(JSON.stringify(json, null, 2), 'main.tf.json');
    const { resource, data } = JSON.parse(text);
    assert.deepEqual(data, { aws_region: { current: {} }, aws_caller_identity: { current: {} } });
    assert.deepEqual(Object.keys(resource.aws_security_group), ['sqs_endpoint_group', 'sqs_endpoint_group_2']);
    const { policy, ...endpoint } = resource.aws_vpc_endpoint.sqs_endpoint;
    assert.deepEqual(endpoint, {
      vpc_endpoint_type: 'Interface',
      service_name: 'com.amazonaws.${data.aws_region.current.id}.sqs',
      vpc_id: '${aws_vpc.main.id}',
      subnet_ids: ['${aws_subnet.inside.id}'],
      security_group_ids: ['${aws_security_group.sqs_endpoint_group_2.id}'],
      private_dns_enabled: true,
    });
    assert.deepEqual(JSON.parse(policy).Statement[0].Action, ['sqs:SendMessage']);
  });

  test('is not offered where what it would name is made several times', () => {
    const json = {
      resource: {
        aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
        aws_subnet: { inside: { count: 2, vpc_id: '${aws_vpc.main.id}' } },
        aws_iam_role: { worker: { assume_role_policy: '${var.trust}' } },
        aws_iam_role_policy: {
          access: {
            role: '${aws_iam_role.worker.id}',
            policy: '{"Statement":[{"Effect":"Allow","Action":"sqs:SendMessage","Resource":"*"}]}',
          },
        },
        aws_lambda_function: {
          worker: { role: '${aws_iam_role.worker.arn}', vpc_config: { subnet_ids: ['${aws_subnet.inside[0].id}'] } },
        },
      },
    };
    const checked = checkText('main.tf.json', JSON.stringify(json, null, 2));
    const finding = checked.findings.find(({ rule }) => rule === 'vpc-endpoint-missing');
    assert.ok(!finding || fixesFor(checked, finding).length === 0);
  });
});

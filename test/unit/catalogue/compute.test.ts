import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixesFor } from '../../../server/src/engine/fixes';
import { applyEdits } from '../../../server/src/syntax/textEdit';
import { checkText } from '../../support/checking';
import { assertFindings } from '../../support/marked';

const tasks = /^ecs-(?!task-logs)/;

/** The text after the first fix of the only finding of a rule; `undefined` where it has none. */
function mended(path: string, text: string, rule: string): string | undefined {
  const checked = checkText(path, text);
  const [finding, ...others] = checked.findings.filter((one) => one.rule === rule);
  assert.ok(finding && others.length === 0, rule);
  const [fix] = fixesFor(checked, finding);
  return fix && applyEdits(text, fix.edits);
}

describe('Containers of ECS', () => {
  test('are root on the network of their host unless they name another user or say that they are privileged', () => {
    assertFindings(
      'template.yaml',
      `Parameters:
  Who:
    Type: String
Resources:
  Proxy:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: host
      ContainerDefinitions:
        - ⟦ecs-task-host-network-root|Name: silent⟧
        - Name: written
          User: ⟦ecs-task-host-network-root|root⟧
        - Name: numbered
          User: "⟦ecs-task-host-network-root|0:100⟧"
        - Name: nobody
          User: nobody
        - Name: chosen
          User: !Ref Who
        - Name: privileged
          Privileged: ⟦ecs-task-privileged|true⟧
  Bridged:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: bridge
      ContainerDefinitions:
        - Name: silent
          User: root
`,
      tasks,
    );
  });

  test('on the network of their host stay privileged until a person has chosen their user', () => {
    const text = (mode: string) => `Resources:
  Proxy:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: ${mode}
      ContainerDefinitions:
        - Name: proxy
          Privileged: true
`;
    assert.equal(mended('template.yaml', text('host'), 'ecs-task-privileged'), undefined);
    assert.match(mended('template.yaml', text('bridge'), 'ecs-task-privileged') ?? '', /Privileged: false/);
  });

  test('are read and mended in the expression that Terraform encodes them with', () => {
    const text = `{
  "resource": {
    "aws_ecs_task_definition": {
      "proxy": {
        "family": "proxy",
        "container_definitions": "\${jsonencode([{ name = \\"a\\", privileged = true }, { name = \\"b\\" }])}"
      }
    }
  }
}
`;
    assert.equal(
      mended('main.tf.json', text, 'ecs-task-privileged'),
      text.replace('privileged = true', 'privileged = false'),
    );
  });
});

describe('The roles of an ECS task', () => {
  const role = `  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
  Agent:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {}
`;

  test('are one where they name one resource, and two where they name two', () => {
    assertFindings(
      'template.yaml',
      `Resources:
${role}  Shared:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt ⟦ecs-task-shared-role|Worker.Arn⟧
      ExecutionRoleArn: !Ref Worker
  Apart:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Worker.Arn
      ExecutionRoleArn: !GetAtt Agent.Arn
  Alone:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ExecutionRoleArn: !GetAtt Agent.Arn
`,
      tasks,
    );
  });

  test('are not one because nothing is chosen for either', () => {
    assertFindings(
      'template.yaml',
      `Parameters:
  WorkerRole:
    Type: String
    Default: ""
  AgentRole:
    Type: String
    Default: ""
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !Ref WorkerRole
      ExecutionRoleArn: !Ref AgentRole
`,
      tasks,
    );
  });
});

describe('SSH to the nodes of EKS', () => {
  test('is open where a key is named and no security group', () => {
    assertFindings(
      'main.tf.json',
      `{
  "resource": {
    "aws_eks_node_group": {
      "⟦eks-node-ssh|open⟧": { "cluster_name": "a", "remote_access": { "ec2_ssh_key": "operators" } },
      "closed": { "cluster_name": "a" },
      "limited": {
        "cluster_name": "a",
        "remote_access": { "ec2_ssh_key": "operators", "source_security_group_ids": ["sg-0123456789abcdef0"] }
      }
    }
  }
}
`,
      /^eks-node/,
    );
  });
});

describe('The role of an EC2 instance', () => {
  test('may come from a launch template', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  ⟦ec2-instance-role|Bare⟧:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
  Templated:
    Type: AWS::EC2::Instance
    Properties:
      LaunchTemplate:
        LaunchTemplateName: servers
        Version: "1"
`,
      /^ec2-instance-role/,
    );
  });
});

describe('The sites that may call a function URL', () => {
  const url = (origins: string) => `Resources:
  Entry:
    Type: AWS::Lambda::Url
    Properties:
      AuthType: AWS_IAM
      TargetFunctionArn: orders
      Cors:
        AllowOrigins: ${origins}
`;

  test('are asked for where the wildcard stands alone, and left to the user where others are named', () => {
    assert.match(mended('template.yaml', url('["*"]'), 'lambda-url-origins') ?? '', /!Ref AllowedOrigin/);
    assert.equal(mended('template.yaml', url('["*", "https://shop.example"]'), 'lambda-url-origins'), undefined);
    assert.deepEqual(checkText('template.yaml', url('["https://shop.example"]')).findings, []);
  });
});

describe('The way of a SageMaker notebook to the internet', () => {
  const notebook = (...lines: readonly string[]) => `Resources:
  Notebook:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      InstanceType: ml.t3.medium
      ${['DirectInternetAccess: Enabled', ...lines].join('\n      ')}
`;

  test('can be closed once there is one through a VPC', () => {
    const rule = 'sagemaker-notebook-internet';
    assert.equal(mended('template.yaml', notebook(), rule), undefined);
    const placed = ['SubnetId: subnet-0123456789abcdef0', 'SecurityGroupIds: [sg-0123456789abcdef0]'];
    assert.match(mended('template.yaml', notebook(...placed), rule) ?? '', /DirectInternetAccess: Disabled/);
  });
});

describe('The VPC of an Elastic Beanstalk environment', () => {
  test('is named by an option, or perhaps by a template', () => {
    assertFindings(
      'template.yaml',
      `Resources:
  ⟦elastic-beanstalk-vpc|Nowhere⟧:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      ApplicationName: shop
  Placed:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      ApplicationName: shop
      OptionSettings:
        - Namespace: aws:ec2:vpc
          OptionName: VPCId
          Value: vpc-0123456789abcdef0
  Templated:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      ApplicationName: shop
      TemplateName: usual
`,
      /^elastic-beanstalk-vpc$/,
    );
  });
});

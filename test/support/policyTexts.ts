import { cursor } from './completions';

/** A statement in a policy of a YAML template. */
export const inTemplate = (statement: string) => `Resources:
  Access:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
${statement.replace(/^(?=.)/gm, '            ')}
  Orders:
    Type: AWS::SQS::Queue
`;

/** Elements of a statement in a policy of a JSON template. */
export const inJson = (statement: string) =>
  `{ "Resources": { "Access": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": {
  "Statement": [{ "Effect": "Allow", ${statement} }]
} } } } }`;

/** Elements of a statement in a lone policy. */
export const inPolicy = (statement: string) =>
  `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow",\n${statement}\n}] }`;

/** Elements of a statement in a policy that is a string of Terraform JSON. */
export const inString = (statement: string) =>
  `{ "resource": { "aws_iam_policy": { "access": { "policy": ${JSON.stringify(inPolicy(statement)).replace('\\\\│', cursor)} } } } }`;

/** Elements of a statement in a policy that `Fn::Sub` fills in. */
export const inSub = (statement: string) => `Resources:
  Access:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Orders]
      PolicyDocument: !Sub |
        { "Statement": [{ "Effect": "Allow",
          ${statement},
          "Resource": "\${Orders.Arn}" }] }
`;

/** Arguments of a statement in an `aws_iam_policy_document`. */
export const inDataSource = (statement: string) =>
  `{ "data": { "aws_iam_policy_document": { "access": { "statement": [{ ${statement} }] } } } }`;

/** A VPC endpoint for a service. */
export const inEndpoint = (service: string) => `Resources:
  Messages:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !ImportValue vpc
      ServiceName: ${service}
`;

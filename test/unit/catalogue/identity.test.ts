import { describe, test } from 'node:test';
import { assertFindings } from '../../support/marked';

/** Checks a template's resources, by the rules whose ids match. */
function assertMarked(about: RegExp, resources: string): void {
  assertFindings('template.yaml', `Resources:\n${resources}`, about);
}

/** Checks a Terraform configuration's resources, by the rules whose ids match. */
function assertMarkedTerraform(about: RegExp, resources: string): void {
  assertFindings('main.tf.json', `{ "resource": { ${resources} } }`, about);
}

describe('A domain name of API Gateway', () => {
  const about = /^api-gateway-edge-domain-name$/;
  const domain = (types: string) =>
    `  Domain:\n    Type: AWS::ApiGateway::DomainName\n    Properties: { DomainName: api.example.com, EndpointConfiguration: { Types: [${types}] } }\n`;

  test('is found where it lies at the edge', () => {
    assertMarked(about, domain('⟦api-gateway-edge-domain-name|EDGE⟧'));
  });

  test('is fine in its Region, private, or where a parameter decides', () => {
    for (const types of ['REGIONAL', 'PRIVATE', 'EDGE, REGIONAL', '!Ref Type']) assertMarked(about, domain(types));
  });
});

describe('A route of an HTTP or WebSocket API', () => {
  const about = /^api-gateway-v2-authorization$/;
  const api = (protocol: string) =>
    `  Api:\n    Type: AWS::ApiGatewayV2::Api\n    Properties: { Name: orders, ProtocolType: ${protocol} }\n`;
  const route = (name: string, key: string, more = '') =>
    `  ${name}:\n    Type: AWS::ApiGatewayV2::Route\n    Properties: { ApiId: !Ref Api, RouteKey: ${key}${more} }\n`;
  const found = '⟦api-gateway-v2-authorization|Route⟧';

  test('is found without authorization, written or not', () => {
    assertMarked(about, api('HTTP') + route(found, 'GET /orders'));
    assertMarked(
      about,
      api('HTTP') + route('Route', 'ANY /orders', ', AuthorizationType: ⟦api-gateway-v2-authorization|NONE⟧'),
    );
    assertMarked(about, api('WEBSOCKET') + route(found, '$connect'));
  });

  test('that takes the rest is found in an HTTP API only', () => {
    assertMarked(about, api('HTTP') + route(found, '$default'));
    assertMarked(about, api('WEBSOCKET') + route('Route', '$default') + route('Other', 'sendMessage'));
    assertMarked(about, route('Route', '$default'));
  });

  test('is fine where it asks, and where browsers ask first', () => {
    assertMarked(about, api('HTTP') + route('Route', 'GET /orders', ', AuthorizationType: JWT'));
    assertMarked(about, api('HTTP') + route('Route', 'OPTIONS /orders') + route('Other', '!Ref Key'));
  });
});

describe('A bucket behind a distribution', () => {
  const about = /^cloudfront-origin-access$/;
  const distribution = (origin: string) =>
    `  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties: { DistributionConfig: { Enabled: true, Origins: [{ Id: site, ${origin} }] } }\n  Bucket:\n    Type: AWS::S3::Bucket\n`;
  const found = '⟦cloudfront-origin-access|DomainName⟧';

  test('is found where CloudFront does not say who it is', () => {
    assertMarked(about, distribution(`${found}: site.s3.amazonaws.com`));
    assertMarked(about, distribution(`${found}: site.s3.eu-west-1.amazonaws.com, S3OriginConfig: {}`));
    assertMarked(about, distribution(`${found}: !GetAtt Bucket.RegionalDomainName`));
    assertMarked(about, distribution(`${found}: !Sub "site.s3.\${AWS::Region}.amazonaws.com"`));
    assertMarked(about, distribution(`${found}: !Ref Site, S3OriginConfig: { OriginAccessIdentity: "" }`));
  });

  test('is fine with an access control or an identity', () => {
    assertMarked(
      about,
      distribution('DomainName: !GetAtt Bucket.DomainName, OriginAccessControlId: !Ref Control, S3OriginConfig: {}'),
    );
    assertMarked(
      about,
      distribution(
        'DomainName: site.s3.amazonaws.com, S3OriginConfig: { OriginAccessIdentity: origin-access-identity/cloudfront/E1 }',
      ),
    );
  });

  test('is no bucket where the origin is a website, a server, or not known', () => {
    assertMarked(about, distribution('DomainName: site.s3-website-eu-west-1.amazonaws.com'));
    assertMarked(about, distribution('DomainName: site.s3-website.eu-central-1.amazonaws.com'));
    assertMarked(
      about,
      distribution('DomainName: site.s3.amazonaws.com, CustomOriginConfig: { OriginProtocolPolicy: https-only }'),
    );
    assertMarked(about, distribution('DomainName: !Ref Domain'));
  });

  test('is found in the older form with a single origin', () => {
    const legacy = (origin: string) =>
      `  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties: { DistributionConfig: { Enabled: true, S3Origin: { ${origin} } } }\n`;
    assertMarked(about, legacy('⟦cloudfront-origin-access|DNSName⟧: site.s3.amazonaws.com'));
    assertMarked(
      about,
      legacy('DNSName: site.s3.amazonaws.com, OriginAccessIdentity: origin-access-identity/cloudfront/E1'),
    );
  });

  test('is found in Terraform, in one block or a list of them', () => {
    const site = (origin: string) =>
      `"aws_s3_bucket": { "content": {} }, "aws_cloudfront_distribution": { "site": { "origin": ${origin} } }`;
    const open = `{ "origin_id": "site", "⟦cloudfront-origin-access|domain_name⟧": "\${aws_s3_bucket.content.bucket_regional_domain_name}" }`;
    assertMarkedTerraform(about, site(open));
    assertMarkedTerraform(about, site(`[${open}]`));
    assertMarkedTerraform(
      about,
      site(
        '{ "origin_id": "site", "domain_name": "a.s3.amazonaws.com", "s3_origin_config": [{ "origin_access_identity": "origin-access-identity/cloudfront/E1" }] }',
      ),
    );
  });
});

describe('A permission to put events on a bus', () => {
  const about = /^(event-bus-public|policy-public-access)$/;
  const bus = (properties: string) =>
    `  Everyone:\n    Type: AWS::Events::EventBusPolicy\n    Properties: { StatementId: everyone, ${properties} }\n`;

  test('is found where it is for everyone, in words of its own or as a statement', () => {
    assertMarked(about, bus('Action: events:PutEvents, Principal: "⟦event-bus-public|*⟧"'));
    assertMarked(
      about,
      bus(
        'Statement: { Effect: Allow, Principal: "⟦policy-public-access|*⟧", Action: events:PutEvents, Resource: "arn:aws:events:eu-west-1:111122223333:event-bus/default" }',
      ),
    );
  });

  test('is fine for an account, or an organization', () => {
    assertMarked(about, bus('Action: events:PutEvents, Principal: "111122223333"'));
    assertMarked(
      about,
      bus(
        'Action: events:PutEvents, Principal: "*", Condition: { Type: StringEquals, Key: aws:PrincipalOrgID, Value: o-1234567890 }',
      ),
    );
    assertMarked(
      about,
      bus(
        'Statement: { Effect: Allow, Principal: "*", Action: events:PutEvents, Resource: "*", Condition: { StringEquals: { aws:PrincipalOrgID: o-1234567890 } } }',
      ),
    );
  });

  test('is no whole document, so that nothing else is missing from it', () => {
    assertMarked(
      /^policy-/,
      bus(
        'EventBusName: orders, Statement: { Effect: Allow, Principal: { AWS: "111122223333" }, Action: events:PutEvents, Resource: "arn:aws:events:eu-west-1:111122223333:event-bus/orders" }',
      ),
    );
  });
});

describe('Users and groups', () => {
  const about = /^iam-(user-without-group|group-without-users)$/;
  const alice = '  Alice:\n    Type: AWS::IAM::User\n';
  const developers = '  Developers:\n    Type: AWS::IAM::Group\n';

  test('are found one without the other', () => {
    assertMarked(about, alice.replace('Alice', '⟦iam-user-without-group|Alice⟧'));
    assertMarked(about, developers.replace('Developers', '⟦iam-group-without-users|Developers⟧'));
  });

  test('belong together by the user', () => {
    assertMarked(about, `${alice}    Properties: { Groups: [!Ref Developers] }\n${developers}`);
  });

  test('belong together by a resource of its own', () => {
    const addition =
      '  Addition:\n    Type: AWS::IAM::UserToGroupAddition\n    Properties: { GroupName: !Ref Developers, Users: [!Ref Alice] }\n';
    assertMarked(about, alice + developers + addition);
    const both = '"aws_iam_user": { "alice": { "name": "alice" } }, "aws_iam_group": { "dev": { "name": "dev" } }';
    for (const tie of [
      '"aws_iam_group_membership": { "dev": { "name": "dev", "group": "${aws_iam_group.dev.name}", "users": ["${aws_iam_user.alice.name}"] } }',
      '"aws_iam_user_group_membership": { "alice": { "user": "${aws_iam_user.alice.name}", "groups": ["${aws_iam_group.dev.name}"] } }',
    ]) {
      assertMarkedTerraform(about, `${both}, ${tie}`);
    }
  });

  test('are left alone where somebody unknown may be meant', () => {
    const addition =
      '  Addition:\n    Type: AWS::IAM::UserToGroupAddition\n    Properties: { GroupName: !ImportValue group, Users: !Ref Names }\n';
    assertMarked(about, alice + developers + addition);
  });
});

describe('A policy inside of an identity', () => {
  const about = /^iam-no-inline-policies$/;

  test('is told once', () => {
    assertMarked(
      about,
      '  ⟦iam-no-inline-policies|Deployer⟧:\n    Type: AWS::IAM::Group\n    Properties: { Policies: [{ PolicyName: !Ref Name }, { PolicyName: read }] }\n',
    );
    assertMarkedTerraform(
      about,
      '"aws_iam_role": { "⟦iam-no-inline-policies|deployer⟧": { "inline_policy": [{ "name": "deploy" }] } }',
    );
  });

  test('is told of a user as what is tied to a user, and not twice', () => {
    assertMarked(
      /^iam-no-(?:inline|user)-policies$/,
      '  Alice:\n    Type: AWS::IAM::User\n    Properties: { Policies: [{ PolicyName: ⟦iam-no-user-policies|read⟧ }] }\n',
    );
  });

  test('is not there in a role with managed policies', () => {
    assertMarked(
      about,
      '  Deployer:\n    Type: AWS::IAM::Role\n    Properties: { ManagedPolicyArns: [!Ref Deploy], Policies: [] }\n',
    );
  });
});

describe('A group whose users need no second factor', () => {
  const about = /^iam-group-without-mfa$/;
  const group = (name: string, more = '') =>
    `  ${name}:\n    Type: AWS::IAM::Group\n    Properties: { GroupName: dev${more} }\n`;
  const policy = (condition: string) =>
    `  Access:\n    Type: AWS::IAM::GroupPolicy\n    Properties:\n      GroupName: !Ref Group\n      PolicyName: access\n      PolicyDocument:\n        Version: "2012-10-17"\n        Statement:\n          - { Effect: Deny, Action: "*", Resource: "*"${condition} }\n`;
  const found = '⟦iam-group-without-mfa|Group⟧';

  test('is found where no policy of the document asks for one', () => {
    assertMarked(about, group(found));
    assertMarked(about, group(found, ', ManagedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"]'));
    assertMarked(about, group(found) + policy(''));
  });

  test('is fine where one does, or one out of sight may', () => {
    const condition = ', Condition: { BoolIfExists: { aws:MultiFactorAuthPresent: "false" } }';
    assertMarked(about, group('Group') + policy(condition));
    assertMarked(about, group('Group', ', ManagedPolicyArns: ["arn:aws:iam::111122223333:policy/second-factor"]'));
    assertMarked(about, group('Group', ', ManagedPolicyArns: [!ImportValue policy]'));
  });
});

describe('An account in the policy of a topic', () => {
  const about = /^sns-topic-other-account$/;
  const topic = (principal: string) =>
    `  Policy:\n    Type: AWS::SNS::TopicPolicy\n    Properties:\n      Topics: [!Ref Topic]\n      PolicyDocument:\n        Statement:\n          - { Effect: Allow, Principal: ${principal}, Action: "sns:Publish", Resource: "*" }\n`;

  test('is told by its number or an ARN', () => {
    assertMarked(about, topic('{ AWS: "⟦sns-topic-other-account|444455556666⟧" }'));
    assertMarked(about, topic('{ AWS: ["⟦sns-topic-other-account|arn:aws:iam::444455556666:role/reader⟧"] }'));
  });

  test('is nobody else where the account of the stack or a service is meant', () => {
    assertMarked(about, topic('{ AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root" }'));
    assertMarked(about, topic('{ Service: events.amazonaws.com }'));
  });
});

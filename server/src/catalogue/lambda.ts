import type { Remedy } from '../model/finding';
import type { Kind } from '../model/kind';
import type { View } from '../model/view';
import { WrittenInput } from '../model/written';
import { blocksOf } from './blocks';
import { attributeRule, equals, exampleOf, fixedWith, keyInput, ownKeyRule, present, valueRule } from './define';
import { isNamedLikeSecret } from './secrets';

export const lambdaFunction: Kind = {
  id: 'lambda-function',
  title: 'Lambda function',
  cloudformation: ['AWS::Lambda::Function'],
  serverless: ['AWS::Serverless::Function'],
  terraform: ['aws_lambda_function'],
  attributes: {
    runtime: { cloudformation: 'Runtime', terraform: 'runtime', type: 'text' },
    subnets: { cloudformation: 'VpcConfig.SubnetIds', terraform: 'vpc_config.subnet_ids', type: 'block' },
    groups: { cloudformation: 'VpcConfig.SecurityGroupIds', terraform: 'vpc_config.security_group_ids', type: 'block' },
    role: { cloudformation: 'Role', terraform: 'role', type: 'text' },
    environment: { cloudformation: 'Environment.Variables', terraform: 'environment.variables', type: 'block' },
    key: {
      cloudformation: 'KmsKeyArn',
      terraform: 'kms_key_arn',
      type: 'text',
      about: 'key',
      defaults: [
        {
          is: 'none',
          key: 'aws-managed',
          source: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/encryption-best-practices/lambda.html',
        },
      ],
    },
    deadLetters: {
      cloudformation: 'DeadLetterConfig',
      terraform: 'dead_letter_config',
      type: 'block',
    },
  },
};

const functionUrl: Kind = {
  id: 'lambda-function-url',
  title: 'Lambda function URL',
  cloudformation: ['AWS::Lambda::Url'],
  terraform: ['aws_lambda_function_url'],
  attributes: {
    function: { cloudformation: 'TargetFunctionArn', terraform: 'function_name', type: 'text' },
    authorization: { cloudformation: 'AuthType', terraform: 'authorization_type', type: 'text', about: 'public' },
    cors: { cloudformation: 'Cors', terraform: 'cors', type: 'block' },
    origin: { cloudformation: 'Cors.AllowOrigins[*]', terraform: 'cors.allow_origins[*]', type: 'text' },
  },
};

/** Only a function that reaches for something in a VPC gains by it, so this is no more than a hint. */
const inVpc = attributeRule({
  id: 'lambda-function-vpc',
  recommendation: 'private-connectivity',
  severity: 'hint',
  kind: lambdaFunction,
  requires: {
    subnets: fixedWith(present, [
      new WrittenInput('FunctionSubnet', 'A private subnet for the function', '^subnet-[0-9a-f]+$'),
    ]),
    groups: fixedWith(present, [
      new WrittenInput('FunctionSecurityGroup', 'The security group of the function', '^sg-[0-9a-f]+$'),
    ]),
  },
  safety: 'input',
  caution: 'it reaches the internet through a NAT gateway only, and its role has to manage network interfaces',
  example: exampleOf(lambdaFunction, 'Worker', { runtime: 'nodejs22.x' }),
});

/** Names of tables and levels of logging are no secrets: most environments need no key. */
function holdsSecret(view: View): boolean {
  return blocksOf(view, 'environment').some(({ fields }) => [...fields.fields.keys()].some(isNamedLikeSecret));
}

/** Variables are always encrypted; the question is who holds the key. */
const environmentKey = ownKeyRule({
  id: 'lambda-environment-kms-key',
  kind: lambdaFunction,
  when: holdsSecret,
  key: keyInput('EnvironmentKeyArn', 'for the environment variables of the function'),
  caution: 'whoever configures the function needs rights to the key, which costs',
  example: exampleOf(lambdaFunction, 'Worker', {
    runtime: 'nodejs22.x',
    subnets: ['subnet-0123456789abcdef0'],
    groups: ['sg-0123456789abcdef0'],
    environment: { API_KEY: '{{resolve:secretsmanager:orders:SecretString:key}}' },
  }),
});

const urlAuthorization = attributeRule({
  id: 'lambda-url-authorization',
  recommendation: 'sign-requests',
  severity: 'warning',
  kind: functionUrl,
  requires: { authorization: equals('AWS_IAM') },
  safety: 'review',
  caution: 'callers that do not sign their requests are turned away',
  example: exampleOf(functionUrl, 'Entry', { function: 'orders', authorization: 'NONE' }),
});

const originKeys = { cloudformation: 'AllowOrigins', terraform: 'allow_origins' };

/** Names one site in place of all. Where others are named beside the wildcard, which of them to keep is unknown. */
function namingOrigin(url: View): Remedy[] {
  const [cors, ...others] = blocksOf(url, 'cors');
  if (!cors || others.length > 0 || url.facts('origin').length > 1) return [];
  const site = new WrittenInput('AllowedOrigin', 'The site whose pages may call the function', '^https://[^/]+$');
  return [
    {
      title: 'Allow only a site that you name (pages of others can no longer call the function)',
      safety: 'input',
      changes: [{ kind: 'merge', origin: cors.fields.origin, fields: { [originKeys[url.resource.dialect]]: [site] } }],
    },
  ];
}

const urlOrigins = valueRule({
  id: 'lambda-url-origins',
  recommendation: 'private-connectivity',
  severity: 'information',
  fix: 'sometimes',
  kind: functionUrl,
  attribute: 'origin',
  isWrong: (origin) => origin === '*',
  remedies: namingOrigin,
  example: exampleOf(functionUrl, 'Entry', { function: 'orders', authorization: 'AWS_IAM', origin: '*' }),
});

export const rules = [inVpc, environmentKey, urlAuthorization, urlOrigins];
export const kinds = [lambdaFunction, functionUrl];

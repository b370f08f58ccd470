import type { Words } from '../../model/rule';

const permissionPage =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-permission.html';
const functionPolicies = 'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html';

export const words: Readonly<Record<string, Words>> = {
  'lambda-permission-public': {
    title: '{name|The permission} lets anybody use the {what|function}.',
    why: 'Every account of AWS, and through a function URL without authentication the whole internet, can call a function and read what it answers, or fetch a layer and read what is in it.',
    advice: 'Name the account or service that uses it, or hold the permission to your organization.',
    sources: [permissionPage, functionPolicies],
    sameAs: {
      checkov: ['CKV_AWS_301'],
      cdkNag: [
        'HIPAA.Security-LambdaFunctionPublicAccessProhibited',
        'NIST.800.53.R4-LambdaFunctionPublicAccessProhibited',
        'NIST.800.53.R5-LambdaFunctionPublicAccessProhibited',
        'PCI.DSS.321-LambdaFunctionPublicAccessProhibited',
      ],
      guard: ['LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED', 'LAMBDA_NO_WILDCARD_PRINCIPALS'],
      cfnNag: ['F13'],
    },
  },
  'lambda-permission-source': {
    title: '{name|The permission} lets a service call the function on behalf of any account.',
    why: 'Others can set up a resource in their own account that makes the service call the function, with input of theirs.',
    advice:
      'Name the resource that calls it with `SourceArn`. Where its ARN has no account, as with buckets, name that too.',
    sources: [permissionPage, functionPolicies],
    sameAs: {
      checkov: ['CKV_AWS_364'],
      trivy: ['AWS-0067'],
      guard: ['LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED'],
    },
  },
  'lambda-permission-action': {
    title: '{name|The permission} allows more than to call the function: {action|another action}.',
    why: 'Other actions read the code and its environment, or change them.',
    advice: 'Allow `lambda:InvokeFunction` only.',
    sources: [permissionPage, functionPolicies],
    sameAs: { guard: ['LAMBDA_PERMISSION_INVOKE_FUNCTION_ACTION'], cfnNag: ['W24'] },
  },
};

import type { Words } from '../../model/rule';
import { ownKeyWords } from './ownKey';

export const words: Readonly<Record<string, Words>> = {
  'lambda-function-vpc': {
    title: 'The function {name} does not run in a VPC of yours.',
    why: 'It reaches the whole internet, and nothing of a VPC: no database without a public address, no private endpoint. In a VPC its routes, security groups and endpoint policies say where it can send data.',
    advice:
      'Name private subnets and a security group if the function works with what stands in a VPC, or if it has to be kept from the internet.',
    sources: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    ],
    sameAs: {
      checkov: ['CKV_AWS_117'],
      cdkNag: [
        'HIPAA.Security-LambdaInsideVPC',
        'NIST.800.53.R4-LambdaInsideVPC',
        'NIST.800.53.R5-LambdaInsideVPC',
        'PCI.DSS.321-LambdaInsideVPC',
      ],
      guard: ['LAMBDA_INSIDE_VPC'],
      cfnNag: ['W89'],
    },
  },
  'lambda-url-authorization': {
    title: 'The function URL {name} takes requests that nobody signed.',
    why: 'With NONE Lambda checks nobody: where the policy of the function lets everybody in, whoever learns of the URL runs the function, and only its own code can turn them away.',
    advice: 'Write AWS_IAM and let callers sign, or put CloudFront with origin access control before it.',
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
    sameAs: { checkov: ['CKV_AWS_258'] },
  },
  'lambda-url-origins': {
    title: 'The function URL {name} can be called by the pages of any site.',
    why: 'A page that a user opens elsewhere can then call the function from the browser, with what the browser knows of the user, and read the answer.',
    advice: 'Name the sites whose pages need the function.',
    sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html'],
    sameAs: { checkov: ['CKV2_AWS_75'] },
  },
  'lambda-environment-kms-key': ownKeyWords({
    what: 'environment of the function {name}',
    otherwise:
      'A variable is named like a secret. Without a key of yours, Lambda encrypts variables with a key that AWS manages.',
    advice: 'Keep the secret in Secrets Manager and let the function fetch it, or name a KMS key for the variables.',
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html',
      'https://docs.aws.amazon.com/prescriptive-guidance/latest/encryption-best-practices/lambda.html',
    ],
    sameAs: { checkov: ['CKV_AWS_173'] },
  }),
};

import { knownAssumers } from '../../catalogue/policies/sourceTelling';
import { exampleAccount } from '../../catalogue/snippets/snippet';
import { serviceName } from '../../data/iamActions';
import type { PolicyPlace } from './place';
import { servicePrincipalSubject } from './subject';
import type { Suggestion } from './suggestion';

/** The sorts of principals; what a block says of everybody is a sort of its own. */
export function principalTypes(isBlock: boolean): Readonly<Record<string, string>> {
  return {
    AWS: 'accounts, roles and users',
    Service: 'services of AWS',
    Federated: 'those whom an identity provider vouches for',
    CanonicalUser: 'an account, by its canonical id in S3',
    ...(isBlock && { '*': 'everybody' }),
  };
}

const everybody: Suggestion = { text: '*', detail: 'everybody, also outside of the account' };

/** Whom a principal of a type may name. */
export function principalSuggestions(type: string | undefined, place: PolicyPlace, text: string): Suggestion[] {
  switch (type) {
    case undefined:
      return [everybody];
    case 'AWS':
      return [...accountRoots(place), ...accountsIn(text), everybody];
    case 'Service':
      return servicePrincipals().map((name) => {
        const subject = servicePrincipalSubject(name);
        const prefix = subject?.kind === 'servicePrincipal' ? subject.prefix : undefined;
        return {
          text: name,
          detail: (prefix && serviceName(prefix)) || 'service principal',
          ...(subject && { subject }),
        };
      });
    case 'Federated':
      return federations(place);
    default:
      return type === '*' ? [everybody] : [];
  }
}

/** The account of the document as a principal: CloudFormation knows its number, elsewhere a person fills it in. */
function accountRoots({ format, holes }: PolicyPlace): Suggestion[] {
  if (format === 'cloudformation' && holes !== 'none') {
    return [{ text: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root', detail: 'this account', hasHoles: true }];
  }
  return [
    {
      text: `arn:aws:iam::${exampleAccount}:root`,
      detail: 'an account',
      blanks: [{ marker: exampleAccount, text: exampleAccount }],
    },
  ];
}

/** The identity pools of Cognito, and the providers of the account, whose names a person fills in. */
function federations({ format, holes }: PolicyPlace): Suggestion[] {
  const isFilled = format === 'cloudformation' && holes !== 'none';
  const account = isFilled ? 'arn:${AWS::Partition}:iam::${AWS::AccountId}' : `arn:aws:iam::${exampleAccount}`;
  const provider = (kind: string, name: string, detail: string): Suggestion => ({
    text: `${account}:${kind}/${name}`,
    detail,
    hasHoles: isFilled,
    blanks: (isFilled ? [name] : [exampleAccount, name]).map((text) => ({ marker: text, text })),
  });
  return [
    provider('oidc-provider', 'token.actions.githubusercontent.com', 'an OIDC provider of the account'),
    provider('saml-provider', 'example-provider', 'a SAML provider of the account'),
    { text: 'cognito-identity.amazonaws.com', detail: 'identity pools of Cognito' },
  ];
}

/** Other accounts that the document names. */
function accountsIn(text: string): Suggestion[] {
  const found = new Set([...text.matchAll(/arn:aws[\w-]*:iam::\d{12}:root/g)].map(([arn]) => arn));
  return [...found].map((arn) => ({ text: arn, detail: 'an account that the document names' }));
}

/** The service principals to which the constructs of AWS's own libraries give access: aws-cdk-lib, aws-glue-alpha. */
const principalsOfConstructs: readonly string[] = [
  'apigateway.amazonaws.com',
  'appconfig.amazonaws.com',
  'application-autoscaling.amazonaws.com',
  'appsync.amazonaws.com',
  'autoscaling.amazonaws.com',
  'backup.amazonaws.com',
  'batch.amazonaws.com',
  'bedrock-agentcore.amazonaws.com',
  'bedrock.amazonaws.com',
  'chatbot.amazonaws.com',
  'cloudformation.amazonaws.com',
  'cloudfront.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'codebuild.amazonaws.com',
  'codedeploy.amazonaws.com',
  'codepipeline.amazonaws.com',
  'codestar-notifications.amazonaws.com',
  'cognito-idp.amazonaws.com',
  'config.amazonaws.com',
  'delivery.logs.amazonaws.com',
  'directoryservice.rds.amazonaws.com',
  'dnssec-route53.amazonaws.com',
  'ec2.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'ecs.amazonaws.com',
  'edgelambda.amazonaws.com',
  'eks-fargate-pods.amazonaws.com',
  'eks.amazonaws.com',
  'elasticloadbalancing.amazonaws.com',
  'elasticmapreduce.amazonaws.com',
  'emr-containers.amazonaws.com',
  'es.amazonaws.com',
  'events.amazonaws.com',
  'fargate.amazonaws.com',
  'firehose.amazonaws.com',
  'glue.amazonaws.com',
  'lambda.alarms.cloudwatch.amazonaws.com',
  'lambda.amazonaws.com',
  'logdelivery.elasticloadbalancing.amazonaws.com',
  'logging.s3.amazonaws.com',
  'logs.amazonaws.com',
  'monitoring.rds.amazonaws.com',
  'pods.eks.amazonaws.com',
  'rds.amazonaws.com',
  'replication.dynamodb.amazonaws.com',
  's3.amazonaws.com',
  'sagemaker.amazonaws.com',
  'scheduler.amazonaws.com',
  'secretsmanager.amazonaws.com',
  'servicecatalog.amazonaws.com',
  'ses.amazonaws.com',
  'sns.amazonaws.com',
  'spotfleet.amazonaws.com',
  'states.amazonaws.com',
  'vpc-flow-logs.amazonaws.com',
];

/** These and those of services that are known to assume roles, in order. */
function servicePrincipals(): readonly string[] {
  const assumers = knownAssumers.map((name) => `${name}.amazonaws.com`);
  return [...new Set([...principalsOfConstructs, ...assumers])].sort();
}

import type { Kind } from '../model/kind';
import type { Rule } from '../model/rule';
import * as allowExcept from './allowExcept';
import * as ami from './ami';
import * as apigateway from './apigateway';
import * as apigatewayRoutes from './apigatewayRoutes';
import * as autoscaling from './autoscaling';
import * as batch from './batch';
import * as cloud9 from './cloud9';
import * as cloudfront from './cloudfront';
import * as cloudfrontOrigins from './cloudfrontOrigins';
import * as cloudtrail from './cloudtrail';
import * as cloudtrailBucket from './cloudtrailBucket';
import * as cloudtrailLake from './cloudtrailLake';
import * as codebuild from './codebuild';
import * as cognito from './cognito';
import * as confusedDeputy from './confusedDeputy';
import * as dax from './dax';
import * as defaultSecurityGroups from './defaultSecurityGroups';
import * as dms from './dms';
import * as dynamodb from './dynamodb';
import * as ebs from './ebs';
import * as ec2 from './ec2';
import * as ec2Instances from './ec2Instances';
import * as ecs from './ecs';
import * as efs from './efs';
import * as efsAccessPoints from './efsAccessPoints';
import * as eks from './eks';
import * as elasticache from './elasticache';
import * as elasticbeanstalk from './elasticbeanstalk';
import * as elb from './elb';
import * as emr from './emr';
import * as eventBuses from './eventBuses';
import * as gamelift from './gamelift';
import * as iam from './iam';
import * as iamCredentials from './iamCredentials';
import * as iamGroups from './iamGroups';
import * as iamRoles from './iamRoles';
import * as iottwinmaker from './iottwinmaker';
import * as kinesis from './kinesis';
import * as kms from './kms';
import * as lambda from './lambda';
import * as lambdaPermissions from './lambdaPermissions';
import * as leastPrivilege from './leastPrivilege';
import * as logs from './logs';
import * as macie from './macie';
import * as managedPolicies from './managedPolicies';
import * as missingEndpoints from './missingEndpoints';
import * as mq from './mq';
import * as msk from './msk';
import * as multiFactor from './multiFactor';
import * as mwaa from './mwaa';
import * as neptune from './neptune';
import * as network from './network';
import * as networkAcls from './networkAcls';
import * as opensearch from './opensearch';
import * as pinpoint from './pinpoint';
import * as policyCorrectness from './policyCorrectness';
import * as privateNetwork from './privateNetwork';
import * as rds from './rds';
import * as rdsAccess from './rdsAccess';
import * as redshift from './redshift';
import * as resourcePolicies from './resourcePolicies';
import * as routes from './routes';
import * as s3 from './s3';
import * as s3Access from './s3Access';
import * as s3Storage from './s3Storage';
import * as s3Tls from './s3Tls';
import * as sagemaker from './sagemaker';
import * as secretsmanager from './secretsmanager';
import * as securityGroups from './securityGroups';
import * as smsvoice from './smsvoice';
import * as sns from './sns';
import * as sqs from './sqs';
import * as ssm from './ssm';
import * as sso from './sso';
import * as subnets from './subnets';
import * as text from './text';
import * as transfer from './transfer';
import * as trust from './trust';
import * as vpcEndpointPerimeters from './vpcEndpointPerimeters';
import * as vpcEndpointPolicies from './vpcEndpointPolicies';
import * as vpcEndpointServices from './vpcEndpointServices';
import * as webIdentity from './webIdentity';

export { settled } from './settled';

interface Service {
  readonly kinds: readonly Kind[];
  readonly rules: readonly Rule[];
}

const services: readonly Service[] = [
  allowExcept,
  ami,
  apigateway,
  apigatewayRoutes,
  autoscaling,
  batch,
  cloud9,
  cloudfront,
  cloudfrontOrigins,
  cloudtrail,
  cloudtrailBucket,
  cloudtrailLake,
  codebuild,
  cognito,
  confusedDeputy,
  dax,
  defaultSecurityGroups,
  dms,
  dynamodb,
  ebs,
  ec2,
  ec2Instances,
  ecs,
  efs,
  efsAccessPoints,
  eks,
  elasticache,
  elasticbeanstalk,
  elb,
  emr,
  eventBuses,
  gamelift,
  iam,
  iamCredentials,
  iamGroups,
  iamRoles,
  iottwinmaker,
  kinesis,
  kms,
  lambda,
  lambdaPermissions,
  leastPrivilege,
  logs,
  macie,
  missingEndpoints,
  managedPolicies,
  mq,
  msk,
  multiFactor,
  mwaa,
  neptune,
  network,
  networkAcls,
  opensearch,
  pinpoint,
  policyCorrectness,
  privateNetwork,
  rds,
  rdsAccess,
  redshift,
  resourcePolicies,
  routes,
  s3,
  s3Access,
  s3Storage,
  s3Tls,
  sagemaker,
  secretsmanager,
  securityGroups,
  smsvoice,
  sns,
  sqs,
  ssm,
  sso,
  subnets,
  transfer,
  trust,
  vpcEndpointPerimeters,
  vpcEndpointPolicies,
  vpcEndpointServices,
  webIdentity,
];

/** All kinds of resources that the rules know. A resource type belongs to one kind. */
export const kinds: readonly Kind[] = services.flatMap((service) => service.kinds);

/** All rules. */
export const rules: readonly Rule[] = [...services.flatMap((service) => service.rules), ...text.rules];

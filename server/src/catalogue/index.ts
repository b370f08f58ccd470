import type { Kind } from '../model/kind';
import type { Rule } from '../model/rule';
import * as allowExcept from './allowExcept';
import * as ami from './ami';
import * as apigateway from './apigateway';
import * as apigatewayLogFormat from './apigatewayLogFormat';
import * as apigatewayRoutes from './apigatewayRoutes';
import * as apigatewayStages from './apigatewayStages';
import * as athena from './athena';
import * as autoscaling from './autoscaling';
import * as backupPlans from './backupPlans';
import * as batch from './batch';
import * as bedrock from './bedrock';
import * as cloud9 from './cloud9';
import * as cloudfront from './cloudfront';
import * as cloudfrontHeaders from './cloudfrontHeaders';
import * as cloudfrontOrigins from './cloudfrontOrigins';
import * as cloudfrontTls from './cloudfrontTls';
import * as cloudtrail from './cloudtrail';
import * as cloudtrailBucket from './cloudtrailBucket';
import * as cloudtrailLake from './cloudtrailLake';
import * as codebuild from './codebuild';
import * as codepipeline from './codepipeline';
import * as cognito from './cognito';
import * as comprehend from './comprehend';
import * as config from './config';
import * as confusedDeputy from './confusedDeputy';
import * as connect from './connect';
import * as databaseCopies from './databaseCopies';
import * as databaseLogs from './databaseLogs';
import * as databaseStatements from './databaseStatements';
import * as dax from './dax';
import * as defaultSecurityGroups from './defaultSecurityGroups';
import * as deletionProtection from './deletionProtection';
import * as dlm from './dlm';
import * as dms from './dms';
import * as docdb from './docdb';
import * as dynamodb from './dynamodb';
import * as dynamodbGlobal from './dynamodbGlobal';
import * as ebs from './ebs';
import * as ec2 from './ec2';
import * as ec2Instances from './ec2Instances';
import * as ecs from './ecs';
import * as ecsClusters from './ecsClusters';
import * as efs from './efs';
import * as efsAccessPoints from './efsAccessPoints';
import * as eks from './eks';
import * as elasticache from './elasticache';
import * as elasticacheBackups from './elasticacheBackups';
import * as elasticbeanstalk from './elasticbeanstalk';
import * as elb from './elb';
import * as elbClassic from './elbClassic';
import * as elbProtection from './elbProtection';
import * as emr from './emr';
import * as environmentSecrets from './environmentSecrets';
import * as eventBuses from './eventBuses';
import * as firehose from './firehose';
import * as fsx from './fsx';
import * as gamelift from './gamelift';
import * as glue from './glue';
import * as iam from './iam';
import * as iamCredentials from './iamCredentials';
import * as iamGroups from './iamGroups';
import * as iamRoles from './iamRoles';
import * as imageBuilder from './imageBuilder';
import * as instanceMetadata from './instanceMetadata';
import * as iottwinmaker from './iottwinmaker';
import * as kinesis from './kinesis';
import * as kms from './kms';
import * as lambda from './lambda';
import * as lambdaPermissions from './lambdaPermissions';
import * as leastPrivilege from './leastPrivilege';
import * as lex from './lex';
import * as logs from './logs';
import * as macie from './macie';
import * as managedPolicies from './managedPolicies';
import * as memorydb from './memorydb';
import * as missingEndpoints from './missingEndpoints';
import * as mq from './mq';
import * as msk from './msk';
import * as multiFactor from './multiFactor';
import * as mwaa from './mwaa';
import * as neptune from './neptune';
import * as network from './network';
import * as networkAcls from './networkAcls';
import * as networkFirewall from './networkFirewall';
import * as networkLogs from './networkLogs';
import * as opensearch from './opensearch';
import * as parameterGroups from './parameterGroups';
import * as pinpoint from './pinpoint';
import * as plainTextSecrets from './plainTextSecrets';
import * as policyCorrectness from './policyCorrectness';
import * as privateNetwork from './privateNetwork';
import * as rds from './rds';
import * as rdsAccess from './rdsAccess';
import * as rdsClusters from './rdsClusters';
import * as redshift from './redshift';
import * as redshiftKeys from './redshiftKeys';
import * as resourcePolicies from './resourcePolicies';
import * as routes from './routes';
import * as s3 from './s3';
import * as s3Access from './s3Access';
import * as s3Objects from './s3Objects';
import * as s3Storage from './s3Storage';
import * as s3Tls from './s3Tls';
import * as sagemaker from './sagemaker';
import * as sagemakerKeys from './sagemakerKeys';
import * as secretRotation from './secretRotation';
import * as secretsmanager from './secretsmanager';
import * as securityGroups from './securityGroups';
import * as serviceKeys from './serviceKeys';
import * as serviceLogs from './serviceLogs';
import * as smsvoice from './smsvoice';
import * as sns from './sns';
import * as sqs from './sqs';
import * as ssm from './ssm';
import * as ssmParameters from './ssmParameters';
import * as ssmSessions from './ssmSessions';
import * as sso from './sso';
import * as subnets from './subnets';
import * as text from './text';
import * as transfer from './transfer';
import * as transitSwitches from './transitSwitches';
import * as trust from './trust';
import * as vpcEndpointPerimeters from './vpcEndpointPerimeters';
import * as vpcEndpointPolicies from './vpcEndpointPolicies';
import * as vpcEndpointServices from './vpcEndpointServices';
import * as webIdentity from './webIdentity';
import * as withoutRules from './withoutRules';
import * as workspaces from './workspaces';

export { settled } from './settled';

interface Service {
  readonly kinds: readonly Kind[];
  readonly rules: readonly Rule[];
}

const services: readonly Service[] = [
  allowExcept,
  ami,
  apigateway,
  apigatewayLogFormat,
  apigatewayRoutes,
  apigatewayStages,
  athena,
  autoscaling,
  backupPlans,
  batch,
  bedrock,
  cloud9,
  cloudfront,
  cloudfrontHeaders,
  cloudfrontOrigins,
  cloudfrontTls,
  cloudtrail,
  cloudtrailBucket,
  cloudtrailLake,
  codebuild,
  codepipeline,
  cognito,
  comprehend,
  config,
  confusedDeputy,
  connect,
  databaseCopies,
  databaseLogs,
  databaseStatements,
  dax,
  defaultSecurityGroups,
  deletionProtection,
  dlm,
  dms,
  docdb,
  dynamodb,
  dynamodbGlobal,
  ebs,
  ec2,
  ec2Instances,
  ecs,
  ecsClusters,
  efs,
  efsAccessPoints,
  eks,
  elasticache,
  elasticacheBackups,
  elasticbeanstalk,
  elb,
  elbClassic,
  elbProtection,
  emr,
  environmentSecrets,
  eventBuses,
  firehose,
  fsx,
  gamelift,
  glue,
  iam,
  iamCredentials,
  iamGroups,
  iamRoles,
  imageBuilder,
  instanceMetadata,
  iottwinmaker,
  kinesis,
  kms,
  lambda,
  lambdaPermissions,
  leastPrivilege,
  lex,
  logs,
  macie,
  memorydb,
  missingEndpoints,
  managedPolicies,
  mq,
  msk,
  multiFactor,
  mwaa,
  neptune,
  network,
  networkAcls,
  networkFirewall,
  networkLogs,
  opensearch,
  parameterGroups,
  pinpoint,
  plainTextSecrets,
  policyCorrectness,
  privateNetwork,
  rds,
  rdsAccess,
  rdsClusters,
  redshift,
  redshiftKeys,
  resourcePolicies,
  routes,
  s3,
  s3Access,
  s3Objects,
  s3Storage,
  s3Tls,
  sagemaker,
  sagemakerKeys,
  secretRotation,
  secretsmanager,
  securityGroups,
  serviceKeys,
  serviceLogs,
  smsvoice,
  sns,
  sqs,
  ssm,
  ssmParameters,
  ssmSessions,
  sso,
  subnets,
  transfer,
  transitSwitches,
  trust,
  vpcEndpointPerimeters,
  vpcEndpointPolicies,
  vpcEndpointServices,
  webIdentity,
  withoutRules,
  workspaces,
];

/** All kinds of resources that the rules know. A resource type belongs to one kind. */
export const kinds: readonly Kind[] = services.flatMap((service) => service.kinds);

/** All rules. */
export const rules: readonly Rule[] = [...services.flatMap((service) => service.rules), ...text.rules];

import type { Kind } from '../model/kind';
import type { Rule } from '../model/rule';
import * as allowExcept from './allowExcept';
import * as apigateway from './apigateway';
import * as autoscaling from './autoscaling';
import * as cloudfront from './cloudfront';
import * as cloudtrail from './cloudtrail';
import * as cloudtrailLake from './cloudtrailLake';
import * as cognito from './cognito';
import * as confusedDeputy from './confusedDeputy';
import * as dax from './dax';
import * as dynamodb from './dynamodb';
import * as ebs from './ebs';
import * as ec2 from './ec2';
import * as efs from './efs';
import * as eks from './eks';
import * as elasticache from './elasticache';
import * as elb from './elb';
import * as emr from './emr';
import * as iam from './iam';
import * as iamCredentials from './iamCredentials';
import * as iamRoles from './iamRoles';
import * as iottwinmaker from './iottwinmaker';
import * as kinesis from './kinesis';
import * as kms from './kms';
import * as lambdaPermissions from './lambdaPermissions';
import * as leastPrivilege from './leastPrivilege';
import * as logs from './logs';
import * as macie from './macie';
import * as managedPolicies from './managedPolicies';
import * as missingEndpoints from './missingEndpoints';
import * as multiFactor from './multiFactor';
import * as opensearch from './opensearch';
import * as pinpoint from './pinpoint';
import * as policyCorrectness from './policyCorrectness';
import * as privateNetwork from './privateNetwork';
import * as rds from './rds';
import * as redshift from './redshift';
import * as resourcePolicies from './resourcePolicies';
import * as s3 from './s3';
import * as s3Storage from './s3Storage';
import * as s3Tls from './s3Tls';
import * as secretsmanager from './secretsmanager';
import * as securityGroups from './securityGroups';
import * as smsvoice from './smsvoice';
import * as sns from './sns';
import * as sqs from './sqs';
import * as sso from './sso';
import * as subnets from './subnets';
import * as text from './text';
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
  apigateway,
  autoscaling,
  cloudfront,
  cloudtrail,
  cloudtrailLake,
  cognito,
  confusedDeputy,
  dax,
  dynamodb,
  ebs,
  ec2,
  efs,
  eks,
  elasticache,
  elb,
  emr,
  iam,
  iamCredentials,
  iamRoles,
  iottwinmaker,
  kinesis,
  kms,
  lambdaPermissions,
  leastPrivilege,
  logs,
  macie,
  missingEndpoints,
  managedPolicies,
  multiFactor,
  opensearch,
  pinpoint,
  policyCorrectness,
  privateNetwork,
  rds,
  redshift,
  resourcePolicies,
  s3,
  s3Storage,
  s3Tls,
  secretsmanager,
  securityGroups,
  smsvoice,
  sns,
  sqs,
  sso,
  subnets,
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

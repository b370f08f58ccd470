import type { Words } from '../../model/rule';
import { words as allowExcept } from './allowExcept';
import { words as apigateway } from './apigateway';
import { words as autoscaling } from './autoscaling';
import { words as cloudfront } from './cloudfront';
import { words as cloudtrail } from './cloudtrail';
import { words as cognito } from './cognito';
import { words as dax } from './dax';
import { words as dynamodb } from './dynamodb';
import { words as ebs } from './ebs';
import { words as ec2 } from './ec2';
import { words as efs } from './efs';
import { words as eks } from './eks';
import { words as elasticache } from './elasticache';
import { words as elb } from './elb';
import { words as emr } from './emr';
import { words as iam } from './iam';
import { words as iamCredentials } from './iamCredentials';
import { words as iottwinmaker } from './iottwinmaker';
import { words as kinesis } from './kinesis';
import { words as kms } from './kms';
import { words as lambdaPermissions } from './lambdaPermissions';
import { words as leastPrivilege } from './leastPrivilege';
import { words as logs } from './logs';
import { words as macie } from './macie';
import { words as managedPolicies } from './managedPolicies';
import { words as opensearch } from './opensearch';
import { words as pinpoint } from './pinpoint';
import { words as policyCorrectness } from './policyCorrectness';
import { words as rds } from './rds';
import { words as redshift } from './redshift';
import { words as resourcePolicies } from './resourcePolicies';
import { words as s3 } from './s3';
import { words as secretsmanager } from './secretsmanager';
import { words as securityGroups } from './securityGroups';
import { words as smsvoice } from './smsvoice';
import { words as sns } from './sns';
import { words as sqs } from './sqs';
import { words as sso } from './sso';
import { words as subnets } from './subnets';
import { words as text } from './text';
import { words as trust } from './trust';

/** The words of all rules, by id. Rules do not know them: a generator writes them to a table that is read on first need. */
export const words: Readonly<Record<string, Words>> = {
  ...allowExcept,
  ...apigateway,
  ...autoscaling,
  ...cloudfront,
  ...cloudtrail,
  ...cognito,
  ...dax,
  ...dynamodb,
  ...ebs,
  ...ec2,
  ...efs,
  ...eks,
  ...elasticache,
  ...elb,
  ...emr,
  ...iam,
  ...iamCredentials,
  ...iottwinmaker,
  ...kinesis,
  ...kms,
  ...lambdaPermissions,
  ...leastPrivilege,
  ...logs,
  ...macie,
  ...managedPolicies,
  ...opensearch,
  ...pinpoint,
  ...policyCorrectness,
  ...rds,
  ...redshift,
  ...resourcePolicies,
  ...s3,
  ...secretsmanager,
  ...securityGroups,
  ...smsvoice,
  ...sns,
  ...sqs,
  ...sso,
  ...subnets,
  ...text,
  ...trust,
};

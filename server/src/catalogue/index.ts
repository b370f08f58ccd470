import type { Kind } from '../model/kind';
import type { Rule } from '../model/rule';
import * as apigateway from './apigateway';
import * as autoscaling from './autoscaling';
import * as cloudfront from './cloudfront';
import * as cloudtrail from './cloudtrail';
import * as cognito from './cognito';
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
import * as iottwinmaker from './iottwinmaker';
import * as kinesis from './kinesis';
import * as kms from './kms';
import * as logs from './logs';
import * as opensearch from './opensearch';
import * as pinpoint from './pinpoint';
import * as rds from './rds';
import * as redshift from './redshift';
import * as s3 from './s3';
import * as s3Storage from './s3Storage';
import * as secretsmanager from './secretsmanager';
import * as securityGroups from './securityGroups';
import * as sns from './sns';
import * as sqs from './sqs';
import * as subnets from './subnets';
import * as text from './text';

export { settled } from './settled';

interface Service {
  readonly kinds: readonly Kind[];
  readonly rules: readonly Rule[];
}

const services: readonly Service[] = [
  apigateway,
  autoscaling,
  cloudfront,
  cloudtrail,
  cognito,
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
  iottwinmaker,
  kinesis,
  kms,
  logs,
  opensearch,
  pinpoint,
  rds,
  redshift,
  s3,
  s3Storage,
  secretsmanager,
  securityGroups,
  sns,
  sqs,
  subnets,
];

/** All kinds of resources that the rules know. A resource type belongs to one kind. */
export const kinds: readonly Kind[] = services.flatMap((service) => service.kinds);

/** All rules. */
export const rules: readonly Rule[] = [...services.flatMap((service) => service.rules), ...text.rules];

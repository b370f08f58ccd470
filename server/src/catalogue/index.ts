import type { Kind } from '../model/kind';
import type { Rule } from '../model/rule';
import * as cloudfront from './cloudfront';
import * as cloudtrail from './cloudtrail';
import * as cognito from './cognito';
import * as ec2 from './ec2';
import * as elb from './elb';
import * as emr from './emr';
import * as iottwinmaker from './iottwinmaker';
import * as kinesis from './kinesis';
import * as kms from './kms';
import * as pinpoint from './pinpoint';
import * as rds from './rds';
import * as s3 from './s3';
import * as sns from './sns';
import * as sqs from './sqs';
import * as text from './text';

export { settled } from './settled';

interface Service {
  readonly kinds: readonly Kind[];
  readonly rules: readonly Rule[];
}

const services: readonly Service[] = [
  cloudfront,
  cloudtrail,
  cognito,
  ec2,
  elb,
  emr,
  iottwinmaker,
  kinesis,
  kms,
  pinpoint,
  rds,
  s3,
  sns,
  sqs,
];

/** All kinds of resources that the rules know. A resource type belongs to one kind. */
export const kinds: readonly Kind[] = services.flatMap((service) => service.kinds);

/** All rules. */
export const rules: readonly Rule[] = [...services.flatMap((service) => service.rules), ...text.rules];

import type { Words } from '../../model/rule';
import { words as cloudfront } from './cloudfront';
import { words as cloudtrail } from './cloudtrail';
import { words as cognito } from './cognito';
import { words as ec2 } from './ec2';
import { words as elb } from './elb';
import { words as emr } from './emr';
import { words as iottwinmaker } from './iottwinmaker';
import { words as kinesis } from './kinesis';
import { words as kms } from './kms';
import { words as pinpoint } from './pinpoint';
import { words as rds } from './rds';
import { words as s3 } from './s3';
import { words as sns } from './sns';
import { words as sqs } from './sqs';
import { words as text } from './text';

/** The words of all rules, by id. Rules do not know them: a generator writes them to a table that is read on first need. */
export const words: Readonly<Record<string, Words>> = {
  ...cloudfront,
  ...cloudtrail,
  ...cognito,
  ...ec2,
  ...elb,
  ...emr,
  ...iottwinmaker,
  ...kinesis,
  ...kms,
  ...pinpoint,
  ...rds,
  ...s3,
  ...sns,
  ...sqs,
  ...text,
};

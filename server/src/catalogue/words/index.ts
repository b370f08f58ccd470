import type { Words } from '../../model/rule';
import { words as allowExcept } from './allowExcept';
import { words as ami } from './ami';
import { words as apigateway } from './apigateway';
import { words as apigatewayRoutes } from './apigatewayRoutes';
import { words as autoscaling } from './autoscaling';
import { words as batch } from './batch';
import { words as cloud9 } from './cloud9';
import { words as cloudfront } from './cloudfront';
import { words as cloudfrontOrigins } from './cloudfrontOrigins';
import { words as cloudtrail } from './cloudtrail';
import { words as codebuild } from './codebuild';
import { words as cognito } from './cognito';
import { words as dax } from './dax';
import { words as dms } from './dms';
import { words as dynamodb } from './dynamodb';
import { words as ebs } from './ebs';
import { words as ec2 } from './ec2';
import { words as ec2Instances } from './ec2Instances';
import { words as ecs } from './ecs';
import { words as efs } from './efs';
import { words as eks } from './eks';
import { words as elasticache } from './elasticache';
import { words as elasticbeanstalk } from './elasticbeanstalk';
import { words as elb } from './elb';
import { words as emr } from './emr';
import { words as eventBuses } from './eventBuses';
import { words as gamelift } from './gamelift';
import { words as iam } from './iam';
import { words as iamCredentials } from './iamCredentials';
import { words as iamGroups } from './iamGroups';
import { words as iottwinmaker } from './iottwinmaker';
import { words as kinesis } from './kinesis';
import { words as kms } from './kms';
import { words as lambda } from './lambda';
import { words as lambdaPermissions } from './lambdaPermissions';
import { words as leastPrivilege } from './leastPrivilege';
import { words as logs } from './logs';
import { words as macie } from './macie';
import { words as managedPolicies } from './managedPolicies';
import { words as mq } from './mq';
import { words as msk } from './msk';
import { words as mwaa } from './mwaa';
import { words as neptune } from './neptune';
import { words as network } from './network';
import { words as networkAcls } from './networkAcls';
import { words as opensearch } from './opensearch';
import { words as pinpoint } from './pinpoint';
import { words as policyCorrectness } from './policyCorrectness';
import { words as rds } from './rds';
import { words as redshift } from './redshift';
import { words as resourcePolicies } from './resourcePolicies';
import { words as routes } from './routes';
import { words as s3 } from './s3';
import { words as sagemaker } from './sagemaker';
import { words as secretsmanager } from './secretsmanager';
import { words as securityGroups } from './securityGroups';
import { words as smsvoice } from './smsvoice';
import { words as sns } from './sns';
import { words as sqs } from './sqs';
import { words as ssm } from './ssm';
import { words as sso } from './sso';
import { words as subnets } from './subnets';
import { words as text } from './text';
import { words as transfer } from './transfer';
import { words as trust } from './trust';

/** The words of all rules, by id. Rules do not know them: a generator writes them to a table that is read on first need. */
export const words: Readonly<Record<string, Words>> = {
  ...allowExcept,
  ...ami,
  ...apigateway,
  ...apigatewayRoutes,
  ...autoscaling,
  ...batch,
  ...cloud9,
  ...cloudfront,
  ...cloudfrontOrigins,
  ...cloudtrail,
  ...codebuild,
  ...cognito,
  ...dax,
  ...dms,
  ...dynamodb,
  ...ebs,
  ...ec2,
  ...ec2Instances,
  ...ecs,
  ...efs,
  ...eks,
  ...elasticache,
  ...elasticbeanstalk,
  ...elb,
  ...emr,
  ...eventBuses,
  ...gamelift,
  ...iam,
  ...iamCredentials,
  ...iamGroups,
  ...iottwinmaker,
  ...kinesis,
  ...kms,
  ...lambda,
  ...lambdaPermissions,
  ...leastPrivilege,
  ...logs,
  ...macie,
  ...managedPolicies,
  ...mq,
  ...msk,
  ...mwaa,
  ...neptune,
  ...network,
  ...networkAcls,
  ...opensearch,
  ...pinpoint,
  ...policyCorrectness,
  ...rds,
  ...redshift,
  ...resourcePolicies,
  ...routes,
  ...s3,
  ...sagemaker,
  ...secretsmanager,
  ...securityGroups,
  ...smsvoice,
  ...sns,
  ...sqs,
  ...ssm,
  ...sso,
  ...subnets,
  ...text,
  ...transfer,
  ...trust,
};

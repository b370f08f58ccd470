import type { Words } from '../../model/rule';
import { words as allowExcept } from './allowExcept';
import { words as ami } from './ami';
import { words as apigateway } from './apigateway';
import { words as apigatewayLogFormat } from './apigatewayLogFormat';
import { words as apigatewayRoutes } from './apigatewayRoutes';
import { words as apigatewayStages } from './apigatewayStages';
import { words as athena } from './athena';
import { words as autoscaling } from './autoscaling';
import { words as backupPlans } from './backupPlans';
import { words as batch } from './batch';
import { words as bedrock } from './bedrock';
import { words as cloud9 } from './cloud9';
import { words as cloudfront } from './cloudfront';
import { words as cloudfrontHeaders } from './cloudfrontHeaders';
import { words as cloudfrontOrigins } from './cloudfrontOrigins';
import { words as cloudfrontTls } from './cloudfrontTls';
import { words as cloudtrail } from './cloudtrail';
import { words as codebuild } from './codebuild';
import { words as codepipeline } from './codepipeline';
import { words as cognito } from './cognito';
import { words as comprehend } from './comprehend';
import { words as connect } from './connect';
import { words as databaseCopies } from './databaseCopies';
import { words as databaseLogs } from './databaseLogs';
import { words as databaseStatements } from './databaseStatements';
import { words as dax } from './dax';
import { words as deletionProtection } from './deletionProtection';
import { words as dlm } from './dlm';
import { words as dms } from './dms';
import { words as docdb } from './docdb';
import { words as dynamodb } from './dynamodb';
import { words as dynamodbGlobal } from './dynamodbGlobal';
import { words as ebs } from './ebs';
import { words as ec2 } from './ec2';
import { words as ec2Instances } from './ec2Instances';
import { words as ecs } from './ecs';
import { words as ecsClusters } from './ecsClusters';
import { words as efs } from './efs';
import { words as eks } from './eks';
import { words as elasticache } from './elasticache';
import { words as elasticacheBackups } from './elasticacheBackups';
import { words as elasticbeanstalk } from './elasticbeanstalk';
import { words as elb } from './elb';
import { words as elbProtection } from './elbProtection';
import { words as emr } from './emr';
import { words as environmentSecrets } from './environmentSecrets';
import { words as eventBuses } from './eventBuses';
import { words as firehose } from './firehose';
import { words as fsx } from './fsx';
import { words as gamelift } from './gamelift';
import { words as glue } from './glue';
import { words as iam } from './iam';
import { words as iamCredentials } from './iamCredentials';
import { words as iamGroups } from './iamGroups';
import { words as imageBuilder } from './imageBuilder';
import { words as instanceMetadata } from './instanceMetadata';
import { words as iottwinmaker } from './iottwinmaker';
import { words as kinesis } from './kinesis';
import { words as kms } from './kms';
import { words as lambda } from './lambda';
import { words as lambdaPermissions } from './lambdaPermissions';
import { words as leastPrivilege } from './leastPrivilege';
import { words as lex } from './lex';
import { words as logs } from './logs';
import { words as macie } from './macie';
import { words as managedPolicies } from './managedPolicies';
import { words as memorydb } from './memorydb';
import { words as mq } from './mq';
import { words as msk } from './msk';
import { words as mwaa } from './mwaa';
import { words as neptune } from './neptune';
import { words as network } from './network';
import { words as networkAcls } from './networkAcls';
import { words as networkFirewall } from './networkFirewall';
import { words as networkLogs } from './networkLogs';
import { words as opensearch } from './opensearch';
import { words as parameterGroups } from './parameterGroups';
import { words as pinpoint } from './pinpoint';
import { words as plainTextSecrets } from './plainTextSecrets';
import { words as policyCorrectness } from './policyCorrectness';
import { words as rds } from './rds';
import { words as rdsClusters } from './rdsClusters';
import { words as redshift } from './redshift';
import { words as redshiftKeys } from './redshiftKeys';
import { words as resourcePolicies } from './resourcePolicies';
import { words as routes } from './routes';
import { words as s3 } from './s3';
import { words as s3Objects } from './s3Objects';
import { words as sagemaker } from './sagemaker';
import { words as sagemakerKeys } from './sagemakerKeys';
import { words as secretRotation } from './secretRotation';
import { words as secretsmanager } from './secretsmanager';
import { words as securityGroups } from './securityGroups';
import { words as serviceKeys } from './serviceKeys';
import { words as serviceLogs } from './serviceLogs';
import { words as smsvoice } from './smsvoice';
import { words as sns } from './sns';
import { words as sqs } from './sqs';
import { words as ssm } from './ssm';
import { words as ssmParameters } from './ssmParameters';
import { words as sso } from './sso';
import { words as subnets } from './subnets';
import { words as text } from './text';
import { words as transfer } from './transfer';
import { words as transitSwitches } from './transitSwitches';
import { words as trust } from './trust';
import { words as workspaces } from './workspaces';

/** The words of all rules, by id. Rules do not know them: a generator writes them to a table that is read on first need. */
export const words: Readonly<Record<string, Words>> = {
  ...allowExcept,
  ...ami,
  ...apigateway,
  ...apigatewayLogFormat,
  ...apigatewayRoutes,
  ...apigatewayStages,
  ...athena,
  ...autoscaling,
  ...backupPlans,
  ...batch,
  ...bedrock,
  ...cloud9,
  ...cloudfront,
  ...cloudfrontHeaders,
  ...cloudfrontOrigins,
  ...cloudfrontTls,
  ...cloudtrail,
  ...codebuild,
  ...codepipeline,
  ...cognito,
  ...comprehend,
  ...connect,
  ...databaseCopies,
  ...databaseLogs,
  ...databaseStatements,
  ...dax,
  ...deletionProtection,
  ...dlm,
  ...dms,
  ...docdb,
  ...dynamodb,
  ...dynamodbGlobal,
  ...ebs,
  ...ec2,
  ...ec2Instances,
  ...ecs,
  ...ecsClusters,
  ...efs,
  ...eks,
  ...elasticache,
  ...elasticacheBackups,
  ...elasticbeanstalk,
  ...elb,
  ...elbProtection,
  ...emr,
  ...environmentSecrets,
  ...eventBuses,
  ...firehose,
  ...fsx,
  ...gamelift,
  ...glue,
  ...iam,
  ...iamCredentials,
  ...iamGroups,
  ...imageBuilder,
  ...instanceMetadata,
  ...iottwinmaker,
  ...kinesis,
  ...kms,
  ...lambda,
  ...lambdaPermissions,
  ...leastPrivilege,
  ...lex,
  ...logs,
  ...macie,
  ...managedPolicies,
  ...memorydb,
  ...mq,
  ...msk,
  ...mwaa,
  ...neptune,
  ...network,
  ...networkAcls,
  ...networkFirewall,
  ...networkLogs,
  ...opensearch,
  ...parameterGroups,
  ...pinpoint,
  ...plainTextSecrets,
  ...policyCorrectness,
  ...rds,
  ...rdsClusters,
  ...redshift,
  ...redshiftKeys,
  ...resourcePolicies,
  ...routes,
  ...s3,
  ...s3Objects,
  ...sagemaker,
  ...sagemakerKeys,
  ...secretRotation,
  ...secretsmanager,
  ...securityGroups,
  ...serviceKeys,
  ...serviceLogs,
  ...smsvoice,
  ...sns,
  ...sqs,
  ...ssm,
  ...ssmParameters,
  ...sso,
  ...subnets,
  ...text,
  ...transfer,
  ...transitSwitches,
  ...trust,
  ...workspaces,
};

/** Whoever may pass any role to a service lets the service do whatever one of those roles may. */
export const passRole = 'iam:PassRole';

/**
 * Ways from some permissions to any: the first action is the one to take away. With the roles that services work with,
 * what starts the service is needed as well. The ways are those that https://pathfinding.cloud and
 * https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/ describe.
 */
export const escalations: readonly (readonly string[])[] = [
  ['iam:CreatePolicyVersion'],
  ['iam:SetDefaultPolicyVersion'],
  ['iam:AttachUserPolicy'],
  ['iam:AttachGroupPolicy'],
  ['iam:AttachRolePolicy'],
  ['iam:PutUserPolicy'],
  ['iam:PutGroupPolicy'],
  ['iam:PutRolePolicy'],
  ['iam:AddUserToGroup'],
  ['iam:UpdateAssumeRolePolicy'],
  ['iam:CreateAccessKey'],
  ['iam:CreateLoginProfile'],
  ['iam:UpdateLoginProfile'],
  ['lambda:UpdateFunctionCode'],
  ['glue:UpdateDevEndpoint'],
  ['sagemaker:CreatePresignedNotebookInstanceUrl'],
  ['cloudformation:ExecuteChangeSet', 'cloudformation:CreateChangeSet'],
  ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'],
  [passRole, 'lambda:CreateFunction', 'lambda:InvokeFunction'],
  [passRole, 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
  [passRole, 'lambda:CreateFunction', 'lambda:AddPermission'],
  [passRole, 'ec2:RunInstances'],
  [passRole, 'ec2:RequestSpotInstances'],
  [passRole, 'ecs:RegisterTaskDefinition', 'ecs:RunTask'],
  [passRole, 'ecs:RegisterTaskDefinition', 'ecs:StartTask'],
  [passRole, 'ecs:RegisterTaskDefinition', 'ecs:CreateService'],
  [passRole, 'cloudformation:CreateStack'],
  [passRole, 'cloudformation:UpdateStackSet'],
  [passRole, 'cloudformation:CreateStackSet', 'cloudformation:CreateStackInstances'],
  [passRole, 'codebuild:CreateProject', 'codebuild:StartBuild'],
  [passRole, 'codebuild:CreateProject', 'codebuild:StartBuildBatch'],
  [passRole, 'glue:CreateDevEndpoint'],
  [passRole, 'glue:CreateJob', 'glue:StartJobRun'],
  [passRole, 'glue:CreateJob', 'glue:CreateTrigger'],
  [passRole, 'glue:UpdateJob', 'glue:StartJobRun'],
  [passRole, 'glue:UpdateJob', 'glue:CreateTrigger'],
  [passRole, 'datapipeline:CreatePipeline'],
  [passRole, 'apprunner:CreateService'],
  [passRole, 'sagemaker:CreateNotebookInstance'],
  [passRole, 'sagemaker:CreateTrainingJob'],
  [passRole, 'sagemaker:CreateProcessingJob'],
];

/**
 * What hands out contents: objects, secrets, parameters, plain text of a key, and snapshots to other accounts. The reads
 * are those that https://github.com/salesforce/cloudsplaining counts as exfiltration, and decryption.
 */
export const dataActions: readonly string[] = [
  's3:GetObject',
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
  'kms:Decrypt',
  'rds:ModifyDBSnapshotAttribute',
  'rds:ModifyDBClusterSnapshotAttribute',
  'ec2:ModifySnapshotAttribute',
  'ec2:ModifyImageAttribute',
];

/**
 * What answers with credentials, after https://gist.github.com/kmcquade/33860a617e651104d243c324ddf7992a; without what
 * is an escalation anyhow, what no policy can limit (`ecr:GetAuthorizationToken`, which every pull of an image needs),
 * and what a caller needs no permission for.
 */
export const credentialActions: readonly string[] = [
  'sts:AssumeRole',
  'sts:GetFederationToken',
  'sts:GetSessionToken',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'iam:UpdateAccessKey',
  'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
  'connect:GetFederationToken',
  'gamelift:RequestUploadCredentials',
  'lightsail:GetInstanceAccessDetails',
  'lightsail:GetRelationalDatabaseMasterUserPassword',
  'mediapackage:RotateIngestEndpointCredentials',
  'rds-db:connect',
  'redshift:GetClusterCredentials',
];

/**
 * Writes that AWS's own policies for running functions allow everywhere: what they touch has no name beforehand.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html
 */
export const everydayWrites: ReadonlySet<string> = new Set([
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
]);

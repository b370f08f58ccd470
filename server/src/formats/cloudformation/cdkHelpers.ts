/**
 * The logical ids of what the CDK makes for work of its own, up to the end of the helper's name: a custom resource that
 * empties buckets, copies files or sets how long logs are kept needs a function and a role. The ids are of its
 * construct library (`aws-cdk-lib`), and hold the name or the UUID that the library gives to each.
 */
const helpers: readonly RegExp[] = [
  // core/lib/custom-resource-provider and the classes that extend it: a Role and a Handler each.
  /^Custom(?:S3AutoDeleteObjects|ECRAutoDeleteImages|SyntheticsAutoDeleteUnderlyingResources|VpcRestrictDefaultSG|CrossRegionExport(?:Reader|Writer)|CrossRegionStringParameterReader|CrossAccountZoneDelegation|DeleteExistingRecordSet|AWSCDKOpenIdConnectProvider)CustomResourceProvider(?=Role|Handler)/,
  /^AWSCDK\w+CustomResourceProvider(?=Role|Handler)/,
  // aws-s3-deployment, aws-s3 (notifications), aws-logs (LogRetention), custom-resources (AwsCustomResource)
  /^CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C/,
  /^BucketNotificationsHandler050a0587b7544547bf325f094a3db834/,
  /^LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a/,
  /^AWS679f53fac002430cb0da5b7982bd2287/,
  // aws-lambda (code from a bucket), aws-events-targets (AwsApi), aws-stepfunctions-tasks (tasks that need a function)
  /^CustomS3ObjectCopye2f8cf6b1b0f4b3f9a2c6f1f5b6d4a71/,
  /^AWSb4cf1abd4e4f4bc699441af7ccd9ec37/,
  /^CrossRegionAwsSdk8a0c93f3dbef4b71ac137aaf2048ce7e/,
  /^SingletonLambda8693BB64968944B69AAFB0CC9EB8757C/,
  /^Eval[0-9a-f]{32}/,
  // custom-resources (Provider), around the handlers of its user
  /^\w+?(?=framework(?:onEvent|isComplete|onTimeout)(?:[0-9A-F]{8}$|ServiceRole|inlinePolicy)|waiterstatemachine(?:[0-9A-F]{8}$|Role|LogGroup))/,
];

/** A stack that the library nests for its own work, by its id in a construct's path: EKS and global tables have one. */
const helperStack = /(?:^|\/)(@aws-cdk--[^/]+)\//;

/**
 * The helper of the CDK that a resource is part of, by its logical id and the path of its construct, if that is known;
 * `undefined` for what an author asked for.
 */
export function helperOf(logicalId: string, path = ''): string | undefined {
  const [, stack] = helperStack.exec(path) ?? [];
  if (stack !== undefined) return stack;
  for (const pattern of helpers) {
    const [helper] = pattern.exec(logicalId) ?? [];
    if (helper) return helper;
  }
  return undefined;
}

import { terraformTypesTable } from './tables';

const PREFIX = 'aws_';

/** True if the AWS provider has the resource type, such as `aws_s3_bucket`. */
export function isKnownTerraformType(type: string): boolean {
  return type.startsWith(PREFIX) && terraformTypesTable().types.includes(type.slice(PREFIX.length));
}

/** All resource types of the AWS provider, in order. */
export function terraformTypes(): readonly string[] {
  return terraformTypesTable().types.map((name) => PREFIX + name);
}

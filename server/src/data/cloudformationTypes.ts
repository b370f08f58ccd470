import { cloudFormationTypesTable, entryOf } from './tables';

/**
 * True if the resource specification lists the type, such as `AWS::S3::Bucket`. Custom and third-party types are not
 * listed.
 */
export function isKnownCloudFormationType(type: string): boolean {
  const cut = type.lastIndexOf('::');
  if (cut < 0) return false;
  return entryOf(cloudFormationTypesTable().services, type.slice(0, cut))?.includes(type.slice(cut + 2)) ?? false;
}

/** All listed resource types, in order. */
export function cloudFormationTypes(): readonly string[] {
  const services = Object.entries(cloudFormationTypesTable().services);
  return services.flatMap(([service, names]) => names.map((name) => `${service}::${name}`));
}

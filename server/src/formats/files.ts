/** Files that Terraform and OpenTofu read as JSON configuration, by their suffix. */
export const configurationFile = /\.(?:tf|tofu)\.json$/i;

/** Files whose values Terraform gives to a module's variables by itself: others have to be named on its command line. */
export const valuesFile = /(?:^|\/)(?:terraform|[^/]*\.auto)\.tfvars(?:\.json)?$/i;

/** Configuration in HCL, which is not read. */
export const hclFile = /\.(?:tf|tofu)$/i;

/**
 * Files that Terraform merges into the others after it has read them:
 * https://developer.hashicorp.com/terraform/language/files/override
 */
export const overrideFile = /(?:^|[\\/]|_)override\.(?:tf|tofu)(?:\.json)?$/;

/** Whether Terraform reads a file of this name together with the others of its folder, and it can be read here. */
export function isModuleFile(path: string): boolean {
  return configurationFile.test(path) || valuesFile.test(path);
}

/** The file that tells a cloud assembly of the CDK. */
export const manifestFile = 'manifest.json';

/** What lies above everything in a URI: its scheme and authority. */
const uriRoot = /^[a-z][a-z\d+.-]*:\/\/[^/]*/i;

/**
 * The path that a relative one leads to from a document; a final slash stays. `undefined` for what is no relative path
 * (an address, a registry's module) or leads out of everything.
 */
export function resolvePath(from: string, relative: string): string | undefined {
  if (relative === '' || /^(?:[a-z][a-z\d+.-]*:|\/|~)/i.test(relative)) return undefined;
  const root = uriRoot.exec(from)?.[0] ?? '';
  const parts = from.slice(root.length).split('/').slice(0, -1);
  for (const part of relative.split('/').filter((one) => one !== '' && one !== '.')) {
    if (part !== '..') parts.push(part);
    else if (parts.length <= 1) return undefined;
    else parts.pop();
  }
  return root + parts.join('/') + (relative.endsWith('/') ? '/' : '');
}

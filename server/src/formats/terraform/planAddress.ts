/** An instance key as addresses write it, with its brackets: `["eu"]`, `[0]`; empty where there is only one instance. */
export type InstanceKey = string;

/** The address of a resource in a plan: `module.site["eu"].aws_s3_bucket.logs[0]`. */
export interface PlanAddress {
  readonly modules: readonly { readonly name: string; readonly key: InstanceKey }[];
  readonly type: string;
  readonly name: string;
  readonly key: InstanceKey;
}

/** An instance key. What stands in quotes may hold brackets and dots. */
const key = String.raw`\[(?:"(?:\\.|[^"\\])*"|[^\][" ]*)\]`;
const lastKey = new RegExp(`${key}$`);
const moduleStep = new RegExp(String.raw`module\.([\w-]+)(${key})?\.`, 'y');
const resourceStep = new RegExp(String.raw`^([\w-]+)\.([\w-]+)(${key})?$`);

/** Takes an address apart; `undefined` for what is none of a managed resource. */
export function parseAddress(address: string): PlanAddress | undefined {
  const modules: { name: string; key: InstanceKey }[] = [];
  let at = 0;
  for (;;) {
    moduleStep.lastIndex = at;
    const step = moduleStep.exec(address);
    if (!step) break;
    modules.push({ name: step[1] as string, key: step[2] ?? '' });
    at = moduleStep.lastIndex;
  }
  const [, type, name, instance = ''] = resourceStep.exec(address.slice(at)) ?? [];
  return type && name ? { modules, type, name, key: instance } : undefined;
}

/** An address without the key of its instance. */
export function withoutKey(address: string): string {
  return address.replace(lastKey, '');
}

/** What a reference in the configuration names first: `module.m["eu"].id`, `aws_s3_bucket.b[0].arn`, `each.value`. */
export interface ReferenceParts {
  /** `var`, `each`, `module`, `data`, or the type of a managed resource. */
  readonly head: string;
  readonly name: string;
  readonly key: InstanceKey;
  /** The output, attribute, or whatever follows. */
  readonly attribute?: string;
}

const rest = String.raw`(${key})?(?:\.(.+)|\[.*)?$`;
const plainReference = new RegExp(String.raw`^([\w-]+)\.([\w-]+)${rest}`);
const dataReference = new RegExp(String.raw`^(data)\.([\w-]+\.[\w-]+)${rest}`);

/** Takes a reference apart; a data source's name is its type and its name. */
export function parseReference(reference: string): ReferenceParts | undefined {
  const pattern = reference.startsWith('data.') ? dataReference : plainReference;
  const [, head, name, instance = '', attribute] = pattern.exec(reference) ?? [];
  return head && name ? { head, name, key: instance, ...(attribute && { attribute }) } : undefined;
}

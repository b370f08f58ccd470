import type { Checked } from '../../server/src/engine/check';
import { checkText } from './checking';

/** What a plan says under names. */
export type Values = Readonly<Record<string, unknown>>;

/** A resource as a plan has it: its values, and what is not known of them yet. */
export interface Planned {
  readonly address: string;
  readonly values?: Values;
  readonly unknown?: Values;
  readonly sensitive?: Values;
  readonly actions?: readonly string[];
  readonly more?: Values;
}

/** A plan as `terraform show -json` prints it, with the resources of all modules where they belong. */
export function plan(planned: readonly Planned[], sections: Values = {}): string {
  const isLeft = ({ actions = ['create'] }: Planned) => actions.join() !== 'delete' && actions.join() !== 'forget';
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: { root_module: moduleOf('', planned.filter(isLeft)) },
    resource_changes: planned.map(({ address, values, unknown = {}, sensitive = {}, actions = ['create'], more }) => ({
      address,
      mode: modeOf(address),
      ...more,
      change: { actions, after: values, after_unknown: unknown, after_sensitive: sensitive },
    })),
    ...sections,
  });
}

/** A module of planned values, with those below it. `prefix`: its address with a dot, nothing for the root module. */
function moduleOf(prefix: string, planned: readonly Planned[]): Values {
  const below = planned
    .filter(({ address }) => address.startsWith(prefix))
    .map((one) => ({ ...one, rest: one.address.slice(prefix.length) }));
  const inner = new Set(below.flatMap(({ rest }) => /^module\.\w+(?:\["[^"]*"\]|\[\d+\])?\./.exec(rest) ?? []));
  return {
    ...(prefix && { address: prefix.slice(0, -1) }),
    resources: below
      .filter(({ rest }) => !rest.startsWith('module.'))
      .map(({ address, rest, values = {}, sensitive = {} }) => {
        const [, type, name] = /^(?:data\.)?(\w+)\.(\w+)/.exec(rest) ?? [];
        return { address, mode: modeOf(address), type, name, values, sensitive_values: sensitive };
      }),
    child_modules: [...inner].map((step) => moduleOf(prefix + step, below)),
  };
}

function modeOf(address: string): string {
  return /(?:^|\.)data\./.test(address) ? 'data' : 'managed';
}

/** The configuration of a module: its resources by address, each with its arguments. */
export function configured(resources: Readonly<Record<string, Values>>, more: Values = {}): Values {
  return {
    resources: Object.entries(resources).map(([address, { for_each_expression, ...expressions }]) => ({
      address,
      expressions,
      ...(for_each_expression !== undefined && { for_each_expression }),
    })),
    ...more,
  };
}

/** What an expression refers to, as a configuration in a plan lists it. */
export function refers(...references: string[]): Values {
  return { references };
}

/** What is found in a plan by a rule: the addresses. */
export function found(rule: string, text: string): string[] {
  return addresses(rule, checkText('plan.json', text));
}

/** The addresses of the resources in which a rule finds something. */
export function addresses(rule: string, { findings }: Checked): string[] {
  return findings.filter((one) => one.rule === rule).map((one) => one.resource?.address ?? '');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '../../server/src/model/resource';

/** A concern about a type of resource that a tool checks: what the field expects somebody to look at. */
export interface Pair {
  readonly category: string;
  /** What the tools want to be so, in our words. */
  readonly concern: string;
  /** The resource types in each format; data sources and provider blocks as they are written in Terraform. */
  readonly types: Readonly<Record<Dialect, readonly string[]>>;
  /** The ids of the checks in other tools, as their users suppress them. */
  readonly ids: readonly string[];
  /** Rules of ours that make the check and have no id to show for it. */
  readonly rules: readonly string[];
}

/** A tool whose checks the table holds. */
export type Tool = 'Checkov' | 'Trivy' | 'cdk-nag' | 'Guard rules registry';

/** The pairs that Checkov, Trivy, cdk-nag and the Guard rules registry check between them, from `pairs.tsv`. */
export function allPairs(): Pair[] {
  const [, ...lines] = readFileSync(join(__dirname, 'pairs.tsv'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [category = '', concern = '', types = '', ids = '', rules = ''] = line.split('\t');
    return {
      category,
      concern,
      types: {
        cloudformation: words(types).filter(isCloudFormation),
        terraform: words(types).filter((type) => !isCloudFormation(type)),
      },
      ids: words(ids),
      rules: words(rules),
    };
  });
}

/** What a person calls a pair: its types and its concern. */
export function nameOf({ types, concern }: Pair): string {
  return `${(types.cloudformation.length ? types.cloudformation : types.terraform).join(' ')}: ${concern}`;
}

/** The tools that check a pair, by the shapes of their ids. */
export function toolsOf(pair: Pair): Set<Tool> {
  return new Set(pair.ids.map(toolOf));
}

function toolOf(id: string): Tool {
  if (/^CKV2?_AWS_\d+$/.test(id)) return 'Checkov';
  if (/^AWS-\d{4}$/.test(id)) return 'Trivy';
  return id.includes('-') ? 'cdk-nag' : 'Guard rules registry';
}

function isCloudFormation(type: string): boolean {
  return type.includes('::');
}

function words(cell: string): string[] {
  return cell.split(' ').filter(Boolean);
}

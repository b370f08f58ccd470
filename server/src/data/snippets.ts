import type { Policy } from '../model/policy';

/** JSON data. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** The formats that snippets are spelled for; `policy` is a policy document in a file of its own. */
export type SnippetFormat = 'cloudformation' | 'terraform' | 'policy';

/** A snippet as a format spells it. CloudFormation's functions are in their long form. */
export interface SpelledSnippet {
  /** What it adds to the resources: by name, or by type and then by name in Terraform. */
  readonly resources?: { readonly [key: string]: Json };
  /** The policy that it is about. */
  readonly policy?: { readonly [key: string]: Json };
  /** The condition of a statement, under its key. */
  readonly condition?: { readonly [key: string]: Json };
  /** The texts in it that a person fills in. Each stands for itself wherever it occurs. */
  readonly blanks: readonly string[];
}

/** A snippet with all of its spellings. */
export interface TableSnippet {
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
  /** The policies that it suits, where it is one. */
  readonly suits?: Pick<Policy, 'use' | 'service'>;
  readonly spelled: Readonly<Partial<Record<SnippetFormat, SpelledSnippet>>>;
}

/** The snippets, generated from the catalogue and loaded on first need. */
export interface SnippetsTable {
  readonly generatedBy: string;
  readonly snippets: readonly TableSnippet[];
}

/** The table of snippets. */
export const snippetsTable = (): SnippetsTable => require('./snippets.json');

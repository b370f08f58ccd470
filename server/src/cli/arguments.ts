import { parseArgs } from 'node:util';
import { Failure } from './failure';

/** How results are printed: for people, or for programs. */
export type OutputFormat = 'text' | 'json';

/** What the user asked for. */
export type Command =
  | CheckCommand
  | { readonly kind: 'rules'; readonly format: OutputFormat }
  | { readonly kind: 'help' | 'version' };

/** Findings of files and folders, `-` being the standard input. */
export interface CheckCommand {
  readonly kind: 'check';
  readonly format: OutputFormat;
  readonly fix: boolean;
  /** The one settings file that counts. */
  readonly config?: string;
  /** The path that the standard input is taken to be at. */
  readonly stdinFilename?: string;
  readonly paths: readonly string[];
}

/** The name by which messages and the help speak of the program. */
export const programName = 'data-protection';

export const help = `Checks CloudFormation, CDK, Terraform JSON and IAM policies for AWS data protection. Works offline.

  ${programName} check [--format text|json] [--fix] [--config FILE] PATH...
  ${programName} check [options] --stdin-filename NAME -
  ${programName} rules [--format text|json]

check PATH...        the findings of files and folders; folders are searched for YAML, JSON, template and policy
                     files, without node_modules and .git
  -                  reads a document from the standard input
  --stdin-filename   where that document is taken to stand: for its settings and the files beside it
  --format           text (default), or json for programs
  --fix              applies all safe fixes to the files, then tells what remains
  --config           takes settings from this file, and from no .data-protection.yaml
rules                the rules there are
--help, --version

Exit code: 0 nothing of warning or worse, 1 findings, 2 the command could not run.
`;

const options = {
  format: { type: 'string' },
  fix: { type: 'boolean' },
  config: { type: 'string' },
  'stdin-filename': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const allowed: Readonly<Record<string, readonly string[]>> = {
  check: ['format', 'fix', 'config', 'stdin-filename'],
  rules: ['format'],
};

/** Reads the command line. Throws a `Failure` where it cannot be understood. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [name, ...paths] = positionals;
  const known = name === undefined ? undefined : allowed[name];
  if (!known) throw misuse(name === undefined ? 'A command is missing' : `There is no command '${name}'`);
  const stray = Object.keys(values).find((option) => !known.includes(option));
  if (stray !== undefined) throw misuse(`'${name}' has no option '--${stray}'`);
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') throw misuse(`'--format' is text or json, not '${format}'`);
  if (name === 'check') return checkCommand(format, values, paths);
  if (paths.length > 0) throw misuse("'rules' takes no paths");
  return { kind: 'rules', format };
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    // Node's message goes on with advice on its own conventions.
    const [message = ''] = error instanceof Error ? error.message.split(/\. |\n/) : [];
    throw misuse(message.replace(/\.$/, ''));
  }
}

function checkCommand(format: OutputFormat, values: Values, paths: readonly string[]): CheckCommand {
  const fix = values.fix ?? false;
  const stdinFilename = values['stdin-filename'];
  const stdin = paths.includes('-');
  if (paths.length === 0) throw misuse("'check' needs the path of a file or folder");
  if (stdin && paths.length > 1) throw misuse("'-' cannot be mixed with other paths");
  if (stdin && stdinFilename === undefined) throw misuse("'-' needs '--stdin-filename' and the name of the document");
  if (!stdin && stdinFilename !== undefined) throw misuse("'--stdin-filename' needs '-' for a path");
  if (stdin && fix) throw misuse("'--fix' changes files and cannot be used with '-'");
  return {
    kind: 'check',
    format,
    fix,
    paths,
    ...(values.config !== undefined && { config: values.config }),
    ...(stdinFilename !== undefined && { stdinFilename }),
  };
}

function misuse(what: string): Failure {
  return new Failure(`${what}. Try '${programName} --help'.`);
}

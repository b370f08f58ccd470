import { version } from '../../package.json';
import { help, parseCommand, programName } from './cli/arguments';
import { checkCommand } from './cli/checkCommand';
import { Failure } from './cli/failure';
import { rulesOutput } from './cli/rulesOutput';
import type { Terminal } from './cli/terminal';

const terminal: Terminal = {
  folder: process.cwd(),
  colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
  out: (text) => void process.stdout.write(text),
  tell: (message) => void process.stderr.write(`${programName}: ${message}\n`),
  async input() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
};

async function main(args: readonly string[]): Promise<number> {
  const command = parseCommand(args);
  switch (command.kind) {
    case 'check':
      return checkCommand(command, terminal);
    case 'rules':
      terminal.out(rulesOutput(command.format));
      return 0;
    case 'help':
      terminal.out(help);
      return 0;
    case 'version':
      terminal.out(`${version}\n`);
      return 0;
  }
}

// Whoever reads the output may stop early (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// The exit code is set and not forced, so that a pipe takes all of the output first.
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const unexpected = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.tell(error instanceof Failure ? error.message : `An error of the program itself: ${unexpected}`);
    process.exitCode = 2;
  },
);

import { program, type Command } from './command.js';

/** What `egress-review --help` prints. */
export function programHelp(commands: readonly Command[]): string {
  const column = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(column)}${summary}`);
  return `Reviews changes to Istio manifests for what they do to outbound traffic.

Usage: ${program} COMMAND [ARGUMENT...]

Commands:
${list.join('\n')}

Help with a command and examples: ${program} help COMMAND
Version: ${program} --version

Exit codes: 0 nothing to complain of, 1 findings, 2 the input or the command line
is wrong, 3 a bug of this program.
`;
}

import type { ExitCode } from './exit-code.js';
import type { Io } from './io.js';

/** One command of the program. */
export interface Command {
  readonly name: string;
  /** What to type after the program's name; lines after the first are indented below it. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** For people who do not know Envoy: what it does, its options, and examples that work in this repository. */
  readonly help: string;
  /**
   * @throws InputError for what the user has to mend; any other Error is a bug.
   */
  run(args: readonly string[], io: Io): Promise<ExitCode>;
}

export const program = 'egress-review';

/** What `--help` prints of a command. */
export function commandHelp({ summary, usage, help }: Command): string {
  return `${summary}.\n\n${usageLine(usage)}\n\n${help.trim()}\n`;
}

/** `Usage: egress-review …`, its further lines below the first argument. */
export function usageLine(usage: string): string {
  const front = `Usage: ${program} `;
  return front + usage.split('\n').join(`\n${' '.repeat(front.length)}`);
}

import { suggestion } from '../report/did-you-mean.js';
import { logText } from '../report/escape.js';
import { problemLine } from '../report/problem-line.js';
import { InputError } from '../source/problem.js';
import { tool } from '../tool.js';
import { commandHelp, program, usageLine, type Command } from './command.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { programHelp } from './program-help.js';
import { usageError } from './usage-error.js';

/**
 * Runs one command line; every error becomes text on stderr and an exit code here. What goes to stderr may quote
 * manifests, dumps and files by name, so all of it is made safe to print; on stdout each format does so for itself.
 */
export async function main(args: readonly string[], commands: readonly Command[], given: Io): Promise<ExitCode> {
  const io = { ...given, stderr: { ...given.stderr, write: (text: string) => given.stderr.write(logText(text)) } };
  const command = commands.find(({ name }) => name === args[0]) ?? null;
  try {
    return command === null ? await runProgram(args, commands, io) : await runCommand(command, args.slice(1), io);
  } catch (error) {
    if (!(error instanceof InputError)) {
      await io.stderr.write(bugText(error));
      return exitCodes.bug;
    }
    await io.stderr.write(inputErrorText(error, command));
    return exitCodes.badInput;
  }
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<ExitCode> {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  if (!options.includes('--help') && !options.includes('-h')) return command.run(args, io);
  await io.stdout.write(commandHelp(command));
  return exitCodes.clean;
}

/** What is typed without a command, or with one that is none. */
async function runProgram(args: readonly string[], commands: readonly Command[], io: Io): Promise<ExitCode> {
  const [first, second] = args;
  switch (first) {
    case undefined:
      // A check that calls no command by mistake must not pass.
      await io.stderr.write(programHelp(commands));
      return exitCodes.badInput;
    case '--version':
      await io.stdout.write(`${program} ${tool.version}\n`);
      return exitCodes.clean;
    case 'help':
    case '--help':
    case '-h':
      await io.stdout.write(second === undefined ? programHelp(commands) : helpOf(second, commands));
      return exitCodes.clean;
    default:
      throw unknownCommand(first, commands);
  }
}

function helpOf(name: string, commands: readonly Command[]): string {
  const command = commands.find(candidate => candidate.name === name);
  if (command === undefined) throw unknownCommand(name, commands);
  return commandHelp(command);
}

function unknownCommand(name: string, commands: readonly Command[]): Error {
  const names = commands.map(command => command.name);
  return usageError(
    name.startsWith('-')
      ? `option '${name}' is unknown before a command, expected a command first: ${names.join(', ')}`
      : `command '${name}' is unknown, ${suggestion(name, names)}`,
  );
}

function inputErrorText({ problems }: InputError, command: Command | null): string {
  const isUsage = problems.some(({ code }) => code === 'usage');
  const lines = problems.map(problem => `${program}: ${problemLine(problem)}`);
  const usage = command === null || !isUsage ? [] : [usageLine(command.usage)];
  const help = isUsage ? [`Help:  ${program} ${command === null ? '' : `${command.name} `}--help`] : [];
  return `${[...lines, ...usage, ...help].join('\n')}\n`;
}

function bugText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${program}: this is a bug in ${tool.name} ${tool.version}, please report it with these lines:\n${stack}\n`;
}

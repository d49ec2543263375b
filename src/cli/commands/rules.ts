import type { RuleText } from '../../findings/rule.js';
import { ruleTable } from '../../report/rule-text.js';
import { parseArguments } from '../arguments.js';
import { program, type Command } from '../command.js';
import { exitCodes } from '../exit-code.js';
import { terminalOptions } from '../io.js';
import { usageError } from '../usage-error.js';

/** Lists the rules. */
export function rulesCommand(rules: readonly RuleText[]): Command {
  return {
    name: 'rules',
    usage: 'rules',
    summary: 'List what a review can report',
    help: `
Each rule with what it reports, and with the severities of its findings: error
for traffic that worked and goes to the wrong place or nowhere, warning for what
is likely wrong or harmless only by luck, notice for something to know.

Examples:
  ${program} rules
  ${program} explain traffic-captured`,

    async run(args, io) {
      const { positionals } = parseArguments(args, {});
      if (positionals[0] !== undefined) {
        throw usageError(`'${positionals[0]}' is one too many, expected nothing: ${program} explain ${positionals[0]}`);
      }
      await io.stdout.write(`${ruleTable(rules, terminalOptions(io.stdout, io.env))}\n`);
      return exitCodes.clean;
    },
  };
}

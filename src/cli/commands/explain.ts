import type { RuleText } from '../../findings/rule.js';
import { nearestTo } from '../../report/did-you-mean.js';
import { ruleText } from '../../report/rule-text.js';
import { parseArguments } from '../arguments.js';
import { program, type Command } from '../command.js';
import { exitCodes } from '../exit-code.js';
import { terminalOptions } from '../io.js';
import { usageError } from '../usage-error.js';

/** Prints what is known of one rule: the text from which comments take their words. */
export function explain(rules: readonly RuleText[]): Command {
  return {
    name: 'explain',
    usage: 'explain RULE',
    summary: 'Say what a rule reports, why that matters, and how to mend it',
    help: `
RULE is the name that a finding carries in brackets, like [traffic-captured].
'${program} rules' lists all of them.

Examples:
  ${program} explain traffic-captured
  ${program} explain wildcard-listener-added`,

    async run(args, io) {
      const { positionals } = parseArguments(args, {});
      const [name, ...rest] = positionals;
      if (name === undefined) throw usageError(`RULE is missing, ${oneOfTheList}`);
      if (rest[0] !== undefined) throw usageError(`'${rest[0]}' is one too many, expected a single RULE, '${name}'`);
      const rule = rules.find(({ id }) => id === name);
      if (rule === undefined) throw unknownRule(name, rules);
      await io.stdout.write(`${ruleText(rule, terminalOptions(io.stdout, io.env))}\n`);
      return exitCodes.clean;
    },
  };
}

/** Two dozen names would hide what is wrong. */
const oneOfTheList = `expected one that '${program} rules' lists`;

function unknownRule(name: string, rules: readonly RuleText[]): Error {
  const nearest = nearestTo(
    name,
    rules.map(({ id }) => id),
  );
  return usageError(`rule '${name}' is unknown, ${nearest === null ? oneOfTheList : `did you mean '${nearest}'?`}`);
}

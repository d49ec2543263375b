import type { RuleText } from '../findings/rule.js';
import type { Command } from './command.js';
import { explain } from './commands/explain.js';
import { listeners } from './commands/listeners.js';
import { review } from './commands/review.js';
import { rulesCommand } from './commands/rules.js';
import { simulate } from './commands/simulate.js';
import { trace } from './commands/trace.js';
import { upgrade } from './commands/upgrade.js';
import { verify } from './commands/verify.js';

/** All commands, in the order of the help. */
export function commandsOf(rules: readonly RuleText[]): readonly Command[] {
  return [review, upgrade, listeners, trace, verify, rulesCommand(rules), explain(rules), simulate];
}

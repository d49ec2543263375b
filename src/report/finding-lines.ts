import type { Finding } from '../findings/finding.js';
import { namePlain } from './names.js';
import { prosePlain } from './prose.js';
import { groupWords, reachWords } from './reach.js';
import { verdictLine } from './verdict-words.js';

/** A finding below its title where text is only text: to whom, one call before and after, why, how to mend it, and where it was at base. */
export function findingLines(finding: Finding): readonly string[] {
  const { message, fix, witness, causes } = finding;
  const [first] = causes;
  const removed =
    first === undefined || first.side === 'head' ? [] : [`At base: ${prosePlain(first.at.file, 300)}:${first.at.line}`];
  const call =
    witness === null
      ? []
      : [
          `${prosePlain(witness.call.command, 500)} from ${groupWords(witness.group, namePlain)}`,
          `  before: ${prosePlain(verdictLine(witness.before), 500)}`,
          `  after:  ${prosePlain(verdictLine(witness.after), 500)}`,
        ];
  return [
    `Reaches ${reachWords(finding, namePlain, 8)}.`,
    ...call,
    `Why: ${prosePlain(message, 1_000)}`,
    `Fix: ${prosePlain(fix, 1_000)}`,
    ...removed,
  ];
}

import type { RuleText } from '../findings/rule.js';
import { indented, labelled } from './labelled.js';
import { paintFor, type Paint } from './paint.js';
import type { TerminalOptions } from './terminal.js';
import { textDiff } from './text-diff.js';
import { wrap } from './wrap.js';

/** What `explain` prints: the same text that comments and the README take their words from. */
export function ruleText(rule: RuleText, { colour, width }: TerminalOptions): string {
  const paint = paintFor(colour);
  const say = (label: string, text: string) => labelled(label, text, width, paint);
  return [
    paint('strong', rule.id),
    wrap(rule.summary, width).join('\n'),
    '',
    say('severity', rule.severities),
    say('why', rule.why),
    say('fix', rule.fix),
    '',
    say(
      'example',
      `this change${rule.example.beside === undefined ? '' : ' of .github/egress-review.yaml'} is reported:`,
    ),
    ...changeLines(rule.example.base, rule.example.head, paint),
    '',
    say('silent', 'and this one is not:'),
    ...changeLines(rule.example.base, rule.example.silent, paint),
  ].join('\n');
}

function changeLines(before: string, after: string, paint: Paint): readonly string[] {
  return textDiff(before, after).map(line => indented(line.startsWith(' ') ? line : paint('strong', line)));
}

/** What `rules` prints: each rule with its severities and what it reports. */
export function ruleTable(rules: readonly RuleText[], { colour, width }: TerminalOptions): string {
  const paint = paintFor(colour);
  const idColumn = Math.max(...rules.map(({ id }) => id.length)) + 2;
  const lines = rules.flatMap(({ id, severities, summary }) => {
    const text = wrap(`${summary} (${severities})`, Math.max(20, width - idColumn));
    return text.map(
      (line, index) => (index === 0 ? paint('strong', id.padEnd(idColumn)) : ' '.repeat(idColumn)) + line,
    );
  });
  return [...lines, '', 'More about a rule: egress-review explain RULE'].join('\n');
}

import type { RuleText } from '../src/findings/rule.js';
import { cell, codeBlock } from '../src/report/escape.js';
import { paintFor } from '../src/report/paint.js';
import { proseMarkdown } from '../src/report/prose.js';
import { storyOf } from '../src/report/story.js';
import { terminalStory } from '../src/report/terminal-story.js';
import { textDiff } from '../src/report/text-diff.js';
import { wrap } from '../src/report/wrap.js';
import { reviewExample } from './example-reviews.js';

const WIDTH = 120;

/** The page of a rule: what it says of itself, and its example as a review reports it. */
export function rulePage(rule: RuleText): string {
  const { id, severities, summary, why, fix, example } = rule;
  return `${[
    `# ${id}`,
    paragraph(summary),
    paragraph(`Severity: ${severities}.`).replace('Severity:', '**Severity**:'),
    '## Why it matters',
    paragraph(why),
    '## What to do',
    paragraph(fix),
    '## An example',
    ...(example.beside === undefined
      ? ['This change is reported:']
      : [
          'Both sides hold',
          codeBlock('yaml', example.beside.trimEnd()),
          'and this change of the settings is reported:',
        ]),
    change(example.base, example.head),
    'as',
    codeBlock('text', findingText(rule)),
    'This one is not:',
    change(example.base, example.silent),
    '[All rules](README.md)',
  ].join('\n\n')}\n`;
}

/** The list of all rules. */
export function rulesPage(rules: readonly RuleText[]): string {
  const rows = rules.map(({ id, severities, summary }) => {
    return `| [\`${id}\`](${id}.md) | ${cell(proseMarkdown(severities))} | ${cell(proseMarkdown(summary))} |`;
  });
  return `${[
    '# What a review reports',
    paragraph(
      'A call whose fate changes belongs to the first rule of this list that claims it; rules about states stand beside ' +
        'them. Only what head has and base has not is reported, and what got better is said as well.',
    ),
    ['| rule | severity | reported when |', '| --- | --- | --- |', ...rows].join('\n'),
    'These pages are made of the files in `src/findings/rules`; `UPDATE_GOLDEN=1 npm test -- test/rule-pages` writes them anew.',
  ].join('\n\n')}\n`;
}

function paragraph(text: string): string {
  return wrap(proseMarkdown(text), WIDTH).join('\n');
}

function change(before: string, after: string): string {
  return codeBlock('diff', textDiff(before, after).join('\n'));
}

function findingText({ id, example }: RuleText): string {
  const finding = reviewExample(example, 'head').findings.find(({ rule }) => rule === id);
  if (finding === undefined) throw new Error(`the example of ${id} is not reported`);
  return terminalStory(storyOf([finding]), 100, paintFor(false));
}

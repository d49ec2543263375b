import type { Finding, Severity } from '../findings/finding.js';
import { alsoPlain } from './also.js';
import { namePlain } from './names.js';
import { clip, prosePlain } from './prose.js';
import { groupWords, reachWords } from './reach.js';
import { storiesOf, type Story } from './story.js';
import { verdictLine } from './verdict-words.js';

/** A note on a line of a file of head, as the workflow runner takes it. Plain text, not yet escaped. */
export interface Annotation {
  readonly level: Severity;
  /** null, with the lines, where the finding is about something that head does not have. */
  readonly file: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly title: string;
  readonly message: string;
}

/** The runner shows ten of a level and drops the rest without a word. */
const perLevel = 10;
/** The runner cuts at 4,096 characters. */
const longestMessage = 4_000;

/** The stories that fit, in the order of the review: most severe first. */
export function annotations(findings: readonly Finding[]): readonly Annotation[] {
  const stories = storiesOf(findings);
  return (['error', 'warning', 'notice'] as const).flatMap(level =>
    stories
      .filter(({ told }) => told.severity === level)
      .slice(0, perLevel)
      .map(annotation),
  );
}

function annotation(story: Story): Annotation {
  const { severity, rule, title, causes } = story.told;
  const cause = causes.find(({ side }) => side === 'head');
  return {
    level: severity,
    file: cause?.at.file ?? null,
    line: cause?.at.line ?? null,
    endLine: cause?.at.endLine ?? null,
    title: `${prosePlain(title, 220)} [${rule}]`,
    message: clip(messageLines(story).join('\n'), longestMessage),
  };
}

function messageLines(story: Story): string[] {
  const finding = story.told;
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
    ...alsoPlain(story),
  ];
}

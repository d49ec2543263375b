import type { Finding, Severity } from '../findings/finding.js';
import { alsoPlain } from './also.js';
import { findingLines } from './finding-lines.js';
import { clip, prosePlain } from './prose.js';
import { storiesOf, type Story } from './story.js';

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
    message: clip([...findingLines(story.told), ...alsoPlain(story)].join('\n'), longestMessage),
  };
}

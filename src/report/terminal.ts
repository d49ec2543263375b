import { isAddition } from '../findings/addition.js';
import type { Improvement, WaivedFinding } from '../findings/finding.js';
import type { Review } from '../findings/review.js';
import type { Problem } from '../source/problem.js';
import { inert, visible } from './escape.js';
import { verdictSentence } from './headline.js';
import { paintFor, type Paint } from './paint.js';
import { prosePlain } from './prose.js';
import { labelled } from './labelled.js';
import { behaviourLines, terminalStory, witnessLines } from './terminal-story.js';
import { storiesOf } from './story.js';
import { wrap } from './wrap.js';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Columns to stay within; names and commands are never broken. */
  readonly width: number;
}

/** The review for someone at a prompt: what is broken, findings, what got better, what was assumed, the verdict. */
export function terminal(review: Review, { colour, width }: TerminalOptions): string {
  const paint = paintFor(colour);
  const better = review.improvements.filter(improvement => !isAddition(improvement));
  const added = review.improvements.filter(isAddition);
  const parts = [
    ...review.problems.map(problem => problemText(problem, paint)),
    ...storiesOf(review.findings).map(story => terminalStory(story, width, paint)),
    ...(review.waived.length === 0 ? [] : [review.waived.map(finding => waivedLine(finding, paint)).join('\n')]),
    ...better.map(improvement => improvementText(improvement, width, paint)),
    ...(added.length === 0 ? [] : [additionText(added, width, paint)]),
    ...(review.assumptions.length === 0 ? [] : [assumptionText(review.assumptions, width, paint)]),
    ...review.cautions.map(text => cautionText(text, width, paint)),
    paint(verdictStyle(review), wrap(verdictSentence(review), width).join('\n')),
  ];
  return inert(parts.join('\n\n'));
}

function waivedLine({ rule, title, causes: [first], waivedBy }: WaivedFinding, paint: Paint): string {
  const place = first === undefined ? '' : `${visible(first.at.file)}:${first.at.line}:${first.at.column}: `;
  return `${place}${paint('good', 'waived:')} ${prosePlain(title)} ${paint('faint', `[${rule}]`)}: ${prosePlain(waivedBy)}`;
}

function improvementText({ rule, title, witness, behaviours = [] }: Improvement, width: number, paint: Paint): string {
  const heading = `${paint('good', 'better:')} ${paint('strong', prosePlain(title))} ${paint('faint', `[${rule} is gone]`)}`;
  return [
    heading,
    ...(witness === null ? [] : witnessLines(witness, width, paint)),
    ...behaviourLines(behaviours, width, paint),
  ].join('\n');
}

/** A change that adds much would bury what else there is to say. */
const MOST_ADDITIONS = 10;

function additionText(added: readonly Improvement[], width: number, paint: Paint): string {
  const left = added.length - MOST_ADDITIONS;
  const lines = added.slice(0, MOST_ADDITIONS).map(({ title }) => prosePlain(title));
  return labelledList('new', left > 0 ? [...lines, `and ${left} more`] : lines, width, paint);
}

function assumptionText(assumptions: readonly string[], width: number, paint: Paint): string {
  return labelledList(
    'assumed',
    assumptions.map(text => prosePlain(text)),
    width,
    paint,
  );
}

function cautionText(text: string, width: number, paint: Paint): string {
  return paint('warning', wrap(`caution: ${prosePlain(text)}`, width).join('\n'));
}

function labelledList(label: string, items: readonly string[], width: number, paint: Paint): string {
  return items.map((text, at) => labelled(at === 0 ? label : '', text, width, paint)).join('\n');
}

function problemText({ at, code, message }: Problem, paint: Paint): string {
  const place = at === null ? '' : `${visible(at.file)}:${at.line}:${at.column}: `;
  return `${place}${paint('error', 'problem:')} ${prosePlain(message)} ${paint('faint', `[${code}]`)}`;
}

function verdictStyle({ summary, problems, findings, cautions }: Review): 'error' | 'warning' | 'notice' | 'good' {
  if (summary.errors > 0 || problems.length > 0) return 'error';
  if (summary.warnings + cautions.length > 0) return 'warning';
  return findings.length > 0 ? 'notice' : 'good';
}

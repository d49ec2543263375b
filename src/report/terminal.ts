import type { Improvement } from '../findings/finding.js';
import type { Review } from '../findings/review.js';
import type { Problem } from '../source/problem.js';
import { inert, visible } from './escape.js';
import { verdictSentence } from './headline.js';
import { paintFor, type Paint } from './paint.js';
import { prosePlain } from './prose.js';
import { labelled } from './labelled.js';
import { terminalFinding, witnessLines } from './terminal-finding.js';
import { wrap } from './wrap.js';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Columns to stay within; names and commands are never broken. */
  readonly width: number;
}

/** The review for someone at a prompt: what is broken, findings, what got better, what was assumed, the verdict. */
export function terminal(review: Review, { colour, width }: TerminalOptions): string {
  const paint = paintFor(colour);
  const parts = [
    ...review.problems.map(problem => problemText(problem, paint)),
    ...review.findings.map(finding => terminalFinding(finding, width, paint)),
    ...review.improvements.map(improvement => improvementText(improvement, width, paint)),
    ...(review.assumptions.length === 0 ? [] : [assumptionText(review.assumptions, width, paint)]),
    paint(verdictStyle(review), wrap(verdictSentence(review), width).join('\n')),
  ];
  return inert(parts.join('\n\n'));
}

function improvementText({ rule, title, witness }: Improvement, width: number, paint: Paint): string {
  const heading = `${paint('good', 'better:')} ${paint('strong', prosePlain(title))} ${paint('faint', `[${rule} is gone]`)}`;
  return [heading, ...(witness === null ? [] : witnessLines(witness, width, paint))].join('\n');
}

function assumptionText(assumptions: readonly string[], width: number, paint: Paint): string {
  const [first, ...rest] = assumptions.map(text => prosePlain(text));
  return [labelled('assumed', first ?? '', width, paint), ...rest.map(text => labelled('', text, width, paint))].join(
    '\n',
  );
}

function problemText({ at, code, message }: Problem, paint: Paint): string {
  const place = at === null ? '' : `${visible(at.file)}:${at.line}:${at.column}: `;
  return `${place}${paint('error', 'problem:')} ${prosePlain(message)} ${paint('faint', `[${code}]`)}`;
}

function verdictStyle({ summary, problems, findings }: Review): 'error' | 'warning' | 'notice' | 'good' {
  if (summary.errors > 0 || problems.length > 0) return 'error';
  if (summary.warnings > 0) return 'warning';
  return findings.length > 0 ? 'notice' : 'good';
}

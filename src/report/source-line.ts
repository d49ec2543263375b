import type { Severity } from '../findings/finding.js';
import type { Span } from '../source/span.js';
import { visible } from './escape.js';
import type { Paint } from './paint.js';
import { columns } from './wrap.js';

export interface SourceLine {
  readonly at: Span;
  /** The text of the first line of `at`. */
  readonly excerpt: string;
  /** What the caret points at, in words; empty for nothing. */
  readonly label: string;
}

/** The line of the manifest with its number, and below it carets under the part that matters. */
export function sourceLine(
  { at, excerpt, label }: SourceLine,
  severity: Severity,
  width: number,
  paint: Paint,
): string {
  const number = String(at.line).padStart(4);
  const start = Math.min(at.column - 1, excerpt.length);
  const end = at.endLine > at.line ? excerpt.length : Math.min(at.endColumn, excerpt.length);
  const room = Math.max(20, width - number.length - 3);
  const { before, marked, after } = clipAround(
    {
      before: visible(excerpt.slice(0, start)),
      marked: visible(excerpt.slice(start, end)),
      after: visible(excerpt.slice(end)),
    },
    room,
  );
  const carets = '^'.repeat(Math.max(1, columns(marked.trimEnd())));
  return [
    `${paint('faint', `${number} |`)} ${before}${marked}${after}`.trimEnd(),
    `${paint('faint', `${' '.repeat(number.length)} |`)} ${' '.repeat(columns(before))}${paint(severity, label === '' ? carets : `${carets} ${label}`)}`,
  ].join('\n');
}

interface Parts {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Keeps the marked part in sight where a line is too long: the front goes first, then the end. */
function clipAround({ before, marked, after }: Parts, room: number): Parts {
  const front = columns(before) <= room / 2 ? before : `…${lastColumns(before, Math.floor(room / 4))}`;
  const middle = firstColumns(marked, room - columns(front));
  return { before: front, marked: middle, after: firstColumns(after, room - columns(front) - columns(middle)) };
}

function firstColumns(text: string, room: number): string {
  if (columns(text) <= room) return text;
  return room < 1 ? '' : `${taken([...text], room - 1).join('')}…`;
}

function lastColumns(text: string, room: number): string {
  return taken([...text].reverse(), room)
    .reverse()
    .join('');
}

function taken(chars: readonly string[], room: number): string[] {
  let left = room;
  const end = chars.findIndex(char => (left -= columns(char)) < 0);
  return end < 0 ? [...chars] : chars.slice(0, end);
}

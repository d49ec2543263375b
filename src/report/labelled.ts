import type { Paint } from './paint.js';
import { wrap } from './wrap.js';

/** Where the text of labelled lines starts. */
export const textColumn = 12;

/** `  why      the text, wrapped` with its further lines below the first: the body of a finding in a terminal. */
export function labelled(label: string, text: string, width: number, paint: Paint): string {
  const [first = '', ...rest] = wrap(text, Math.max(20, width - textColumn));
  const front = `  ${paint('strong', label.padEnd(textColumn - 2))}`;
  return [front + first, ...rest.map(indented)].join('\n');
}

/** A line that stands below such a text. */
export function indented(line: string): string {
  return line === '' ? '' : ' '.repeat(textColumn) + line;
}

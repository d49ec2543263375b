import type { Severity } from '../findings/finding.js';

/** Puts a terminal's colours around a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export type Style = Severity | 'good' | 'strong' | 'faint';

const codes: Readonly<Record<Style, string>> = {
  error: '1;31',
  warning: '1;33',
  notice: '1;36',
  good: '32',
  strong: '1',
  faint: '2',
};

/** The paint of a terminal that shows colours, or of everything else. */
export function paintFor(colour: boolean): Paint {
  return colour ? (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m` : (_style, text) => text;
}

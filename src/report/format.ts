import type { Review } from '../findings/review.js';
import { json, type Tool } from './json.js';
import { sarif } from './sarif.js';
import { longestComment, summary } from './summary.js';
import { terminal, type TerminalOptions } from './terminal.js';

/** The formats that `--format` takes. */
export const formatNames = ['text', 'json', 'markdown', 'sarif'] as const;

export type FormatName = (typeof formatNames)[number];

export interface FormatOptions extends TerminalOptions {
  readonly tool: Tool;
}

/** The review in one of the formats, with a line break at its end. */
export function format(name: FormatName, review: Review, options: FormatOptions): string {
  return `${formats[name](review, options)}\n`;
}

const formats: Readonly<Record<FormatName, (review: Review, options: FormatOptions) => string>> = {
  text: terminal,
  json: (review, { tool }) => json(review, tool),
  markdown: review => summary(review, { inline: new Set(), links: null, max: longestComment, fullReport: whole }),
  sarif: (review, { tool }) => sarif(review, { tool, rulePages: null, withWaived: true }),
};

const whole = 'The formats text and json have all of it.';

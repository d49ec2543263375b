import { isWithin, secondsOf, stages, type Measurement } from './measurement.js';
import type { Scenario } from './scenarios.js';

export interface Row {
  readonly scenario: Scenario;
  readonly measured: Measurement;
}

const headings = ['', ...stages, 'seconds', 'MB', 'limit', 'changed calls', 'findings', ''];

/** One line a scenario, times in milliseconds unless said otherwise. */
export function table(rows: readonly Row[]): string {
  const lines = [headings, ...rows.map(cells)];
  const widths = headings.map((_, at) => Math.max(...lines.map(line => line[at]?.length ?? 0)));
  return lines
    .map(line => line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map(line => `${line.join('  ').trimEnd()}\n`)
    .join('');
}

function cells({ scenario: { title, limit }, measured }: Row): readonly string[] {
  return [
    title,
    ...stages.map(stage => measured.milliseconds[stage].toFixed(0)),
    secondsOf(measured).toFixed(2),
    measured.peakMegabytes.toFixed(0),
    `${limit.seconds} s, ${limit.megabytes} MB`,
    String(measured.changedCalls),
    String(measured.findings),
    isWithin(limit, measured) ? '' : 'EXCEEDED',
  ];
}

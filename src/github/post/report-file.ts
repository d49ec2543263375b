import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { Unpostable } from './unpostable.js';

/** As long as a review of 10,000 changed calls is. */
const mostBytes = 25_000_000;

/** The text of a file that came with an artifact: of one that is no link, not too large, and UTF-8. */
export function readReportFile(path: string): string {
  const stats = statsOf(path);
  if (!stats.isFile()) throw new Unpostable('warning', `"${path}" is no file`);
  if (stats.size > mostBytes) {
    const size = `${Math.ceil(stats.size / 1_000_000)} MB`;
    throw new Unpostable('warning', `the report has ${size}, and ${mostBytes / 1_000_000} MB are read`);
  }
  const bytes = readFileSync(path);
  if (!isUtf8(bytes)) throw new Unpostable('warning', 'the report is no UTF-8');
  return bytes.toString('utf8');
}

function statsOf(path: string): Stats {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats !== undefined) return stats;
  throw new Unpostable('warning', `there is no "${path}": the run that reviewed uploaded no report`);
}

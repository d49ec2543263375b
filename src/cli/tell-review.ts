import { defaultFailOn, reaches, type FailOn } from '../findings/fail-on.js';
import type { Review } from '../findings/review.js';
import { format, type FormatName } from '../report/format.js';
import { problemLine } from '../report/problem-line.js';
import { tool } from '../tool.js';
import { program } from './command.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import { terminalOptions, type Io } from './io.js';

/** Prints a review; `failOn` is what the command line says, null where the settings or nobody do. */
export async function tellReview(
  review: Review,
  formatName: FormatName,
  failOn: FailOn | null,
  io: Io,
): Promise<ExitCode> {
  await io.stdout.write(format(formatName, review, { ...terminalOptions(io.stdout, io.env), tool }));
  // Programs read what they asked for from stdout alone.
  if (formatName !== 'text') {
    for (const problem of review.problems) await io.stderr.write(`${program}: ${problemLine(problem)}\n`);
  }
  if (review.problems.length > 0) return exitCodes.badInput;
  return reaches(review.summary, failOn ?? review.failOn ?? defaultFailOn) ? exitCodes.findings : exitCodes.clean;
}

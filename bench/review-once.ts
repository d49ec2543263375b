import { compare } from '../src/diff/comparison.js';
import { inspect } from '../src/findings/inspect.js';
import { format, formatNames } from '../src/report/format.js';
import { conclude, decodeSides, nothingGiven } from '../src/review.js';
import { readRevisions } from '../src/source/side.js';
import type { Measurement, Stage } from './measurement.js';

/** Reviews the two revisions that the command line names, as `review` does but with a look at the clock after each stage. */
const [base = '', head = ''] = process.argv.slice(2);
const milliseconds: Partial<Record<Stage, number>> = { start: performance.now() };

const sides = time('read', () => readRevisions(base, head, { cwd: process.cwd() }));
const request = { ...sides, given: nothingGiven };
const decoded = time('decode', () => decodeSides(request));
const comparison = time('compare', () => compare(decoded.base, decoded.head));
const inspection = time('inspect', () => inspect(comparison));
const review = time('report', () => {
  const concluded = conclude(request, decoded, comparison, inspection);
  for (const name of formatNames)
    format(name, concluded, { colour: false, width: 80, tool: { name: 'bench', version: '0' } });
  return concluded;
});

process.stdout.write(
  JSON.stringify({
    milliseconds: milliseconds as Record<Stage, number>,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    documents: sides.head.manifests.documents.length,
    changedCalls: comparison.changedCalls.length,
    findings: review.findings.length,
  } satisfies Measurement),
);

function time<Result>(stage: Stage, work: () => Result): Result {
  const start = performance.now();
  const result = work();
  milliseconds[stage] = performance.now() - start;
  return result;
}

import { defaultFailOn, reaches } from '../findings/fail-on.js';
import type { Annotation } from '../report/annotations.js';
import type { Links } from '../report/place.js';
import { prosePlain } from '../report/prose.js';
import { summary } from '../report/summary.js';
import type { Problem } from '../source/problem.js';
import { note } from './comments/note.js';
import type { Told } from './comments/tell.js';
import type { Inputs } from './inputs.js';
import { pageText } from './pages.js';
import type { Reviewed } from './review-commits.js';
import type { Run } from './run.js';

/** The runner shows no summary at all above 1 MiB; a character takes at most four bytes. */
const longestJobSummary = 1024 ** 2 / 4;

/** A red check is clicked, and leads to the log: its last line says where to read on. */
const inSummary = 'The job summary says more, on the page "Summary" of this run.';
const inComments = 'The comments on the pull request say what changes, why, and how to fix it.';

export interface Conclusion {
  readonly inputs: Inputs;
  readonly told: Told;
  readonly links: Links | null;
  /** The verdict, in one line of the log. */
  readonly sentence: string;
}

/** Tells the steps that follow and the people who look at the run, and colours the check. */
export async function conclude(run: Run, { review, isRelevant }: Reviewed, conclusion: Conclusion): Promise<void> {
  const { inputs, told, links, sentence } = conclusion;
  const failed = reaches(review.summary, inputs.failOn ?? review.failOn ?? defaultFailOn) || review.problems.length > 0;
  run.setOutput('verdict', failed ? 'fail' : 'pass');
  run.setOutput('relevant', isRelevant);
  run.setOutput('findings', review.findings.length);
  run.setOutput('errors', review.summary.errors);
  run.setOutput('warnings', review.summary.warnings);

  const { inline, annotations } = told;
  const cautions = review.cautions.map(text => note('warning', prosePlain(text)));
  for (const annotation of kept([...problemAnnotations(review.problems), ...annotations, ...cautions]))
    run.annotate(annotation);
  if (failed) run.fail(`${sentence} ${inline.size > 0 ? inComments : inSummary}`);
  else run.log(sentence);

  // Whatever fails from here on, a full disk say, the verdict is told.
  const { report, sarif } = run.saveReports(review);
  run.setOutput('report', report);
  run.setOutput('sarif', sarif);
  await run.writeSummary(
    isRelevant
      ? summary(review, { inline, links, max: longestJobSummary, fullReport: restOfSummary(run.docs) })
      : sentence,
  );
}

/** Where the rest is of a job summary that had to be cut. */
function restOfSummary(docs: string | null): string {
  const page = pageText(docs, 'outputs.md');
  const linked = docs === null ? `\`${page}\`` : `[outputs](${page})`;
  return `The JSON file that the output \`report\` names has all of it; ${linked} shows how a later step keeps it.`;
}

/** The runner shows ten of a level and drops the rest; one place is the verdict's. */
function kept(all: readonly Annotation[]): readonly Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap(level =>
    all.filter(annotation => annotation.level === level).slice(0, level === 'error' ? 9 : 10),
  );
}

function problemAnnotations(problems: readonly Problem[]): readonly Annotation[] {
  return problems.map(({ at, code, message }) => ({
    ...note('error', `${prosePlain(message)} [${code}]`),
    file: at?.file ?? null,
    line: at?.line ?? null,
    endLine: at?.endLine ?? null,
  }));
}

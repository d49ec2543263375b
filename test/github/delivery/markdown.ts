import { columnsOf, saidOf } from './columns.js';
import { givenOf, type Row } from './row.js';
import type { Measured } from './run-row.js';

/** One part of the table, as the runs were measured. */
export interface Part {
  readonly title: string;
  readonly rows: readonly Row[];
}

const introduction = `# What is delivered: event × token × fault

Each row is a test of [delivery.test.ts](delivery.test.ts): \`dist/action.js\` (\`dist/post.js\` for \`workflow_run\`), as the
runner starts it, against [a GitHub of our own](fake/README.md). \`UPDATE_GOLDEN=1 npm test -- test/github/delivery\` writes this
page from what the runs did: read the diff.

- **token**: \`write\` is \`pull-requests: write\` and \`contents: read\`; \`maintainer\` has \`contents: write\` besides; \`read\` is what
  forks and Dependabot get; \`none\` sees nothing of a private repository; \`bad\` has expired; \`empty\` is an empty input.
- **change**: \`outage\` breaks calls (two errors, told in one comment); \`clean\` is found good, and its pull request has the
  comments on an earlier push that was the outage.
- **posted** is what the run changed on the pull request, **then** what the next run adds once the fault is over and the
  token may comment. A run after that adds nothing: one comment and one summary stand, whatever happened before.
- **annotations**: how many findings stand on lines (or on the run), and the level of what is said besides; the verdict's
  own annotation is left out.
`;

/** The whole page. `measured` goes by the row. */
export function page(parts: readonly Part[], measured: ReadonlyMap<Row, Measured>): string {
  return [introduction, ...parts.map(part => section(part, measured))].join('\n');
}

const columns = [
  'event',
  'token',
  'what goes wrong',
  'change',
  'posted',
  'then',
  'annotations',
  'job summary',
  'check',
  'said',
];

function section({ title, rows }: Part, measured: ReadonlyMap<Row, Measured>): string {
  const lines = [columns, columns.map(() => '---'), ...rows.map(row => cellsOf(row, measured.get(row)))];
  return [`## ${title}`, '', ...lines.map(cells => `| ${cells.join(' | ')} |`), ''].join('\n');
}

function cellsOf(row: Row, measured: Measured | undefined): readonly string[] {
  const { event, token, fault, change } = givenOf(row);
  if (measured === undefined) return [event, token, fault, change, 'not measured'];
  const { posted, then, annotations, jobSummary, check } = columnsOf(measured);
  const said = saidOf(measured.first).replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
  return [event, token, fault, change, posted, then, annotations, jobSummary, check, said];
}

import type { Annotation, StepResult } from '../fake/runner.js';
import type { Measured } from './run-row.js';

/** What people see of one row. */
export interface Columns {
  /** What the run changes on the pull request. */
  readonly posted: string;
  /** What a run without the fault, and with a token that may comment, adds to it. */
  readonly then: string;
  /** Notes on lines, and on the run: the verdict's is the check's own. */
  readonly annotations: string;
  readonly jobSummary: 'yes' | 'no';
  readonly check: 'green' | 'red';
}

const nothing = '–';

export function columnsOf({ first, writes: [now = [], then = []] }: Measured): Columns {
  return {
    ...{ posted: posted(now), then: posted(then), annotations: annotated(first) },
    jobSummary: first.summary === '' ? 'no' : 'yes',
    check: first.succeeded ? 'green' : 'red',
  };
}

function posted(writes: readonly string[]): string {
  return writes.map(write => kinds.find(([pattern]) => pattern.test(write))?.[1] ?? write).join(', ') || nothing;
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^POST .pulls.7.reviews$/, 'review'],
  [/^POST .issues.7.comments$/, 'summary'],
  [/^PATCH .pulls.comments/, 'comment edited'],
  [/^PATCH .issues.comments/, 'summary edited'],
  [/^graphql resolveReviewThread$/, 'thread resolved'],
];

function annotated({ annotations }: StepResult): string {
  const notes = notesOf(annotations);
  const findings = annotations.filter(one => !notes.includes(one) && !isVerdict(one));
  const onLines = findings.filter(({ file }) => file !== undefined).length;
  const elsewhere = findings.length - onLines;
  const counted = [
    ...(onLines > 0 ? [`${onLines} on lines`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} on the run`] : []),
  ];
  return [...counted, ...notes.map(({ level }) => level)].join(', ') || nothing;
}

/** The sentences on the run, without what is another one every time. */
export function saidOf({ annotations }: StepResult): string {
  const sentences = notesOf(annotations).map(({ message }) => message);
  return (
    sentences
      .join(' ')
      .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'https://github.com')
      .replaceAll(/\b[0-9a-f]{40}\b/g, 'COMMIT')
      // Git's own words, which its releases change.
      .replaceAll(/(could not be fetched from \S+) \(.*?\): (?=run|give|the input)/g, '$1 (…): ')
      .replaceAll(' - https://docs.github.com/rest', '')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…')
  );
}

/** A finding has its own title, and a note of ours on the run has none or the action's. */
function notesOf(annotations: readonly Annotation[]): readonly Annotation[] {
  const isOurs = ({ title = ourTitle }: Annotation) => title === ourTitle;
  return annotations.filter(one => one.file === undefined && isOurs(one) && !isVerdict(one));
}

const ourTitle = 'Istio egress review';

function isVerdict({ message, file }: Annotation): boolean {
  return file === undefined && message.startsWith('Egress review:');
}

import type { Review } from '../findings/review.js';
import { fitAll } from './fit.js';
import { headline } from './headline.js';
import { summaryMarker } from './marker.js';
import { clip } from './prose.js';
import type { Links } from './place.js';
import { storiesOf } from './story.js';
import {
  additionList,
  assumptionList,
  foldedStories,
  improvementList,
  problemList,
  storyTable,
  waivedList,
} from './summary-lists.js';

export interface SummaryOptions {
  /** Fingerprints of the findings that stand as comments on the diff: only the table lists them. */
  readonly inline: ReadonlySet<string>;
  readonly links: Links | null;
  /** The most characters, at least 2,000. */
  readonly max: number;
  /** Where all of the review is, as a sentence for one that had to be cut. */
  readonly fullReport: string;
}

/** What GitHub takes in one comment (65,536 characters), less some room. */
export const longestComment = 60_000;

/**
 * The review as one Markdown text, for the sticky comment and the job summary: verdict, table, then each story
 * that has no comment on the diff. Too long a text loses whole rows and whole stories, and says so.
 */
export function summary(review: Review, { inline, links, max, fullReport }: SummaryOptions): string {
  const opening = `${summaryMarker}\n${headline(review, inline)}`;
  const stories = storiesOf(review.findings);
  const pointer = `_Cut here, because GitHub takes no longer text. ${clip(fullReport, 500)}_`;
  const { texts, isCut } = fitAll(
    [
      { list: storyTable(stories, links), share: 0.5 },
      { list: problemList(review.problems, links), share: 0.3 },
      { list: improvementList(review.improvements), share: 0.3 },
      { list: additionList(review.improvements), share: 0.1 },
      { list: waivedList(review.waived, links), share: 0.3 },
      { list: assumptionList(review.assumptions), share: 0.3 },
      { list: foldedStories(stories, inline, links), share: 1 },
    ],
    max - opening.length - pointer.length - blankLine.length,
    blankLine,
  );
  const [table, problems, improvements, additions, waived, assumptions, folded] = texts;
  return [opening, problems, table, folded, waived, improvements, additions, assumptions, isCut ? pointer : '']
    .filter(part => part !== undefined && part !== '')
    .join(blankLine);
}

const blankLine = '\n\n';

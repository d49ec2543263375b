import type { Finding, Severity } from '../../findings/finding.js';
import { fingerprintsAt } from '../../findings/fingerprint.js';
import { severities } from '../../findings/importance.js';
import { belowMark } from '../../report/marker.js';
import type { Links } from '../../report/place.js';
import { commentBody } from '../../report/review-comments.js';
import { solvedBody } from '../../report/solved-comment.js';
import { fingerprintsOf, fingerprintsWhile, isKnownBy, type Story } from '../../report/story.js';
import type { CommentDraft, Thread } from '../pull-request/pull-request.js';
import type { OurComment } from './our-comments.js';
import { standsOn, type Placement } from './placement.js';
import { isSameText } from './same-text.js';

/** What decides over the comments on lines. */
export interface Situation {
  /** Those of the review, most severe first. */
  readonly stories: readonly Story[];
  readonly comments: readonly OurComment[];
  /** Where the diff shows a story, best place first. */
  readonly placements: (story: Story) => readonly Placement[];
  readonly links: Links | null;
  /** The head of the pull request that was reviewed. */
  readonly commit: string;
  /** What the settings accept. */
  readonly waived: readonly Finding[];
  /** false: something could not be read, so nobody knows whether a finding that is not there is solved. */
  readonly isWhole: boolean;
}

/** The writes that bring the comments up to date: none where they are. */
export interface CommentPlan {
  readonly edits: readonly Edit[];
  /** All for one review. */
  readonly create: readonly NewComment[];
}

/** A comment to post, with the story that it tells. */
export interface NewComment extends CommentDraft {
  readonly story: Story;
}

export interface Edit {
  readonly comment: OurComment;
  readonly body: string;
  /** What its thread becomes, null where that is as it should be. */
  readonly resolve: { readonly thread: Thread['id']; readonly isResolved: boolean } | null;
}

/** GitHub names no limit, but refuses reviews from somewhere above thirty comments on. */
export const maxInlineComments = 25;

/** What becomes of a comment, by what it says and where the review tells its findings now. */
const fates = {
  //               told by it         told by another   no findings any more    nobody knows
  finding: { here: 'say it', elsewhere: 'leave it', nowhere: 'say solved', unknown: 'leave it' },
  solved: { here: 'say it again', elsewhere: 'leave it', nowhere: 'leave it', unknown: 'leave it' },
} as const;

/** What becomes of its thread. What a person did to it stays. */
const threads = {
  'say it': { open: null, 'resolved by us': null, 'resolved by a person': null },
  'say it again': { open: null, 'resolved by us': 'unresolve', 'resolved by a person': null },
  'say solved': { open: 'resolve', 'resolved by us': null, 'resolved by a person': null },
} as const;

/**
 * Decides which writes bring the comments up to date; sends nothing. A story stays where it was said first. Of those that
 * the diff shows the most severe 25 have a comment each, so that a new error gets one though 25 notices have theirs; what
 * is said already stays, even beyond that.
 */
export function planComments(situation: Situation): CommentPlan {
  const { stories, comments, placements, links } = situation;
  const tellers = tellersOf(stories, comments);
  const shown = stories.filter(story => placements(story).length > 0).slice(0, maxInlineComments);
  return {
    edits: comments.flatMap(comment => editOf(comment, tellers, situation)),
    create: shown
      .filter(story => !tellers.has(story))
      .flatMap(story =>
        placements(story)
          .slice(0, 1)
          .map(placement => draftOf(story, placement, links)),
      ),
  };
}

/**
 * Which comment tells which story: one each, sooner one that is not solved. Only what none tells as it is may take over one
 * that told it while it was milder or severer.
 */
function tellersOf(stories: readonly Story[], comments: readonly OurComment[]): ReadonlyMap<Story, OurComment> {
  const tellers = new Map<Story, OurComment>();
  const free = new Set([...comments].sort((a, b) => Number(a.mark.isSolved) - Number(b.mark.isSolved)));
  const assign = (story: Story, tells: (comment: OurComment) => boolean) => {
    const teller = [...free].find(tells);
    if (teller === undefined) return;
    tellers.set(story, teller);
    free.delete(teller);
  };
  for (const story of stories) assign(story, ({ mark }) => isKnownBy(story, new Set(mark.fingerprints)));
  for (const story of stories) {
    if (!tellers.has(story) && free.size > 0) assign(story, comment => mayTakeOver(story, comment));
  }
  return tellers;
}

/** Whether the comment tells the story as it was at one of these severities. */
function toldWhile(among: readonly Severity[], story: Story, { mark }: OurComment): boolean {
  const former = fingerprintsWhile(among, story);
  return mark.fingerprints.some(fingerprint => former.has(fingerprint));
}

/** Whether the comment may tell the story though it was milder or severer: nobody looks for what is severe in a thread that a person resolved. */
function mayTakeOver(story: Story, comment: OurComment): boolean {
  if (comment.thread?.state !== 'resolved by a person') return toldWhile(severities, story, comment);
  return toldWhile(severities.slice(0, severities.indexOf(story.told.severity)), story, comment);
}

function editOf(comment: OurComment, tellers: ReadonlyMap<Story, OurComment>, situation: Situation): readonly Edit[] {
  const { stories, placements, links, commit, waived, isWhole } = situation;
  const [told = null] = [...tellers].find(([, teller]) => teller === comment) ?? [];
  const all = new Set(stories.flatMap(fingerprintsOf));
  const { fingerprints } = comment.mark;
  const isPutAside = (story: Story) => toldWhile(severities, story, comment) && !mayTakeOver(story, comment);
  const isElsewhere = fingerprints.some(fingerprint => all.has(fingerprint)) || stories.some(isPutAside);
  const isWaived = waived.some(({ fingerprint }) => fingerprints.includes(fingerprint));
  const where = told !== null ? 'here' : isElsewhere ? 'elsewhere' : isWhole || isWaived ? 'nowhere' : 'unknown';
  const fate = fates[comment.mark.isSolved ? 'solved' : 'finding'][where];
  if (fate === 'leave it') return [];

  const body =
    told === null
      ? solvedBody(comment.body, isWaived ? 'waived' : { solvedIn: commit, mayBeWaived: mayBeWaived(comment, waived) })
      : commentBody(told, { on: standsOn(comment.place, placements(told)), links }) + belowMark(comment.body);
  if (isSameText(comment.body, body)) return [];
  const { thread } = comment;
  const change = thread === null ? null : threads[fate][thread.state];
  const resolve = thread === null || change === null ? null : { thread: thread.id, isResolved: change === 'resolve' };
  return [{ comment, body, resolve }];
}

function mayBeWaived({ mark }: OurComment, waived: readonly Finding[]): boolean {
  const atOthers = new Set(waived.flatMap(finding => fingerprintsAt(severities, finding)));
  return mark.fingerprints.some(fingerprint => atOthers.has(fingerprint));
}

function draftOf(story: Story, { on, ...place }: Placement, links: Links | null): NewComment {
  return { ...place, body: commentBody(story, { on, links }), story };
}

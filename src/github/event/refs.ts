import { InputError } from '../../source/problem.js';
import type { Event, PullRequestEvent } from './event.js';
import type { Inputs } from '../inputs.js';

/** The two sides of the review, as revisions of the checkout. */
export interface Refs {
  readonly base: string;
  readonly head: string;
}

/** What the choice asks of the checkout's commits. */
export interface History {
  /** The full id of the commit that a revision names, null where the checkout has no such revision. */
  readonly commitOf: (rev: string) => string | null;
  /** The parents that the commit records, also those that a shallow checkout left out. */
  readonly parentsOf: (commit: string) => readonly string[];
  /** The best common ancestor, null where the checkout has none. */
  readonly mergeBase: (one: string, other: string) => string | null;
}

/**
 * Decides what is compared with what. The inputs `base` and `head` decide where they are given. Else, on
 * `pull_request`, head is what is checked out and base is
 * 1. its first parent, if it is the merge commit that GitHub made: the review then says what the branch will become;
 * 2. else the merge base with the branch that it is merged into.
 */
export function chooseRefs(event: Event, { base, head }: Pick<Inputs, 'base' | 'head'>, history: History): Refs {
  if (base !== null && head !== null) return { base, head };
  if (event.kind !== 'pull-request') {
    throw usage(
      `the event \`${event.name}\` names no pull request: run on \`pull_request\`, or give both inputs \`base\` and \`head\``,
    );
  }
  const commit = history.commitOf(head ?? 'HEAD');
  if (commit === null) {
    throw usage(`there is no revision "${head ?? 'HEAD'}" in the checkout: run \`actions/checkout\` before this step`);
  }
  return { base: base ?? baseOf(commit, event, history), head: head ?? commit };
}

function baseOf(commit: string, event: PullRequestEvent, history: History): string {
  const [first, second] = history.parentsOf(commit);
  // A merge commit of the author's own has two parents as well, but its first one is no base.
  const isGitHubsMerge = commit === event.mergeSha || second === event.headSha;
  if (first !== undefined && second !== undefined && isGitHubsMerge) {
    if (history.commitOf(first) !== null) return first;
    throw usage('the checkout lacks the first parent of the merge commit: give `actions/checkout` `fetch-depth: 2`');
  }

  const base = history.commitOf(event.baseSha) === null ? null : history.mergeBase(commit, event.baseSha);
  if (base !== null) return base;
  throw usage(
    `the checkout is no merge commit of the pull request, and it lacks the common ancestor of ${commit} and ` +
      `${event.baseSha}: check out the merge commit (the default of \`actions/checkout\`) with \`fetch-depth: 2\`, ` +
      'or this one with `fetch-depth: 0`',
  );
}

function usage(message: string): InputError {
  return new InputError([{ code: 'usage', message, at: null }]);
}

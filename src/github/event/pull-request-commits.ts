import { InputError } from '../../source/problem.js';
import type { Commits } from './commits.js';
import type { Choice, Chosen } from './compared.js';
import type { PullRequestEvent, PullRequestTargetEvent } from './event.js';

/**
 * The merge commit that GitHub made for the run, or a later one that is checked out, against its first parent: the
 * review then says what the branch will become. Where there is none, the head against the merge base.
 */
export function choiceOfPullRequest(event: PullRequestEvent, commits: Commits): Choice {
  const isMerge = (commit: string, parents: readonly string[]) =>
    parents.length === 2 && (commit === event.sha || parents[1] === event.headSha);
  return {
    head: async () => {
      for (const candidate of [event.sha, 'HEAD']) {
        const commit = await commits.commitOf(candidate);
        if (commit !== null && isMerge(commit, await commits.parentsOf(commit))) return mergeCommit(commit, event);
      }
      return headCommit(event, commits);
    },
    base: head => baseOf(head, event, commits, isMerge),
  };
}

/**
 * The same from the payload and from GitHub alone, since what is checked out is either not the pull request or must not
 * be trusted. GitHub makes the merge commit in its own time: only that of the payload's head is taken.
 */
export function choiceOfPullRequestTarget(event: PullRequestTargetEvent, commits: Commits): Choice {
  const isMerge = (_commit: string, parents: readonly string[]) => parents.length === 2 && parents[1] === event.headSha;
  return {
    head: async () => {
      const commit = await commits.commitOfReference(`refs/pull/${event.number}/merge`);
      const isCurrent = commit !== null && isMerge(commit, await commits.parentsOf(commit));
      return isCurrent ? mergeCommit(commit, event) : headCommit(event, commits);
    },
    base: head => baseOf(head, event, commits, isMerge),
  };
}

type AnyPullRequest = PullRequestEvent | PullRequestTargetEvent;

function mergeCommit(commit: string, { number }: AnyPullRequest): Chosen {
  return { commit, why: `pull request ${number} merged` };
}

async function headCommit({ headSha, number }: AnyPullRequest, commits: Commits): Promise<Chosen> {
  const commit = await commits.commitOf(headSha);
  if (commit !== null) return { commit, why: `head of pull request ${number}` };
  throw unknown(`GitHub does not have ${headSha}, the head of pull request ${number}, any more: push it again`);
}

async function baseOf(
  head: Chosen,
  { baseSha, number }: AnyPullRequest,
  commits: Commits,
  isMerge: (commit: string, parents: readonly string[]) => boolean,
): Promise<Chosen> {
  const parents = await commits.parentsOf(head.commit);
  const [first] = parents;
  if (first !== undefined && isMerge(head.commit, parents)) return { commit: first, why: 'what it is merged into' };

  const base = await commits.mergeBase(baseSha, head.commit);
  if (base !== null) return { commit: base, why: `merge base with ${baseSha}, the base of pull request ${number}` };
  throw unknown(
    `${head.commit} shares no commit with ${baseSha}, the base of pull request ${number}: give the input \`base\``,
  );
}

function unknown(message: string): InputError {
  return new InputError([{ code: 'unknown-revision', message, at: null }]);
}

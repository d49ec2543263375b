import { inputError } from '../../source/problem.js';
import type { Commits } from './commits.js';
import type { Choice, Chosen } from './compared.js';
import type { PullRequestEvent, PullRequestTargetEvent } from './event.js';

/**
 * The merge commit that GitHub made for the run, or a later one that is checked out, against its first parent: the
 * review then says what the branch will become. Where there is none, the head against the merge base.
 */
export function choiceOfPullRequest(event: PullRequestEvent, commits: Commits): Choice {
  return {
    head: async () => {
      for (const candidate of [event.sha, 'HEAD']) {
        const commit = await commits.commitOf(candidate);
        if (commit !== null && isMergeOf(event, await commits.parentsOf(commit))) return mergeCommit(commit, event);
      }
      return headCommit(event, commits);
    },
    base: head => baseOf(head, event, commits),
  };
}

/**
 * The same from the payload and from GitHub alone, since what is checked out is either not the pull request or must not
 * be trusted. GitHub makes the merge commit in its own time: only that of the payload's head is taken.
 */
export function choiceOfPullRequestTarget(event: PullRequestTargetEvent, commits: Commits): Choice {
  return {
    head: async () => {
      const commit = await commits.commitOfReference(`refs/pull/${event.number}/merge`);
      const isCurrent = commit !== null && isMergeOf(event, await commits.parentsOf(commit));
      return isCurrent ? mergeCommit(commit, event) : headCommit(event, commits);
    },
    base: head => baseOf(head, event, commits),
  };
}

type AnyPullRequest = PullRequestEvent | PullRequestTargetEvent;

/** As GitHub merges: the check and the comments are those of the payload's head, so that no other merge will do. */
function isMergeOf({ headSha }: AnyPullRequest, parents: readonly string[]): boolean {
  return parents.length === 2 && parents[1] === headSha;
}

function mergeCommit(commit: string, { number }: AnyPullRequest): Chosen {
  return { commit, why: `pull request ${number} merged` };
}

async function headCommit({ headSha, number }: AnyPullRequest, commits: Commits): Promise<Chosen> {
  const commit = await commits.commitOf(headSha);
  if (commit !== null) return { commit, why: `head of pull request ${number}` };
  throw inputError(
    'unknown-revision',
    `GitHub does not have ${headSha}, the head of pull request ${number}, any more: push it again`,
  );
}

async function baseOf(head: Chosen, event: AnyPullRequest, commits: Commits): Promise<Chosen> {
  const { baseSha, number } = event;
  const parents = await commits.parentsOf(head.commit);
  const [first] = parents;
  if (first !== undefined && isMergeOf(event, parents)) return { commit: first, why: 'what it is merged into' };

  const base = await commits.mergeBase(baseSha, head.commit);
  if (base !== null) return { commit: base, why: `merge base with ${baseSha}, the base of pull request ${number}` };
  throw inputError(
    'unknown-revision',
    `${head.commit} shares no commit with ${baseSha}, the base of pull request ${number}: give the input \`base\``,
  );
}

import { inputError } from '../../source/problem.js';
import type { Commits } from './commits.js';
import type { Choice, Chosen, Nothing } from './compared.js';
import { forkPoint } from './default-branch.js';
import type { PushEvent } from './event.js';

/** What was pushed against what was there before, or, for a branch that is new, against where it began. */
export function choiceOfPush(event: PushEvent, commits: Commits): Choice {
  return {
    head: () => pushed(event, commits),
    base: async head => {
      const { before, ref, defaultBranch } = event;
      const isDefault = ref === `refs/heads/${defaultBranch}`;
      if (before === null) {
        if (isDefault) return { commit: null, why: `the first push of ${defaultBranch}` };
        return beginning(head, event, commits, `${nameOf(ref)} is new`);
      }
      const commit = await commits.commitOf(before);
      if (commit !== null) return { commit, why: `${nameOf(ref)} before the push` };
      if (!isDefault) return beginning(head, event, commits, `GitHub does not have ${before} any more`);
      throw inputError(
        'unknown-revision',
        `GitHub does not have ${before}, which ${defaultBranch} was at before this push, any more: give the input \`base\``,
      );
    },
  };
}

/** The sentence on a branch or tag that is gone. */
export function deletedText({ ref }: PushEvent): string {
  return `Egress review: ${nameOf(ref)} is deleted, so there is nothing to review.`;
}

async function pushed({ after, ref }: PushEvent, commits: Commits): Promise<Chosen> {
  const commit = after === null ? null : await commits.commitOf(after);
  if (commit !== null) return { commit, why: `${nameOf(ref)} as pushed` };
  throw inputError(
    'unknown-revision',
    `GitHub does not have ${after ?? 'a commit'}, which was pushed to ${nameOf(ref)}, any more: push again`,
  );
}

async function beginning(
  head: Chosen,
  { defaultBranch }: PushEvent,
  commits: Commits,
  because: string,
): Promise<Chosen | Nothing> {
  const commit = await forkPoint(head.commit, defaultBranch, commits);
  if (commit === null) return { commit, why: `${because}, and shares no commit with ${defaultBranch}` };
  return { commit, why: `merge base with ${defaultBranch}, because ${because}` };
}

function nameOf(ref: string): string {
  return ref.replace(/^refs\/(?:heads|tags)\//, '');
}

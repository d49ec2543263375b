import { inputError } from '../../source/problem.js';
import type { Commits } from './commits.js';
import type { Choice, Chosen, Nothing } from './compared.js';
import { forkPoint } from './default-branch.js';
import type { DispatchEvent } from './event.js';

/**
 * What was typed where the workflow was started. Without a head, the branch that it was started on; without a base, what
 * head has that the default branch has not, or, on the default branch, its last commit.
 */
export function choiceOfDispatch(event: DispatchEvent, commits: Commits): Choice {
  return {
    head: async () =>
      event.head === null
        ? { commit: event.sha, why: 'the branch that the workflow was started on' }
        : typed(event.head, 'head', commits),
    base: async head => (event.base === null ? beginning(head, event, commits) : typed(event.base, 'base', commits)),
  };
}

async function typed(revision: string, name: 'base' | 'head', commits: Commits): Promise<Chosen> {
  const commit = await commits.commitOf(revision);
  if (commit !== null) return { commit, why: `\`${name}\` of the workflow's inputs: ${revision}` };
  const message = `\`${name}\` of the workflow's inputs is '${revision}', which is no commit, branch or tag here: correct it`;
  throw inputError('unknown-revision', message);
}

async function beginning(head: Chosen, { defaultBranch }: DispatchEvent, commits: Commits): Promise<Chosen | Nothing> {
  const commit = await forkPoint(head.commit, defaultBranch, commits);
  if (commit === null) return { commit, why: `head shares no commit with ${defaultBranch}` };
  if (commit !== head.commit) return { commit, why: `merge base with ${defaultBranch}` };

  const [parent] = await commits.parentsOf(head.commit);
  if (parent !== undefined) return { commit: parent, why: `its first parent, because it is on ${defaultBranch}` };
  return { commit: null, why: 'it is the first commit' };
}

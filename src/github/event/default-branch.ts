import { inputError } from '../../source/problem.js';
import type { Commits } from './commits.js';

/**
 * Where a commit's branch left the default branch: the commit itself if it is on it, null where the two share no commit.
 *
 * @throws InputError when there is no such branch.
 */
export async function forkPoint(commit: string, defaultBranch: string, commits: Commits): Promise<string | null> {
  const tip = await commits.tipOf(defaultBranch);
  if (tip !== null) return tip === commit ? commit : commits.mergeBase(tip, commit);
  const message = `there is no default branch \`${defaultBranch}\` to compare with: give the input \`base\``;
  throw inputError('unknown-revision', message);
}

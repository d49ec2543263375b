import { execFileSync } from 'node:child_process';

/** One commit, as REST tells of it. */
export interface GitCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

export interface Comparison {
  readonly status: 'identical' | 'ahead' | 'behind' | 'diverged';
  readonly base: GitCommit;
  readonly mergeBase: GitCommit;
  /** Those of head that base has not, oldest first. */
  readonly ahead: readonly GitCommit[];
  readonly behind: number;
}

/** The commit that a branch, tag or id names in a repository; null where it names none. */
export function commitOf(origin: string, ref: string): GitCommit | null {
  const sha = ask(origin, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (sha === null) return null;
  const [tree = '', parents = '', ...message] = (ask(origin, 'log', '-1', '--format=%T%n%P%n%B', sha) ?? '').split(
    '\n',
  );
  return { sha, tree, parents: parents.split(' ').filter(parent => parent !== ''), message: message.join('\n') };
}

/** null where the two have no commit in common. */
export function compare(origin: string, base: GitCommit, head: GitCommit): Comparison | null {
  const shared = ask(origin, 'merge-base', base.sha, head.sha);
  const mergeBase = shared === null ? null : commitOf(origin, shared);
  if (mergeBase === null) return null;
  const between = (from: string, to: string) =>
    (ask(origin, 'rev-list', '--reverse', `${from}..${to}`) ?? '').split('\n').filter(sha => sha !== '');
  const ahead = between(base.sha, head.sha).flatMap(sha => commitOf(origin, sha) ?? []);
  const behind = between(head.sha, base.sha).length;
  const one = ahead.length > 0 ? 'ahead' : 'identical';
  const status = behind === 0 ? one : ahead.length > 0 ? 'diverged' : 'behind';
  return { status, base, mergeBase, ahead, behind };
}

/** null where git says no. */
function ask(origin: string, ...args: string[]): string | null {
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  try {
    return execFileSync('git', args, { cwd: origin, env, encoding: 'utf8', stdio: 'pipe' }).trimEnd();
  } catch (error) {
    // Not `instanceof Error`: Jest gives tests another Error than Node's own.
    if (typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number')
      return null;
    throw error;
  }
}

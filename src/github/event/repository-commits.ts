import { isCommitId, type CommitStore } from '../../source/commit-store.js';
import type { Commits } from './commits.js';

/** What GitHub's API tells of history that nobody has here. */
export interface RemoteHistory {
  /** The commit that a branch or tag names, as `main`, `heads/main` or `tags/v1`; null where there is none. */
  readonly commitOf: (name: string) => Promise<string | null>;
  readonly mergeBase: (one: string, other: string) => Promise<string | null>;
}

/** Asks the checkout first, then the server: commits by their ids of Git, names and merge bases of the API. */
export function repositoryCommits(store: CommitStore, remote: RemoteHistory): Commits {
  return {
    commitOf: async revision => {
      const held = store.find(revision);
      if (held !== null) return held;
      if (isCommitId(revision)) return store.obtain(revision);
      const name = revision.replace(/^(?:refs\/remotes\/)?origin\//, '').replace(/^refs\//, '');
      return isName(name) ? remote.commitOf(name) : null;
    },
    commitOfReference: store.obtainReference,
    tipOf: async branch => store.findBranch(branch) ?? (await remote.commitOf(`heads/${branch}`)),
    parentsOf: store.parentsOf,
    mergeBase: async (one, other) => {
      const held = store.mergeBase(one, other);
      return held === undefined ? remote.mergeBase(one, other) : held;
    },
  };
}

/** `HEAD` is another commit for GitHub than for the checkout, and what is counted from a name is Git's to count. */
function isName(name: string): boolean {
  return name !== 'HEAD' && /^[^\s~^:?*[\\]+$/.test(name) && !name.includes('..') && !name.includes('@{');
}

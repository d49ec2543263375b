import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fetchInto, requireFetchingGit, type Remote } from './git-fetch.js';
import { gitLine, gitOutput } from './git.js';
import { findCommit, mergeBase, parentsOf } from './git-revision.js';
import { inputError } from './problem.js';

/**
 * The commits of one repository on a server: what the checkout has is read there, and what it lacks is fetched into a
 * repository of our own. The checkout is never written, and need not be there.
 */
export interface CommitStore {
  /** The commit that a revision names in the checkout; null where it does not know it. */
  readonly find: (revision: string) => string | null;
  /** The tip of a branch of the server, where the checkout has all its history; else null. */
  readonly findBranch: (branch: string) => string | null;
  /** The commit with this id, or that a tag with this id names; null where the server does not have it either. */
  readonly obtain: (id: string) => Promise<string | null>;
  /** The commit that a reference of the server names now; null where it has none. */
  readonly obtainReference: (reference: string) => Promise<string | null>;
  /** The parents that a commit records, also those that nobody holds here. */
  readonly parentsOf: (commit: string) => Promise<readonly string[]>;
  /** The best common ancestor, null where there is none; undefined where the checkout cannot know it. */
  readonly mergeBase: (one: string, other: string) => string | null | undefined;
  /** A folder whose repository holds all files of these commits. */
  readonly holding: (commits: readonly string[]) => Promise<string>;
}

/** What a store goes by. */
export interface StoreOptions {
  /** null: none, or none that may be read. */
  readonly checkout: string | null;
  /** The folder below which our own repository is made, once there is something to fetch. */
  readonly temporary: string;
  readonly remote: Remote;
}

/** True for the full name of an object, which no branch can take. */
export function isCommitId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

export function commitStore({ checkout, temporary, remote }: StoreOptions): CommitStore {
  let own: string | null = null;
  const ownFor = (objectFormat: string) => (own ??= newRepository(temporary, objectFormat, remote));
  const findOwn = (revision: string) => (own === null ? null : findCommit(revision, own));
  const find = (revision: string) => (checkout === null ? null : findCommit(revision, checkout));

  const fetchOwn = async (id: string) =>
    findOwn(id) ?? ((await fetchInto(ownFor(formatOf(id)), [id], remote)) ? findOwn(id) : null);

  const obtain = async (id: string) => {
    if (!isCommitId(id)) throw inputError('unreadable', `'${id}' is no id of a commit, expected 40 hexadecimal digits`);
    return find(id) ?? (await fetchOwn(id));
  };

  return {
    find,
    findBranch: branch => (checkout === null || isCut(checkout) ? null : find(`refs/remotes/origin/${branch}`)),
    obtain,

    obtainReference: async reference => {
      const kept = `refs/fetched/${reference}`;
      const isThere = await fetchInto(ownFor('sha1'), [`+${reference}:${kept}`], remote);
      return isThere ? findOwn(kept) : null;
    },

    parentsOf: async commit => {
      if (checkout !== null && find(commit) !== null) return parentsOf(commit, checkout);
      return (await fetchOwn(commit)) === null || own === null ? [] : parentsOf(commit, own);
    },

    mergeBase: (one, other) => {
      if (checkout === null || find(one) === null || find(other) === null) return undefined;
      return isCut(checkout) ? undefined : mergeBase(one, other, checkout);
    },

    holding: async commits => {
      if (checkout !== null && commits.every(commit => find(commit) !== null) && !isPartial(checkout)) return checkout;
      const missing = [...new Set(commits)].filter(commit => findOwn(commit) === null);
      const [first] = missing;
      if (first !== undefined && !(await fetchInto(ownFor(formatOf(first)), missing, remote))) {
        throw inputError(
          'unreadable',
          `${remote.url} does not have ${missing.join(' or ')}: run the job again on commits that are there`,
        );
      }
      return own ?? ownFor('sha1');
    },
  };
}

/** Where history is cut off, the common ancestor that is found may not be the best, or not be there at all. */
function isCut(folder: string): boolean {
  return gitLine(folder, ['rev-parse', '--is-shallow-repository']) !== 'false';
}

/** A partial clone fetches files when they are asked for, one by one. */
function isPartial(folder: string): boolean {
  const partial = '^(remote\\..*\\.promisor|extensions\\.partialclone)$';
  return gitLine(folder, ['config', '--get-regexp', partial]) !== null;
}

function formatOf(id: string): string {
  return id.length === 64 ? 'sha256' : 'sha1';
}

function newRepository(temporary: string, objectFormat: string, remote: Remote): string {
  requireFetchingGit(temporary, remote);
  const folder = mkdtempSync(join(temporary, 'egress-review-commits-'));
  gitOutput(folder, ['init', '--quiet', '--template=', `--object-format=${objectFormat}`, '.']);
  return folder;
}

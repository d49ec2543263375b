import { createHash } from 'node:crypto';
import type { Commits } from '../../../src/github/event/commits.js';

/** The id of a commit that a test names. */
export function id(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}

/** A repository as tests draw it. */
export interface Graph {
  /** The parents of each commit, first parent first, by the names of commits. */
  readonly parents: Readonly<Record<string, readonly string[]>>;
  /** Branches, tags and `HEAD`. */
  readonly names?: Readonly<Record<string, string>>;
  readonly references?: Readonly<Record<string, string>>;
  readonly branches?: Readonly<Record<string, string>>;
}

/** Its commits, as deciding asks for them. */
export function commitsOf({ parents, names = {}, references = {}, branches = {} }: Graph): Commits {
  const byId = new Map(Object.keys(parents).map(name => [id(name), name]));
  const idOf = (name: string | undefined) => (name === undefined ? null : id(name));
  const ancestors = (name: string): readonly string[] => [name, ...(parents[name] ?? []).flatMap(ancestors)];
  return {
    commitOf: async revision => (byId.has(revision) ? revision : idOf(names[revision])),
    commitOfReference: async reference => idOf(references[reference]),
    tipOf: async branch => idOf(branches[branch]),
    parentsOf: async commit => (parents[byId.get(commit) ?? ''] ?? []).map(id),
    mergeBase: async (one, other) => {
      const held = new Set(ancestors(byId.get(other) ?? ''));
      const shared = ancestors(byId.get(one) ?? '').filter(name => held.has(name));
      // The best one is an ancestor of no other.
      return idOf(shared.find(name => !shared.some(younger => younger !== name && ancestors(younger).includes(name))));
    },
  };
}

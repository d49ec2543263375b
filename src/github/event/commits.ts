/** What deciding asks of the repository's commits. Every answer is about the repository, wherever it was found. */
export interface Commits {
  /** The id of the commit that an id, a branch, a tag or a text like `HEAD~1` names; null where nobody knows it. */
  readonly commitOf: (revision: string) => Promise<string | null>;
  /** The same for a reference of the repository on GitHub, as it stands there now. */
  readonly commitOfReference: (reference: string) => Promise<string | null>;
  /** The commit that a branch of the repository ends in; null where there is no such branch. */
  readonly tipOf: (branch: string) => Promise<string | null>;
  /** The parents that the commit records, first parent first. */
  readonly parentsOf: (commit: string) => Promise<readonly string[]>;
  /** The best common ancestor; null where the two share no history. */
  readonly mergeBase: (one: string, other: string) => Promise<string | null>;
}

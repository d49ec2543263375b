/** A commit that a review reads, and how it was chosen, in words that follow its id. */
export interface Chosen {
  readonly commit: string;
  readonly why: string;
}

/** No commit: the other side is compared with nothing, so that all of it counts as added. */
export interface Nothing {
  readonly commit: null;
  readonly why: string;
}

/** What is compared with what. */
export interface Compared {
  readonly base: Chosen | Nothing;
  readonly head: Chosen;
}

/** The way in which an event chooses, where no input does. */
export interface Choice {
  readonly head: () => Promise<Chosen>;
  readonly base: (head: Chosen) => Promise<Chosen | Nothing>;
}

/** One line for the log. Two releases of Istio, of which `upgradeTo` is to come, are compared on head alone. */
export function comparedText({ base, head }: Compared, upgradeTo: string | null): string {
  if (upgradeTo !== null) return `reviews what Istio ${upgradeTo} does with ${sideText(head)}`;
  return `compares ${sideText(base)} with ${sideText(head)}`;
}

function sideText({ commit, why }: Chosen | Nothing): string {
  return `${commit ?? 'nothing'} (${why})`;
}

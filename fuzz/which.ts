/** Which cases of a fuzz are run: those from number `first` on, of that seed. */
export interface Which {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
}

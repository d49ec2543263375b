/** Numbers that look like chance and are the same for the same seed. */
export interface Chance {
  /** From 0 up to, not including, `below`. */
  number(below: number): number;
  /** Each item once, in some order. */
  shuffle<Item>(items: readonly Item[]): readonly Item[];
}

/**
 * Chance for one purpose of a run, so that no order of work changes what another purpose gets.
 *
 * Mulberry32, begun at the FNV-1a hash of the two: enough to choose meshes and calls.
 */
export function chanceFor(seed: number, purpose: string): Chance {
  let state = [...`${seed} ${purpose}`].reduce(
    (hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0,
    0x811c9dc5,
  );
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number) => Math.floor(next() * below);
  return {
    number,
    shuffle: items => {
      const rest = [...items];
      return items.map(() => rest.splice(number(rest.length), 1)).flat();
    },
  };
}

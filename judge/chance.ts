/** Numbers that look like chance and are the same for the same seed. */
export interface Chance {
  /** From 0 up to, not including, `below`. */
  number(below: number): number;
  /** Each item once, in some order. */
  shuffle<Item>(items: readonly Item[]): readonly Item[];
}

/** Mulberry32: 32 bits of state are enough to choose meshes and calls. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
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

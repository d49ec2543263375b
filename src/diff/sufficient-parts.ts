/** Tells whether a part is enough. */
type Suffices<T> = (part: readonly T[]) => boolean;

/**
 * A part that suffices and none of whose own parts does, of a whole that suffices; earlier items are preferred.
 *
 * Halves the whole, as QuickXplain (Junker 2004): for k of n items about 2k·log2(n/k) questions. It is minimal where more
 * items never suffice less; where they may, look whether it suffices.
 */
export function halvedPart<T>(whole: readonly T[], suffices: Suffices<T>): readonly T[] {
  const needed = (given: readonly T[], isNews: boolean, items: readonly T[]): readonly T[] => {
    if (isNews && suffices(given)) return [];
    if (items.length <= 1) return items;
    const middle = Math.ceil(items.length / 2);
    const [first, second] = [items.slice(0, middle), items.slice(middle)];
    const ofSecond = needed([...given, ...first], true, second);
    const ofFirst = needed([...given, ...ofSecond], ofSecond.length > 0, first);
    return [...ofFirst, ...ofSecond];
  };
  return needed([], false, whole);
}

/** What is left of a whole that suffices when one item after the other is dropped, last ones first, wherever the rest suffices. */
export function thinnedPart<T>(whole: readonly T[], suffices: Suffices<T>): readonly T[] {
  let needed = whole;
  for (const item of whole.toReversed()) {
    const rest = needed.filter(other => other !== item);
    if (rest.length > 0 && suffices(rest)) needed = rest;
  }
  return needed;
}

/**
 * The first of the smallest parts that suffice, smaller than `known`, which does; else `known`. Sizes from `from` on are
 * tried, each whole or not at all: no size with which more than `most` parts would be tried.
 */
export function smallestPart<T>(
  whole: readonly T[],
  known: readonly T[],
  suffices: Suffices<T>,
  { from, most }: { readonly from: number; readonly most: number },
): readonly T[] {
  let tried = 0;
  for (let size = from; size < known.length; size += 1) {
    tried += partsOf(whole.length, size);
    if (tried > most) return known;
    for (const part of parts(whole, size)) if (suffices(part)) return part;
  }
  return known;
}

/** n over k. */
function partsOf(many: number, size: number): number {
  let count = 1;
  for (let at = 1; at <= size; at += 1) count = (count * (many - size + at)) / at;
  return count;
}

/** All parts of one size, in order. */
function* parts<T>(whole: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) yield [];
  for (const [at, item] of whole.entries()) {
    for (const rest of size === 0 ? [] : parts(whole.slice(at + 1), size - 1)) yield [item, ...rest];
  }
}

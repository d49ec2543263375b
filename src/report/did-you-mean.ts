/** What to type instead of an unknown word: the known word nearest to it, or else all that are known. */
export function suggestion(typed: string, known: readonly string[]): string {
  const nearest = nearestTo(typed, known);
  if (nearest !== null) return `did you mean '${nearest}'?`;
  return known.length === 0 ? 'expected none' : `expected ${known.length === 1 ? '' : 'one of '}${known.join(', ')}`;
}

/** The known word that was probably meant, if any is near enough. */
export function nearestTo(typed: string, known: readonly string[]): string | null {
  // A third of the letters may be wrong: `reveiw` is near to `review`, `list` is not near to `rules`.
  const furthest = Math.max(1, Math.floor(typed.length / 3));
  const [nearest] = known
    .map(word => ({ word, distance: editDistance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ distance }) => distance <= furthest)
    .sort((a, b) => a.distance - b.distance);
  return nearest?.word ?? null;
}

/** How many letters must be added, dropped or replaced, or neighbours swapped, to make one word of the other. */
function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}

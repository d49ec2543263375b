/** What becomes of the lines of a text: `- gone`, `+ new`, or two spaces before what stays; all lines, in order. */
export function textDiff(before: string, after: string): readonly string[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  const common = commonLengths(a, b);
  const lengthAt = (i: number, j: number) => common[i]?.[j] ?? 0;
  const found: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push(`  ${a[i]}`.trimEnd());
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      found.push(`- ${a[i]}`.trimEnd());
      i += 1;
    } else {
      found.push(`+ ${b[j]}`.trimEnd());
      j += 1;
    }
  }
  return found;
}

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split('\n');
}

/** The length of the longest common subsequence of what follows from each pair of lines on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] ?? [];
      row[j] = a[i] === b[j] ? (lengths[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

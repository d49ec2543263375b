const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Extended_Pictographic}]/u;
const combining = /\p{M}/u;

/** How many columns of a terminal a text takes. */
export function columns(text: string): number {
  let width = 0;
  for (const char of text) width += char <= '~' ? 1 : combining.test(char) ? 0 : wide.test(char) ? 2 : 1;
  return width;
}

/** The lines of a text of at most `width` columns. A longer word stays whole, so that it can be copied. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && columns(last) + 1 + columns(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * The places that js-yaml's events leave out. Between two tokens stand only blanks, comments, indicators and the
 * properties that the event itself names, so a short scan from the end of the last token finds them.
 */

/** The place after `indicator` where it comes next, else `from`: where an empty value would stand. */
export function afterIndicator(text: string, from: number, indicator: ':' | '-'): number {
  const at = skipBlanks(text, from);
  return text[at] === indicator ? at + 1 : from;
}

/** The place after the bracket that closes a flow collection whose last token ended at `from`. */
export function afterBracket(text: string, from: number, bracket: ']' | '}'): number {
  let at = skipBlanks(text, from);
  while (at < text.length && text[at] !== bracket) at = skipBlanks(text, at + 1);
  return Math.min(at + 1, text.length);
}

/** Where the `|` or `>` of a block scalar stands whose body begins at `bodyStart`; not before `from`. */
export function blockHeader(text: string, from: number, bodyStart: number): number {
  const lineStart = text.lastIndexOf('\n', bodyStart - 2) + 1;
  for (let at = Math.max(from, lineStart); at < bodyStart; at += 1) {
    if (text[at] === '|' || text[at] === '>') return at;
  }
  return bodyStart;
}

/** The end of a block scalar without the line breaks after its last line of content. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (isBlank(text.charCodeAt(at))) at += 1;
    else if (text[at] === '#' && (at === 0 || isBlank(text.charCodeAt(at - 1)))) {
      const lineEnd = text.indexOf('\n', at);
      at = lineEnd < 0 ? text.length : lineEnd;
    } else break;
  }
  return at;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

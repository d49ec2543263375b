/** A text of equal length whose brackets and quotes each stand on one line, and the one that is never closed. */
export interface JoinedLines {
  readonly text: string;
  /** Where a bracket or quote opens that has no end in the text, or an end that cannot be meant; null if none. */
  readonly unclosed: number | null;
}

interface Scanner {
  readonly text: string;
  /** Where a line break or comment becomes blanks. */
  readonly blanks: [start: number, end: number][];
  at: number;
  unclosed: number | null;
}

/**
 * Joins the lines inside brackets and quotes. Kubernetes' reader does not ask how these lines are indented, while
 * YAML 1.2, hence js-yaml, wants them deeper than their key: `hosts: [` … `]` with the `]` below the key is common.
 *
 * A scan of one document by line: keys, dashes, properties, block scalars and comments are passed over.
 */
export function joinLines(text: string): JoinedLines {
  const scanner: Scanner = { text, blanks: [], at: 0, unclosed: null };
  while (scanner.at < text.length && scanner.unclosed === null) scanLine(scanner);
  return { text: blanked(text, scanner.blanks), unclosed: scanner.unclosed };
}

function blanked(text: string, ranges: readonly (readonly [start: number, end: number])[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Passes over one line, and over all lines that a value begun there goes on. */
function scanLine(scanner: Scanner): void {
  const { text } = scanner;
  const lineStart = scanner.at;
  /** What a block scalar that is begun here must be indented deeper than. */
  let parent = -1;
  if (text.startsWith('---', lineStart)) scanner.at += 3;
  for (;;) {
    skipSpaces(scanner);
    const start = scanner.at;
    const char = text[start];
    if (char === undefined || char === '\n' || char === '\r' || char === '#') return toNextLine(scanner);
    if ((char === '-' || char === '?' || char === ':') && isBlankAt(text, start + 1)) {
      parent = char === ':' ? parent : start - lineStart;
      scanner.at += 1;
    } else if (char === '&' || char === '!') skipWord(scanner);
    else if (char === '|' || char === '>') return skipBlockScalar(scanner, parent);
    else {
      skipToken(scanner, char);
      if (scanner.unclosed !== null) return;
      skipSpaces(scanner);
      if (text[scanner.at] !== ':') return toNextLine(scanner);
      parent = start - lineStart;
    }
  }
}

function skipToken(scanner: Scanner, char: string): void {
  if (char === '"' || char === "'") skipQuoted(scanner, char);
  else if (char === '[' || char === '{') skipFlow(scanner);
  else skipPlain(scanner);
}

/** To the `:` of a key, a comment or the end of the line. */
function skipPlain(scanner: Scanner): void {
  const { text } = scanner;
  for (; scanner.at < text.length && text[scanner.at] !== '\n'; scanner.at += 1) {
    if (text[scanner.at] === ':' && isBlankAt(text, scanner.at + 1)) return;
    if (text[scanner.at] === '#' && isBlankAt(text, scanner.at - 1)) return;
  }
}

function skipQuoted(scanner: Scanner, quote: string): void {
  const { text } = scanner;
  const start = scanner.at;
  const known = scanner.at;
  for (scanner.at += 1; scanner.at < text.length; scanner.at += 1) {
    const char = text[scanner.at];
    if (char === '\n' || char === '\r') blank(scanner, scanner.at + 1);
    else if (char === '\\' && quote === '"') scanner.at += text[scanner.at + 1] === '\n' ? 0 : 1;
    else if (char === quote && quote === "'" && text[scanner.at + 1] === "'") scanner.at += 1;
    else if (char === quote) {
      scanner.at += 1;
      // A value that goes on for lines and then runs into a word has taken the next value's opening quote for its end.
      const isEnd = !hasBlankAfter(scanner, known) || /[\s:,\]}]|$/y.test(text.slice(scanner.at, scanner.at + 1));
      if (!isEnd) scanner.unclosed = start;
      return;
    }
  }
  scanner.unclosed = start;
}

function hasBlankAfter({ blanks }: Scanner, offset: number): boolean {
  return (blanks.at(-1)?.[1] ?? 0) > offset;
}

function skipFlow(scanner: Scanner): void {
  const { text } = scanner;
  const opened: number[] = [];
  /** Whether a value may begin here: only then a quote is one, and not part of a word. */
  let atStart = true;
  while (scanner.at < text.length) {
    const char = text[scanner.at] ?? '';
    if (char === '#' && isBlankAt(text, scanner.at - 1)) blankToLineEnd(scanner);
    else if ((char === '"' || char === "'") && atStart) {
      skipQuoted(scanner, char);
      if (scanner.unclosed !== null) return;
    } else {
      if (char === '[' || char === '{') opened.push(scanner.at);
      if (char === ']' || char === '}') opened.pop();
      // A tab as well: js-yaml takes it for the indentation of the line that is now one.
      if (char === '\n' || char === '\r' || char === '\t') blank(scanner, scanner.at + 1);
      if (!/\s/.test(char)) atStart = '[{,:?'.includes(char);
      scanner.at += 1;
    }
    if (opened.length === 0) return;
  }
  scanner.unclosed = opened.at(-1) ?? null;
}

function skipBlockScalar(scanner: Scanner, parent: number): void {
  const { text } = scanner;
  do toNextLine(scanner);
  while (scanner.at < text.length && (isBlankLine(text, scanner.at) || indentAt(text, scanner.at) > parent));
}

function skipWord(scanner: Scanner): void {
  while (scanner.at < scanner.text.length && !isBlankAt(scanner.text, scanner.at)) scanner.at += 1;
}

function skipSpaces(scanner: Scanner): void {
  while (scanner.text[scanner.at] === ' ' || scanner.text[scanner.at] === '\t') scanner.at += 1;
}

function toNextLine(scanner: Scanner): void {
  scanner.at = lineEnd(scanner.text, scanner.at) + 1;
}

/** Of a text of nothing but line breaks this keeps one range, not millions. */
function blank({ blanks, at }: Scanner, end: number): void {
  const last = blanks.at(-1);
  if (last?.[1] === at) last[1] = end;
  else blanks.push([at, end]);
}

function blankToLineEnd(scanner: Scanner): void {
  const end = lineEnd(scanner.text, scanner.at);
  blank(scanner, end);
  scanner.at = end;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function indentAt(text: string, lineStart: number): number {
  let at = lineStart;
  while (text[at] === ' ') at += 1;
  return at - lineStart;
}

function isBlankLine(text: string, lineStart: number): boolean {
  return text.slice(lineStart, lineEnd(text, lineStart)).trim() === '';
}

/** True at a blank, a line break and beyond the text. */
function isBlankAt(text: string, at: number): boolean {
  return /^\s?$/.test(text.charAt(at));
}

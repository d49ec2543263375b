/** Reads a regular expression from left to right. */
export interface PatternScanner {
  atEnd(): boolean;
  /** Whether this comes next. */
  starts(text: string): boolean;
  /** What comes next, at most so many characters. */
  peek(length: number): string;
  /** Passes what a sticky expression matches here, if it does. */
  take(pattern: RegExp): RegExpExecArray | null;
  /** Passes one character, escaped or not, and gives its code point; null at the end or where RE2 knows no such escape. */
  takeCharacter(): number | null;
}

const ESCAPE =
  /\\(?:(0[0-7]{0,2}|[1-7][0-7]{1,2})|x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|([afnrtv])|([^0-9A-Za-z\u0080-\u{10ffff}]))/uy;

const CONTROLS: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

const LAST_CODE_POINT = 0x10ffff;

/** A reader of this text, at its start. */
export function patternScanner(text: string): PatternScanner {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const takeEscape = (): number | null => {
    const start = at;
    const escape = take(ESCAPE);
    const value = escape === null ? null : valueOf(escape);
    if (value === null || value > LAST_CODE_POINT) at = start;
    return value === null || value > LAST_CODE_POINT ? null : value;
  };
  return {
    atEnd: () => at >= text.length,
    starts: start => text.startsWith(start, at),
    peek: length => text.slice(at, at + length),
    take,
    takeCharacter: () => {
      if (text.startsWith('\\', at)) return takeEscape();
      const value = text.codePointAt(at) ?? null;
      if (value !== null) at += value > 0xffff ? 2 : 1;
      return value;
    },
  };
}

/** `parseEscape` of regexp/syntax. */
function valueOf([, octal, braced, hex, control, itself]: RegExpExecArray): number {
  if (octal !== undefined) return Number.parseInt(octal, 8);
  if (control !== undefined) return CONTROLS[control] ?? 0;
  if (itself !== undefined) return itself.codePointAt(0) ?? 0;
  return Number.parseInt(braced ?? hex ?? '', 16);
}

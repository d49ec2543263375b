import { quote } from './fault.js';
import { patternScanner, type PatternScanner } from './pattern-scanner.js';
import { isUnicodeClass } from './unicode-class.js';

const FLAGS = /\(\?[imsU]*(?:-[imsU]+)?\)/y;
const GROUP = /\((?!\?)|\(\?P?<\w+>|\(\?[imsU]*(?:-[imsU]+)?:/y;
const REPETITION = /[*+?]\??|\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}\??/y;
const LITERALS = /\\Q(.*?)(?:\\E|$)/sy;
const POSITION = /\\[AbBz]/y;
const PERL_CLASS = /\\[dDsSwW]/y;
const POSIX_CLASS = /\[:(.*?):\]/sy;
const UNICODE_CLASS = /\\[pP](?:\{(.*?)\}|([^{]))/suy;

const POSIX_NAME = /^\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit)$/;

const MOST_REPETITIONS = 1000;

/** A group that is open: what may be repeated next, and how often its repetitions repeat each other. */
interface Group {
  readonly hasOperand: boolean;
  /** The product of the repetitions nested in the last operand. */
  readonly operand: number;
  /** The largest such product before it. */
  readonly earlier: number;
}

const opened: Group = { hasOperand: false, operand: 1, earlier: 1 };

/**
 * What is wrong with a regular expression in RE2 syntax; null where nothing is.
 *
 * Mirrors `parse` of Go's regexp/syntax with Perl flags. Go's bounds of height and size cannot be met in the 1,024
 * bytes that Istio allows.
 */
export function faultOfRegularExpression(text: string): string | null {
  const scanner = patternScanner(text);
  const outer: Group[] = [];
  let group = opened;
  let isRepeated = false;

  const begin = (operand: number) => {
    group = { hasOperand: true, operand, earlier: Math.max(group.earlier, group.operand) };
  };

  while (!scanner.atEnd()) {
    const repetition = scanner.take(REPETITION);
    if (repetition !== null) {
      if (isRepeated || !group.hasOperand) return `something that ${quote(repetition[0])} can repeat`;
      const operand = repeated(group.operand, repetition);
      if (operand === null) return `at most ${MOST_REPETITIONS} repetitions, not ${quote(repetition[0])}`;
      group = { ...group, operand };
      isRepeated = true;
      continue;
    }
    isRepeated = false;
    if (scanner.take(FLAGS) !== null) continue;
    if (scanner.take(GROUP) !== null) {
      outer.push(group);
      group = opened;
    } else if (scanner.starts('(')) {
      return 'a group that RE2 knows after "(?"';
    } else if (scanner.take(/\|/y) !== null) {
      group = { ...group, hasOperand: false };
    } else if (scanner.take(/\)/y) !== null) {
      const inner = Math.max(group.earlier, group.operand);
      const enclosing = outer.pop();
      if (enclosing === undefined) return 'a "(" for every ")"';
      group = enclosing;
      begin(inner);
    } else {
      const literals = scanner.take(LITERALS);
      const fault = literals === null ? scanOperand(scanner) : null;
      if (fault !== null) return fault;
      if (literals?.[1] !== '') begin(1);
    }
  }
  return outer.length === 0 ? null : 'a ")" for every "("';
}

/** The product of repetitions after one more; null where Go allows no such number (`repeatIsValid`). */
function repeated(operand: number, [, least, comma, most]: RegExpExecArray): number | null {
  if (least === undefined) return operand;
  const min = Number(least);
  const max = comma === undefined ? min : most === undefined ? null : Number(most);
  if (min > MOST_REPETITIONS || (max !== null && (max > MOST_REPETITIONS || min > max))) return null;
  if (max === 0) return 1;
  const product = operand * Math.max(max ?? min, 1);
  return product > MOST_REPETITIONS ? null : product;
}

/** Takes a character, or what stands for one. */
function scanOperand(scanner: PatternScanner): string | null {
  if (scanner.take(POSITION) !== null || scanner.take(PERL_CLASS) !== null) return null;
  const unicode = scanner.take(UNICODE_CLASS);
  if (unicode !== null) return faultOfUnicodeClass(unicode);
  if (scanner.starts('[')) return scanClass(scanner);
  return scanner.takeCharacter() === null ? faultOfEscape(scanner) : null;
}

/** Takes a class such as `[^a-z\d]`. */
function scanClass(scanner: PatternScanner): string | null {
  scanner.take(/\[\^?/y);
  for (let isFirst = true; isFirst || scanner.take(/\]/y) === null; isFirst = false) {
    const posix = scanner.take(POSIX_CLASS);
    if (posix !== null) {
      if (!POSIX_NAME.test(posix[1] ?? '')) return `a class that RE2 knows, not ${quote(posix[0])}`;
      continue;
    }
    const unicode = scanner.take(UNICODE_CLASS);
    if (unicode !== null) {
      const fault = faultOfUnicodeClass(unicode);
      if (fault !== null) return fault;
      continue;
    }
    if (scanner.take(PERL_CLASS) !== null) continue;

    const first = scanner.takeCharacter();
    const last = scanner.take(/-(?=[^\]])/y) === null ? first : scanner.takeCharacter();
    if (first === null || last === null) return scanner.atEnd() ? 'a "]" for the "["' : faultOfEscape(scanner);
    if (last < first) return 'ranges in ascending order between "[" and "]"';
  }
  return null;
}

function faultOfUnicodeClass([written, long, short]: RegExpExecArray): string | null {
  return isUnicodeClass(long ?? short ?? '') ? null : `a class that RE2 knows, not ${quote(written)}`;
}

function faultOfEscape(scanner: PatternScanner): string {
  return `an escape that RE2 knows, not ${quote(scanner.peek(2))}`;
}

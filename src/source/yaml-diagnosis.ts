import type { YAMLException } from 'js-yaml';
import { parseDocument, type YAMLParseError } from 'yaml';
import type { JoinedLines } from './joined-lines.js';
import { quoted } from './quoted.js';
import { explainStructure } from './structure-fault.js';
import type { YamlFault } from './yaml-stream.js';

/** How many characters a second parser reads in one review: beyond, it costs more than its better words are worth. */
export const MAX_DIAGNOSED = 300_000;

/** How many characters the second parser may still read. */
export interface Patience {
  left: number;
}

export function newPatience(): Patience {
  return { left: MAX_DIAGNOSED };
}

/** How much of the text after the place of refusal the second parser may need; it bears less nesting than js-yaml. */
const LOOK_AHEAD = 1_000;

interface Explanation {
  readonly message: string;
  /** An offset into the document. */
  readonly at: number;
  readonly code?: YamlFault['code'];
}

/**
 * Says what is wrong with a document that js-yaml refused, where, and what to do. Of several faults only the first
 * is named: the others are mostly its consequences.
 *
 * `refusal` is js-yaml's answer to the joined lines; `shift` is where the document begins in its file.
 */
export function diagnose(
  text: string,
  joined: JoinedLines,
  refusal: YAMLException,
  shift: number,
  patience: Patience,
): YamlFault {
  const { message, at, code } = explain(text, joined, refusal, patience);
  return { code: code ?? 'yaml-syntax', message, start: at + shift, end: at + shift + 1, rival: null };
}

function explain(text: string, joined: JoinedLines, refusal: YAMLException, patience: Patience): Explanation {
  const at = Math.min(refusal.mark?.position ?? 0, text.length);
  if (refusal.reason.startsWith('nesting exceeded')) {
    return { message: 'the values are nested deeper than 100 levels, which no manifest needs', at, code: 'too-large' };
  }
  const conflict = /^(?:<{7}|={7}|>{7})(?=[ \r\n]|$)/m.exec(text);
  if (conflict !== null) {
    return { message: `'${conflict[0]}' marks a merge conflict: resolve it`, at: conflict.index };
  }
  // A bracket after the place of refusal was only passed over wrongly, because of the fault before it.
  if (joined.unclosed !== null && joined.unclosed <= at) return unclosed(text, joined.unclosed);
  const code = text.charCodeAt(at);
  if (code < 0x20 && !/\s/.test(text.charAt(at))) {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return { message: `the control character ${name} cannot stand in YAML: remove it`, at };
  }
  const first = firstError(joined.text, at, patience);
  return first === undefined ? { message: refusal.reason, at } : explainError(joined.text, first, at);
}

function unclosed(text: string, at: number): Explanation {
  const char = text.charAt(at);
  const closing = { '[': ']', '{': '}' }[char] ?? char;
  return { message: `${quoted(char)} is opened here and not closed: expected ${quoted(closing)} after the value`, at };
}

function firstError(text: string, at: number, patience: Patience): YAMLParseError | undefined {
  if (at > patience.left) return undefined;
  patience.left -= at;
  const lineEnd = text.indexOf('\n', at) + 1;
  const end = lineEnd > 0 ? Math.min(lineEnd, at + LOOK_AHEAD) : at + LOOK_AHEAD;
  // To look for equal keys takes it quadratic time, and we find them ourselves.
  const options = { prettyErrors: false, logLevel: 'error', uniqueKeys: false } as const;
  return parseDocument(text.slice(0, end), options).errors[0];
}

function explainError(text: string, error: YAMLParseError, refusedAt: number): Explanation {
  const at = error.pos[0];
  const char = text.charAt(at);
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'a tab stands where YAML allows only spaces: replace it with spaces', at };
    case 'BAD_SCALAR_START':
      return { message: `a value cannot start with ${quoted(char)}: put the value in quotes`, at };
    case 'BAD_ALIAS':
      return { message: `'*' without quotes starts an alias, which needs a name; for a star write "*"`, at };
    case 'ALIAS_PROPS':
      return { message: 'an alias cannot have an anchor or a tag of its own: remove it', at };
    case 'BAD_DQ_ESCAPE': {
      const escape = text.slice(at, at + 2);
      const message = `${quoted(escape)} is no escape in double quotes: write ${quoted(`\\${escape}`)}, or use single quotes`;
      return { message, at };
    }
    case 'BLOCK_IN_FLOW':
      return {
        message: `a ',' is missing before this: it separates the values in brackets`,
        at: wordBefore(text, refusedAt),
      };
    case 'TAG_RESOLVE_FAILED':
      return {
        message: `the tag ${quoted(/^\S*/.exec(text.slice(at, at + 100))?.[0] ?? '')} is not declared: remove it`,
        at,
      };
    case 'UNEXPECTED_TOKEN':
      return isFirstOnLine(text, at) ? explainStructure(text, error, at) : unexpected(text, at);
    default:
      return explainStructure(text, error, refusedAt);
  }
}

function unexpected(text: string, at: number): Explanation {
  const char = text.charAt(at);
  if (char === ']' || char === '}') return { message: `${quoted(char)} closes nothing: remove it`, at };
  if (char === ',') return { message: `a value is missing before this ','`, at };
  if (char === '-') return { message: `a list cannot begin on the line of its key: put '- …' on the next line`, at };
  const header = /[|>][-+0-9]*\s*$/.exec(text.slice(0, at));
  if (header !== null) {
    return { message: `the text of a '${header[0].trim()}' block begins on the next line: move it there`, at };
  }
  const [rest = ''] = text.slice(at, at + 100).split('\n', 1);
  return { message: `${quoted(rest)} follows the end of the value: put the whole value in one pair of quotes`, at };
}

/** Where the word before a `:` starts; the place itself when none follows a word. */
function wordBefore(text: string, at: number): number {
  const word =
    text[at] === ':'
      ? /(?:"[^"]*"|'[^']*'|(?<![^\s,[{])[^\s,[{]+)\s*$/.exec(text.slice(Math.max(0, at - 100), at))
      : null;
  return word === null ? at : at - word[0].length;
}

function isFirstOnLine(text: string, at: number): boolean {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim() === '';
}

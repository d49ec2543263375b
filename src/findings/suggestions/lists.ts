import type { SourceDocument } from '../../source/document.js';
import type { Node, Pair, SequenceNode } from '../../source/node.js';
import { lineEnd, lineStart, type Edit } from './edit.js';
import { writtenNode, writtenPair } from './written.js';

/** A list of plain values, as the file writes it. */
export interface WrittenList {
  readonly document: SourceDocument;
  readonly key: Pair['key'];
  readonly list: SequenceNode;
  readonly last: Node;
  /** Of a list with one item a line: what stands before each, indentation and dash; null for one in brackets. */
  readonly prefix: string | null;
}

/** The list below `key`; null where it is empty, or has items over several lines. */
export function writtenList(
  document: SourceDocument,
  path: readonly (string | number)[],
  key: string,
): WrittenList | null {
  const pair = writtenPair(document, path, key);
  if (pair?.value.kind !== 'sequence') return null;
  const list = pair.value;
  const last = list.items.at(-1);
  // An item that an alias repeats stands elsewhere.
  if (last === undefined || writtenNode(document, [...path, key, list.items.length - 1]) === null) return null;
  if (document.text.slice(last.start, last.end).includes('\n')) return null;
  if (isInBrackets(document, list)) return { document, key: pair.key, list, last, prefix: null };
  const prefix = before(document, last);
  return /^ *- +$/.test(prefix) ? { document, key: pair.key, list, last, prefix } : null;
}

/** Adds items at its end. */
export function withItems(written: WrittenList, items: readonly string[]): Edit {
  const { document, last, prefix } = written;
  const quoted = items.map(item => quotedAs(document, last, item));
  if (prefix === null) return { start: last.end, end: last.end, text: quoted.map(item => `, ${item}`).join('') };
  const at = lineEnd(document, last.end);
  return { start: at, end: at, text: quoted.map(item => `\n${prefix}${item}`).join('') };
}

/** Puts a key with a list of its own right behind, written as this one is; null where there is no place for it. */
export function withListBehind(written: WrittenList, key: string, items: readonly string[]): Edit | null {
  const { document, list, prefix } = written;
  const keyPrefix = before(document, written.key);
  const isOnLineOfItsOwn = /^ *(?:- +)?$/.test(keyPrefix);
  // A key that opens a list item (`- hosts:`) is indented by the dash as well.
  const indent = keyPrefix.replace('-', ' ');
  if (prefix !== null) {
    if (!isOnLineOfItsOwn) return null;
    const at = lineEnd(document, written.last.end);
    const lines = [`${indent}${key}:`, ...items.map(item => prefix + item)];
    return { start: at, end: at, text: lines.map(line => `\n${line}`).join('') };
  }
  const inBrackets = `${key}: ${bracketed(written, items)}`;
  if (!isOnLineOfItsOwn) return { start: list.end, end: list.end, text: `, ${inBrackets}` };
  const at = lineEnd(document, list.end);
  return /^\s*(?:#|$)/.test(document.text.slice(list.end, at))
    ? { start: at, end: at, text: `\n${indent}${inBrackets}` }
    : null;
}

/** Writes another value in place of one, in the quotes that it has. */
export function withValue(document: SourceDocument, node: Node, value: string): Edit {
  const quote = quoteOf(document, node);
  return { start: node.start, end: node.end, text: `${quote}${value}${quote}` };
}

/** With the blanks inside the brackets that the list has. */
function bracketed({ document, list, last }: WrittenList, items: readonly string[]): string {
  const opened = document.text.slice(list.start, list.items[0]?.start);
  const closed = document.text.slice(last.end, list.end);
  return /^\[ *$/.test(opened) && /^ *\]$/.test(closed)
    ? `${opened}${items.join(', ')}${closed}`
    : `[${items.join(', ')}]`;
}

export function isInBrackets({ text }: SourceDocument, list: SequenceNode): boolean {
  return text[list.start] === '[';
}

/** A value beside others, quoted as they are; in double quotes where they have none. */
function quotedAs(document: SourceDocument, model: Node, value: string): string {
  const quote = quoteOf(document, model) || '"';
  return `${quote}${value}${quote}`;
}

function quoteOf({ text }: SourceDocument, { start }: Node): string {
  return /^["']/.exec(text.slice(start, start + 1))?.[0] ?? '';
}

/** What stands before a node on its line. */
function before(document: SourceDocument, { start }: Node): string {
  return document.text.slice(lineStart(document, start), start);
}

import { spanOf, sourceLine } from '../../source/document.js';
import { pairOf, type Node, type SequenceNode } from '../../source/node.js';
import type { CauseSource } from '../cause-source.js';

/** A list written one item a line, as the file writes it. */
export interface BlockList {
  readonly items: SequenceNode;
  /** The last line of its last item. */
  readonly lastLine: number;
  readonly lastText: string;
  /** What stands before an item: indentation and dash. */
  readonly itemPrefix: string;
  /** The indentation of the key that holds the list. */
  readonly keyIndent: string;
}

/** Reads the list below `key` of `parent`; null where it is in flow style, empty, or shares its lines with other things. */
export function blockListOf({ document }: CauseSource, parent: Node | null, key: string): BlockList | null {
  const pair = parent === null ? null : pairOf(parent, key);
  if (pair === null || pair.value.kind !== 'sequence') return null;
  const last = pair.value.items.at(-1);
  if (last === undefined) return null;

  const at = spanOf(document, last);
  const keyAt = spanOf(document, pair.key);
  const lastText = sourceLine(document, at.line);
  const keyText = sourceLine(document, keyAt.line);
  if (lastText === null || keyText === null || at.line === keyAt.line || at.endLine !== at.line) return null;
  const itemPrefix = lastText.slice(0, at.column - 1);
  if (!/^ *- +$/.test(itemPrefix)) return null;
  return {
    items: pair.value,
    lastLine: at.line,
    lastText,
    itemPrefix,
    // A key that opens a list item (`- hosts:`) is indented by the dash as well.
    keyIndent: keyText.slice(0, keyAt.column - 1).replace('-', ' '),
  };
}

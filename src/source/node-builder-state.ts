import type { Event } from 'js-yaml';
import type { Node } from './node.js';
import type { YamlFault } from './yaml-stream.js';

/** A value that aliases may name. */
export interface Anchor {
  /** null while the anchored value is still being read. */
  node: Node | null;
  /** How many values an alias to it repeats. */
  values: number;
}

/** How far the events of a stream have become nodes. */
export interface Builder {
  readonly text: string;
  readonly events: readonly Event[];
  readonly faults: YamlFault[];
  anchors: Map<string, Anchor>;
  /** The next event. */
  at: number;
  /** Where the last token ended: brackets, empty values and block headers come after it. */
  cursor: number;
  /** Values of this document, those repeated by aliases included. */
  values: number;
  repeated: number;
}

/** Notes a fault of the document that is being built, which leaves it out. */
export function fault(
  builder: Builder,
  message: string,
  start: number,
  end: number,
  more: Partial<Pick<YamlFault, 'code' | 'rival'>> = {},
): void {
  builder.faults.push({ code: 'yaml-syntax', message, start, end, rival: null, ...more });
}

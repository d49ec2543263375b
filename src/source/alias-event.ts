import type { AliasEvent } from 'js-yaml';
import { fault, type Builder } from './node-builder-state.js';
import type { Node } from './node.js';
import { quoted } from './quoted.js';

/** How many values aliases may repeat in one document: far above any manifest, far below an alias bomb. */
export const MAX_REPEATED_VALUES = 100_000;

/** The value that an alias repeats: the anchored node itself, in its own place. */
export function readAlias(builder: Builder, event: AliasEvent): Node {
  const start = event.anchorStart - 1;
  const end = event.anchorEnd;
  const name = builder.text.slice(event.anchorStart, end);
  const anchor = builder.anchors.get(name);
  builder.cursor = end;
  if (anchor === undefined) {
    const star = 'if a star is meant, put the value in quotes';
    fault(
      builder,
      `alias ${quoted(`*${name}`)} has no anchor of that name before it in this document; ${star}`,
      start,
      end,
    );
  } else if (anchor.node === null) {
    fault(builder, `alias ${quoted(`*${name}`)} stands inside the value that it repeats`, start, end);
  } else {
    const before = builder.repeated;
    builder.repeated += anchor.values;
    if (builder.repeated <= MAX_REPEATED_VALUES) {
      builder.values += anchor.values - 1;
      return anchor.node;
    }
    if (before <= MAX_REPEATED_VALUES) {
      const message = `with ${quoted(`*${name}`)} aliases repeat more than ${MAX_REPEATED_VALUES} values: write some out`;
      fault(builder, message, start, end, { code: 'too-large' });
    }
  }
  return { kind: 'scalar', text: '', type: 'null', start, end };
}

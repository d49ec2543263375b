import { SCALAR_STYLE, getScalarValue, type ScalarEvent } from 'js-yaml';
import { blockHeader, trimmedEnd } from './event-places.js';
import type { Builder } from './node-builder-state.js';
import type { ScalarNode } from './node.js';
import { typeOfPlain } from './plain-scalar.js';

/** The node of a scalar, with its quotes or the `|` of its block in its place; an empty one stands at `emptyAt`. */
export function readScalar(builder: Builder, event: ScalarEvent, emptyAt: number): ScalarNode {
  const { text } = builder;
  if (event.valueStart < 0) {
    const place = Math.max(emptyAt, event.anchorEnd, event.tagEnd);
    builder.cursor = place;
    return {
      kind: 'scalar',
      text: '',
      type: tagType(builder, event) ?? 'null',
      start: place,
      end: place,
    };
  }
  let start = event.valueStart;
  let end = event.valueEnd;
  let type: ScalarNode['type'] = 'string';
  const value = event.fast ? text.slice(start, end) : getScalarValue(text, event);
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      type = typeOfPlain(value);
      builder.cursor = end;
      break;
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      start -= 1;
      end += 1;
      builder.cursor = end;
      break;
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      builder.cursor = end;
      start = blockHeader(text, Math.max(emptyAt, event.anchorEnd, event.tagEnd), start);
      end = trimmedEnd(text, start, end);
      break;
    default:
      event.style satisfies never;
  }
  if (event.tagStart >= 0) type = tagType(builder, event) ?? type;
  return { kind: 'scalar', text: value, type, start, end };
}

/** The type that an explicit tag gives (a string under a tag of somebody's own); null without a tag. */
function tagType(builder: Builder, event: ScalarEvent): ScalarNode['type'] | null {
  if (event.tagStart < 0) return null;
  switch (builder.text.slice(event.tagStart, event.tagEnd)) {
    case '!!int':
      return 'integer';
    case '!!float':
      return 'float';
    case '!!bool':
      return 'boolean';
    case '!!null':
      return 'null';
    default:
      return 'string';
  }
}

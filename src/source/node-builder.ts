import {
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
  getScalarValue,
  type AliasEvent,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { afterBracket, afterIndicator, blockHeader, trimmedEnd } from './event-places.js';
import { mergePairs } from './merge-keys.js';
import type { Node, Pair, ScalarNode } from './node.js';
import { typeOfPlain } from './plain-scalar.js';
import type { YamlFault, YamlStream } from './yaml-stream.js';

/** How many values aliases may repeat in one document: far above any manifest, far below an alias bomb. */
const MAX_REPEATED_VALUES = 100_000;

interface Anchor {
  /** null while the anchored value is still being read. */
  node: Node | null;
  /** How many values an alias to it repeats. */
  values: number;
}

interface Builder {
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

/**
 * Builds the documents of a stream from js-yaml's events: aliases and merge keys resolved, every node with its
 * place. A document with a fault (a duplicate key, an unknown alias, a key that is no scalar) is left out.
 */
export function buildNodes(text: string, events: readonly Event[], from: number): YamlStream {
  const roots: Node[] = [];
  const builder: Builder = {
    text,
    events,
    faults: [],
    anchors: new Map(),
    at: 0,
    cursor: from,
    values: 0,
    repeated: 0,
  };
  while (builder.at < events.length) {
    builder.at += 1; // the document's own event
    builder.anchors = new Map();
    builder.values = 0;
    builder.repeated = 0;
    const known = builder.faults.length;
    const root = readNode(builder, builder.cursor);
    builder.at += 1; // its end
    const isEmpty = root.kind === 'scalar' && root.start === root.end;
    if (!isEmpty && builder.faults.length === known) roots.push(root);
  }
  return { roots, faults: builder.faults };
}

/** `emptyAt`: where the value stands if it is empty. */
function readNode(builder: Builder, emptyAt: number): Node {
  const event = builder.events[builder.at++];
  builder.values += 1;
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return event.anchorStart < 0 ? readScalar(builder, event, emptyAt) : anchored(builder, event, emptyAt);
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.anchorStart < 0 ? readCollection(builder, event) : anchored(builder, event, emptyAt);
    case EVENT_ID.ALIAS:
      return readAlias(builder, event);
    default:
      throw new Error(`js-yaml's events end or close where a value belongs (event ${builder.at - 1})`);
  }
}

function readCollection(builder: Builder, event: MappingEvent | SequenceEvent): Node {
  return event.type === EVENT_ID.MAPPING ? readMapping(builder, event) : readSequence(builder, event);
}

function anchored(builder: Builder, event: ScalarEvent | MappingEvent | SequenceEvent, emptyAt: number): Node {
  const anchor: Anchor = { node: null, values: builder.values };
  builder.anchors.set(builder.text.slice(event.anchorStart, event.anchorEnd), anchor);
  const node = event.type === EVENT_ID.SCALAR ? readScalar(builder, event, emptyAt) : readCollection(builder, event);
  anchor.node = node;
  anchor.values = builder.values - anchor.values + 1;
  return node;
}

function readAlias(builder: Builder, event: AliasEvent): Node {
  const name = builder.text.slice(event.anchorStart, event.anchorEnd);
  const start = event.anchorStart - 1;
  const anchor = builder.anchors.get(name);
  builder.cursor = event.anchorEnd;
  if (anchor !== undefined && anchor.node !== null) {
    builder.values += anchor.values - 1;
    builder.repeated += anchor.values;
    if (builder.repeated <= MAX_REPEATED_VALUES) return anchor.node;
    if (builder.repeated - anchor.values <= MAX_REPEATED_VALUES) {
      fault(
        builder,
        `aliases repeat more than ${MAX_REPEATED_VALUES} values at '*${name}': write the values out, or fewer of them`,
        start,
        event.anchorEnd,
        { code: 'too-large' },
      );
    }
  } else {
    fault(
      builder,
      anchor === undefined
        ? `alias '*${name}' has no anchor '&${name}' before it in this document; if a star is meant, put the value in quotes`
        : `alias '*${name}' stands inside the value of its own anchor '&${name}'`,
      start,
      event.anchorEnd,
    );
  }
  return { kind: 'scalar', text: '', type: 'null', start: start, end: event.anchorEnd };
}

function readScalar(builder: Builder, event: ScalarEvent, emptyAt: number): ScalarNode {
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

/** The type that an explicit tag gives; null for one that does not tell. */
function tagType(builder: Builder, event: ScalarEvent): ScalarNode['type'] | null {
  if (event.tagStart < 0) return null;
  switch (builder.text.slice(event.tagStart, event.tagEnd)) {
    case '!':
    case '!!str':
    case '!!binary':
    case '!!timestamp':
      return 'string';
    case '!!int':
      return 'integer';
    case '!!float':
      return 'float';
    case '!!bool':
      return 'boolean';
    case '!!null':
      return 'null';
    default:
      return null;
  }
}

function readSequence(builder: Builder, event: SequenceEvent): Node {
  const { text, events } = builder;
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  const items: Node[] = [];
  let end = event.start + 1;
  builder.cursor = isFlow ? event.start + 1 : event.start;
  while (events[builder.at]?.type !== EVENT_ID.POP) {
    const item = readNode(builder, isFlow ? builder.cursor : afterIndicator(text, builder.cursor, '-'));
    items.push(item);
    end = builder.cursor;
  }
  builder.at += 1;
  if (isFlow) builder.cursor = end = afterBracket(text, builder.cursor, ']');
  else end = trimmedEnd(text, event.start, end);
  return { kind: 'sequence', items, start: event.start, end: end };
}

function readMapping(builder: Builder, event: MappingEvent): Node {
  const { text, events } = builder;
  // A pair inside `[a: b]` is a flow mapping without braces of its own.
  const isBraced = event.style === COLLECTION_STYLE.FLOW && text[event.start] === '{';
  const own: Pair[] = [];
  const merged: Node[] = [];
  builder.cursor = isBraced ? event.start + 1 : event.start;
  while (events[builder.at]?.type !== EVENT_ID.POP) {
    const keyEvent = events[builder.at];
    const key = readNode(builder, builder.cursor);
    const value = readNode(builder, afterIndicator(text, builder.cursor, ':'));
    if (key.kind !== 'scalar') {
      fault(builder, `a ${key.kind} is used as a key; a manifest's keys are plain words`, key.start, key.end);
    } else if (key.type === 'null') {
      fault(builder, `a key is empty; expected a word before the ':'`, key.start, key.end);
    } else if (key.text === '<<' && keyEvent?.type === EVENT_ID.SCALAR && keyEvent.style === SCALAR_STYLE.PLAIN) {
      merged.push(value);
    } else own.push({ key, value });
  }
  builder.at += 1;
  if (isBraced) builder.cursor = afterBracket(text, builder.cursor, '}');
  const end = trimmedEnd(text, event.start, builder.cursor);
  faultDuplicates(builder, own);
  const pairs = merged.length === 0 ? own : mergePairs(own, merged);
  if (pairs === null) {
    fault(builder, `'<<' merges a value that is no mapping; give it an alias to a mapping`, event.start, end);
  }
  return { kind: 'mapping', pairs: pairs ?? own, start: event.start, end: end };
}

function faultDuplicates(builder: Builder, pairs: readonly Pair[]): void {
  for (let index = 1; index < pairs.length; index += 1) {
    const key = pairs[index]?.key;
    // Manifests' mappings are small: comparing with those before is faster than a Set.
    for (let before = 0; before < index && key !== undefined; before += 1) {
      const rival = pairs[before]?.key;
      if (rival?.text !== key.text) continue;
      fault(builder, `key '${key.text}' is given twice in one mapping: keep one of them`, key.start, key.end, {
        rival: rival.start,
      });
      break;
    }
  }
}

function fault(
  builder: Builder,
  message: string,
  start: number,
  end: number,
  more: Partial<Pick<YamlFault, 'code' | 'rival'>> = {},
): void {
  builder.faults.push({ code: 'yaml-syntax', message, start, end, rival: null, ...more });
}

import {
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { readAlias } from './alias-event.js';
import { faultDuplicateKeys } from './duplicate-keys.js';
import { afterBracket, afterIndicator, trimmedEnd } from './event-places.js';
import { mergePairs } from './merge-keys.js';
import { fault, type Anchor, type Builder } from './node-builder-state.js';
import type { Node, Pair } from './node.js';
import { readScalar } from './scalar-event.js';
import type { YamlStream } from './yaml-stream.js';

/**
 * Builds the documents of a stream from js-yaml's events: aliases and merge keys resolved, every node with its
 * place. A document with a fault (a duplicate key, an unknown alias, a key that is no scalar) is left out.
 * `from` is where the documents begin in the text.
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
  return { roots, faults: builder.faults, values: events.length };
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

function anchored(builder: Builder, event: ScalarEvent | MappingEvent | SequenceEvent, emptyAt: number): Node {
  const anchor: Anchor = { node: null, values: builder.values };
  builder.anchors.set(builder.text.slice(event.anchorStart, event.anchorEnd), anchor);
  const node = event.type === EVENT_ID.SCALAR ? readScalar(builder, event, emptyAt) : readCollection(builder, event);
  anchor.node = node;
  anchor.values = builder.values - anchor.values + 1;
  return node;
}

function readCollection(builder: Builder, event: MappingEvent | SequenceEvent): Node {
  return event.type === EVENT_ID.MAPPING ? readMapping(builder, event) : readSequence(builder, event);
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
  return { kind: 'sequence', items, start: event.start, end };
}

function readMapping(builder: Builder, event: MappingEvent): Node {
  const { text, events } = builder;
  // A pair inside `[a: b]` is a flow mapping without braces of its own.
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  const isBraced = isFlow && text[event.start] === '{';
  const own: Pair[] = [];
  const merged: Node[] = [];
  builder.cursor = isBraced ? event.start + 1 : event.start;
  while (events[builder.at]?.type !== EVENT_ID.POP) {
    const keyEvent = events[builder.at];
    const key = readNode(builder, builder.cursor);
    const afterColon = afterIndicator(text, builder.cursor, ':');
    const value = readNode(builder, afterColon);
    if (key.kind !== 'scalar') {
      fault(builder, `a ${key.kind} is used as a key; a manifest's keys are plain words`, key.start, key.end);
    } else if (key.type === 'null') {
      fault(builder, `a key is empty; expected a word before the ':'`, afterColon - 1, afterColon);
    } else if (key.text === '<<' && keyEvent?.type === EVENT_ID.SCALAR && keyEvent.style === SCALAR_STYLE.PLAIN) {
      merged.push(value);
    } else own.push({ key, value });
  }
  builder.at += 1;
  if (isBraced) builder.cursor = afterBracket(text, builder.cursor, '}');
  const end = trimmedEnd(text, event.start, builder.cursor);
  const [first] = own;
  if (isFlow && !isBraced && first !== undefined && isOneWord(text, first)) {
    return { ...first.key, text: text.slice(first.key.start, first.value.end), type: 'string', end: first.value.end };
  }
  faultDuplicateKeys(builder, own);
  const pairs = merged.length === 0 ? own : mergePairs(own, merged);
  if (pairs === null) {
    fault(builder, `'<<' merges a value that is no mapping; give it an alias to a mapping`, event.start, end);
  }
  return { kind: 'mapping', pairs: pairs ?? own, start: event.start, end };
}

/** In `[2001:db8::]` YAML 1.2 sees a key without a value, Kubernetes' reader an address that ends with colons. */
function isOneWord(text: string, { key, value }: Pair): boolean {
  const isEmpty = value.kind === 'scalar' && value.start === value.end;
  return isEmpty && !`"'`.includes(text.charAt(key.start)) && ',]}'.includes(text.charAt(value.end));
}

import { parseEvents, YAMLException, type Event } from 'js-yaml';
import { joinLines } from './joined-lines.js';
import { moveEvents } from './moved-events.js';
import { buildNodes } from './node-builder.js';
import type { Node } from './node.js';
import { splitDocuments, type DocumentRange } from './split-documents.js';
import { tabFaults } from './tab-faults.js';
import { diagnose, newPatience, type Patience } from './yaml-diagnosis.js';
import type { YamlFault, YamlStream } from './yaml-stream.js';

/** A file with more is broken in a way that its first faults tell. */
export const MAX_FAULTS = 100;

/**
 * Reads a YAML stream (JSON is YAML) as Kubernetes' reader would. js-yaml's events are fast but stop at the first
 * error, so a stream that they refuse is read document by document: good ones are kept, and `yaml` says what is
 * wrong with the others, as far as `patience` goes.
 */
export function readYaml(text: string, patience: Patience = newPatience()): YamlStream {
  return firstFaults(readAll(text) ?? readEach(text, patience));
}

function readAll(text: string): YamlStream | null {
  const events = parse(text);
  if (events instanceof YAMLException) return null;
  const stream = buildNodes(text, events, 0);
  return hasTabFaults(text, stream) ? null : stream;
}

function readEach(text: string, patience: Patience): YamlStream {
  const found: Found = { roots: [], faults: [], values: 0 };
  readRanges(text, splitDocuments(text), patience, found);
  return found;
}

interface Found {
  readonly roots: Node[];
  readonly faults: YamlFault[];
  values: number;
}

/** Halves what is refused, for a file may hold a million documents of which one is broken. */
function readRanges(text: string, ranges: readonly DocumentRange[], patience: Patience, found: Found): void {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined || found.faults.length >= MAX_FAULTS) return;
  const whole = { start: first.start, end: last.end };
  const stream = ranges.length === 1 ? readDocument(text, first, patience) : readTogether(text, whole, ranges.length);
  if (stream === null) {
    const middle = ranges.length >> 1;
    readRanges(text, ranges.slice(0, middle), patience, found);
    readRanges(text, ranges.slice(middle), patience, found);
    return;
  }
  for (const root of stream.roots) found.roots.push(root);
  for (const fault of stream.faults) found.faults.push(fault);
  found.values += stream.values;
}

/** More cost more memory at once than they spare time. */
const MOST_TOGETHER = 1_000;

/** The documents of a range; null where one of them is refused, or where they are many. */
function readTogether(text: string, { start, end }: DocumentRange, count: number): YamlStream | null {
  if (count > MOST_TOGETHER) return null;
  const events = parse(text.slice(start, end));
  if (events instanceof YAMLException) return null;
  const stream = buildNodes(text, moveEvents(events, start), start);
  return tabFaults(text, { start, end }, stream.roots).length === 0 ? stream : null;
}

function firstFaults(stream: YamlStream): YamlStream {
  const last = stream.faults[MAX_FAULTS - 1];
  if (last === undefined) return stream;
  const more = { ...last, message: `this is fault ${MAX_FAULTS} of the file; what follows is left out` };
  return { ...stream, faults: [...stream.faults.slice(0, MAX_FAULTS - 1), more] };
}

function readDocument(text: string, { start, end }: DocumentRange, patience: Patience): YamlStream {
  const part = text.slice(start, end);
  const joined = joinLines(part);
  const strict = parse(part);
  const events = strict instanceof YAMLException ? parse(joined.text) : strict;
  if (events instanceof YAMLException)
    return { roots: [], faults: [diagnose(part, joined, events, start, patience)], values: 0 };
  const stream = buildNodes(text, moveEvents(events, start), start);
  const tabs = tabFaults(text, { start, end }, stream.roots);
  return tabs.length === 0 ? stream : { ...stream, roots: [], faults: [...stream.faults, ...tabs] };
}

function hasTabFaults(text: string, stream: YamlStream): boolean {
  return text.includes('\t') && tabFaults(text, { start: 0, end: text.length }, stream.roots).length > 0;
}

function parse(text: string): readonly Event[] | YAMLException {
  try {
    return parseEvents(text, {});
  } catch (error) {
    if (error instanceof YAMLException) return error;
    throw error;
  }
}

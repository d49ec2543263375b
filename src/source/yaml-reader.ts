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
const MAX_FAULTS = 100;

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
  const roots: Node[] = [];
  const faults: YamlFault[] = [];
  let values = 0;
  for (const range of splitDocuments(text)) {
    if (faults.length >= MAX_FAULTS) break;
    const stream = readDocument(text, range, patience);
    for (const root of stream.roots) roots.push(root);
    for (const fault of stream.faults) faults.push(fault);
    values += stream.values;
  }
  return { roots, faults, values };
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

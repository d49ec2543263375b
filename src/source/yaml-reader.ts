import { parseEvents, YAMLException, type Event } from 'js-yaml';
import { joinLines } from './joined-lines.js';
import { moveEvents } from './moved-events.js';
import { buildNodes } from './node-builder.js';
import { splitDocuments, type DocumentRange } from './split-documents.js';
import { tabFaults } from './tab-faults.js';
import { diagnose } from './yaml-diagnosis.js';
import type { YamlStream } from './yaml-stream.js';

/**
 * Reads a YAML stream (JSON is YAML) as Kubernetes' reader would. js-yaml's events are fast but stop at the first
 * error, so a stream that they refuse is read document by document: good ones are kept, and `yaml` says what is
 * wrong with the others.
 */
export function readYaml(text: string): YamlStream {
  const events = parse(text);
  if (events instanceof YAMLException) return readEach(text);
  const stream = buildNodes(text, events, 0);
  return hasTabFaults(text, stream) ? readEach(text) : stream;
}

function readEach(text: string): YamlStream {
  const streams = splitDocuments(text).map(range => readDocument(text, range));
  return { roots: streams.flatMap(({ roots }) => roots), faults: streams.flatMap(({ faults }) => faults) };
}

function readDocument(text: string, { start, end }: DocumentRange): YamlStream {
  const part = text.slice(start, end);
  const joined = joinLines(part);
  const strict = parse(part);
  const events = strict instanceof YAMLException ? parse(joined.text) : strict;
  if (events instanceof YAMLException) return { roots: [], faults: [diagnose(part, joined, events, start)] };
  const stream = buildNodes(text, moveEvents(events, start), start);
  const tabs = tabFaults(text, { start, end }, stream.roots);
  return tabs.length === 0 ? stream : { roots: [], faults: [...stream.faults, ...tabs] };
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

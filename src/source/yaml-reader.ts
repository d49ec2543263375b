import { parseEvents, YAMLException } from 'js-yaml';
import { buildNodes } from './node-builder.js';
import { splitDocuments } from './split-documents.js';
import { diagnose } from './yaml-diagnosis.js';
import type { YamlFault, YamlStream } from './yaml-stream.js';

/**
 * Reads a YAML stream (JSON is YAML). js-yaml's events are fast but stop at the first error, so a stream that they
 * refuse is read document by document: the good ones are kept, and `yaml` says what is wrong with the others.
 */
export function readYaml(text: string): YamlStream {
  const whole = readEvents(text, 0);
  if ('roots' in whole) return whole;
  const roots = [];
  const faults: YamlFault[] = [];
  for (const part of splitDocuments(text)) {
    const piece = text.slice(part.start, part.end);
    const stream = readEvents(piece, part.start);
    if ('roots' in stream) {
      roots.push(...stream.roots);
      faults.push(...stream.faults);
    } else faults.push(diagnose(piece, stream, part.start));
  }
  return { roots, faults };
}

function readEvents(text: string, shift: number): YamlStream | YAMLException {
  try {
    return buildNodes(text, parseEvents(text, {}), shift);
  } catch (error) {
    if (error instanceof YAMLException) return error;
    throw error;
  }
}

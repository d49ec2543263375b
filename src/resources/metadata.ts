import { nodeAt, type Node } from '../source/node.js';
import type { SourceDocument } from '../source/document.js';
import type { Report } from './fault.js';
import { mapOf, object, readNode, scalar, string, text } from './fields.js';
import type { Identity } from './resource.js';

// Kubernetes refuses unquoted numbers as label values; what they mean is clear, so only Istio's own kinds, which
// are judged as its webhook would, are read strictly.
const lenient = metadata(text);
const strict = metadata(string);

/** The identity of a manifest. Reports a missing name; assumes the namespace `default` where none is given. */
export function readIdentity(document: SourceDocument, report: Report, strictly = false): Identity {
  const at: Node | null = nodeAt(document.root, ['metadata']);
  const { name, generateName, namespace, labels, annotations, creationTimestamp } = readNode(
    strictly ? strict : lenient,
    at,
    ['metadata'],
    report,
  );
  if (name === '' && generateName === '') report(['metadata', 'name'], 'missing', 'the name of the resource');
  return {
    name: name || generateName,
    namespace: namespace || 'default',
    namespaceGiven: namespace !== '',
    labels,
    annotations,
    createdAt: creationTimestamp,
    document,
  };
}

function metadata(value: typeof text) {
  const time = scalar<number | null>(null, 'a time such as "2024-05-01T12:00:00Z"', node => timeOf(node.text));
  return object({
    name: string,
    generateName: string,
    namespace: string,
    labels: mapOf(value),
    annotations: mapOf(value),
    creationTimestamp: time,
  });
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/;

function timeOf(written: string): number | null {
  const time = RFC3339.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

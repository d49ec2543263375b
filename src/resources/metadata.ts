import { nodeAt } from '../source/node.js';
import type { SourceDocument } from '../source/document.js';
import type { Report } from './fault.js';
import { mapOf, object, readNode, scalar, string, text, type Reader } from './fields.js';
import type { Identity } from './resource.js';

/**
 * The identity of a manifest. Reports a missing name; assumes the namespace `default` where neither it nor a
 * kustomization gives one.
 *
 * Kubernetes refuses unquoted numbers as labels. What they mean is clear, so they are let through; only Istio's own
 * kinds, which are judged as its webhook would, are read strictly: with `string` instead of `text`.
 */
export function readIdentity(document: SourceDocument, report: Report, labelValue: Reader<string> = text): Identity {
  const metadata = labelValue === text ? lenient : strict;
  const node = nodeAt(document.root, ['metadata']);
  const { name, generateName, namespace, labels, annotations, creationTimestamp } = readNode(
    metadata,
    node,
    ['metadata'],
    report,
  );
  if (name === '' && generateName === '') report(['metadata', 'name'], 'the name of the resource');
  return {
    name: name || generateName,
    namespace: namespace || document.kustomized || 'default',
    namespaceGiven: namespace !== '' || document.kustomized !== undefined,
    labels,
    annotations,
    createdAt: creationTimestamp,
    ...(document.isSnapshot && { fromSnapshot: true }),
    document,
  };
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/;

function timeOf(written: string): number | null {
  const time = RFC3339.test(written) ? Date.parse(written) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

const time = scalar<number | null>(null, 'a time such as "2024-05-01T12:00:00Z"', node => timeOf(node.text));

function metadataOf(labelValue: Reader<string>) {
  return object({
    name: string,
    generateName: string,
    namespace: string,
    labels: mapOf(labelValue),
    annotations: mapOf(labelValue),
    creationTimestamp: time,
  });
}

const lenient = metadataOf(text);
const strict = metadataOf(string);

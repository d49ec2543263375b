import type { SourceDocument } from '../source/document.js';
import { quote, type Report } from './fault.js';
import { string } from './fields.js';
import { readIdentity } from './metadata.js';
import type { Identity } from './resource.js';

const TOP_FIELDS: readonly string[] = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];

/** Annotations that no ServiceEntry or Sidecar may have, with the reason. */
const FORBIDDEN: ReadonlyMap<string, string> = new Map([
  ['istio.io/dry-run', 'it on an AuthorizationPolicy only'],
  ['internal.istio.io/webhook-always-reject', 'no such annotation: Istio rejects all that have it'],
  ['internal.istio.io/parent-namespace', 'no such annotation: it is internal to Istio'],
  ['internal.istio.io/parents', 'no such annotation: it is internal to Istio'],
]);

/**
 * The identity of one of Istio's own kinds. Reports what the webhook refuses in any of them: annotations
 * (`validateMetadata`) and top-level fields that it does not know (`checkFields`).
 */
export function readIstioIdentity(document: SourceDocument, report: Report): Identity {
  const identity = readIdentity(document, report, string);
  for (const [annotation, value] of Object.entries(identity.annotations)) {
    const expected = FORBIDDEN.get(annotation);
    if (expected !== undefined) report(['metadata', 'annotations', annotation], quote(value), expected);
  }
  for (const { key } of document.root.kind === 'mapping' ? document.root.pairs : []) {
    if (!TOP_FIELDS.includes(key.text)) report([key.text], 'unknown', `only the fields ${TOP_FIELDS.join(', ')}`);
  }
  return identity;
}

import type { SourceDocument } from '../source/document.js';
import type { Report } from './fault.js';
import { string } from './fields.js';
import { readIdentity } from './metadata.js';
import type { Identity } from './resource.js';

const TOP_FIELDS: readonly string[] = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];

/** Annotations that none of Istio's networking kinds may have, with the reason. */
const FORBIDDEN: ReadonlyMap<string, string> = new Map([
  ['istio.io/dry-run', 'none: this annotation is for AuthorizationPolicy only'],
  ['internal.istio.io/webhook-always-reject', 'none: Istio rejects whatever has this annotation'],
  ['internal.istio.io/parent-namespace', 'none: this annotation is internal to Istio'],
  ['internal.istio.io/parents', 'none: this annotation is internal to Istio'],
]);

/**
 * The identity of one of Istio's own kinds. Reports what the webhook refuses in any of them: annotations
 * (`validateMetadata`) and top-level fields that it does not know (`checkFields`).
 */
export function readIstioIdentity(document: SourceDocument, report: Report): Identity {
  const identity = readIdentity(document, report, string);
  for (const annotation of Object.keys(identity.annotations)) {
    const expected = FORBIDDEN.get(annotation);
    if (expected !== undefined) report(['metadata', 'annotations', annotation], expected);
  }
  for (const { key } of document.root.kind === 'mapping' ? document.root.pairs : []) {
    if (!TOP_FIELDS.includes(key.text))
      report([key.text], `none: a field that is not ${TOP_FIELDS.join(', ')} is refused`);
  }
  return identity;
}

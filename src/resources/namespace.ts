import type { SourceDocument } from '../source/document.js';
import type { Report } from './fault.js';
import { readIdentity } from './metadata.js';
import type { Namespace } from './resource.js';

/** Decodes a Namespace, which itself stands in no namespace. */
export function decodeNamespace(document: SourceDocument, report: Report): Namespace {
  return { kind: 'Namespace', ...readIdentity(document, report), namespace: '', namespaceGiven: true };
}

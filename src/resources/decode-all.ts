import { spanOf, type SourceDocument } from '../source/document.js';
import { nodeAt } from '../source/node.js';
import type { Problem } from '../source/problem.js';
import type { Span } from '../source/span.js';
import { newestAdmission, type Admission } from './admission.js';
import { decode, type Decoded, type Invalid } from './decode.js';
import { quote } from './fault.js';
import { writtenKind, type Resource } from './resource.js';

/** What the manifests of one side hold, each list in the order of paths and of places in a file. */
export interface Resources {
  readonly resources: readonly Resource[];
  readonly invalid: readonly Invalid[];
  /** Left out, because another of that kind, namespace and name comes before. */
  readonly duplicates: readonly Duplicate[];
}

export interface Duplicate {
  readonly resource: Resource;
  readonly first: Resource;
}

/** What each manifest was decoded to; kept by the caller, so that an unchanged manifest is one and the same resource. */
export type DecodeCache = WeakMap<SourceDocument, Decoded>;

/** Decodes the manifests of one side. Of several with the same kind, namespace and name the first by path counts. */
export function decodeAll(
  documents: readonly SourceDocument[],
  cache: DecodeCache,
  admission: Admission = newestAdmission,
): Resources {
  const resources: Resource[] = [];
  const invalid: Invalid[] = [];
  const duplicates: Duplicate[] = [];
  const firstOf = new Map<string, Resource>();

  for (const document of documents.toSorted(byPlace)) {
    const decoded = decodeOnce(document, cache, admission);
    if (decoded.outcome === 'invalid') invalid.push(decoded);
    if (decoded.outcome !== 'resource') continue;

    const { resource } = decoded;
    const first = hasFixedName(resource) ? firstOf.get(keyOf(resource)) : undefined;
    if (first !== undefined) {
      duplicates.push({ resource, first });
      continue;
    }
    firstOf.set(keyOf(resource), resource);
    resources.push(resource);
  }
  return { resources, invalid, duplicates };
}

function decodeOnce(document: SourceDocument, cache: DecodeCache, admission: Admission): Decoded {
  const known = cache.get(document);
  if (known !== undefined) return known;
  const decoded = decode(document, admission);
  cache.set(document, decoded);
  return decoded;
}

function byPlace(one: SourceDocument, other: SourceDocument): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.root.start - other.root.start;
}

function keyOf(resource: Resource): string {
  return `${writtenKind(resource)}/${resource.namespace}/${resource.name}`;
}

/** Of a `generateName` the API server makes a new name each time. */
function hasFixedName({ document }: Resource): boolean {
  return nodeAt(document.root, ['metadata', 'name']) !== null;
}

/** What the user is told of a duplicate. */
export function duplicateProblem({ resource, first }: Duplicate): Problem {
  const { file, line } = nameSpan(first);
  const name = resource.namespace === '' ? resource.name : `${resource.namespace}/${resource.name}`;
  return {
    code: 'duplicate-resource',
    message:
      `${writtenKind(resource)} ${quote(name)} is already defined at ${file}:${line}, expected once; ` +
      'this one is left out: remove one of the two, or give it another name',
    at: nameSpan(resource),
  };
}

function nameSpan({ document }: Resource): Span {
  return spanOf(document, nodeAt(document.root, ['metadata', 'name']) ?? document.root);
}

import type { ResourceChange } from '../diff/resource-changes.js';
import { spanOf, type SourceDocument } from '../source/document.js';
import { nodeAt, type Node } from '../source/node.js';
import type { Span } from '../source/span.js';
import type { Path } from '../resources/fault.js';
import { writtenKind, type Resource } from '../resources/resource.js';
import { changedPlace } from './changed-place.js';

/** A changed resource with the place in its manifest that tells most. */
export interface CauseSource {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly change: 'added' | 'removed' | 'modified';
  readonly side: 'base' | 'head';
  readonly at: Span;
  readonly document: SourceDocument;
  /** The resource on that side; null where it was refused. */
  readonly resource: Resource | null;
  /** What is wrong with a refused resource. */
  readonly faults: readonly string[];
}

/**
 * Where to point for a change: the place that a rule wants, else what was edited, else what the resource is about. Never
 * into a snapshot: of what the repository takes in, its own manifest is all that a reviewer can see.
 */
export function sourceOf({ base, head }: ResourceChange, wanted: CauseSource | null = null): CauseSource {
  if (wanted !== null && wanted.document.isSnapshot !== true) return wanted;
  if (base !== null && head !== null) {
    const { side, node } = changedPlace(base.document.root, head.document.root);
    if (side === 'head') return causeAt(head, 'modified', side, node);
    return base.fromSnapshot === true
      ? causeAt(head, 'modified', 'head', heartOf(head))
      : causeAt(base, 'modified', side, node);
  }
  const resource = head ?? base;
  if (resource === null) throw new Error('a change without a resource on either side');
  const side = head === null ? 'base' : 'head';
  return causeAt(resource, head === null ? 'removed' : 'added', side, heartOf(resource));
}

/** The cause with that node of the resource as its place. */
export function causeAt(
  resource: Resource,
  change: CauseSource['change'],
  side: CauseSource['side'],
  node: Node | null,
): CauseSource {
  const { document, namespace, name } = resource;
  return {
    kind: writtenKind(resource),
    namespace,
    name,
    change,
    side,
    at: spanOf(document, node ?? document.root),
    document,
    resource,
    faults: [],
  };
}

/** Where to point for a resource of that side that nobody changed: what it is about. */
export function standsAt(resource: Resource, side: CauseSource['side']): CauseSource {
  return causeAt(resource, 'modified', side, heartOf(resource));
}

/** The cause with what stands below `path` of the changed resource as its place; the resource is that of `side`. */
export function causeBelow(
  { base, head }: ResourceChange,
  resource: Resource,
  side: CauseSource['side'],
  path: Path,
): CauseSource {
  const change = base === null ? 'added' : head === null ? 'removed' : 'modified';
  return causeAt(resource, change, side, nodeAt(resource.document.root, path));
}

/** The line that a reviewer would look for: an entry's first host, what a Sidecar imports, MeshConfig, else the name. */
function heartOf(resource: Resource): Node | null {
  const { root } = resource.document;
  const heart = heartPath(resource);
  return (heart === null ? null : nodeAt(root, heart)) ?? nodeAt(root, ['metadata', 'name']);
}

function heartPath(resource: Resource): Path | null {
  switch (resource.kind) {
    case 'ServiceEntry':
      return ['spec', 'hosts', 0];
    case 'Sidecar':
      return ['spec', 'egress', 0];
    case 'Installation':
      return (resource.meshConfig ?? resource.versions[0])?.path ?? null;
    default:
      return null;
  }
}

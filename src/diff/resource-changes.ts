import { writtenKind, type Resource } from '../resources/resource.js';

/** A resource that head adds, removes or says otherwise; files and formatting do not count. */
export interface ResourceChange {
  readonly key: ResourceKey;
  readonly base: Resource | null;
  readonly head: Resource | null;
}

/** `kind/namespace/name`: what makes two manifests one resource. */
export type ResourceKey = string;

export interface ResourcePairing {
  readonly changes: readonly ResourceChange[];
  /** Head, with base's object wherever the two say the same: identity then tells what changed. */
  readonly headInBaseTerms: readonly Resource[];
}

export function keyOf(resource: Resource): ResourceKey {
  return `${writtenKind(resource)}/${resource.namespace}/${resource.name}`;
}

/** Pairs what both sides hold, by kind, namespace and name. */
export function pairResources(base: readonly Resource[], head: readonly Resource[]): ResourcePairing {
  const before = new Map(base.map(resource => [keyOf(resource), resource]));
  const after = new Map(head.map(resource => [keyOf(resource), resource]));

  const changes: ResourceChange[] = [];
  const headInBaseTerms = head.map(resource => {
    const known = before.get(keyOf(resource));
    if (known !== undefined && saysTheSame(known, resource)) return known;
    changes.push({ key: keyOf(resource), base: known ?? null, head: resource });
    return resource;
  });
  for (const [key, resource] of before) if (!after.has(key)) changes.push({ key, base: resource, head: null });
  return { changes: changes.sort(byKey), headInBaseTerms };
}

/** What is found must not depend on where files stand. */
function byKey(a: ResourceChange, b: ResourceChange): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Whether two manifests mean the same resource, wherever and however they are written. */
function saysTheSame(a: Resource, b: Resource): boolean {
  return a === b || meaning(a) === meaning(b);
}

function meaning(resource: Resource): string {
  return JSON.stringify(resource, (field, value: unknown) => {
    if (field === 'document' || field === 'namespaceGiven') return undefined;
    const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isPlain ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1))) : value;
  });
}

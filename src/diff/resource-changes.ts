import { byStanding } from '../istio/installed.js';
import type { Installation } from '../resources/installation/installation.js';
import { writtenKind, type Resource } from '../resources/resource.js';
import { compareText } from '../resources/text-order.js';

/**
 * A resource that head adds, removes or says otherwise. Files and formatting do not count, unless they decide
 * whose word on the Istio that runs comes first.
 */
export interface ResourceChange {
  readonly key: ResourceKey;
  readonly base: Resource | null;
  readonly head: Resource | null;
}

/** `kind/namespace/name`: what makes two manifests one resource. */
export type ResourceKey = string;

export interface ResourcePairing {
  readonly changes: readonly ResourceChange[];
  /** Head, with base's object wherever the two say the same: identity then tells what changed. Installations are head's. */
  readonly headInBaseTerms: readonly Resource[];
}

export function keyOf(resource: Resource): ResourceKey {
  return `${writtenKind(resource)}/${resource.namespace}/${resource.name}`;
}

/** Pairs what both sides hold, by kind, namespace and name. */
export function pairResources(base: readonly Resource[], head: readonly Resource[]): ResourcePairing {
  const before = new Map(base.map(resource => [keyOf(resource), resource]));
  const after = new Map(head.map(resource => [keyOf(resource), resource]));
  const passed = installationsThatPass(before, head);

  const changes: ResourceChange[] = [];
  const headInBaseTerms = head.map(resource => {
    const known = before.get(keyOf(resource));
    const isSame = known !== undefined && saysTheSame(known, resource);
    if (isSame && resource.kind !== 'Installation') return known;
    if (!isSame || passed.has(resource)) changes.push({ key: keyOf(resource), base: known ?? null, head: resource });
    return resource;
  });
  for (const [key, resource] of before) if (!after.has(key)) changes.push({ key, base: resource, head: null });
  return { changes: changes.sort(byKey), headInBaseTerms };
}

/** Installations of head that changed places with another: which of them counts may have changed with it. */
function installationsThatPass(
  before: ReadonlyMap<ResourceKey, Resource>,
  head: readonly Resource[],
): ReadonlySet<Resource> {
  const kept = head.filter(isInstallation).flatMap(after => {
    const known = before.get(keyOf(after));
    return known !== undefined && isInstallation(known) ? [{ known, after }] : [];
  });
  const isPast = (a: (typeof kept)[number], b: (typeof kept)[number]) =>
    Math.sign(byStanding(a.known, b.known)) !== Math.sign(byStanding(a.after, b.after));
  return new Set(kept.filter(one => kept.some(other => isPast(one, other))).map(({ after }) => after));
}

function isInstallation(resource: Resource): resource is Installation {
  return resource.kind === 'Installation';
}

/** What is found must not depend on where files stand. */
function byKey(a: ResourceChange, b: ResourceChange): number {
  return compareText(a.key, b.key);
}

/** Where a resource was read, rather than what it says. */
const notSaid: ReadonlySet<string> = new Set(['document', 'namespaceGiven', 'fromSnapshot']);

/** Whether two manifests mean the same resource, wherever and however they are written. */
function saysTheSame(a: Resource, b: Resource): boolean {
  return a === b || meaning(a) === meaning(b);
}

function meaning(resource: Resource): string {
  return JSON.stringify(resource, (field, value: unknown) => {
    if (notSaid.has(field)) return undefined;
    const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isPlain ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1))) : value;
  });
}

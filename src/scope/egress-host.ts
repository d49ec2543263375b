import type { Behaves } from '../istio/behaviours.js';
import { isSubsetOf } from '../resources/hostname.js';

/** One entry of `egress[].hosts`, read. */
export interface EgressHost {
  /** A namespace, `*` for any; `.` is already the governed namespace. */
  readonly namespace: string;
  /** `*`, `*.suffix` or an exact name. */
  readonly name: string;
}

/** Reads `<namespace>/<name>`; null for text of another form, which Istio ignores (SC-8). */
export function parseEgressHost(text: string, governedNamespace: string): EgressHost | null {
  const parts = text.split('/');
  const [namespace, name] = parts;
  if (parts.length !== 2 || namespace === undefined || name === undefined) return null;
  return { namespace: namespace === '.' ? governedNamespace : namespace, name };
}

/** The entries of one egress listener, by namespace (SC-10, `hostClassification`). */
export interface EgressHosts {
  /** The names that apply to services of that namespace: its own entries, then those for any namespace. */
  namesFor(namespace: string): readonly HostNames[];
  /** The namespaces named; null where some entry is for any. */
  readonly namespaces: ReadonlySet<string> | null;
}

/** Names imported from one namespace, or from any. */
export interface HostNames {
  matches(host: string): boolean;
}

/** Sorts the entries so that one host is tested against few. */
export function classifyEgressHosts(
  hosts: readonly string[],
  governedNamespace: string,
  behaves: Behaves,
): EgressHosts {
  const names = new Map<string, string[]>();
  for (const text of hosts) {
    const entry = parseEgressHost(text, governedNamespace);
    if (entry === null) continue;
    names.set(entry.namespace, [...(names.get(entry.namespace) ?? []), entry.name]);
  }
  const anywhere = names.get('*');
  const forAll = anywhere === undefined ? [] : [hostNames(anywhere)];
  names.delete('*');
  const forOne = new Map(
    [...names].map(([namespace, list]) => [
      namespace,
      [hostNames(list), ...(behaves('fall-through-to-any-namespace') ? forAll : [])],
    ]),
  );
  return {
    namespaces: anywhere === undefined ? new Set(names.keys()) : null,
    namesFor: namespace => forOne.get(namespace) ?? forAll,
  };
}

/** SC-10: an exact name imports that host; a wildcard imports what lies within it, never the other way round. */
function hostNames(list: readonly string[]): HostNames {
  if (list.includes('*')) return { matches: () => true };
  const exact = new Set(list.filter(name => !name.startsWith('*')));
  const wildcards = list.filter(name => name.startsWith('*'));
  return { matches: host => exact.has(host) || wildcards.some(pattern => isSubsetOf(host, pattern)) };
}

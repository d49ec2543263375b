import type { Comparison } from '../diff/comparison.js';
import { keyOf } from '../diff/resource-changes.js';
import type { Mesh } from '../mesh/mesh.js';
import { nameText } from '../findings/wording.js';
import { writtenKind, type Resource } from '../resources/resource.js';
import type { WaiverSubject } from './settings.js';
import { isMeant } from './wildcard.js';

/** The names that the manifests of a change hold, for waivers that name some of them. */
export interface KnownNames {
  /** Whether base or head holds anything at all that the waiver names, if only a namespace of it. */
  holds(subject: WaiverSubject): boolean;
  /** Whether base has the resource and head has not. */
  losesResource(resource: string): boolean;
}

export function knownNames(
  { base, head }: Comparison,
  resources: { readonly base: readonly Resource[]; readonly head: readonly Resource[] },
): KnownNames {
  const hosts = [base, head].flatMap(({ simulation }) => simulation.meshes().flatMap(hostsOf));
  const [before, after] = [namesOf(resources.base), namesOf(resources.head)];
  const namespaces = new Set([...resources.base, ...resources.head].map(namespaceOf));
  return {
    holds({ hosts: patterns, port, resource, namespaces: reached }) {
      const isPortNamed = (ports: readonly number[]) => port === null || ports.includes(port);
      const named = [...reached, ...(resource === null ? [] : namespaceNamed(resource))];
      if (patterns.length === 0 && resource === null && named.length === 0) return true;
      return (
        patterns.some(pattern => hosts.some(({ host, ports }) => isMeant(pattern, host) && isPortNamed(ports))) ||
        (resource !== null && (before.has(resource) || after.has(resource))) ||
        named.some(pattern => [...namespaces].some(name => isMeant(pattern, name)))
      );
    },
    losesResource: resource => before.has(resource) && !after.has(resource),
  };
}

function hostsOf({ services }: Mesh) {
  return services.map(({ host, ports }) => ({ host, ports: ports.map(({ number }) => number) }));
}

function namesOf(resources: readonly Resource[]): ReadonlySet<string> {
  return new Set(resources.flatMap(resource => [keyOf(resource), `${writtenKind(resource)}/${nameText(resource)}`]));
}

function namespaceOf({ kind, namespace, name }: Resource): string {
  return kind === 'Namespace' ? name : namespace;
}

function namespaceNamed(resource: string): readonly string[] {
  const [, namespace, name] = resource.split('/');
  return namespace === undefined || name === undefined ? [] : [namespace];
}

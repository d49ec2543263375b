import type { Comparison } from '../diff/comparison.js';
import type { EnvoyFilter } from '../resources/patches.js';
import { list } from './wording.js';

/** Sentences on the EnvoyFilters of head for which what becomes of calls is unknown, and whose calls those are. */
export function patchRemarks({ head, classes }: Comparison): readonly string[] {
  const namespaces = new Map<EnvoyFilter, Set<string>>();
  const ways = new Map<EnvoyFilter, Set<string>>();
  for (const { asked, groups } of classes) {
    for (const { filter, how } of head.sidecar(asked).configuration.patches) {
      namespaces.set(filter, new Set([...(namespaces.get(filter) ?? []), ...groups.map(({ namespace }) => namespace)]));
      ways.set(filter, (ways.get(filter) ?? new Set<string>()).add(how));
    }
  }
  const all = [...namespaces].map(([filter, reached]) => {
    const names = reached.size === 0 ? 'others than those here' : list([...reached].sort());
    return `EnvoyFilter ${filter.namespace}/${filter.name} (${list([...(ways.get(filter) ?? [])])}) may send calls elsewhere or answer them: what becomes of those that meet it is unknown, in ${names}`;
  });
  return all.length <= MOST ? all : [...all.slice(0, MOST), `${all.length - MOST} more EnvoyFilters may do so`];
}

const MOST = 10;

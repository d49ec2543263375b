import type { ChangedCall } from './changed-calls.js';
import type { GroupClass } from './group-classes.js';
import type { Group } from './simulation.js';

/** A call that production was seen to make. */
export interface HostInUse {
  readonly namespace: string;
  readonly host: string;
  readonly port: number;
}

/** What somebody saw in production. */
export interface HostsInUse {
  /** Whether nothing is called but what is listed. */
  readonly isComplete: boolean;
  readonly hosts: readonly HostInUse[];
}

export const noHostsInUse: HostsInUse = { isComplete: false, hosts: [] };

/** Who a finding or a class of groups reaches. */
type Reach = Pick<GroupClass, 'groups' | 'reachesOutside'>;

/** The traffic of production, as far as it is known, by whom it reaches. */
export interface KnownTraffic {
  readonly isComplete: boolean;
  /** All that these workloads are known to call. */
  of(reach: Reach): readonly HostInUse[];
  /** What of the known traffic the call is. */
  behind(change: ChangedCall): readonly HostInUse[];
  /** Whether production has these groups, so that what is known of traffic is known of them. */
  knows(groups: readonly Group[]): boolean;
}

/** `namespaces`: those of the manifests; any other is outside the repository. `isCreated`: whether nobody was of a group at base. */
export function knownTraffic(
  { isComplete, hosts }: HostsInUse,
  namespaces: ReadonlySet<string>,
  isCreated: (group: Group) => boolean,
): KnownTraffic {
  const byNamespace = new Map<string, HostInUse[]>();
  const byPlace = new Map<string, HostInUse[]>();
  const outside: HostInUse[] = [];
  for (const used of hosts) {
    if (!namespaces.has(used.namespace)) outside.push(used);
    push(byNamespace, used.namespace, used);
    push(byPlace, `${used.host}:${used.port}`, used);
  }
  return {
    isComplete,
    of: ({ groups, reachesOutside }) => [
      ...[...new Set(groups.map(({ namespace }) => namespace))].flatMap(name => byNamespace.get(name) ?? []),
      ...(reachesOutside ? outside : []),
    ],
    behind({ question: { host, port }, groupClass: { groups, reachesOutside } }) {
      const used = host === null ? undefined : byPlace.get(`${host}:${port}`);
      return (used ?? []).filter(({ namespace }) =>
        namespaces.has(namespace) ? groups.some(group => group.namespace === namespace) : reachesOutside,
      );
    },
    knows: groups => !groups.some(isCreated),
  };
}

function push(lists: Map<string, HostInUse[]>, key: string, used: HostInUse): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [used]);
  else known.push(used);
}

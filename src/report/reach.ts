import type { Finding, GroupName } from '../findings/finding.js';
import { count } from './counts.js';

/** How a format shows a name that comes from a manifest. */
export type Show = (name: string) => string;

/** A namespace that is reached: whole, or only the pods of some label sets. */
interface ReachedNamespace {
  readonly namespace: string;
  /** Empty for the whole namespace. */
  readonly pods: readonly Pods[];
}

/** Pods by their labels, or by the workload whose pods they are. */
type Pods = { readonly labels: string } | { readonly workload: string };

/** Who is reached, for a sentence that names a few: `3 namespaces: a, b and 1 more`. */
export function reachWords({ groups, reachesOutside }: Reaching, show: Show, named: number): string {
  const reached = reachedNamespaces(groups);
  const outside = reachesOutside ? ['every namespace outside this repository without a Sidecar'] : [];
  if (reached.length === 0) return outside[0] ?? 'no workload of this repository';
  const first = reached.slice(0, named).map(place => namespaceWords(place, show));
  const more = reached.length - first.length;
  const names = more > 0 ? `${first.join(', ')} and ${more} more` : first.join(', ');
  const inside = reached.length === 1 ? `namespace ${names}` : `${count(reached.length, 'namespace')}: ${names}`;
  return [inside, ...outside].join('; and ');
}

/** Those that `reachWords` only counts. */
export function unnamedReach({ groups }: Reaching, show: Show, named: number): readonly string[] {
  return reachedNamespaces(groups)
    .slice(named)
    .map(place => namespaceWords(place, show));
}

/** Whose call it is: `istio-demo`, `payments (pods app=web)`. */
export function groupWords(group: GroupName, show: Show): string {
  return namespaceWords({ namespace: group.namespace, pods: selectorOf(group) }, show);
}

type Reaching = Pick<Finding, 'groups' | 'reachesOutside'>;

function reachedNamespaces(groups: readonly GroupName[]): readonly ReachedNamespace[] {
  const byNamespace = new Map<string, GroupName[]>();
  for (const group of groups) byNamespace.set(group.namespace, [...(byNamespace.get(group.namespace) ?? []), group]);
  return [...byNamespace].map(([namespace, members]) => {
    const selectors = members.map(selectorOf);
    // the group without labels stands for every pod that no selector names
    return { namespace, pods: selectors.some(selector => selector.length === 0) ? [] : selectors.flat() };
  });
}

function selectorOf({ labels, workload }: GroupName): readonly Pods[] {
  if (workload !== undefined) return [{ workload: `${workload.kind} ${workload.name}` }];
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return pairs.length === 0 ? [] : [{ labels: pairs.join(',') }];
}

function namespaceWords({ namespace, pods }: ReachedNamespace, show: Show): string {
  if (pods.length === 0) return show(namespace);
  const some = pods.slice(0, 2).map(one => ('labels' in one ? show(one.labels) : `of ${show(one.workload)}`));
  const more = pods.length > some.length ? [`${pods.length - some.length} more`] : [];
  return `${show(namespace)} (pods ${[...some, ...more].join('; ')})`;
}

import { spanOf } from '../source/document.js';
import { InputError, type Problem } from '../source/problem.js';
import { quote } from './fault.js';
import { writtenKind, type Resource } from './resource.js';

/** The most parts that one resource may make in a simulation: far more than any that a person wrote. */
export const MAX_PARTS = 10_000;

/** The most parts that all resources of a side may make together: a mesh of many thousand services and namespaces. */
export const MAX_ALL_PARTS = 200_000;

/** What a resource makes in a simulation, counted, and as people say it. */
interface Parts {
  readonly count: number;
  readonly what: string;
}

/**
 * Refuses manifests that are small as text and endless as a mesh: of a hundred hosts and a hundred ports, Istio makes
 * ten thousand clusters.
 *
 * @throws InputError with every resource that makes more than {@link MAX_PARTS}, or when a side makes more than
 * {@link MAX_ALL_PARTS}.
 */
export function requireSimulable(base: readonly Resource[], head: readonly Resource[]): void {
  const problems = [...new Set([...head, ...base])].flatMap(problemOf);
  const sides = [base, head].map(resources => resources.reduce((sum, resource) => sum + partsOf(resource).count, 0));
  const most = Math.max(...sides);
  if (problems.length === 0 && most <= MAX_ALL_PARTS) return;
  const message =
    `hosts by ports, rules and imported hosts of all manifests are ${most}, and at most ${MAX_ALL_PARTS} are simulated: ` +
    `review a part of them by 'paths'`;
  throw new InputError(problems.length > 0 ? problems : [{ code: 'too-large', message, at: null }]);
}

function problemOf(resource: Resource): readonly Problem[] {
  const { count, what } = partsOf(resource);
  if (count <= MAX_PARTS) return [];
  const { kind, namespace, name, document } = { ...resource, kind: writtenKind(resource) };
  const message = `${kind} ${quote(`${namespace}/${name}`)} has ${count} ${what}, and at most ${MAX_PARTS} are simulated: split it`;
  return [{ code: 'too-large', message, at: spanOf(document, document.root) }];
}

function partsOf(resource: Resource): Parts {
  switch (resource.kind) {
    case 'ServiceEntry': {
      const services = resource.hosts.length * many(resource.ports) * many(resource.addresses);
      return larger({ count: services, what: 'hosts by ports and addresses' }, exportsOf(resource.exportTo));
    }
    case 'Sidecar':
      return {
        count: resource.egress.reduce((sum, { hosts }) => sum + many(hosts), 0),
        what: 'hosts of egress listeners',
      };
    case 'VirtualService': {
      const rules = [...resource.http, ...resource.tls].reduce((sum, { match }) => sum + many(match), 0);
      const all = { count: rules + resource.tcp.length + resource.hosts.length, what: 'hosts and matches of routes' };
      return larger(all, exportsOf(resource.exportTo));
    }
    case 'DestinationRule':
      return larger({ count: resource.subsets.length, what: 'subsets' }, exportsOf(resource.exportTo));
    default:
      return { count: 1, what: 'parts' };
  }
}

/** Each names a namespace, which is then one to ask from. */
function exportsOf(exportTo: readonly string[] | null): Parts {
  return { count: exportTo?.length ?? 0, what: 'namespaces in exportTo' };
}

function larger(one: Parts, other: Parts): Parts {
  return other.count > one.count ? other : one;
}

/** An empty list stands for one of something. */
function many(list: readonly unknown[]): number {
  return Math.max(1, list.length);
}

import type { Conversion } from '../mesh/conversion.js';
import type { Mesh } from '../mesh/mesh.js';
import type { MeshService } from '../mesh/service.js';
import { classifyEgressHosts, type HostNames } from './egress-host.js';

/** A host that several namespaces declare: only one of them is imported (SC-13). */
export interface HostContest {
  readonly host: string;
  readonly winner: MeshService;
  /** The first service of each namespace that lost. */
  readonly losers: readonly MeshService[];
  /** What decided: age is the one that manifests do not tell. */
  readonly decidedBy: 'own-namespace' | 'kubernetes' | 'age';
}

export interface Selection {
  /** In the order of what is visible (VI-2). */
  readonly services: readonly MeshService[];
  readonly contests: readonly HostContest[];
}

/**
 * Decides what an egress listener imports from all that is visible (SC-8 to SC-13).
 *
 * `onlyPort`: keep services that declare that port, trimmed to it; null keeps all.
 *
 * Mirrors `IstioEgressListenerWrapper.selectServices`.
 */
export function selectServices(
  visible: readonly MeshService[],
  hosts: readonly string[],
  namespace: string,
  onlyPort: number | null,
  { conversion, sharedHosts, behaves }: Pick<Mesh, 'conversion' | 'sharedHosts' | 'behaves'>,
): Selection {
  const classified = classifyEgressHosts(hosts, namespace, behaves);
  const imported: MeshService[] = [];
  for (const service of visible) {
    if (classified.namespaces !== null && !classified.namespaces.has(service.namespace)) continue;
    for (const names of classified.namesFor(service.namespace)) {
      const kept = importService(service, names, onlyPort, conversion);
      if (kept === null) continue;
      imported.push(kept);
      break;
    }
  }
  return settleHosts(imported, namespace, sharedHosts, behaves('unified-sidecar-scope'));
}

function importService(
  service: MeshService,
  names: HostNames,
  onlyPort: number | null,
  conversion: Conversion,
): MeshService | null {
  if (!names.matches(service.host)) return null;
  const trimmed = onlyPort === null ? service : conversion.forPort(service, onlyPort);
  if (trimmed === null || trimmed.aliases.length === 0) return trimmed;

  // An alias comes along only if the Sidecar names it too (`matchingAliasService`).
  const aliases = trimmed.aliases.filter(alias => names.matches(alias));
  return aliases.length === trimmed.aliases.length ? trimmed : conversion.withAliases(trimmed, aliases);
}

/** SC-13: the own namespace wins a host, else the first Kubernetes Service's where it is preferred, else the first of all. */
function settleHosts(
  imported: readonly MeshService[],
  namespace: string,
  sharedHosts: ReadonlySet<string>,
  prefersKubernetes: boolean,
): Selection {
  const winners = new Map<string, MeshService>();
  let isContested = false;
  for (const service of imported) {
    if (!sharedHosts.has(service.host)) continue;
    const winner = winners.get(service.host);
    if (winner === undefined) {
      winners.set(service.host, service);
      continue;
    }
    if (winner.namespace === service.namespace) continue;
    isContested = true;
    const isPreferred = prefersKubernetes && winner.registry !== 'Kubernetes' && service.registry === 'Kubernetes';
    if (service.namespace === namespace || (isPreferred && winner.namespace !== namespace)) {
      winners.set(service.host, service);
    }
  }
  if (!isContested) return { services: imported, contests: [] };

  const services: MeshService[] = [];
  const losers = new Map<string, Map<string, MeshService>>();
  for (const service of imported) {
    const winner = winners.get(service.host);
    if (winner === undefined || winner.namespace === service.namespace) {
      services.push(service);
      continue;
    }
    const lost = losers.get(service.host) ?? new Map<string, MeshService>();
    losers.set(service.host, lost);
    if (!lost.has(service.namespace)) lost.set(service.namespace, service);
  }
  return {
    services,
    contests: [...losers].flatMap(([host, lost]) => contest(winners.get(host), lost, namespace, prefersKubernetes)),
  };
}

function contest(
  winner: MeshService | undefined,
  lost: ReadonlyMap<string, MeshService>,
  namespace: string,
  prefersKubernetes: boolean,
): readonly HostContest[] {
  if (winner === undefined) return [];
  const losers = [...lost.values()];
  const isOnlyKubernetes =
    prefersKubernetes && winner.registry === 'Kubernetes' && losers.every(({ registry }) => registry === 'External');
  const decidedBy = winner.namespace === namespace ? 'own-namespace' : isOnlyKubernetes ? 'kubernetes' : 'age';
  return [{ host: winner.host, winner, losers, decidedBy }];
}

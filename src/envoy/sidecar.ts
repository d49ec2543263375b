import type { Cluster } from '../proxy/clusters.js';
import { declarerOf } from '../mesh/virtual-services.js';
import { BLACKHOLE, PASSTHROUGH } from '../proxy/cluster-name.js';
import type { ProxyConfiguration } from '../proxy/configuration.js';
import type { FilterChain } from '../proxy/filter-chain.js';
import { waitsForClient, type Listener } from '../proxy/listener.js';
import type { Route, RouteTable, VirtualHost } from '../proxy/route-table.js';
import type { OutboundPatch } from '../proxy/outbound-patches.js';
import type { Target } from '../proxy/destination.js';
import type { Call } from './call.js';
import { indexChains, type ChainIndex } from './chain-index.js';
import { indexHosts, type HostIndex } from './host-index.js';
import { indexListeners, type FoundListener } from './listener-index.js';
import type { Rejection } from './rejected-listeners.js';
import { whyTableRejected } from './rejected-tables.js';
import { matchesRoute, requestTo } from './route-match.js';
import { describe } from './steps.js';
import { patchesOnTheWay } from './patched.js';
import { ownerOf, unknownVerdict, type Owner, type Step, type Verdict, type VerdictKind } from './verdict.js';

/** A running sidecar: answers what becomes of a call. */
export interface RunningSidecar {
  readonly configuration: ProxyConfiguration;
  /** All that it may have been told: its configuration first, alone where it is known which sidecar this is. */
  readonly candidates: readonly ProxyConfiguration[];
  /** False where more than the configuration decides, or something else. */
  readonly isSimulated: boolean;
  answer(call: Call): Verdict;
  /** The listeners that Envoy refuses; they take nothing. */
  readonly rejections: ReadonlyMap<Listener, Rejection>;
  /** The listener that would take the call if Envoy did not refuse it; null where there is none. */
  refusedFor(call: Call): Listener | null;
}

/** What Envoy chose on the way, as far as it came. */
export interface Decision {
  readonly call: Call;
  readonly found: FoundListener;
  /** null where no chain takes the connection, or the sidecar never gets to choose one. */
  readonly chain: FilterChain | null;
  readonly virtualHost: VirtualHost | null;
  readonly route: Route | null;
  readonly cluster: Cluster | null;
}

type Outcome = Partial<Pick<Verdict, 'cluster' | 'weights' | 'status' | 'reason'>> & { readonly kind: VerdictKind };

/** Starts a sidecar on its configuration; the indices are made as calls need them (§8.3). */
export function startSidecar(configuration: ProxyConfiguration): RunningSidecar {
  const listeners = indexListeners(configuration);
  const chains = new Map<Listener, ChainIndex>();
  const hosts = new Map<string, HostIndex>();

  const chainsOf = (listener: Listener) => {
    const index = chains.get(listener) ?? indexChains(listener);
    chains.set(listener, index);
    return index;
  };
  const hostsOf = (name: string) => {
    const index = hosts.get(name) ?? hostsInForce(configuration.routeTable(name));
    hosts.set(name, index);
    return index;
  };

  return {
    configuration,
    candidates: [configuration],
    isSimulated: true,
    rejections: listeners.rejections,
    refusedFor: ({ address, port }) => listeners.find(address, port).refused?.listener ?? null,
    answer(call) {
      const found = listeners.find(call.address, call.port);
      const undecided: Decision = { call, found, chain: null, virtualHost: null, route: null, cluster: null };
      if (call.speaksFirst === 'server' && waitsForClient(found.listener)) {
        return verdict({ kind: 'stalled' }, undecided);
      }
      const chain = chainsOf(found.listener).find(connectionOf(call, found.listener));
      if (chain === null) return verdict({ kind: 'blackhole' }, undecided);
      const chosen: Decision = { ...undecided, chain };
      return chain.destination.kind === 'routes'
        ? request(chain.destination.name, chosen)
        : deliver(chain.destination, chosen, { kind: 'missing-cluster' });
    },
  };

  function verdict(outcome: Outcome, decision: Decision): Verdict {
    const told = verdictOf(outcome, decision);
    const patches = patchesOnTheWay(configuration, decision);
    return patches.length === 0 ? told : patchedVerdict(told, patches);
  }

  /** An HTTP request handed to a route table. */
  function request(table: string, decision: Decision): Verdict {
    const { call } = decision;
    if (call.speaksFirst === 'server') return verdict({ kind: 'stalled' }, decision);
    if (call.kind !== 'http') return verdict({ kind: 'protocol-error', status: 400 }, decision);
    const host = call.host ?? call.address;
    const virtualHost = hostsOf(table).find(host);
    const sent = requestTo(host);
    const route = virtualHost?.routes.find(({ match }) => matchesRoute(match, sent)) ?? null;
    const routed: Decision = { ...decision, virtualHost, route };
    if (route === null) return verdict({ kind: 'no-route', status: 404 }, routed);
    switch (route.action.kind) {
      case 'cluster':
      case 'weighted':
        return deliver(route.action, routed, { kind: 'missing-cluster', status: statusWithoutCluster(route) });
      case 'redirect':
        return verdict({ kind: 'redirect', status: 301 }, routed);
      case 'direct-response': {
        // The catch-all of REGISTRY_ONLY is a direct response that istiod itself writes.
        const kind = virtualHost?.name === 'block_all' ? 'blackhole' : 'direct-response';
        return verdict({ kind, status: route.action.status }, routed);
      }
    }
  }

  function deliver(target: Target, decision: Decision, missing: Outcome): Verdict {
    if (target.kind === 'weighted') return deliverByWeight(target.clusters, decision, missing);
    const name = target.cluster;
    const cluster = configuration.clusters().get(name) ?? null;
    if (cluster === null) {
      return verdict({ ...missing, cluster: name, reason: `the sidecar has no cluster ${name}` }, decision);
    }
    const kind = name === BLACKHOLE ? 'blackhole' : name === PASSTHROUGH ? 'passthrough' : 'delivered';
    return verdict({ kind, cluster: name }, { ...decision, cluster });
  }

  /** One of several clusters, as the weights say; what is weighed the most says what becomes of most calls. */
  function deliverByWeight(weights: Readonly<Record<string, number>>, decision: Decision, missing: Outcome): Verdict {
    const heaviest = Object.entries(weights).reduce((most, next) => (next[1] > most[1] ? next : most), ['', -1]);
    const cluster = configuration.clusters().get(heaviest[0]) ?? null;
    if (cluster === null) {
      return verdict({ ...missing, weights, reason: `the sidecar has no cluster ${heaviest[0]}` }, decision);
    }
    return verdict({ kind: 'delivered', weights }, { ...decision, cluster });
  }
}

/** Routes of Gateway API say so themselves (`ClusterNotFoundResponseCode`); what is only annotated as one was recorded to answer 503. */
function statusWithoutCluster({ via }: Route): number {
  return via !== null && via.madeOf.length > 0 ? 500 : 503;
}

/** Of a table that Envoy refuses nothing is in force. */
function hostsInForce(table: RouteTable): HostIndex {
  return indexHosts(whyTableRejected(table) === null ? table : { ...table, virtualHosts: [] });
}

/** EM-7 to EM-10: an inspector that is not there sees nothing. */
function connectionOf(call: Call, { inspectors }: Listener) {
  const isTls = call.kind === 'tls' && inspectors.includes('tls_inspector');
  const isHttp = call.kind === 'http' && inspectors.includes('http_inspector');
  return {
    address: call.address,
    port: call.port,
    serverName: isTls ? (call.host ?? '').toLowerCase() : '',
    transport: isTls ? ('tls' as const) : ('raw_buffer' as const),
    applicationProtocol: isHttp ? ('http/1.1' as const) : null,
  };
}

function verdictOf(outcome: Outcome, decision: Decision): Verdict {
  const resource = decision.cluster?.service?.resource;
  const owner = resource === undefined ? null : ownerOf(resource);
  return {
    kind: outcome.kind,
    cluster: outcome.cluster ?? null,
    owner,
    via: viaOf(decision),
    weights: outcome.weights ?? null,
    status: outcome.status ?? null,
    reason: outcome.reason ?? null,
    otherwise: null,
    doubted: [],
    // Made when read: of a million verdicts few are shown.
    get steps() {
      return describe(decision);
    },
  };
}

/** What the sidecar would do, but for patches that may do something else. */
function patchedVerdict(told: Verdict, patches: readonly OutboundPatch[]): Verdict {
  const filters = [...new Set(patches.map(({ filter }) => filter))];
  const names = filters.map(({ namespace, name }) => `EnvoyFilter ${namespace}/${name}`);
  const reason = `${names.join(' and ')} ${names.length === 1 ? 'patches' : 'patch'} what the call passes, and may send it elsewhere or answer it`;
  return unknownVerdict(reason, filters.map(ownerOf), told, () => [
    ...told.steps,
    ...patches.map(({ filter, how }): Step => ({
      stage: 'patch',
      name: `EnvoyFilter ${filter.namespace}/${filter.name}`,
      because: `${how}: it may send the call elsewhere or answer it`,
    })),
  ]);
}

function viaOf({ chain, route }: Decision): Owner | null {
  const ofChain = chain?.via ?? null;
  const declarer = route?.declarer ?? (ofChain === null ? null : declarerOf(ofChain, null));
  return declarer === null ? null : ownerOf(declarer);
}

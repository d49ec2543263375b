import { isHttp, isTcp, listenerClass, type Protocol } from '../istio/protocol.js';
import { UNSPECIFIED, type MeshService } from '../mesh/service.js';
import { parseAddress } from '../resources/ip-address.js';
import type { Scope, ScopedListener } from '../scope/scope.js';
import { plaintextHttp, everyConnection, type FilterChain } from './filter-chain.js';
import { extraAddresses, furtherWildcards, isPrefix, listenAddress } from './listen-address.js';
import { listenerKey } from './listener.js';
import {
  addBothInspectors,
  addInspectors,
  concatenateChains,
  dropChains,
  mergeChains,
  openWith,
  relationOf,
  type ChainContest,
  type ListenerEntry,
} from './listener-entry.js';
import type { Recipient } from './proxy.js';
import { tcpChains, type BuildCall, type ChainContext } from './tcp-chains.js';

/** Everything that the egress listeners of a scope make, and what was kept out. */
export interface OutboundEntries {
  readonly entries: ReadonlyMap<string, ListenerEntry>;
  readonly contests: readonly ChainContest[];
}

/**
 * Decides which listeners a sidecar has and which chains are on them: one build call for each imported service
 * and port, in order (LI-1 to LI-21).
 *
 * Mirrors `buildSidecarOutboundListeners` and `buildSidecarOutboundListener`.
 */
export function buildEntries(scope: Scope, recipient: Recipient): OutboundEntries {
  const entries = new Map<string, ListenerEntry>();

  for (const listener of scope.listeners) {
    const binds = bindsOf(listener, recipient);
    const build: Build = {
      bindToPort: listener.bindToPort,
      recipient,
      entries,
      routes: listener.routes,
      serviceOf: host => scope.serviceNamed(host),
    };
    const isFree = (port: ListenPort) => !isReserved(binds[0] ?? '', port, recipient);

    if (listener.port === null) {
      for (const entry of entries.values()) entry.locked = true;
      for (const service of listener.services) {
        for (const port of service.ports) if (isFree(port)) buildPortless(build, service, port, binds);
      }
    } else if (isFree(listener.port)) {
      for (const service of listener.services) buildListener(build, service, listener.port, binds);
    }
  }
  return { entries, contests: [...entries.values()].flatMap(entry => entry.contests) };
}

/** LI-3: where the listener is by its own word; without any, each service decides for itself. */
function bindsOf({ bind, bindToPort, port }: ScopedListener, { addressing, behaves }: Recipient): readonly string[] {
  if (bind !== '') return [bind];
  if (bindToPort) return addressing.loopbacks;
  const isEverywhere = port !== null && !behaves('explicit-ports-by-service');
  return isEverywhere ? [addressing.wildcards[0]] : [];
}

/** What the build calls of one egress listener share. */
interface Build extends ChainContext {
  readonly bindToPort: boolean;
  readonly entries: Map<string, ListenerEntry>;
}

interface ListenPort {
  readonly number: number;
  readonly protocol: Protocol;
}

/** LI-9, LI-10: a headless service gets a listener for each endpoint, for it has no address of its own. */
function buildPortless(build: Build, service: MeshService, port: ListenPort, binds: readonly string[]): void {
  const isHeadless =
    build.recipient.behaves('headless-endpoint-listeners') &&
    binds.length === 0 &&
    service.resolution === 'Passthrough' &&
    service.address === UNSPECIFIED &&
    (isTcp(port.protocol) || port.protocol === 'Unsupported');
  if (!isHeadless) {
    buildListener(build, service, port, binds);
    return;
  }
  const endpoints = service.endpoints.filter(endpoint => endpoint.port === port.number);
  if (service.registry === 'External' && endpoints.length === 0 && service.selector === null) {
    buildListener(build, service, port, binds);
    return;
  }
  for (const address of new Set(endpoints.map(endpoint => endpoint.address))) {
    if (parseAddress(address) !== null && address !== build.recipient.ips[0])
      buildListener(build, service, port, [address]);
  }
}

/** One build call: the procedure at the end of §6.4. */
function buildListener(build: Build, service: MeshService, port: ListenPort, binds: readonly string[]): void {
  const kind = listenerClass(port.protocol);
  if (service.resolution === 'Alias' || kind === null) return;

  const { recipient } = build;
  const { addresses, cidr } = listenerPlace(service, kind, binds, recipient);
  const [address, ...additionalAddresses] = addresses;
  if (address === undefined) return;
  const key = listenerKey(address, port.number);
  const entry = build.entries.get(key);
  if (entry?.locked === true) return;

  const relation = relationOf(port.protocol, entry?.protocol ?? null);
  // HTTP that finds HTTP shares its route table: nothing is kept out, and nothing is added.
  if (entry !== undefined && relation === 'drop' && kind === 'HTTP' && !isTcp(entry.protocol)) return;
  const chains = chainsOf({ service, port, bind: address, cidr }, kind, build);
  if (entry !== undefined && relation === 'drop') {
    dropChains(entry, chains, service);
    return;
  }
  if (entry !== undefined && (relation === 'merge' || relation === 'mix')) {
    if (recipient.behaves('merged-inspectors')) addInspectors(entry, chains);
    else if (relation === 'mix') addBothInspectors(entry);
    const isUnchecked = relation === 'mix' && kind !== 'AUTO' && !recipient.behaves('checked-mixes');
    if (isUnchecked) concatenateChains(entry, chains, recipient.behaves);
    else mergeChains(entry, chains, service);
    if (relation === 'mix') entry.protocol = 'Unsupported';
    return;
  }

  // HTTP on the wildcard address shares the port with whatever else arrives, so it counts as sniffed.
  const isSniffed =
    kind === 'HTTP' && port.protocol !== 'HTTP_PROXY' && address === build.recipient.addressing.wildcards[0];
  const made: ListenerEntry = {
    address,
    additionalAddresses,
    port: port.number,
    bindToPort: build.bindToPort,
    opener: service,
    protocol: isSniffed ? 'Unsupported' : port.protocol,
    chains: [],
    inspectors: new Set(),
    chainByKey: new Map(),
    locked: false,
    contests: [],
  };
  build.entries.set(key, made);
  openWith(made, chains);
}

/** LI-12, LI-13: where the listener is, and the prefixes that then tell the service apart. */
function listenerPlace(
  service: MeshService,
  kind: 'HTTP' | 'TCP' | 'AUTO',
  binds: readonly string[],
  recipient: Recipient,
): { readonly addresses: readonly string[]; readonly cidr: readonly string[] } {
  const { addressing } = recipient;
  if (binds.length > 0) return { addresses: binds, cidr: [] };
  if (kind === 'HTTP') return { addresses: addressing.wildcards, cidr: [] };
  const address = listenAddress(service, recipient);
  const extra = extraAddresses(service, recipient);
  return isPrefix(address)
    ? { addresses: [addressing.wildcards[0], ...furtherWildcards(recipient)], cidr: [address, ...extra] }
    : { addresses: [address, ...extra], cidr: [] };
}

function chainsOf(call: BuildCall, kind: 'HTTP' | 'TCP' | 'AUTO', build: Build): readonly FilterChain[] {
  switch (kind) {
    case 'HTTP':
      return [httpChain(call, build.recipient)];
    case 'TCP':
      return tcpChains(call, build);
    case 'AUTO':
      return [...tcpChains(call, build), httpChain(call, build.recipient)];
  }
}

/** LI-18, LI-19, LI-32: the match asks for plaintext HTTP wherever something else may arrive as well. */
function httpChain({ service, port, bind }: BuildCall, { addressing, behaves }: Recipient): FilterChain {
  const isWild = bind === addressing.wildcards[0];
  const isAuto = port.protocol === 'Unsupported';
  const isPrivate = isAuto || (port.protocol === 'HTTP_PROXY' && behaves('private-http-proxy-tables'));
  const isSniffed = isAuto || (isWild && port.protocol !== 'HTTP_PROXY');
  const name = port.number === 0 ? bind : isPrivate && !isWild ? `${service.host}:${port.number}` : `${port.number}`;
  return {
    match: isSniffed ? plaintextHttp(behaves) : everyConnection,
    destination: { kind: 'routes', name },
    service,
    via: null,
  };
}

/** LI-8: ports that the sidecar itself listens on. Mirrors `conflictWithReservedListener`. */
function isReserved(bind: string, port: ListenPort, { addressing, config, behaves }: Recipient): boolean {
  if (bind === '' ? !isHttp(port.protocol) : bind !== addressing.wildcards[0]) return false;
  const captured = [config.proxyListenPort, config.proxyInboundListenPort];
  return (
    (behaves('reserved-metadata-ports') && [STATUS_PORT, PROMETHEUS_PORT].includes(port.number)) ||
    (behaves('reserved-capture-ports') && captured.includes(port.number))
  );
}

const STATUS_PORT = 15021;
const PROMETHEUS_PORT = 15090;

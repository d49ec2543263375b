import { isHttpOrSniffed, isTls, listenerClass, parseProtocol, type Protocol } from '../istio/protocol.js';
import type { Mesh } from '../mesh/mesh.js';
import { append } from '../mesh/multimap.js';
import type { MeshService } from '../mesh/service.js';
import { isSubsetOf, isWildcard } from '../resources/hostname.js';
import type { SourceMatch, VirtualService } from '../resources/route-rules.js';
import { isForSidecarsOnly } from './unreachable-rules.js';

/** A rule for which no listener or route table of any sidecar has a place. */
export interface UnbuiltRule {
  readonly list: 'http' | 'tls' | 'tcp';
  readonly index: number;
  /** The port that it asks for and no host has; null where the protocols of the ports have no place for it. */
  readonly port: number | null;
}

/** A port on which a sidecar may have a listener for one of the hosts. */
interface Place {
  readonly number: number;
  readonly protocol: Protocol;
}

/**
 * The rules that istiod makes nothing of for any sidecar, whatever it imports: tls rules need a port of protocol TLS or
 * HTTPS, tcp rules one of another protocol that is not HTTP (LI-23), and http rules for another port than 80 one that is
 * HTTP or sniffed (RT-3).
 *
 * Silent unless the mesh declares each host by its name: what is declared elsewhere may have any port.
 */
export function unbuiltRules(written: VirtualService, mesh: Mesh): readonly UnbuiltRule[] {
  const rule = mesh.conversion.qualify(written);
  const { hosts, http, tls, tcp } = rule;
  if (hosts.length === 0 || hosts.some(isWildcard)) return [];
  if (tls.length + tcp.length === 0 && http.every(({ match }) => match.every(({ port }) => port === 0))) return [];
  const services = servicesByHost(mesh);
  const places: Place[] = [];
  for (const host of hosts) {
    const own = services.exact.get(host) ?? [];
    const covering = services.wildcards.filter(service => isSubsetOf(host, service.host));
    const isKnown = own.length > 0 && [...own, ...covering].every(({ resolution }) => resolution !== 'Alias');
    if (!isKnown) return [];
    for (const { ports } of [...own, ...covering]) places.push(...ports);
  }
  // On a port of its own an egress listener says the protocol itself (LI-4).
  const declared = new Set(places.map(({ number }) => number));
  const said = sidecarPorts(mesh).filter(({ number }) => declared.has(number));

  const unbuilt = (
    list: UnbuiltRule['list'],
    index: number,
    match: readonly SourceMatch[],
    fitting: readonly Place[],
  ) => {
    const isOut = (one: SourceMatch) =>
      isForSidecarsOnly(one, rule) && !fitting.some(({ number }) => one.port === 0 || one.port === number);
    const asked = match.length === 0 ? [anyCaller] : match;
    if (!asked.every(isOut)) return [];
    const [first] = asked;
    const isStrange = first !== undefined && first.port !== 0 && !declared.has(first.port);
    return [{ list, index, port: isStrange ? first.port : null }];
  };
  const all = [...places, ...said];
  return [
    ...http.flatMap(({ match, delegate }, index) =>
      delegate === null && match.length > 0 && match.every(({ port }) => port !== 0 && port !== 80)
        ? unbuilt(
            'http',
            index,
            match,
            places.filter(({ protocol }) => isHttpOrSniffed(protocol)),
          )
        : [],
    ),
    ...tls.flatMap(({ match }, index) =>
      unbuilt(
        'tls',
        index,
        match,
        all.filter(({ protocol }) => isTls(protocol)),
      ),
    ),
    ...tcp.flatMap(({ match }, index) =>
      unbuilt(
        'tcp',
        index,
        match,
        all.filter(({ protocol }) => takesTcpRules(protocol)),
      ),
    ),
  ];
}

const anyCaller: SourceMatch = { port: 0, sourceLabels: {}, sourceNamespace: '', gateways: [] };

function takesTcpRules(protocol: Protocol): boolean {
  const kind = listenerClass(protocol);
  return !isTls(protocol) && (kind === 'TCP' || kind === 'AUTO');
}

function sidecarPorts({ sidecars, behaves }: Mesh): readonly Place[] {
  return sidecars.flatMap(({ egress }) =>
    egress.flatMap(({ port }) =>
      port === null ? [] : [{ number: port.number, protocol: parseProtocol(port.protocol, behaves) }],
    ),
  );
}

interface ServicesByHost {
  readonly exact: ReadonlyMap<string, readonly MeshService[]>;
  readonly wildcards: readonly MeshService[];
}

const known = new WeakMap<Mesh, ServicesByHost>();

function servicesByHost(mesh: Mesh): ServicesByHost {
  const made = known.get(mesh);
  if (made !== undefined) return made;
  const exact = new Map<string, MeshService[]>();
  for (const service of mesh.services) append(exact, service.host, service);
  const found = { exact, wildcards: mesh.services.filter(({ host }) => isWildcard(host)) };
  known.set(mesh, found);
  return found;
}

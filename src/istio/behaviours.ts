import { before, between, isWithinAny, since, type Span } from './span.js';
import type { Version } from './version.js';

/** A difference between releases of Istio. */
export interface Row {
  /** The row or rule of `istio-egress-semantics.md`. */
  readonly rule: string;
  /** The releases that do it. */
  readonly releases: readonly Span[];
  /** The feature flag of istiod that decides instead, in the releases that know it. */
  readonly flag?: Flag;
  /** Why no recording tells the two apart, so that the code of the releases on both sides was only read; absent where some does. */
  readonly unmeasured?: string;
}

interface Flag {
  readonly name: string;
  readonly releases: readonly Span[];
}

function flag(name: string, ...releases: readonly Span[]): Flag {
  return { name, releases };
}

const NO_SUCH_MESH = 'no recorded mesh has what it is about';

/**
 * What istiod does otherwise in other releases: every difference is one row. Beside these rows a version decides what
 * profiles of `compatibilityVersion` set, which flags are not simulated, and whom an EnvoyFilter's proxyVersion means.
 */
export const behaviours = {
  /** Thrift is a protocol, rather than something unknown that is sniffed. */
  'thrift-protocol': { rule: 'VD-3', releases: [before('1.14')] },
  /** A DestinationRule may name a subset twice. */
  'repeated-subsets': { rule: 'IN-6', releases: [before('1.22')] },
  /** appProtocol `kubernetes.io/h2c` is HTTP/2. */
  'h2c-app-protocol': { rule: 'VD-5', releases: [since('1.19')] },
  /** appProtocol `kubernetes.io/ws` and `kubernetes.io/wss` are HTTP and HTTPS. */
  'websocket-app-protocols': { rule: 'VD-6', releases: [since('1.24')] },
  /** Spaces in the exportTo annotation of a Service do not count. */
  'trimmed-export-to': { rule: 'VD-7', releases: [since('1.24')] },
  /** A Service without clusterIP is headless. */
  'headless-without-address': { rule: 'VD-2', releases: [before('1.12')] },
  /** Services of equal age stand as their registries have them: entries by name, then Services by host. */
  'ties-in-registry-order': { rule: 'VD-20', releases: [before('1.13')] },
  /** What is of equal age goes by name, then by namespace. */
  'ties-by-name': { rule: 'VD-20', releases: [since('1.23')] },
  /** Of a host in several namespaces a Kubernetes Service is imported rather than an entry, and the own namespace's Gateway API routes go first. */
  'unified-sidecar-scope': {
    rule: 'SC-13',
    releases: [since('1.24')],
    flag: flag('PILOT_UNIFIED_SIDECAR_SCOPE', since('1.24')),
  },
  /** No Sidecar is the same as one that imports everything. */
  'default-scope-like-sidecar': {
    rule: 'VD-36',
    releases: [since('1.24')],
    flag: flag('PILOT_UNIFIED_SIDECAR_SCOPE', between('1.24', '1.27')),
  },
  /** Without a Sidecar each host is one service, whose ports those of others may join. */
  'one-service-a-host-without-sidecar': { rule: 'VD-37', releases: [since('1.22')] },
  /** Without a Sidecar the own namespace's public Gateway API routes go first. */
  'own-gateway-routes-first-without-sidecar': { rule: 'SC-15', releases: [since('1.19')] },
  /** Rules for other namespaces bring no destinations. */
  'destinations-by-source-namespace': { rule: 'VD-31', releases: [since('1.24')] },
  /** destinationSubnets of a tls match hold for later matches as well, until one states its own. */
  'lasting-subnets': { rule: 'VD-58', releases: [since('1.23')] },
  /** An ExternalName Service gives its names to the service that it means; else it is a DNS entry without addresses. */
  'external-name-aliases': {
    rule: 'VD-29',
    releases: [since('1.21')],
    flag: flag('ENABLE_EXTERNAL_NAME_ALIAS', between('1.20', '1.24')),
  },
  /** Of the services of one host and namespace rules mean the oldest, a Kubernetes Service before an entry; else the youngest. */
  'oldest-named': { rule: 'VD-27', releases: [since('1.21')] },
  /** Services of one host join their ports only if they agree in all else; else if they are of one namespace. */
  'merge-like-services': { rule: 'VD-30', releases: [since('1.22')] },
  /** HTTP on the ports of the sidecar's health and metrics makes no listener. */
  'reserved-metadata-ports': { rule: 'VD-53', releases: [since('1.19')] },
  /** HTTP on the ports to which traffic is redirected makes no listener. */
  'reserved-capture-ports': { rule: 'VD-54', releases: [since('1.21')] },
  /** Of services that are equal in age, name and namespace a Kubernetes Service goes before an entry; else after it. */
  'kubernetes-registry-first': {
    rule: 'VD-21',
    releases: [between('1.20.8', '1.21'), between('1.21.4', '1.22'), since('1.22.1')],
  },
  /** Of wildcard hosts of VirtualServices the oldest that covers a service has it; else the most specific. */
  'oldest-wildcard-route': {
    rule: 'VD-28',
    releases: [before('1.18.7'), between('1.19', '1.19.6'), between('1.20', '1.20.2')],
    flag: flag(
      'PERSIST_OLDEST_FIRST_HEURISTIC_FOR_VIRTUAL_SERVICE_HOST_MATCHING',
      between('1.18.7', '1.19'),
      between('1.19.6', '1.20'),
      between('1.20.2', '1.24'),
    ),
  },
  /** What is made from a Gateway API route is told from other VirtualServices. */
  'gateway-semantics': { rule: 'VD-25', releases: [since('1.14')] },
  /** Of VirtualServices of one name a Sidecar imports the first, of whatever namespace. */
  'routes-by-name': { rule: 'VD-19', releases: [before('1.12')] },
  /** The Sidecar of the root namespace governs namespaces without services of their own, too. */
  'root-sidecar-everywhere': { rule: 'VD-18', releases: [since('1.12')] },
  /** What the entries for a namespace do not import those for any namespace may. */
  'fall-through-to-any-namespace': { rule: 'VD-22', releases: [since('1.15')] },
  /** A destination brings the ports that rules name, rather than all. */
  'destination-ports': { rule: 'VD-23', releases: [since('1.15')] },
  /** Ports that the scope of one Sidecar joins to a service stay with it for all (VD-24). */
  'shared-merges': { rule: 'VD-24', releases: [before('1.14')] },
  /** A route that matches everything ends the list, whatever its match asks of the source; else only one whose match asks nothing. */
  'catch-all-routes': { rule: 'RT-4', releases: [between('1.13.6', '1.14'), since('1.14.1')] },
  /** The copy of a service for an egress listener with a port has its endpoints. */
  'copies-keep-endpoints': { rule: 'VD-70', releases: [since('1.12')] },
  /** And its automatic addresses. */
  'copies-keep-automatic-addresses': { rule: 'VD-68', releases: [since('1.13')], unmeasured: NO_SUCH_MESH },
  /** An egress listener with a port listens where its services do, rather than on every address. */
  'explicit-ports-by-service': { rule: 'VD-51', releases: [since('1.16')] },
  /** HTTP/1.0 takes the HTTP chain. */
  'http-1.0-chains': { rule: 'VD-47', releases: [before('1.13')], flag: flag('PILOT_HTTP10', since('1.13')) },
  /** The table of an HTTP proxy listener is that of one service. */
  'private-http-proxy-tables': { rule: 'VD-67', releases: [before('1.12')] },
  /** The table of one service answers whatever Host is asked. */
  'private-tables-for-any-host': { rule: 'VD-44', releases: [since('1.12')] },
  /** Addresses of IPv6 and prefixes are domains, too. */
  'every-address-a-domain': { rule: 'VD-45', releases: [since('1.12')] },
  /** The port of a Host does not count, and domains have none. */
  'port-blind-hosts': {
    rule: 'VD-50',
    releases: [since('1.16')],
    flag: flag('SIDECAR_IGNORE_PORT_IN_HOST_MATCH', between('1.15', '1.19')),
  },
  /** A Gateway API route holds for its own namespace and that of the service only. */
  'gateway-routes-by-namespace': { rule: 'RT-8', releases: [since('1.19')] },
  /** Domains that differ only in case are one. */
  'domains-in-any-case': { rule: 'VD-61', releases: [since('1.19')] },
  /** An entry without addresses listens on the wildcard address of an IPv6-only proxy, rather than on 0.0.0.0. */
  'ipv6-entries': { rule: 'VD-15', releases: [since('1.18')] },
  /** It does so by the prefix ::/0. */
  'ipv6-entries-by-prefix': { rule: 'VD-15', releases: [between('1.18', '1.20')] },
  /** And asks for the server name there if it is TLS. */
  'ipv6-server-names': { rule: 'VD-16', releases: [since('1.20.4')] },
  /** HTTP and TCP on one bound address are held against each other like any two; else both stay. */
  'checked-mixes': { rule: 'VD-55', releases: [since('1.19.1')] },
  /** A listener has the inspectors that its chains ask for in the end; else those that they asked for when they came. */
  'inspectors-of-final-chains': { rule: 'VD-55', releases: [since('1.19.1')] },
  /** What comes to a listener brings its inspectors; else the first one's are all. */
  'merged-inspectors': { rule: 'VD-49', releases: [between('1.13.8', '1.14'), since('1.14.4')] },
  /** Automatic addresses stand in the status of an entry, where a controller wrote them; else istiod makes them up as it goes. */
  'addresses-in-status': {
    rule: 'VD-8',
    releases: [since('1.25')],
    flag: flag('PILOT_ENABLE_IP_AUTOALLOCATE', since('1.23')),
  },
  /** And every proxy uses those in the status, whether or not it captures DNS. */
  'status-addresses-for-all': { rule: 'CV-20', releases: [between('1.23.0', '1.23.1')] },
  /** Made-up addresses follow from a hash of namespace and host; else they are counted. */
  'hashed-addresses': { rule: 'CV-19', releases: [since('1.17')] },
  /** A second service of one namespace and host takes a number that then is nobody's. */
  'repeats-take-a-number': { rule: 'CV-19', releases: [since('1.22')] },
  /** Counted addresses are shared by services of one host. */
  'one-address-a-host': { rule: 'CV-19', releases: [between('1.14.5', '1.15'), since('1.15.1')] },
  /** There are automatic addresses of IPv6, and a proxy uses one of its families. */
  'automatic-ipv6': { rule: 'CV-19', releases: [since('1.14')] },
  /** A listener of a dual-stack proxy has the addresses of both families. */
  'additional-addresses': {
    rule: 'CV-18',
    releases: [between('1.16', '1.17'), between('1.22.4', '1.22.5'), between('1.23.0', '1.23.1'), since('1.24')],
    flag: flag('ISTIO_DUAL_STACK', between('1.17', '1.24')),
  },
  /** So has the listener to which traffic is redirected. */
  'additional-capture-address': {
    rule: 'CV-18',
    releases: [between('1.16', '1.17')],
    flag: flag('ISTIO_DUAL_STACK', since('1.17')),
  },
  /** So has that of an entry without addresses. */
  'additional-entry-address': { rule: 'CV-18', releases: [since('1.20')] },
  /** So has that of a Kubernetes Service with addresses of both. */
  'additional-service-addresses': {
    rule: 'CV-18',
    releases: [between('1.16', '1.17')],
    flag: flag('ISTIO_DUAL_STACK', since('1.17')),
  },
  /** Of the addresses of a Kubernetes Service the first of a family that the proxy speaks counts; else the first. */
  'own-family-addresses': { rule: 'CV-17', releases: [since('1.24')] },
  /** DestinationRules of one host are merged as far as they are exported alike. */
  'rules-merge-by-export-to': {
    rule: 'IN-6',
    releases: [since('1.24')],
    flag: flag('ENABLE_ENHANCED_DESTINATIONRULE_MERGE', since('1.24')),
  },
  /** A VirtualService claims an ExternalName Service with all its names, rather than by its host alone. */
  'claimable-aliases': { rule: 'RT-9', releases: [since('1.24')] },
  /** A headless Service has a listener for each of its endpoints. */
  'headless-endpoint-listeners': {
    rule: 'VD-57',
    releases: [since('1.11')],
    flag: flag('PILOT_ENABLE_HEADLESS_SERVICE_POD_LISTENERS', before('1.22')),
  },
  /** Endpoints of Services stand in EndpointSlices; else in Endpoints, as long as Kubernetes is older than 1.21. */
  'endpoint-slices': {
    rule: 'LI-10',
    releases: [since('1.19')],
    flag: flag('PILOT_USE_ENDPOINT_SLICE', before('1.19')),
  },
  /** A wildcard host of DYNAMIC_DNS has a cluster, its SNI on every listener, and may have ports of TLS. */
  'sidecar-dynamic-dns': { rule: 'VD-11', releases: [since('1.30')] },
  /** Of VirtualService destinations in several namespaces a Kubernetes Service is meant, else the oldest; not the first by namespace. */
  'best-destination-namespace': {
    rule: 'VD-32',
    releases: [since('1.30')],
    flag: flag('PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE', since('1.30')),
  },
  /** A default exportTo may name namespaces; else only `.` and `*` count. */
  'whole-default-export-list': { rule: 'VD-35', releases: [since('1.30.3')] },
  /** What is private to a namespace and what others export to it go by age; else the private goes first. */
  'private-among-exported': { rule: 'VD-40', releases: [since('1.30.3')] },
  /** A listener that looks for HTTP looks for TLS as well, whether or not a chain asks for a server name. */
  'tls-inspector-beside-http': { rule: 'VD-59', releases: [before('1.25')] },
  /** Hosts are lower-cased in route tables. */
  'lower-case-hosts': { rule: 'VD-60', releases: [since('1.27')] },
  /** Names with a final dot are domains too, and SNIs of aliases. */
  'final-dot-names': {
    rule: 'VD-60',
    releases: [since('1.27')],
    flag: flag('PILOT_ENABLE_ABSOLUTE_FQDN_VHOST_DOMAIN', since('1.27')),
  },
  /** An address of a Service that the proxy's family has no use for is no domain. */
  'own-family-domains': { rule: 'RT-10', releases: [since('1.30')] },
  /** Gateway API routes may be for the calls to a Service. */
  'mesh-routes': {
    rule: 'IN-8',
    releases: [since('1.19')],
    flag: flag('PILOT_ENABLE_GATEWAY_API', since('1.19')),
    unmeasured: NO_SUCH_MESH,
  },
  /** … or to a ServiceEntry. */
  'routes-of-service-entries': { rule: 'IN-8', releases: [since('1.21')], unmeasured: NO_SUCH_MESH },
  /** GRPCRoutes are read. */
  'grpc-routes': {
    rule: 'IN-8',
    releases: [since('1.22')],
    flag: flag('PILOT_ENABLE_ALPHA_GATEWAY_API', between('1.18', '1.22')),
    unmeasured: NO_SUCH_MESH,
  },
  /** TLSRoutes are read. */
  'tls-routes': {
    rule: 'IN-8',
    releases: [since('1.30')],
    flag: flag('PILOT_ENABLE_ALPHA_GATEWAY_API', between('1.18', '1.30')),
    unmeasured: NO_SUCH_MESH,
  },
  /** TCPRoutes are read. */
  'tcp-routes': {
    rule: 'IN-8',
    releases: [],
    flag: flag('PILOT_ENABLE_ALPHA_GATEWAY_API', since('1.18')),
    unmeasured: NO_SUCH_MESH,
  },
  /** A route for a Service that is not there has no effect. */
  'route-parents-must-exist': { rule: 'IN-8', releases: [since('1.25.1')], unmeasured: NO_SUCH_MESH },
  /** Rules of GRPCRoutes stand among those of HTTPRoutes for the same host, rather than in a rival of their own. */
  'grpc-rules-beside-http': { rule: 'IN-8', releases: [since('1.30')], unmeasured: NO_SUCH_MESH },
  /** A rule of an HTTPRoute without backends answers 404, rather than 500. */
  'no-backends-not-found': { rule: 'IN-8', releases: [since('1.30')], unmeasured: NO_SUCH_MESH },
  /** `discoverySelectors` hide Istio's own resources too, not only what Kubernetes serves. */
  'discovery-selects-istio-resources': {
    rule: 'VD-33',
    releases: [since('1.22')],
    flag: flag('ENABLE_ENHANCED_RESOURCE_SCOPING', between('1.16', '1.25')),
    unmeasured: NO_SUCH_MESH,
  },
} as const satisfies Readonly<Record<string, Row>>;

export type Behaviour = keyof typeof behaviours;

/** Answers whether istiod does it. */
export type Behaves = (behaviour: Behaviour) => boolean;

const flagSpans: ReadonlyMap<string, readonly Span[]> = spansByFlag(Object.values(behaviours));

/** The feature flags of istiod that decide some behaviour in some release. */
export const featureFlags: readonly string[] = [...flagSpans.keys()].sort();

/** Whether the flag decides anything in that release. */
export function hasFlag(version: Version, name: string): boolean {
  return isWithinAny(version, flagSpans.get(name) ?? []);
}

function spansByFlag(rows: readonly Row[]): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>();
  for (const { flag } of rows) {
    if (flag !== undefined) spans.set(flag.name, [...(spans.get(flag.name) ?? []), ...flag.releases]);
  }
  return spans;
}

/** What a release does under those feature flags of istiod. */
export function behavesLike(version: Version, flags: ReadonlyMap<string, boolean>): Behaves {
  return behaviour => {
    const { releases, flag }: Row = behaviours[behaviour];
    const given = isWithinAny(version, flag?.releases ?? []) ? flags.get(flag?.name ?? '') : undefined;
    return given ?? isWithinAny(version, releases);
  };
}

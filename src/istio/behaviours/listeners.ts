import { before, between, since } from '../span.js';
import { flag, noted, unasked, unnoted, type Row } from './row.js';

/** On which addresses a sidecar listens, and how it tells connections apart there. */
export const listenerBehaviours = {
  'lasting-subnets': {
    rule: 'VD-58',
    does: 'destinationSubnets of a tls match of a VirtualService hold for later matches as well, until one states its own',
    otherwise: 'destinationSubnets of a tls match of a VirtualService hold for that match alone',
    releases: [since('1.23')],
    note: unnoted(51967),
  },
  'reserved-metadata-ports': {
    rule: 'VD-53',
    does: 'HTTP services on the ports of the sidecar’s own health and metrics (15021, 15090) get no listener',
    otherwise:
      'HTTP services on the ports of the sidecar’s own health and metrics (15021, 15090) get a listener that clashes with it',
    releases: [since('1.19')],
    note: unnoted(45670),
  },
  'reserved-capture-ports': {
    rule: 'VD-54',
    does: 'HTTP services on the ports to which traffic is redirected (15001, 15006) get no listener',
    otherwise:
      'HTTP services on the ports to which traffic is redirected (15001, 15006) get a listener that clashes with it',
    releases: [since('1.21')],
    note: unnoted(48551),
  },
  'explicit-ports-by-service': {
    rule: 'VD-51',
    does: 'An egress listener of a Sidecar with a port listens on the addresses of the services that it imports',
    otherwise:
      'An egress listener of a Sidecar with a port listens on every address, so that the first service takes all connections to the port',
    releases: [since('1.16')],
    note: unnoted(41311),
  },
  'http-1.0-chains': {
    rule: 'VD-47',
    does: 'HTTP/1.0 is recognised as HTTP where the sidecar looks into connections',
    otherwise: 'HTTP/1.0 is treated as plain TCP where the sidecar looks into connections',
    releases: [before('1.13')],
    flag: flag('PILOT_HTTP10', since('1.13')),
    note: noted(36722),
    unasked: unasked.http10,
  },
  'ipv6-entries': {
    rule: 'VD-15',
    does: 'A ServiceEntry without addresses is listened for on every IPv6 address, where the pod has IPv6 alone',
    otherwise: 'A ServiceEntry without addresses is listened for on 0.0.0.0, which calls over IPv6 do not meet',
    releases: [since('1.18')],
    note: unnoted(43661),
    unasked: unasked.ipv6,
  },
  'ipv6-entries-by-prefix': {
    rule: 'VD-15',
    does: 'A pod of IPv6 alone tells ServiceEntries without addresses by the prefix ::/0',
    otherwise: 'A pod of IPv6 alone listens for ServiceEntries without addresses without asking for a prefix',
    releases: [between('1.18', '1.20')],
    note: unnoted(46795),
    unasked: unasked.ipv6,
  },
  'ipv6-server-names': {
    rule: 'VD-16',
    does: 'On a pod of IPv6 alone a TLS ServiceEntry without addresses takes only connections that name its host',
    otherwise: 'On a pod of IPv6 alone a TLS ServiceEntry without addresses takes every connection to its port',
    releases: [since('1.20.4')],
    note: noted(49526),
    unasked: unasked.ipv6,
  },
  'checked-mixes': {
    rule: 'VD-55',
    does: 'HTTP and TCP services on one address that a Sidecar binds are held against each other, and the first keeps the port',
    otherwise: 'HTTP and TCP services on one address that a Sidecar binds both stay',
    releases: [since('1.19.1')],
    note: unnoted(46227),
  },
  'inspectors-of-final-chains': {
    rule: 'VD-55',
    does: 'A listener looks into connections as its services ask for in the end',
    otherwise: 'A listener looks into connections as its services asked for when each was added',
    releases: [since('1.19.1')],
    note: unnoted(46227),
  },
  'merged-inspectors': {
    rule: 'VD-49',
    does: 'A TLS service that joins a port of an older TCP service is told by its server name',
    otherwise:
      'A TLS service that joins a port of an older TCP service is not reached: nothing reads the server name, but for the Envoy of early releases, which did so unasked',
    releases: [between('1.13.8', '1.14'), since('1.14.4')],
    note: noted(40072),
  },
  'headless-endpoint-listeners': {
    rule: 'VD-57',
    does: 'A headless Service has a listener for each of its endpoints',
    otherwise: 'A headless Service has one listener for the whole port',
    releases: [since('1.11')],
    flag: flag('PILOT_ENABLE_HEADLESS_SERVICE_POD_LISTENERS', before('1.22')),
    note: noted(49494),
  },
  'sidecar-dynamic-dns': {
    rule: 'VD-11',
    does: 'A ServiceEntry for a wildcard host with resolution DYNAMIC_DNS carries calls from sidecars, also of TLS',
    otherwise:
      'A ServiceEntry for a wildcard host with resolution DYNAMIC_DNS carries no call from a sidecar, and may have ports of HTTP only',
    releases: [since('1.30')],
    note: noted(58688),
  },
  'tls-inspector-beside-http': {
    rule: 'VD-59',
    does: 'A listener that looks for HTTP looks for TLS as well',
    otherwise: 'A listener looks for TLS only where a service asks for a server name',
    releases: [before('1.25')],
    note: unnoted(54080),
  },
} as const satisfies Readonly<Record<string, Row>>;

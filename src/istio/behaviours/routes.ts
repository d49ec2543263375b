import { before, between, since } from '../span.js';
import { flag, noted, unasked, unnoted, type Row } from './row.js';

/** Where an HTTP request goes once a listener has it. */
export const routeBehaviours = {
  'oldest-wildcard-route': {
    rule: 'VD-28',
    does: 'Of VirtualServices whose wildcard hosts cover a service, the oldest has it',
    otherwise: 'Of VirtualServices whose wildcard hosts cover a service, the one with the most specific host has it',
    releases: [before('1.18.7'), between('1.19', '1.19.6'), between('1.20', '1.20.2')],
    flag: flag(
      'PERSIST_OLDEST_FIRST_HEURISTIC_FOR_VIRTUAL_SERVICE_HOST_MATCHING',
      between('1.18.7', '1.19'),
      between('1.19.6', '1.20'),
      between('1.20.2', '1.24'),
    ),
    note: noted(48071),
  },
  'catch-all-routes': {
    rule: 'RT-4',
    does: 'A route that matches every request ends the list of a VirtualService, whatever it asks of the caller',
    otherwise:
      'A route that matches every request ends the list of a VirtualService only if it asks nothing of the caller',
    releases: [between('1.13.6', '1.14'), since('1.14.1')],
    note: noted(39218),
  },
  'private-http-proxy-tables': {
    rule: 'VD-67',
    does: 'An HTTP proxy listener of a Sidecar knows one service, and answers 404 for every other host',
    otherwise: 'An HTTP proxy listener of a Sidecar knows all services that it imports',
    releases: [before('1.12')],
    note: unnoted(34774),
  },
  'private-tables-for-any-host': {
    rule: 'VD-44',
    does: 'At the address of one service whose protocol is told by looking, any Host is accepted',
    otherwise:
      'At the address of one service whose protocol is told by looking, a Host that is not its own is answered 404',
    releases: [since('1.12')],
    note: noted(34680),
    unasked: unasked.hosts,
  },
  'every-address-a-domain': {
    rule: 'VD-45',
    does: 'A request whose Host is an IPv6 address or a prefix of a service is one for that service',
    otherwise: 'Only an IPv4 address as Host stands for a service',
    releases: [since('1.12')],
    note: unnoted(35697),
    unasked: unasked.hosts,
  },
  'port-blind-hosts': {
    rule: 'VD-50',
    does: 'The port of a Host header does not count',
    otherwise: 'A Host header with another port than the service’s is an unknown host',
    releases: [since('1.16')],
    flag: flag('SIDECAR_IGNORE_PORT_IN_HOST_MATCH', between('1.15', '1.19')),
    note: noted(40475),
    unasked: unasked.hosts,
  },
  'domains-in-any-case': {
    rule: 'VD-61',
    does: 'Hosts that differ only in case are one host',
    otherwise: 'Hosts that differ only in case are two, and the sidecar’s Envoy refuses the routes of the whole port',
    releases: [since('1.19')],
    note: unnoted(45725),
  },
  'claimable-aliases': {
    rule: 'RT-9',
    does: 'A VirtualService for an ExternalName Service has it by all its names',
    otherwise: 'A VirtualService for an ExternalName Service has it by its full host alone',
    releases: [since('1.24')],
    note: unnoted(52589),
  },
  'lower-case-hosts': {
    rule: 'VD-60',
    does: 'Hosts are lower-cased where requests are told by their Host',
    otherwise: 'Hosts stand as written where requests are told by their Host',
    releases: [since('1.27')],
    note: unnoted(56090),
  },
  'final-dot-names': {
    rule: 'VD-60',
    does: 'A host with a final dot is the same host',
    otherwise: 'A host with a final dot is unknown',
    releases: [since('1.27')],
    flag: flag('PILOT_ENABLE_ABSOLUTE_FQDN_VHOST_DOMAIN', since('1.27')),
    note: noted(56008),
    unasked: unasked.hosts,
  },
  'own-family-domains': {
    rule: 'RT-10',
    does: 'A request whose Host is an address of the family that the pod does not speak is one for an unknown host',
    otherwise: 'A request whose Host is the address of a Service is one for that Service, whatever its family',
    releases: [since('1.30')],
    note: unnoted(58743),
    unasked: unasked.ipv6,
  },
} as const satisfies Readonly<Record<string, Row>>;

import { between, since } from '../span.js';
import { flag, noted, unnoted, type Row } from './row.js';

/** Which addresses stand for services: automatic ones, and those of a second family. */
export const addressBehaviours = {
  'addresses-in-status': {
    rule: 'VD-8',
    does: 'Automatic addresses of ServiceEntries stand in their status, where a controller wrote them',
    otherwise: 'istiod makes up automatic addresses of ServiceEntries as it goes',
    releases: [since('1.25')],
    flag: flag('PILOT_ENABLE_IP_AUTOALLOCATE', since('1.23')),
    note: noted(53661),
  },
  'status-addresses-for-all': {
    rule: 'CV-20',
    does: 'Every sidecar uses the addresses in the status of ServiceEntries, whether or not it answers for DNS',
    otherwise: 'Only sidecars that answer for DNS use the addresses in the status of ServiceEntries',
    releases: [between('1.23.0', '1.23.1')],
    note: noted(52612),
  },
  'hashed-addresses': {
    rule: 'CV-19',
    does: 'Automatic addresses of ServiceEntries follow from their namespace and host',
    otherwise: 'Automatic addresses of ServiceEntries are counted, and change when others come or go',
    releases: [since('1.17')],
    note: unnoted(42624),
  },
  'repeats-take-a-number': {
    rule: 'CV-19',
    does: 'A second ServiceEntry of a host in its namespace makes no other automatic address move',
    otherwise: 'A second ServiceEntry of a host in its namespace can make other automatic addresses move',
    releases: [since('1.22')],
    note: noted(49965),
  },
  'one-address-a-host': {
    rule: 'CV-19',
    does: 'ServiceEntries of one host share their automatic address',
    otherwise: 'Each ServiceEntry of a host has an automatic address of its own',
    releases: [between('1.14.5', '1.15'), since('1.15.1')],
    note: noted(40165),
  },
  'automatic-ipv6': {
    rule: 'CV-19',
    does: 'ServiceEntries have automatic addresses of IPv6, too, and a sidecar uses those of its own family',
    otherwise: 'Automatic addresses of ServiceEntries are of IPv4 alone',
    releases: [since('1.14')],
    note: unnoted(38312),
  },
  'additional-addresses': {
    rule: 'CV-18',
    does: 'A pod with addresses of IPv4 and IPv6 listens on both for each service',
    otherwise: 'A pod with addresses of IPv4 and IPv6 listens for each service on one of them',
    releases: [between('1.16', '1.17'), between('1.22.4', '1.22.5'), between('1.23.0', '1.23.1'), since('1.24')],
    flag: flag('ISTIO_DUAL_STACK', between('1.17', '1.24')),
    note: noted(51967),
  },
  'additional-capture-address': {
    rule: 'CV-18',
    does: 'Calls over both IPv4 and IPv6 that no listener takes are captured',
    otherwise: 'Calls that no listener takes are captured in one address family only',
    releases: [between('1.16', '1.17')],
    flag: flag('ISTIO_DUAL_STACK', since('1.17')),
    note: noted(41618),
  },
  'additional-entry-address': {
    rule: 'CV-18',
    does: 'A pod with addresses of IPv4 and IPv6 listens on both for a ServiceEntry without addresses',
    otherwise: 'A pod with addresses of IPv4 and IPv6 listens on one of them for a ServiceEntry without addresses',
    releases: [since('1.20')],
    note: unnoted(46795),
  },
  'additional-service-addresses': {
    rule: 'CV-18',
    does: 'A pod with addresses of IPv4 and IPv6 listens on both addresses of a Kubernetes Service',
    otherwise: 'A pod with addresses of IPv4 and IPv6 listens on one address of a Kubernetes Service',
    releases: [between('1.16', '1.17')],
    flag: flag('ISTIO_DUAL_STACK', since('1.17')),
    note: noted(41618),
  },
  'own-family-addresses': {
    rule: 'CV-17',
    does: 'Of the addresses of a Kubernetes Service, a pod uses the first that it can speak to',
    otherwise: 'Of the addresses of a Kubernetes Service, every pod uses the first',
    releases: [since('1.24')],
    note: unnoted(52365),
  },
} as const satisfies Readonly<Record<string, Row>>;

import { before, between, since } from '../span.js';
import { flag, noted, unnoted, type Row } from './row.js';

/** How Services, ServiceEntries and DestinationRules are read, and which of them goes first. */
export const serviceBehaviours = {
  'thrift-protocol': {
    rule: 'VD-3',
    does: 'THRIFT is a protocol of ports, carried as plain TCP',
    otherwise: 'THRIFT is no protocol that Istio knows: the sidecar looks into each connection to tell HTTP from TCP',
    releases: [before('1.14')],
    note: unnoted(37287),
  },
  'repeated-subsets': {
    rule: 'IN-6',
    does: 'A DestinationRule may name a subset twice',
    otherwise: 'A DestinationRule that names a subset twice is refused when it is applied',
    releases: [before('1.22')],
    note: noted(49994),
  },
  'h2c-app-protocol': {
    rule: 'VD-5',
    does: 'appProtocol kubernetes.io/h2c is HTTP/2',
    otherwise:
      'appProtocol kubernetes.io/h2c says nothing: the sidecar looks into each connection to tell HTTP from TCP',
    releases: [since('1.19')],
    note: unnoted(43988),
  },
  'websocket-app-protocols': {
    rule: 'VD-6',
    does: 'appProtocol kubernetes.io/ws is HTTP, and kubernetes.io/wss is HTTPS',
    otherwise:
      'appProtocol kubernetes.io/ws and kubernetes.io/wss say nothing: the sidecar looks into each connection to tell HTTP from TCP',
    releases: [since('1.24')],
    note: unnoted(53164),
  },
  'trimmed-export-to': {
    rule: 'VD-7',
    does: 'Spaces in the annotation networking.istio.io/exportTo of a Service do not count',
    otherwise:
      'A space in the annotation networking.istio.io/exportTo of a Service is part of the name beside it, which then means no namespace',
    releases: [since('1.24')],
    note: noted(53367),
  },
  'headless-without-address': {
    rule: 'VD-2',
    does: 'A Service without clusterIP counts as headless: calls go to the address of the pod that is dialled',
    otherwise: 'A Service without clusterIP is one whose address is not known',
    releases: [before('1.12')],
    note: unnoted(34167),
  },
  'ties-in-registry-order': {
    rule: 'VD-20',
    does: 'Services of equal age stand as their registries have them: ServiceEntries by name, then Services by host',
    otherwise: 'Services of equal age stand in the order of their names, whatever declares them',
    releases: [before('1.13')],
    note: unnoted(35542),
  },
  'ties-by-name': {
    rule: 'VD-20',
    does: 'Resources of equal age go by name, then by namespace',
    otherwise: 'Resources of equal age go by the text NAME.NAMESPACE, in which a dot ends no name',
    releases: [since('1.23')],
    note: unnoted(51684),
  },
  'external-name-aliases': {
    rule: 'VD-29',
    does: 'An ExternalName Service is only another name of the service that it means',
    otherwise:
      'An ExternalName Service is a destination of its own, and unless its port is HTTP it takes every connection to that port that nothing else claims',
    releases: [since('1.21')],
    flag: flag('ENABLE_EXTERNAL_NAME_ALIAS', between('1.20', '1.24')),
    note: noted(47664),
  },
  'oldest-named': {
    rule: 'VD-27',
    does: 'Where one host is declared several times in a namespace, rules mean the oldest, and a Kubernetes Service before any ServiceEntry',
    otherwise: 'Where one host is declared several times in a namespace, rules mean the youngest',
    releases: [since('1.21')],
    note: unnoted(48410),
  },
  'kubernetes-registry-first': {
    rule: 'VD-21',
    does: 'Of a Service and a ServiceEntry that are equal in age, name and namespace, the Service goes first',
    otherwise: 'Of a Service and a ServiceEntry that are equal in age, name and namespace, the ServiceEntry goes first',
    releases: [between('1.20.8', '1.21'), between('1.21.4', '1.22'), since('1.22.1')],
    note: noted(51003),
  },
  'shared-merges': {
    rule: 'VD-24',
    does: 'Ports that one Sidecar lets a service join stay joined for the workloads of all Sidecars',
    otherwise: 'Ports that one Sidecar lets a service join are joined for its own workloads only',
    releases: [before('1.14')],
    note: noted(39325),
  },
  'rules-merge-by-export-to': {
    rule: 'IN-6',
    does: 'DestinationRules of one host are merged only as far as they are exported to the same namespaces',
    otherwise: 'DestinationRules of one host are merged, whomever they are exported to',
    releases: [since('1.24')],
    flag: flag('ENABLE_ENHANCED_DESTINATIONRULE_MERGE', since('1.24')),
    note: noted(52636),
  },
  'endpoint-slices': {
    rule: 'LI-10',
    does: 'Endpoints of Services are read from EndpointSlices',
    otherwise: 'Endpoints of Services are read from Endpoints, as long as Kubernetes is older than 1.21',
    releases: [since('1.19')],
    flag: flag('PILOT_USE_ENDPOINT_SLICE', before('1.19')),
    note: unnoted(44333),
  },
  'whole-default-export-list': {
    rule: 'VD-35',
    does: 'MeshConfig’s default exportTo may name namespaces',
    otherwise:
      'Of MeshConfig’s default exportTo only "." and "*" count: a list that names namespaces hides what it is for',
    releases: [since('1.30.3')],
    note: noted(60819),
  },
  'private-among-exported': {
    rule: 'VD-40',
    does: 'What is private to a namespace and what others export to it go by age',
    otherwise: 'What is private to a namespace goes before what others export to it, whatever their age',
    releases: [since('1.30.3')],
    note: unnoted(60726),
  },
} as const satisfies Readonly<Record<string, Row>>;

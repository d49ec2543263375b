import { before, between, since } from '../span.js';
import { flag, NO_SUCH_MESH, noted, unnoted, type Row } from './row.js';

/** What workloads see: by their Sidecar, without one, and through rules. */
export const scopeBehaviours = {
  'unified-sidecar-scope': {
    rule: 'SC-13',
    does: 'Of a host that several namespaces declare, a Sidecar imports that of the own namespace, else a Kubernetes Service; and the own namespace’s Gateway API routes go first',
    otherwise:
      'Of a host that several namespaces declare, a Sidecar imports that of the own namespace, else the first in order, Service or ServiceEntry; and Gateway API routes go by age',
    releases: [since('1.24')],
    flag: flag('PILOT_UNIFIED_SIDECAR_SCOPE', since('1.24')),
    note: noted(51776),
  },
  'default-scope-like-sidecar': {
    rule: 'VD-36',
    does: 'Workloads without a Sidecar see what a Sidecar that imports everything would show them',
    otherwise: 'Workloads without a Sidecar see what rules of their own choose, which do not prefer the own namespace',
    releases: [since('1.24')],
    flag: flag('PILOT_UNIFIED_SIDECAR_SCOPE', between('1.24', '1.27')),
    note: noted(51776),
  },
  'one-service-a-host-without-sidecar': {
    rule: 'VD-37',
    does: 'For workloads without a Sidecar each host is one service: other declarations of it only add their ports',
    otherwise: 'Workloads without a Sidecar have a listener for each declaration of a host',
    releases: [since('1.22')],
    note: noted(50711),
  },
  'own-gateway-routes-first-without-sidecar': {
    rule: 'SC-15',
    does: 'For workloads without a Sidecar the public Gateway API routes of the own namespace go first',
    otherwise: 'For workloads without a Sidecar public Gateway API routes go by age',
    releases: [since('1.19')],
    note: unnoted(45065),
  },
  'destinations-by-source-namespace': {
    rule: 'VD-31',
    does: 'Rules that are for other namespaces alone bring their destinations to nobody else',
    otherwise: 'A rule brings its destinations to everyone who sees it, also where it holds for other namespaces alone',
    releases: [since('1.24')],
    note: noted(52302),
  },
  'merge-like-services': {
    rule: 'VD-30',
    does: 'Declarations of one host join their ports only if they agree in all else',
    otherwise: 'Declarations of one host join their ports if they are of one namespace',
    releases: [since('1.22')],
    note: noted(49595),
  },
  'routes-by-name': {
    rule: 'VD-19',
    does: 'Of VirtualServices of one name a Sidecar imports the first, and loses those of other namespaces',
    otherwise: 'A Sidecar imports VirtualServices of one name from every namespace that it names',
    releases: [before('1.12')],
    note: unnoted(34247),
  },
  'root-sidecar-everywhere': {
    rule: 'VD-18',
    does: 'The Sidecar of the root namespace governs every namespace that has none',
    otherwise:
      'The Sidecar of the root namespace does not govern namespaces without services of their own: their workloads see everything',
    releases: [since('1.12')],
    note: unnoted(34926),
  },
  'fall-through-to-any-namespace': {
    rule: 'VD-22',
    does: 'What the egress hosts of a Sidecar for one namespace do not name, those for any namespace ("*/…") may',
    otherwise: 'Egress hosts of a Sidecar for one namespace make those for any namespace ("*/…") void there',
    releases: [since('1.15')],
    note: unnoted(38638),
  },
  'destination-ports': {
    rule: 'VD-23',
    does: 'A destination that only a rule names brings the ports that the rule names',
    otherwise: 'A destination that only a rule names brings all its ports',
    releases: [since('1.15')],
    note: unnoted(39067),
  },
  'best-destination-namespace': {
    rule: 'VD-32',
    does: 'Of a VirtualService’s destination that several namespaces declare, the Kubernetes Service is meant, else the oldest',
    otherwise:
      'Of a VirtualService’s destination that several namespaces declare, that of the first namespace in the alphabet is meant',
    releases: [since('1.30')],
    flag: flag('PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE', since('1.30')),
    note: noted(59486),
  },
  'copies-keep-endpoints': {
    rule: 'VD-70',
    does: 'A ServiceEntry that a Sidecar imports on a port of its own keeps its endpoints',
    otherwise: 'A ServiceEntry that a Sidecar imports on a port of its own loses its endpoints, and calls to it fail',
    releases: [since('1.12')],
    note: unnoted(34898),
  },
  'copies-keep-automatic-addresses': {
    rule: 'VD-68',
    does: 'A ServiceEntry that a Sidecar imports on a port of its own keeps its automatic address',
    otherwise: 'A ServiceEntry that a Sidecar imports on a port of its own loses its automatic address',
    releases: [since('1.13')],
    note: unnoted(35542),
    unmeasured: NO_SUCH_MESH,
  },
  'discovery-selects-istio-resources': {
    rule: 'VD-33',
    does: 'discoverySelectors hide the ServiceEntries, Sidecars and rules of the namespaces that they leave out, too',
    otherwise:
      'discoverySelectors hide only what Kubernetes serves: ServiceEntries, Sidecars and rules of all namespaces count',
    releases: [since('1.22')],
    flag: flag('ENABLE_ENHANCED_RESOURCE_SCOPING', between('1.16', '1.25')),
    note: noted(49719),
    unmeasured: NO_SUCH_MESH,
  },
} as const satisfies Readonly<Record<string, Row>>;

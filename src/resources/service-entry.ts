import type { Admission } from './admission.js';
import type { SourceDocument } from '../source/document.js';
import { nodeAt } from '../source/node.js';
import type { Report } from './fault.js';
import { list, optional, readNode, string, type ValueOf } from './fields.js';
import { readIstioIdentity } from './istio-metadata.js';
import { enumeration, message, readSpec, uint32 } from './protobuf-fields.js';
import type { ServiceEntry } from './resource.js';
import { validateServiceEntry } from './service-entry-validation.js';
import { workloadEntry } from './workload-entry.js';
import { workloadSelector } from './workload-selector.js';

const servicePort = message({ number: uint32, protocol: string, name: string, targetPort: uint32 });

const serviceEntrySpec = message({
  hosts: list(string),
  addresses: list(string),
  ports: list(servicePort),
  location: enumeration('MESH_EXTERNAL', 'MESH_INTERNAL'),
  resolution: enumeration('NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'),
  endpoints: list(workloadEntry),
  workloadSelector: optional(workloadSelector),
  exportTo: list(string),
  subjectAltNames: list(string),
});

/** `networking.istio.io` ServiceEntry, as `networking/v1alpha3/service_entry.proto` has it. */
export type ServiceEntrySpec = ValueOf<typeof serviceEntrySpec>;

const serviceEntryStatus = message({ addresses: list(message({ value: string, host: string })) });

/** Decodes and validates a ServiceEntry; null where its spec cannot be read. */
export function decodeServiceEntry(
  document: SourceDocument,
  report: Report,
  admission: Admission,
): ServiceEntry | null {
  const identity = readIstioIdentity(document, report);
  const spec = readSpec(serviceEntrySpec, document, report);
  if (spec === null) return null;
  validateServiceEntry(spec, identity, report, admission);
  // Istio only logs what it cannot read in a status (`crd.ConvertObjectInternal`).
  const status = readNode(serviceEntryStatus, nodeAt(document.root, ['status']), ['status'], () => undefined);
  return {
    kind: 'ServiceEntry',
    ...identity,
    hosts: spec.hosts,
    addresses: spec.addresses,
    ports: spec.ports.map(({ number, protocol, name, targetPort }) => ({
      name,
      number,
      protocol,
      targetPort: targetPort || null,
    })),
    // A resolution without a name is refused; a location without one counts as the first.
    resolution: typeof spec.resolution === 'number' ? 'NONE' : spec.resolution,
    location: typeof spec.location === 'number' ? 'MESH_INTERNAL' : spec.location,
    endpoints: spec.endpoints.map(({ address, ports, labels }) => ({ address, ports, labels })),
    workloadSelector: spec.workloadSelector?.labels ?? null,
    exportTo: spec.exportTo.length === 0 ? null : spec.exportTo,
    automaticAddresses: status.addresses,
  };
}

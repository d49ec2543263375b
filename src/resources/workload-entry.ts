import type { SourceDocument } from '../source/document.js';
import { nodeAt } from '../source/node.js';
import type { Report } from './fault.js';
import { list, mapOf, readNode, string, type ValueOf } from './fields.js';
import { readIstioIdentity } from './istio-metadata.js';
import { message, readSpec, uint32 } from './protobuf-fields.js';
import type { Labels, WorkloadEntry } from './resource.js';
import { validateWorkloadEntry } from './workload-entry-validation.js';

/** Reads a `WorkloadEntry` message, which is also an endpoint of a ServiceEntry. */
export const workloadEntry = message({
  address: string,
  ports: mapOf(uint32),
  labels: mapOf(string),
  network: string,
  locality: string,
  weight: uint32,
  serviceAccount: string,
});

/** `networking.istio.io` WorkloadEntry, as `networking/v1alpha3/workload_entry.proto` has it. */
export type WorkloadEntrySpec = ValueOf<typeof workloadEntry>;

const status = message({ conditions: list(message({ type: string, status: string })) });

/** Decodes and validates a WorkloadEntry; null where its spec cannot be read. */
export function decodeWorkloadEntry(document: SourceDocument, report: Report): WorkloadEntry | null {
  const identity = readIstioIdentity(document, report);
  const spec = readSpec(workloadEntry, document, report);
  if (spec === null) return null;
  validateWorkloadEntry(spec, report);
  return {
    kind: 'WorkloadEntry',
    ...identity,
    endpoint: { address: spec.address, ports: spec.ports, labels: { ...spec.labels, ...identity.labels } },
    isHealthy: !hasHealthChecks(identity.annotations) || isFoundHealthy(document),
  };
}

/** As Go's `strconv.ParseBool` has it (`parseHealthAnnotation`). */
function hasHealthChecks(annotations: Labels): boolean {
  return ['1', 't', 'T', 'TRUE', 'true', 'True'].includes(annotations['proxy.istio.io/health-checks-enabled'] ?? '');
}

function isFoundHealthy(document: SourceDocument): boolean {
  const { conditions } = readNode(status, nodeAt(document.root, ['status']), ['status'], () => undefined);
  return conditions.find(({ type }) => type === 'Healthy')?.status === 'True';
}

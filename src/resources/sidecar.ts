import type { Admission } from './admission.js';
import type { SourceDocument } from '../source/document.js';
import { connectionPoolSettings } from './connection-pool.js';
import { destination } from './destination.js';
import type { Report } from './fault.js';
import { list, optional, string, type ValueOf } from './fields.js';
import { readIstioIdentity } from './istio-metadata.js';
import { enumeration, message, readSpec, uint32 } from './protobuf-fields.js';
import type { Sidecar } from './resource.js';
import { serverTlsSettings } from './server-tls.js';
import { validateSidecar } from './sidecar-validation.js';
import { workloadSelector } from './workload-selector.js';

const sidecarPort = message({ number: uint32, protocol: string, name: string, targetPort: uint32 });
const captureMode = enumeration('DEFAULT', 'IPTABLES', 'NONE');

const ingressListener = message({
  port: optional(sidecarPort),
  bind: string,
  captureMode,
  defaultEndpoint: string,
  tls: optional(serverTlsSettings),
  connectionPool: optional(connectionPoolSettings),
});

const egressListener = message({ port: optional(sidecarPort), bind: string, captureMode, hosts: list(string) });

const sidecarSpec = message({
  workloadSelector: optional(workloadSelector),
  ingress: list(ingressListener),
  egress: list(egressListener),
  inboundConnectionPool: optional(connectionPoolSettings),
  outboundTrafficPolicy: optional(
    message({ mode: enumeration('REGISTRY_ONLY', 'ALLOW_ANY'), egressProxy: optional(destination) }),
  ),
});

/** `networking.istio.io` Sidecar, as `networking/v1alpha3/sidecar.proto` has it. */
export type SidecarSpec = ValueOf<typeof sidecarSpec>;

/** Decodes and validates a Sidecar; null where its spec cannot be read. */
export function decodeSidecar(document: SourceDocument, report: Report, admission: Admission): Sidecar | null {
  const identity = readIstioIdentity(document, report);
  const spec = readSpec(sidecarSpec, document, report);
  if (spec === null) return null;
  validateSidecar(spec, report, admission);
  return {
    kind: 'Sidecar',
    ...identity,
    workloadSelector: spec.workloadSelector?.labels ?? null,
    egress: spec.egress.map(({ port, bind, captureMode, hosts }) => ({
      port: port === null ? null : { number: port.number, protocol: port.protocol, name: port.name },
      bind,
      captureMode: typeof captureMode === 'number' ? 'DEFAULT' : captureMode,
      hosts,
    })),
    outboundTrafficPolicy: trafficPolicyOf(spec.outboundTrafficPolicy),
  };
}

function trafficPolicyOf(policy: SidecarSpec['outboundTrafficPolicy']): Sidecar['outboundTrafficPolicy'] {
  if (policy === null) return null;
  const { mode, egressProxy } = policy;
  return { mode: mode === 'ALLOW_ANY' ? 'ALLOW_ANY' : 'REGISTRY_ONLY', egressProxy };
}

import type { SourceDocument } from '../source/document.js';
import { nodeAt } from '../source/node.js';
import { newestAdmission, type Admission } from './admission.js';
import { decodeDestinationRule } from './destination-rule/destination-rule.js';
import { faultAt, type Fault, type Path, type Report } from './fault.js';
import { decodeGrpcRoute, decodeHttpRoute, decodeTcpRoute, decodeTlsRoute } from './gateway-api/decode-route.js';
import { readIdentity } from './metadata.js';
import { decodeNamespace } from './namespace.js';
import { decodeApplication } from './installation/argo-application.js';
import { decodeChart, decodeChartValues } from './installation/chart.js';
import { decodeConfigMap } from './installation/config-map.js';
import { decodeHelmRelease } from './installation/helm-release.js';
import { decodeIstioOperator } from './installation/istio-operator.js';
import { decodeDeployment } from './installation/istiod-deployment.js';
import { sailDecoder } from './installation/sail-istio.js';
import type { Resource } from './resource.js';
import { decodeEndpoints } from './endpoints.js';
import { decodeEnvoyFilter } from './envoy-filter.js';
import { decodeEndpointSlice } from './endpoint-slice.js';
import { decodeServiceEntry } from './service-entry.js';
import { decodeService } from './service.js';
import { decodeSidecar } from './sidecar.js';
import { decodeVirtualService } from './virtual-service/virtual-service.js';
import { decodeWorkloadEntry } from './workload-entry.js';
import { decodeCronJob, decodePod, decodeRollout, podMaker } from './workload.js';

/** What a manifest is to us: a resource, one that its API server or webhook would refuse, or none of our kinds. */
export type Decoded =
  | { readonly outcome: 'resource'; readonly resource: Resource }
  | ({ readonly outcome: 'invalid' } & Invalid)
  | { readonly outcome: 'foreign' };

/** A refused manifest: left out of the simulation. */
export interface Invalid {
  readonly document: SourceDocument;
  /** As written: `ServiceEntry`, `Deployment`. */
  readonly kind: string;
  readonly namespace: string;
  /** Empty where the manifest has none. */
  readonly name: string;
  /** At least one, in the order of the checks. */
  readonly faults: readonly Fault[];
}

type Decoder = (document: SourceDocument, report: Report, admission: Admission) => Resource | null;

// Istio's webhook looks a kind up by its group alone (`FindByGroupKind`), and our kinds of `apps` and `batch` have
// had the same pod template in every version.
const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['/Service', decodeService],
  ['/Endpoints', decodeEndpoints],
  ['discovery.k8s.io/EndpointSlice', decodeEndpointSlice],
  ['/Namespace', decodeNamespace],
  ['/Pod', decodePod],
  ['apps/Deployment', decodeDeployment],
  ['apps/StatefulSet', podMaker('StatefulSet')],
  ['apps/DaemonSet', podMaker('DaemonSet')],
  ['apps/ReplicaSet', podMaker('ReplicaSet')],
  ['batch/Job', podMaker('Job')],
  ['batch/CronJob', decodeCronJob],
  ['argoproj.io/Rollout', decodeRollout],
  // Not the Service of Kubernetes that Knative makes beside it, which has the same name.
  ['serving.knative.dev/Service', podMaker('KnativeService')],
  ['/ConfigMap', decodeConfigMap],
  ['install.istio.io/IstioOperator', decodeIstioOperator],
  ['sailoperator.io/Istio', sailDecoder('Istio')],
  ['sailoperator.io/IstioRevision', sailDecoder('IstioRevision')],
  ['helm.sh/Chart', decodeChart],
  ['helm.sh/ChartValues', decodeChartValues],
  ['helm.toolkit.fluxcd.io/HelmRelease', decodeHelmRelease],
  ['argoproj.io/Application', decodeApplication],
  ['networking.istio.io/ServiceEntry', decodeServiceEntry],
  ['networking.istio.io/WorkloadEntry', decodeWorkloadEntry],
  ['networking.istio.io/Sidecar', decodeSidecar],
  ['networking.istio.io/VirtualService', decodeVirtualService],
  ['networking.istio.io/DestinationRule', decodeDestinationRule],
  ['networking.istio.io/EnvoyFilter', decodeEnvoyFilter],
  ['gateway.networking.k8s.io/HTTPRoute', decodeHttpRoute],
  ['gateway.networking.k8s.io/GRPCRoute', decodeGrpcRoute],
  ['gateway.networking.k8s.io/TLSRoute', decodeTlsRoute],
  ['gateway.networking.k8s.io/TCPRoute', decodeTcpRoute],
]);

const foreign: Decoded = { outcome: 'foreign' };

/** Decides what a manifest is. Never throws, whatever the manifest holds. */
export function decode(document: SourceDocument, admission: Admission = newestAdmission): Decoded {
  const kind = textAt(document, 'kind');
  const decoder = decoders.get(`${groupOf(textAt(document, 'apiVersion'))}/${kind}`);
  if (decoder === undefined) return foreign;

  const found: { readonly path: Path; readonly expected: string }[] = [];
  const resource = decoder(document, (path, expected) => found.push({ path, expected }), admission);
  if (found.length > 0) {
    // What was read may have values placed that stand as text in the manifest.
    const faults = found.map(({ path, expected }) => faultAt(resource?.document ?? document, path, expected));
    const { namespace, name } = resource ?? readIdentity(document, () => undefined);
    return { outcome: 'invalid', document, kind, namespace, name, faults };
  }
  return resource === null ? foreign : { outcome: 'resource', resource };
}

function textAt({ root }: SourceDocument, field: string): string {
  const node = nodeAt(root, [field]);
  return node?.kind === 'scalar' ? node.text : '';
}

/** `networking.istio.io` of `networking.istio.io/v1`; empty for `v1`, the core group. */
function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  if (slash < 0) return apiVersion === 'v1' ? '' : 'unknown';
  return apiVersion.slice(0, slash);
}

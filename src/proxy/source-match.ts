import { MESH_GATEWAY } from '../mesh/virtual-services.js';
import type { SourceMatch } from '../resources/route-rules.js';
import { selects } from '../resources/label.js';
import type { Proxy } from './proxy.js';

/** Whether the static part of a tls or tcp match holds for this sidecar and listener (LI-24, `matchTLS`, `matchTCP`). */
export function matchesConnection(match: SourceMatch, proxy: Proxy, port: number): boolean {
  return (
    (match.gateways.length === 0 || match.gateways.includes(MESH_GATEWAY)) &&
    selects(match.sourceLabels, proxy.labels) &&
    (match.port === 0 || match.port === port) &&
    (match.sourceNamespace === '' || match.sourceNamespace === proxy.namespace)
  );
}

/** The same for an http match; where gateways are named, labels and namespace are not looked at (RT-4, `sourceMatchHTTP`). */
export function matchesRequest(match: SourceMatch, proxy: Proxy, port: number): boolean {
  if (match.port !== 0 && match.port !== port) return false;
  if (match.gateways.length > 0) return match.gateways.includes(MESH_GATEWAY);
  return (
    selects(match.sourceLabels, proxy.labels) &&
    (match.sourceNamespace === '' || match.sourceNamespace === proxy.namespace)
  );
}

import type { ConfigName } from './live-sidecar.js';
import { field, textOf, type ProtoValue } from './proto-json.js';

const kinds: Readonly<Record<string, ConfigName['kind']>> = {
  'virtual-service': 'VirtualService',
  'destination-rule': 'DestinationRule',
};

/**
 * Which resource istiod made a chain, a route or a cluster for, where it says so:
 * `/apis/networking.istio.io/v1/namespaces/shop/virtual-service/cart`. Mirrors istioctl's `renderConfig`.
 */
export function readConfigName(message: ProtoValue): ConfigName | null {
  const istio = field(field(field(message, 'metadata'), 'filter_metadata'), 'istio');
  const path = textOf(field(istio, 'config'));
  const [, namespace, kind, name] =
    /^\/apis\/networking\.istio\.io\/[^/]+\/namespaces\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  const known = kinds[kind ?? ''];
  return known === undefined || namespace === undefined || name === undefined ? null : { kind: known, namespace, name };
}

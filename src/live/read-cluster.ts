import { readConfigName } from './config-name.js';
import type { LiveCluster } from './live-sidecar.js';
import { field, isSet, itemsOf, textOf, type ProtoValue } from './proto-json.js';

/** `envoy.config.cluster.v3.Cluster`, by what decides how its endpoints are found. */
export function readCluster(cluster: ProtoValue): LiveCluster {
  const type = field(cluster, 'type');
  // The first of the enumeration is not written, and a type of its own (dynamic forward proxy) leaves it unset.
  const [service] = itemsOf(field(field(field(field(cluster, 'metadata'), 'filter_metadata'), 'istio'), 'services'));
  return {
    name: textOf(field(cluster, 'name')),
    type: isSet(type) ? textOf(type) : 'STATIC',
    namespace: service === undefined ? null : textOf(field(service, 'namespace')),
    config: readConfigName(cluster),
  };
}

import { parseClusterName } from '../proxy/cluster-name.js';
import { differ, type Comparison } from './comparison.js';
import { hasUnknownPods } from './pods.js';

/** Compares clusters by name and type. Endpoints, TLS and load balancing are not compared: a review looks at none. */
export function compareClusters(comparison: Comparison): void {
  const { live, expected, strangers, found } = comparison;
  if (live.clusters === null) return;
  const ours = expected.configuration.clusters();
  for (const name of [...new Set([...ours.keys(), ...live.clusters.keys()])].sort()) {
    const own = ours.get(name) ?? null;
    const seen = live.clusters.get(name) ?? null;
    if (own !== null && seen !== null && own.type === seen.type) continue;

    const host = parseClusterName(name)?.host.toLowerCase() ?? '';
    const service = own?.service ?? expected.services.get(host) ?? null;
    if (own === null && strangers.undeclared.has(host)) continue;
    if (seen === null && strangers.absent.has(host)) continue;
    if (seen !== null && strangers.isUndeclaredResource(seen.config)) {
      const { kind, namespace, name: rule } = seen.config;
      found.undeclaredResources.set(`${kind} ${namespace}/${rule}`, seen.config);
      continue;
    }
    if (own === null && service !== null && hasUnknownPods(service)) {
      found.ofPods.push(`cluster ${name}`);
      continue;
    }
    differ(
      comparison,
      [`cluster ${name}`],
      { live: seen === null ? [] : [`type ${seen.type}`], expected: own === null ? [] : [`type ${own.type}`] },
      service?.resource ?? null,
    );
  }
}

/** Where traffic goes that no configured destination takes, under ALLOW_ANY and REGISTRY_ONLY. */
export const PASSTHROUGH = 'PassthroughCluster';
export const BLACKHOLE = 'BlackHoleCluster';

/** Istio's name of a cluster (`BuildSubsetKey`). */
export function clusterName(host: string, port: number, subset = ''): string {
  return `outbound|${port}|${subset}|${host}`;
}

/** The host and port that a cluster's name carries; null for the policy's clusters. */
export function parseClusterName(name: string): { readonly host: string; readonly port: number } | null {
  const [direction, port, , host] = name.split('|');
  return direction === 'outbound' && host !== undefined ? { host, port: Number(port) } : null;
}

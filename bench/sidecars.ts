import { SIDECAR_EVERY, namespaceName } from './namespaces.js';

/** What the Sidecar of the `index`-th namespace imports: its own services, the root's, and by turns something more. */
export function usualHosts(index: number, namespaces: number): readonly string[] {
  const neighbour = namespaceName((index + 7) % namespaces);
  const more = [[], ['default/*'], [`${neighbour}/*`], [`${neighbour}/api.${neighbour}.svc.cluster.local`]];
  return ['./*', 'istio-system/*', ...(more[(index / SIDECAR_EVERY) % more.length] ?? [])];
}

export function sidecarText(namespace: string, hosts: readonly string[], mode: string | null = null): string {
  return `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
  namespace: ${namespace}
spec:
${mode === null ? '' : `  outboundTrafficPolicy:\n    mode: ${mode}\n`}  egress:
    - hosts:
${hosts.map(host => `        - "${host}"\n`).join('')}`;
}

import type { Destination, VirtualService } from '../resources/route-rules.js';

/** VI-12: a name without a dot is a Service of the own namespace. Mirrors `ResolveVirtualServiceShortnames`. */
export function withFullNames(service: VirtualService, domain: string): VirtualService {
  const full = (host: string) => fullName(host, service.namespace, domain);
  const qualify = <D extends Destination>(destination: D): D => ({ ...destination, host: full(destination.host) });
  return {
    ...service,
    hosts: service.hosts.map(full),
    http: service.http.map(rule => ({ ...rule, route: rule.route.map(qualify), mirrors: rule.mirrors.map(qualify) })),
    tls: service.tls.map(rule => ({ ...rule, route: rule.route.map(qualify) })),
    tcp: service.tcp.map(rule => ({ ...rule, route: rule.route.map(qualify) })),
  };
}

/** The host that a name in a manifest of that namespace means (`ResolveShortnameToFQDN`). */
export function fullName(host: string, namespace: string, domain: string): string {
  return host === '' || host.includes('.') || host.includes('*') ? host : `${host}.${namespace}.svc.${domain}`;
}

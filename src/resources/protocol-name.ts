const HTTP = ['HTTP', 'HTTP2', 'HTTP_PROXY', 'GRPC', 'GRPC-Web'] as const;
const TLS = ['HTTPS', 'TLS'] as const;

/** The protocols that a port of an Istio resource may name, in any case (`protocol.Parse`). */
export const PROTOCOLS = ['TCP', 'UDP', ...HTTP, ...TLS, 'Mongo', 'Redis', 'MySQL'] as const;

/** Whether Istio knows the protocol. */
export function isKnownProtocol(name: string): boolean {
  return isAmong(PROTOCOLS, name);
}

/** Whether calls of the protocol tell the host they want by an HTTP header (`IsHTTP`). */
export function namesHttp(name: string): boolean {
  return isAmong(HTTP, name);
}

/** Whether calls of the protocol tell the host they want by SNI (`IsTLS`). */
export function namesTls(name: string): boolean {
  return isAmong(TLS, name);
}

/** Whether the protocol is one of these. */
export function isAmong(protocols: readonly string[], name: string): boolean {
  return protocols.some(protocol => protocol.toLowerCase() === name.toLowerCase());
}

import { faultOfWildcardName } from '../domain-name.js';

/**
 * What is wrong with a host or SNI at a gateway, which may also be the SNI that sidecars make for calls through an
 * east-west gateway: `outbound_.80_._.cart.shop.svc.cluster.local`.
 *
 * Mirrors `agent.ValidateWildcardDomainForVirtualServiceBoundToGateway`.
 */
export function faultOfGatewayHost(host: string): string | null {
  if (!host.startsWith('outbound_') || host.length > 255) return faultOfWildcardName(host);
  const [, port = '', , name = ''] = host.split('_');
  return /\d/.test(port) && /[a-zA-Z]/.test(name) ? null : 'the form outbound_.PORT_._.HOST';
}

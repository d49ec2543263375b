import { faultOfWildcardName } from '../domain-name.js';
import { validateExportTo } from '../export-to.js';
import { fieldName, quote, type Report } from '../fault.js';
import { parseAddress } from '../ip-address.js';
import type { Identity } from '../resource.js';
import { coveringHosts } from './covering-host.js';
import { faultOfGatewayHost } from './gateway-host.js';
import { validateGatewayNames } from './gateway-name.js';
import { validateNoTokenClaim } from './http-match.js';
import { validateHttpRoute } from './http-route-validation.js';
import { validateTcpRoute } from './tcp-route.js';
import { validateTlsRoute } from './tls-route.js';
import type { VirtualServiceSpec } from './virtual-service.js';

/** Reports why Istio's webhook refuses a VirtualService: `ValidateVirtualService` of 1.30, its warnings left out. */
export function validateVirtualService(spec: VirtualServiceSpec, identity: Identity, report: Report): void {
  const { hosts, gateways, http, tls, tcp } = spec;
  const isDelegate = hosts.length === 0;
  const isGatewayApi = identity.annotations['internal.istio.io/route-semantics'] === 'gateway';
  const isForMesh = gateways.length === 0 || gateways.includes('mesh');

  if (isDelegate) validateDelegate(spec, report);
  validateGatewayNames(gateways, isGatewayApi, ['spec', 'gateways'], report);
  validateHosts(spec, isForMesh, report);
  if (http.length + tls.length + tcp.length === 0) report(['spec'], 'at least one route in http, tls or tcp');

  http.forEach((route, index) => {
    const path = ['spec', 'http', index];
    validateHttpRoute(route, { isDelegate, isGatewayApi }, path, report);
    if (!isForMesh) return;
    route.match.forEach((match, position) => validateNoTokenClaim(match, [...path, 'match', position], report));
  });
  const tlsContext = { covering: coveringHosts(hosts), gateways, isGatewayApi };
  tls.forEach((route, index) => validateTlsRoute(route, tlsContext, ['spec', 'tls', index], report));
  tcp.forEach((route, index) => validateTcpRoute(route, isGatewayApi, ['spec', 'tcp', index], report));
  validateExportTo(spec.exportTo, identity.namespace, 'anybody', report);
}

/** Without hosts others delegate http routes to it, and nothing else. */
function validateDelegate(spec: VirtualServiceSpec, report: Report): void {
  for (const field of ['gateways', 'tls', 'tcp'] as const) {
    if (spec[field].length > 0)
      report(['spec', field], 'none in a VirtualService without hosts: it only serves as delegate');
  }
}

/** Hosts are names, wildcards or IP addresses, of which none covers another. */
function validateHosts({ hosts, tls }: VirtualServiceSpec, isForMesh: boolean, report: Report): void {
  const namesSni = tls.some(({ match }) => match.some(({ sniHosts }) => sniHosts.length > 0));
  const faultOf = (host: string): string | null => {
    if (isForMesh && host === '*') return 'a host; "*" alone is for gateways only, not for the mesh';
    const fault = isForMesh || !namesSni ? faultOfWildcardName(host) : faultOfGatewayHost(host);
    return fault === null || parseAddress(host) !== null ? null : fault;
  };

  const faults = hosts.map(faultOf);
  faults.forEach((fault, index) => {
    if (fault !== null) report(['spec', 'hosts', index], fault);
  });
  if (faults.some(fault => fault !== null)) return;
  const covering = coveringHosts(hosts);
  hosts.forEach((host, index) => {
    const rival = covering(host, index);
    if (rival === null) return;
    const place = fieldName(['spec', 'hosts', rival]);
    report(['spec', 'hosts', index], `a host that no other covers: ${place}, ${quote(hosts[rival] ?? '')}, does`);
  });
}

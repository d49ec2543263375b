import { faultOfWildcardName } from '../domain-name.js';
import type { Path, Report } from '../fault.js';
import { list, string, type ValueOf } from '../fields.js';
import { parseAddress } from '../ip-address.js';
import { message } from '../protobuf-fields.js';
import type { TlsRule } from '../route-rules.js';
import type { CoveringHosts } from './covering-host.js';
import { faultOfGatewayHost } from './gateway-host.js';
import { sourceMatch, validateSourceMatch } from './source-match.js';
import { validateSubnets } from './tcp-route.js';
import { routeDestination, validateRouteDestinations, weightedDestination } from './weighted-destination.js';

const tlsMatchAttributes = message({ sniHosts: list(string), destinationSubnets: list(string), ...sourceMatch });

/** Reads `TLSRoute`. */
export const tlsRoute = message({ match: list(tlsMatchAttributes), route: list(routeDestination) });

type TlsRoute = ValueOf<typeof tlsRoute>;

/** What of a VirtualService its tls routes must fit. */
export interface TlsContext {
  /** Finds one of its hosts that covers another. */
  readonly covering: CoveringHosts;
  readonly gateways: readonly string[];
  readonly isGatewayApi: boolean;
}

/** What of a route decides where its connections end. */
export function tlsRule({ match, route }: TlsRoute): TlsRule {
  return { match, route: route.map(weightedDestination) };
}

/** Reports why Istio refuses a tls route: `validateTLSRoute`. */
export function validateTlsRoute({ match, route }: TlsRoute, context: TlsContext, path: Path, report: Report): void {
  if (match.length === 0) report([...path, 'match'], 'at least one match with sniHosts');
  match.forEach((attributes, index) => {
    const at = [...path, 'match', index];
    const { sniHosts, destinationSubnets } = attributes;
    if (sniHosts.length === 0) report([...at, 'sniHosts'], 'at least one host');
    sniHosts.forEach((host, position) => {
      const fault = faultOfSniHost(host, context);
      if (fault !== null) report([...at, 'sniHosts', position], fault);
    });
    validateSubnets(destinationSubnets, [...at, 'destinationSubnets'], report);
    validateSourceMatch(attributes, at, report);
  });
  if (route.length === 0) report([...path, 'route'], 'at least one destination');
  validateRouteDestinations(route, context.isGatewayApi, [...path, 'route'], report);
}

/** `validateSniHost`, to which no gateway at all is as good as a real one (`isGateway`). */
function faultOfSniHost(host: string, { covering, gateways }: TlsContext): string | null {
  const fault = gateways.includes('mesh') ? faultOfWildcardName(host) : faultOfGatewayHost(host);
  if (fault !== null) return parseAddress(host) === null ? fault : null;
  return covering(host) === null ? 'a host that one of spec.hosts covers' : null;
}

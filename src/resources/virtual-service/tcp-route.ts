import type { Path, Report } from '../fault.js';
import { list, string, type ValueOf } from '../fields.js';
import { isAddressOrPrefix } from '../ip-address.js';
import { message } from '../protobuf-fields.js';
import type { TcpRule } from '../route-rules.js';
import { sourceMatch, validateSourceMatch } from './source-match.js';
import { routeDestination, validateRouteDestinations, weightedDestination } from './weighted-destination.js';

const l4MatchAttributes = message({ destinationSubnets: list(string), sourceSubnet: string, ...sourceMatch });

/** Reads `TCPRoute`. */
export const tcpRoute = message({ match: list(l4MatchAttributes), route: list(routeDestination) });

type TcpRoute = ValueOf<typeof tcpRoute>;

/** What of a route decides where its connections end. */
export function tcpRule({ match, route }: TcpRoute): TcpRule {
  return {
    match: match.map(({ destinationSubnets, port, sourceLabels, sourceNamespace, gateways }) => ({
      destinationSubnets,
      port,
      sourceLabels,
      sourceNamespace,
      gateways,
    })),
    route: route.map(weightedDestination),
  };
}

/** Reports why Istio refuses a tcp route: `validateTCPRoute`. */
export function validateTcpRoute({ match, route }: TcpRoute, isGatewayApi: boolean, path: Path, report: Report): void {
  match.forEach((attributes, index) => {
    const at = [...path, 'match', index];
    validateSubnets(attributes.destinationSubnets, [...at, 'destinationSubnets'], report);
    validateSourceMatch(attributes, at, report);
  });
  if (route.length === 0) report([...path, 'route'], 'at least one destination');
  validateRouteDestinations(route, isGatewayApi, [...path, 'route'], report);
}

/** Subnets are addresses or prefixes (`agent.ValidateIPSubnet`). */
export function validateSubnets(subnets: readonly string[], path: Path, report: Report): void {
  subnets.forEach((subnet, index) => {
    if (!isAddressOrPrefix(subnet)) report([...path, index], 'an IP address or a prefix such as "10.0.0.0/8"');
  });
}

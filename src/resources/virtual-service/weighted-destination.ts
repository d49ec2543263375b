import { destination, validateDestination } from '../destination.js';
import type { Path, Report } from '../fault.js';
import { optional, type ValueOf } from '../fields.js';
import { int32, message } from '../protobuf-fields.js';
import type { Destination, WeightedDestination } from '../route-rules.js';

/** Reads `RouteDestination`, as tls and tcp routes have it. */
export const routeDestination = message({ destination: optional(destination), weight: int32 });

type RouteDestination = ValueOf<typeof routeDestination>;

const nowhere: Destination = { host: '', subset: '', port: null };

/** Where a route sends; a destination that is missing has been refused. */
export function weightedDestination({ destination, weight }: RouteDestination): WeightedDestination {
  return { ...(destination ?? nowhere), weight };
}

/**
 * Destinations must be there, and their weights share something out (`validateRouteDestinations`). The routes of
 * Gateway API have destinations that no user can write: they are let be.
 */
export function validateRouteDestinations(
  route: readonly RouteDestination[],
  isGatewayApi: boolean,
  path: Path,
  report: Report,
): void {
  // Istio adds the weights as int32, which wraps around.
  let total = 0;
  route.forEach(({ destination, weight }, index) => {
    const at = [...path, index];
    if (destination === null) report([...at, 'destination'], 'a destination with a host');
    else if (!isGatewayApi) validateDestination(destination, [...at, 'destination'], report);
    if (weight < 0) report([...at, 'weight'], 'a weight that is not negative');
    total = (total + weight) | 0;
  });
  if (route.length > 1 && total === 0) report(path, 'weights that are not all 0, as there are several destinations');
}

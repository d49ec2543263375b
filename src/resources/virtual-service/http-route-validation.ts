import { validateDestination } from '../destination.js';
import { validateDuration } from '../duration-validation.js';
import type { Path, Report } from '../fault.js';
import { validateCorsPolicy } from './cors-policy.js';
import { validateDirectResponse } from './direct-response.js';
import { validateFaultInjection } from './fault-injection.js';
import { validateHeaders } from './headers.js';
import { validateHttpMatch } from './http-match.js';
import type { HttpRoute } from './http-route.js';
import { validateMirrorPercentage } from './percent.js';
import { validateRedirect } from './redirect.js';
import { validateRetries } from './retries.js';
import { validateAuthority, validateRewrite } from './rewrite.js';
import { validateRouteDestinations } from './weighted-destination.js';

/** What a route may be depends on whose it is. */
export interface RouteContext {
  /** The VirtualService has no hosts: others delegate to it. */
  readonly isDelegate: boolean;
  /** The VirtualService says that it was made of a Gateway API route. */
  readonly isGatewayApi: boolean;
}

/** Reports why Istio refuses an http route: `validateHTTPRoute`. */
export function validateHttpRoute(route: HttpRoute, context: RouteContext, path: Path, report: Report): void {
  if (route.delegate !== null && !context.isDelegate) validateDelegation(route, path, report);
  else validateAction(route, context, path, report);
  route.match.forEach((match, index) => validateHttpMatch(match, [...path, 'match', index], report));
  validateHeaders(route.headers, [...path, 'headers'], report);
  validateCorsPolicy(route.corsPolicy, [...path, 'corsPolicy'], report);
  validateFaultInjection(route.fault, [...path, 'fault'], report);
  validateMirrors(route, path, report);
  validateRedirect(route.redirect, [...path, 'redirect'], report);
  validateDirectResponse(route.directResponse, [...path, 'directResponse'], report);
  validateRetries(route.retries, [...path, 'retries'], report);
  validateRewrite(route.rewrite, [...path, 'rewrite'], report);
  validateAuthority(route.rewrite, route.headers, path, report);
  validateRouteDestinations(route.route, context.isGatewayApi, [...path, 'route'], report);
  route.route.forEach(({ headers }, index) => validateHeaders(headers, [...path, 'route', index, 'headers'], report));
  validateDuration(route.timeout, [...path, 'timeout'], report);
}

/** Who delegates does not send anywhere itself. */
function validateDelegation({ redirect, route }: HttpRoute, path: Path, report: Report): void {
  if (redirect !== null) report([...path, 'redirect'], 'none beside delegate');
  if (route.length > 0) report([...path, 'route'], 'none beside delegate');
}

/** A route does one thing: send on, redirect or respond (`validateHTTPRouteConflict`). */
function validateAction(route: HttpRoute, { isDelegate }: RouteContext, path: Path, report: Report): void {
  const { delegate, redirect, directResponse, mirror, mirrors } = route;
  if (isDelegate && delegate !== null) {
    report([...path, 'delegate'], 'none in a VirtualService without hosts: delegates do not delegate on');
  }
  const answer = redirect !== null ? 'redirect' : directResponse !== null ? 'directResponse' : null;
  if (answer === null) {
    if (route.route.length === 0)
      report([...path, 'route'], 'at least one destination, or a redirect or directResponse');
  } else {
    if (route.route.length > 0) report([...path, 'route'], `none beside ${answer}`);
    if (route.fault !== null) report([...path, 'fault'], `none beside ${answer}`);
    if (route.rewrite !== null) report([...path, 'rewrite'], `none beside ${answer}`);
  }
  if (redirect !== null && directResponse !== null) report([...path, 'directResponse'], 'none beside redirect');
  if (mirror !== null && mirrors.length > 0) report([...path, 'mirror'], 'none beside mirrors: keep one of the two');
}

/** `validateHTTPMirrors`, and the older fields for one mirror. */
function validateMirrors(route: HttpRoute, path: Path, report: Report): void {
  const { mirror, mirrors, mirrorPercent, mirrorPercentage } = route;
  if (mirrorPercent !== null && mirrorPercent > 100) report([...path, 'mirrorPercent'], 'a number from 0 to 100');
  validateMirrorPercentage(mirrorPercentage, [...path, 'mirrorPercentage'], report);
  if (mirror !== null) validateDestination(mirror, [...path, 'mirror'], report);
  mirrors.forEach(({ destination, percentage }, index) => {
    const at = [...path, 'mirrors', index];
    if (destination === null) report([...at, 'destination'], 'a destination with a host');
    else validateDestination(destination, [...at, 'destination'], report);
    validateMirrorPercentage(percentage, [...at, 'percentage'], report);
  });
}

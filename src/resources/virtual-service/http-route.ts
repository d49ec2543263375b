import { destination } from '../destination.js';
import { duration } from '../duration.js';
import { list, optional, string, type ValueOf } from '../fields.js';
import { int32, message, uint32 } from '../protobuf-fields.js';
import type { HttpRule } from '../route-rules.js';
import { corsPolicy } from './cors-policy.js';
import { directResponse } from './direct-response.js';
import { faultInjection } from './fault-injection.js';
import { headers } from './headers.js';
import { httpMatch, httpMatchRequest } from './http-match.js';
import { percent } from './percent.js';
import { httpRedirect } from './redirect.js';
import { httpRetry } from './retries.js';
import { httpRewrite } from './rewrite.js';
import { weightedDestination } from './weighted-destination.js';

/** Reads `HTTPRoute`. */
export const httpRoute = message({
  name: string,
  match: list(httpMatchRequest),
  route: list(message({ destination: optional(destination), weight: int32, headers: optional(headers) })),
  redirect: optional(httpRedirect),
  directResponse: optional(directResponse),
  delegate: optional(message({ name: string, namespace: string })),
  rewrite: optional(httpRewrite),
  timeout: optional(duration),
  retries: optional(httpRetry),
  fault: optional(faultInjection),
  mirror: optional(destination),
  mirrors: list(message({ destination: optional(destination), percentage: optional(percent) })),
  mirrorPercent: optional(uint32),
  mirrorPercentage: optional(percent),
  corsPolicy: optional(corsPolicy),
  headers: optional(headers),
});

/** What `httpRoute` reads. */
export type HttpRoute = ValueOf<typeof httpRoute>;

/** What of a route decides where its requests end. */
export function httpRule({ name, match, route, redirect, directResponse, delegate, ...rest }: HttpRoute): HttpRule {
  const mirrors = [rest.mirror, ...rest.mirrors.map(({ destination }) => destination)];
  return {
    name,
    match: match.map(httpMatch),
    route: route.map(weightedDestination),
    mirrors: mirrors.filter(destination => destination !== null),
    redirect: redirect !== null,
    directResponse: directResponse?.status ?? null,
    delegate,
    origin: null,
  };
}

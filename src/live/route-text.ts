import type { RouteAction, RouteMatch } from '../proxy/route-table.js';
import type { LiveRoute } from './live-sidecar.js';

/** What a route asks of a request, as far as it is compared: of headers and parameters the names. */
export interface RequestShape {
  readonly path: { readonly kind: RouteMatch['path']['kind'] | 'other'; readonly value: string };
  readonly isCaseSensitive: boolean;
  readonly headers: readonly { readonly name: string; readonly isInverted: boolean }[];
  readonly queryParams: readonly string[];
}

/** `prefix /api, header x-user`: equal for equal matches. */
export function requestText({ path, isCaseSensitive, headers, queryParams }: RequestShape): string {
  return [
    path.kind === 'other' ? path.value : `${path.kind} ${path.value}`,
    ...(isCaseSensitive ? [] : ['in any case']),
    ...headers.map(({ name, isInverted }) => `${isInverted ? 'not ' : ''}header ${name}`),
    ...queryParams.map(name => `parameter ${name}`).sort(),
  ].join(', ');
}

/** One of our matches in the same words. */
export function routeMatchText({ queryParams, ...match }: RouteMatch): string {
  return requestText({ ...match, queryParams: Object.keys(queryParams) });
}

/** One of our actions as one that was read. */
export function liveAction(action: RouteAction): LiveRoute['action'] {
  switch (action.kind) {
    case 'direct-response':
      return { kind: 'other', text: `answers ${action.status}` };
    case 'redirect':
      return { kind: 'other', text: 'redirects' };
    case 'cluster':
    case 'weighted':
      return action;
  }
}

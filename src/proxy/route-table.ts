/** One HTTP route configuration as Envoy gets it (RDS). */
export interface RouteTable {
  readonly name: string;
  readonly virtualHosts: readonly VirtualHost[];
}

/** Requests whose Host is one of the domains; the first route that matches answers. */
export interface VirtualHost {
  readonly name: string;
  readonly domains: readonly string[];
  readonly routes: readonly Route[];
}

export interface Route {
  readonly name: string;
  readonly match: { readonly prefix: string };
  readonly action: RouteAction;
}

export type RouteAction =
  | { readonly kind: 'cluster'; readonly cluster: string }
  | { readonly kind: 'direct-response'; readonly status: number };

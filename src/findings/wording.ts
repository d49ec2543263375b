import type { ResourceName } from './finding.js';

/** `a`, `a and b`, `a, b and c`, `a, b, c and 4 more`. */
export function list(items: readonly string[]): string {
  const shown = items.length <= 4 ? items : [...items.slice(0, 3), `${items.length - 3} more`];
  const last = shown.at(-1) ?? '';
  return shown.length <= 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** `ServiceEntry shop/payments`, `Namespace shop`. */
export function resourceText({ kind, namespace, name }: ResourceName): string {
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** Whether it is a resource whose rules lead calls. */
export function isRule({ kind }: ResourceName): boolean {
  return ['VirtualService', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'].includes(kind);
}

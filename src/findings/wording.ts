import { list } from '../resources/name-list.js';
import type { ResourceName } from './finding.js';

export { list };

/** For titles of much at once: `a`, `a, b and c`, `a, b and 31 more`. */
export function few(items: readonly string[]): string {
  return items.length <= 3 ? list(items) : list([...items.slice(0, 2), `${items.length - 2} more`]);
}

/** `port 443`, `ports 80 and 443`, `ports 80, 443 and 30 more`. */
export function portsText(ports: readonly number[]): string {
  return `${ports.length === 1 ? 'port' : 'ports'} ${few(ports.map(String))}`;
}

/** `ServiceEntry shop/payments`, `Values of chart istiod`, `Sidecar shop/default (only in the snapshot)`. */
export function resourceText(resource: ResourceName): string {
  return `${kindText(resource.kind)} ${nameText(resource)}${originText(resource)}`;
}

/** What is said of a resource that the repository does not hold: nobody finds it there. */
export function originText({ fromSnapshot }: Pick<ResourceName, 'fromSnapshot'>): string {
  return fromSnapshot === true ? ' (only in the snapshot)' : '';
}

/** The kind in words where nobody wrote it: files of values have none. */
export function kindText(kind: string): string {
  if (kind === 'Behaviour') return 'behaviour';
  return kind === 'ChartValues' ? 'Values of chart' : kind;
}

/** `shop/payments`, or `payments` for what stands in no namespace. */
export function nameText({ namespace, name }: Pick<ResourceName, 'namespace' | 'name'>): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}

/** Whether it is a resource whose rules lead calls. */
export function isRule({ kind }: ResourceName): boolean {
  return ['VirtualService', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'].includes(kind);
}

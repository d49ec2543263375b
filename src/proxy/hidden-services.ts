import type { MeshService } from '../mesh/service.js';
import type { Scope, ScopedListener } from '../scope/scope.js';
import type { ProxyConfiguration } from './configuration.js';
import { listenersOffering } from './offered.js';

/** A service that a sidecar would know on a port, did an egress listener with that port not come first (LI-5, RT-1). */
export interface HiddenService {
  readonly port: number;
  /** As the portless egress listener imports it. */
  readonly service: MeshService;
}

/**
 * What egress listeners with a port take from the portless one: all that it would offer on these ports if it were the
 * only one, and does not.
 *
 * `open` makes the configuration of another scope for the same sidecar.
 */
export function hiddenServices(
  told: ProxyConfiguration,
  open: (scope: Scope) => ProxyConfiguration,
): readonly HiddenService[] {
  const { listeners } = told.scope;
  const ports = new Set(listeners.flatMap(({ port }) => (port === null ? [] : [port.number])));
  const portless = listeners.find(({ port }) => port === null);
  if (portless === undefined || ports.size === 0) return [];
  const services = portless.services.filter(service => service.ports.some(({ number }) => ports.has(number)));
  if (services.length === 0) return [];

  const alone: ScopedListener = { ...portless, services };
  const free = open({ ...told.scope, listeners: [alone] });
  const isOffered = (configuration: ProxyConfiguration, service: MeshService, port: number) =>
    listenersOffering(configuration, service.host, port).some(listener => listener.port === port);
  return services.flatMap(service =>
    [...new Set(service.ports.map(({ number }) => number))]
      .filter(port => ports.has(port) && isOffered(free, service, port) && !isOffered(told, service, port))
      .map(port => ({ port, service })),
  );
}

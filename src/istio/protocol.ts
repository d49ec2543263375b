import type { Behaves, Behaviour } from './behaviours.js';
import { PROTOCOLS, namesHttp, namesTls } from '../resources/protocol-name.js';

/** Istio's port protocols (`pkg/config/protocol`); `Unsupported` means that the sidecar has to sniff. */
export type Protocol = (typeof PROTOCOLS)[number] | 'Thrift' | 'Unsupported';

const protocolByName: ReadonlyMap<string, Protocol> = new Map(
  PROTOCOLS.map(protocol => [protocol.toLowerCase(), protocol]),
);
const httpProtocols: ReadonlySet<Protocol> = new Set(PROTOCOLS.filter(namesHttp));
const tlsProtocols: ReadonlySet<Protocol> = new Set(PROTOCOLS.filter(namesTls));

/** The protocol that a manifest's string names, in any case; everything that the release does not know is Unsupported (PR-1, PR-2). */
export function parseProtocol(text: string, behaves: Behaves): Protocol {
  const name = text.toLowerCase();
  if (name === 'thrift' && behaves('thrift-protocol')) return 'Thrift';
  return protocolByName.get(name) ?? 'Unsupported';
}

/** How a listener treats the protocol (`ModelProtocolToListenerProtocol`): null makes no listener at all. */
export function listenerClass(protocol: Protocol): 'HTTP' | 'TCP' | 'AUTO' | null {
  if (protocol === 'UDP') return null;
  if (protocol === 'Unsupported') return 'AUTO';
  return isHttp(protocol) ? 'HTTP' : 'TCP';
}

export function isHttp(protocol: Protocol): boolean {
  return httpProtocols.has(protocol);
}

export function isTcp(protocol: Protocol): boolean {
  return listenerClass(protocol) === 'TCP';
}

export function isTls(protocol: Protocol): boolean {
  return tlsProtocols.has(protocol);
}

/** Whether the port gets virtual hosts (PR-1). */
export function isHttpOrSniffed(protocol: Protocol): boolean {
  return isHttp(protocol) || protocol === 'Unsupported';
}

/** Special values of appProtocol, and since when they mean something. */
const appProtocols: ReadonlyMap<string, readonly [Protocol, Behaviour]> = new Map([
  ['kubernetes.io/h2c', ['HTTP2', 'h2c-app-protocol']],
  ['kubernetes.io/ws', ['HTTP', 'websocket-app-protocols']],
  ['kubernetes.io/wss', ['HTTPS', 'websocket-app-protocols']],
]);

/** SMTP, DNS, MySQL, MongoDB: their servers speak first, so sniffing would stall them (PR-7). */
export const serverFirstPorts: ReadonlySet<number> = new Set([25, 53, 3306, 27017]);

/** What a Kubernetes Service says of one port. */
export interface ServicePort {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly appProtocol: string | null;
}

/** The protocol of a Kubernetes Service's port, first hit wins (PR-3 to PR-8, `ConvertProtocol`). */
export function kubernetesProtocol(port: ServicePort, behaves: Behaves): Protocol {
  if (port.protocol === 'UDP') return 'UDP';
  const special = port.appProtocol === null ? undefined : appProtocols.get(port.appProtocol);
  if (special !== undefined && behaves(special[1])) return special[0];

  const name = (port.appProtocol ?? port.name).toLowerCase();
  const named = name.startsWith('grpc-web') ? 'GRPC-Web' : parseProtocol(name.split('-', 1)[0] ?? '', behaves);
  if (named === 'Unsupported' && serverFirstPorts.has(port.port)) return 'TCP';
  return named;
}

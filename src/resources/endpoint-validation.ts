import { faultOfDomainName } from './domain-name.js';
import { quote, type Report } from './fault.js';
import { parseAddress } from './ip-address.js';
import { validateLabels } from './label.js';
import { validatePortName, validatePortNumber } from './port-validation.js';
import type { ServiceEntrySpec } from './service-entry.js';
import { faultOfUnixPath, unixPathOf } from './unix-address.js';

type Endpoint = ServiceEntrySpec['endpoints'][number];

/**
 * An endpoint of a ServiceEntry has an address of the sort that the resolution needs, ports of the entry and
 * well-formed labels.
 *
 * Mirrors `validateWorkloadEntry` (STATIC) and the DNS part of `ValidateServiceEntry`.
 */
export function validateEndpoint(
  endpoint: Endpoint,
  index: number,
  resolution: 'STATIC' | 'DNS',
  portNames: ReadonlySet<string>,
  report: Report,
): void {
  const path = ['spec', 'endpoints', index];
  const { address, ports, labels } = endpoint;
  const expected = resolution === 'DNS' ? faultOfDnsAddress(address) : faultOfStaticAddress(endpoint, portNames);
  if (expected !== null) report([...path, 'address'], expected);

  for (const [name, port] of Object.entries(ports)) {
    const at = [...path, 'ports', name];
    if (!portNames.has(name)) report(at, `the port of a name that spec.ports has: ${quote(name)} is none`);
    validatePortName(name, at, report);
    validatePortNumber(port, at, report);
  }
  validateLabels(labels, [...path, 'labels'], report);
}

function faultOfDnsAddress(address: string): string | null {
  return parseAddress(address) !== null || faultOfDomainName(address) === null
    ? null
    : 'an IP address or a domain name without wildcards';
}

function faultOfStaticAddress({ address, network, ports }: Endpoint, portNames: ReadonlySet<string>): string | null {
  if (address === '') return network === '' ? 'an IP address or a unix:// path, or a network' : null;
  const socket = unixPathOf(address);
  if (socket === null) {
    return parseAddress(address) === null ? 'an IP address or a unix:// path with resolution STATIC' : null;
  }
  if (Object.keys(ports).length > 0) return 'no unix:// path beside ports of the endpoint';
  if (portNames.size !== 1) return `a unix:// path only where spec.ports has one port, not ${portNames.size}`;
  return faultOfUnixPath(socket);
}

import { faultOfDomainName } from './domain-name.js';
import type { Report } from './fault.js';
import { parseAddress } from './ip-address.js';
import { validateLabels } from './label.js';
import { validatePortName, validatePortNumber } from './port-validation.js';
import { faultOfUnixPath, unixPathOf } from './unix-address.js';
import type { WorkloadEntrySpec } from './workload-entry.js';

/**
 * A WorkloadEntry has an address of any sort, for no ServiceEntry is known that it belongs to, and well-formed ports
 * and labels.
 *
 * Mirrors `ValidateWorkloadEntry`.
 */
export function validateWorkloadEntry(spec: WorkloadEntrySpec, report: Report): void {
  const expected = faultOfAddress(spec);
  if (expected !== null) report(['spec', 'address'], expected);
  if (spec.address === '' && spec.network === '') return;
  for (const [name, port] of Object.entries(spec.ports)) {
    const at = ['spec', 'ports', name];
    validatePortName(name, at, report);
    validatePortNumber(port, at, report);
  }
  validateLabels(spec.labels, ['spec', 'labels'], report);
}

function faultOfAddress({ address, network, ports }: WorkloadEntrySpec): string | null {
  if (address === '') return network === '' ? 'an IP address, a domain name or a unix:// path, or a network' : null;
  const socket = unixPathOf(address);
  if (socket !== null) {
    return faultOfUnixPath(socket) ?? (Object.keys(ports).length > 0 ? 'no unix:// path beside ports' : null);
  }
  return parseAddress(address) !== null || faultOfDomainName(address) === null
    ? null
    : 'an IP address, a domain name without wildcards or a unix:// path';
}

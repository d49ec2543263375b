import { DNS_LABEL_FORM, isDnsLabel } from './domain-name.js';
import type { Path, Report } from './fault.js';
import { isKnownProtocol, PROTOCOLS } from './protocol-name.js';

/** A port number must be one (`agent.ValidatePort`). */
export function validatePortNumber(port: number, path: Path, report: Report): void {
  if (port < 1 || port > 65535) report(path, 'a port number from 1 to 65535');
}

/** The name of a port must be a DNS label. */
export function validatePortName(name: string, path: Path, report: Report): void {
  if (!isDnsLabel(name)) report(path, `a port name: ${DNS_LABEL_FORM}`);
}

/** A protocol must be one that Istio knows, or left out. */
export function validateProtocol(protocol: string, path: Path, report: Report, takesThrift = false): void {
  const isThrift = takesThrift && protocol.toLowerCase() === 'thrift';
  if (protocol !== '' && !isThrift && !isKnownProtocol(protocol)) report(path, `one of ${PROTOCOLS.join(', ')}`);
}

import { validateConnectionPool } from './connection-pool-validation.js';
import type { Path, Report } from './fault.js';
import { parseAddress } from './ip-address.js';
import { validatePortName, validatePortNumber, validateProtocol } from './port-validation.js';
import { validateIngressTls } from './server-tls-validation.js';
import type { SidecarSpec } from './sidecar.js';
import { validateOnce } from './uniqueness.js';
import { faultOfUnixPath, unixPathOf } from './unix-address.js';

/** Ingress listeners have a port each, and endpoints on the workload itself: that part of `ValidateSidecar`. */
export function validateIngress(ingress: SidecarSpec['ingress'], report: Report): void {
  const byNumber = new Map<number, Path>();
  ingress.forEach(({ port, bind, defaultEndpoint, tls, connectionPool }, index) => {
    const path = ['spec', 'ingress', index];
    if (port === null) {
      report([...path, 'port'], 'the port that the listener receives on');
      return;
    }
    if (port.targetPort > 0) report([...path, 'port', 'targetPort'], 'none: a Sidecar has no use for it');
    if (port.name !== '') validatePortName(port.name, [...path, 'port', 'name'], report);
    validateProtocol(port.protocol, [...path, 'port', 'protocol'], report);
    validatePortNumber(port.number, [...path, 'port', 'number'], report);
    if (bind !== '' && parseAddress(bind) === null) report([...path, 'bind'], 'an IP address');
    validateOnce(byNumber, port.number, [...path, 'port', 'number'], report);
    validateDefaultEndpoint(defaultEndpoint, [...path, 'defaultEndpoint'], report);
    if (tls !== null) validateIngressTls(tls, port.protocol, [...path, 'tls'], report);
    validateConnectionPool(connectionPool, [...path, 'connectionPool'], report);
  });
}

// What Go's `net.SplitHostPort` takes and the webhook then allows; `strconv.Atoi` takes a sign.
const OWN_ENDPOINT = /^(?:|127\.0\.0\.1|0\.0\.0\.0|\[(?:|127\.0\.0\.1|0\.0\.0\.0|::1|::)\]):(\+?\d+)$/;

function validateDefaultEndpoint(endpoint: string, path: Path, report: Report): void {
  if (endpoint === '') return;
  const socket = unixPathOf(endpoint);
  const port = Number(OWN_ENDPOINT.exec(endpoint)?.[1]);
  const isAllowed = socket === null ? port >= 1 && port <= 65535 : faultOfUnixPath(socket) === null;
  if (!isAllowed) {
    report(path, 'a port of 127.0.0.1, 0.0.0.0, [::1] or [::], as in "127.0.0.1:8080", or a unix:// path');
  }
}

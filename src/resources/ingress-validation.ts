import { validateConnectionPool } from './connection-pool-validation.js';
import { quote, type Path, type Report } from './fault.js';
import { parseAddress } from './ip-address.js';
import { validatePortName, validatePortNumber, validateProtocol } from './port-validation.js';
import { validateIngressTls } from './server-tls-validation.js';
import type { SidecarSpec } from './sidecar.js';
import { faultOfUnixPath, unixPathOf } from './unix-address.js';

/** Ingress listeners have a port each, and endpoints on the workload itself: that part of `ValidateSidecar`. */
export function validateIngress(ingress: SidecarSpec['ingress'], report: Report): void {
  const byNumber = new Map<number, number>();
  ingress.forEach(({ port, bind, defaultEndpoint, tls, connectionPool }, index) => {
    const path = ['spec', 'ingress', index];
    if (port === null) {
      report([...path, 'port'], 'missing', 'the port that the listener receives on');
      return;
    }
    if (port.targetPort > 0)
      report([...path, 'port', 'targetPort'], String(port.targetPort), 'none: a Sidecar has no use for it');
    if (port.name !== '') validatePortName(port.name, [...path, 'port', 'name'], report);
    validateProtocol(port.protocol, [...path, 'port', 'protocol'], report);
    validatePortNumber(port.number, [...path, 'port', 'number'], report);
    if (bind !== '' && parseAddress(bind) === null) report([...path, 'bind'], quote(bind), 'an IP address');
    const rival = byNumber.get(port.number);
    if (rival === undefined) byNumber.set(port.number, index);
    else report([...path, 'port', 'number'], String(port.number), `each once: spec.ingress[${rival}] has it too`);
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
    report(
      path,
      quote(endpoint),
      'a port of 127.0.0.1, 0.0.0.0, [::1] or [::], as in "127.0.0.1:8080", or a unix:// path',
    );
  }
}

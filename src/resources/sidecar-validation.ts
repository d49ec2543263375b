import type { Admission } from './admission.js';
import { validateConnectionPool } from './connection-pool-validation.js';
import { faultOfDomainName, isDnsLabel } from './domain-name.js';
import { validateEgressHost } from './egress-host-validation.js';
import type { Path, Report } from './fault.js';
import { validateIngress } from './ingress-validation.js';
import { parseAddress } from './ip-address.js';
import { validatePortName, validatePortNumber, validateProtocol } from './port-validation.js';
import type { SidecarSpec } from './sidecar.js';
import { validateOnce } from './uniqueness.js';
import { faultOfUnixPath, unixPathOf } from './unix-address.js';
import { validateWorkloadSelector } from './workload-selector.js';

type EgressListener = SidecarSpec['egress'][number];

/** Reports why Istio's webhook refuses a Sidecar: `ValidateSidecar`, its warnings left out. */
export function validateSidecar(spec: SidecarSpec, report: Report, { takesThrift }: Admission): void {
  const { ingress, egress, outboundTrafficPolicy, inboundConnectionPool } = spec;
  validateWorkloadSelector(spec.workloadSelector, report);
  if (ingress.length + egress.length === 0 && outboundTrafficPolicy === null && inboundConnectionPool === null) {
    report(['spec'], 'at least one of egress, ingress, outboundTrafficPolicy and inboundConnectionPool');
  }
  validateIngress(ingress, report);
  validateConnectionPool(inboundConnectionPool, ['spec', 'inboundConnectionPool'], report);
  validateEgress(egress, report, takesThrift);
  validateOutboundTrafficPolicy(outboundTrafficPolicy, report);
}

function validateEgress(egress: readonly EgressListener[], report: Report, takesThrift: boolean): void {
  const byPlace = new Map<string, Path>();
  egress.forEach((listener, index) => {
    const path = ['spec', 'egress', index];
    if (listener.port === null) {
      if (index < egress.length - 1) {
        report([...path, 'port'], 'a port: only the last egress listener may go without');
      }
    } else {
      validateEgressPort(listener, listener.port, path, report, takesThrift);
      // Istio compares port numbers whatever the bind, and of Unix sockets the whole bind.
      const place = listener.port.number === 0 ? listener.bind : String(listener.port.number);
      const field = listener.port.number === 0 ? ['bind'] : ['port', 'number'];
      validateOnce(byPlace, place, [...path, ...field], report);
    }
    if (listener.hosts.length === 0) report([...path, 'hosts'], 'at least one host such as "./*"');
    listener.hosts.forEach((host, at) => validateEgressHost(host, [...path, 'hosts', at], report));
  });
}

/** `validateSidecarEgressPortBindAndCaptureMode`: port 0 stands for a Unix socket, every other binds to an address. */
function validateEgressPort(
  { bind, captureMode }: EgressListener,
  port: NonNullable<EgressListener['port']>,
  path: Path,
  report: Report,
  takesThrift: boolean,
): void {
  if (port.targetPort > 0) report([...path, 'port', 'targetPort'], 'none: a Sidecar has no use for it');
  if (port.name !== '') validatePortName(port.name, [...path, 'port', 'name'], report);
  validateProtocol(port.protocol, [...path, 'port', 'protocol'], report, takesThrift);
  if (port.number !== 0) {
    validatePortNumber(port.number, [...path, 'port', 'number'], report);
    if (bind !== '' && parseAddress(bind) === null) {
      report([...path, 'bind'], 'an IP address (a unix:// path goes with port 0)');
    }
    return;
  }
  const socket = unixPathOf(bind);
  if (socket === null) {
    report([...path, 'port', 'number'], 'a port number from 1 to 65535, or a unix:// path in bind');
  } else {
    const fault = faultOfUnixPath(socket);
    if (fault !== null) report([...path, 'bind'], fault);
  }
  if (captureMode !== 'DEFAULT' && captureMode !== 'NONE') {
    report([...path, 'captureMode'], 'DEFAULT or NONE for a Unix socket');
  }
}

/** `validateSidecarOutboundTrafficPolicy`. */
function validateOutboundTrafficPolicy(policy: SidecarSpec['outboundTrafficPolicy'], report: Report): void {
  if (policy === null || policy.egressProxy === null) return;
  const path = ['spec', 'outboundTrafficPolicy', 'egressProxy'];
  const { host, port, subset } = policy.egressProxy;
  if (policy.mode !== 'ALLOW_ANY') {
    report(path, `none with mode ${policy.mode}: only with ALLOW_ANY`);
    return;
  }
  const fault = faultOfDomainName(host);
  if (fault !== null) report([...path, 'host'], fault);
  if (subset !== '' && !isDnsLabel(subset)) report([...path, 'subset'], 'the name of a subset');
  if (port === null) report([...path, 'port'], 'the port of the proxy, as in port: {number: 443}');
  else validatePortNumber(port, [...path, 'port', 'number'], report);
}

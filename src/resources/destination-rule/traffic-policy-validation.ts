import { validateConnectionPool } from '../connection-pool-validation.js';
import { faultOfDomainName } from '../domain-name.js';
import type { Path, Report } from '../fault.js';
import { parseAddress } from '../ip-address.js';
import { validatePortNumber } from '../port-validation.js';
import { validateClientTls } from './client-tls.js';
import { validateLoadBalancer } from './load-balancer.js';
import { validateOutlierDetection } from './outlier-detection.js';
import type { TrafficPolicySpec } from './traffic-policy.js';

/** Reports why Istio refuses a policy, of a rule or of one of its subsets: `validateTrafficPolicy`. */
export function validateTrafficPolicy(
  policy: TrafficPolicySpec | null,
  namespace: string,
  path: Path,
  report: Report,
): void {
  if (policy === null) return;
  const { portLevelSettings, tunnel, proxyProtocol, retryBudget } = policy;
  const hasMore = portLevelSettings.length > 0 || tunnel !== null || proxyProtocol !== null || retryBudget !== null;
  if (!hasMore && isEmpty(policy)) report(path, 'at least one setting');
  if (tunnel !== null && proxyProtocol !== null) {
    report([...path, 'tunnel'], 'none beside proxyProtocol: keep one of the two');
    return;
  }
  validatePolicies(policy, namespace, path, report);
  portLevelSettings.forEach((settings, index) => {
    const at = [...path, 'portLevelSettings', index];
    if (settings.port === null) report([...at, 'port'], 'the port that the settings are for');
    if (isEmpty(settings)) report(at, 'at least one of loadBalancer, connectionPool, outlierDetection and tls');
    validatePolicies(settings, namespace, at, report);
  });
  validateTunnel(tunnel, [...path, 'tunnel'], report);
  if (typeof proxyProtocol?.version === 'number') report([...path, 'proxyProtocol', 'version'], 'V1 or V2');
}

/** What a policy has for all ports, and for one. */
type Policies = Pick<TrafficPolicySpec, 'loadBalancer' | 'connectionPool' | 'outlierDetection' | 'tls'>;

function isEmpty({ loadBalancer, connectionPool, outlierDetection, tls }: Policies): boolean {
  return loadBalancer === null && connectionPool === null && outlierDetection === null && tls === null;
}

function validatePolicies(policies: Policies, namespace: string, path: Path, report: Report): void {
  validateOutlierDetection(policies.outlierDetection, [...path, 'outlierDetection'], report);
  validateConnectionPool(policies.connectionPool, [...path, 'connectionPool'], report);
  validateLoadBalancer(policies.loadBalancer, [...path, 'loadBalancer'], report);
  validateClientTls(policies.tls, namespace, [...path, 'tls'], report);
}

/** `validateTunnelSettings`. */
function validateTunnel(tunnel: TrafficPolicySpec['tunnel'], path: Path, report: Report): void {
  if (tunnel === null) return;
  const { protocol, targetHost, targetPort } = tunnel;
  if (!['', 'CONNECT', 'POST'].includes(protocol)) report([...path, 'protocol'], 'CONNECT or POST');
  if (faultOfDomainName(targetHost) !== null && parseAddress(targetHost) === null) {
    report([...path, 'targetHost'], 'a domain name or an IP address');
  }
  validatePortNumber(targetPort, [...path, 'targetPort'], report);
}

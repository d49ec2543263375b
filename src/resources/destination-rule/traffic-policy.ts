import { connectionPoolSettings } from '../connection-pool.js';
import { list, optional, string, type ValueOf } from '../fields.js';
import { double, enumeration, message, uint32 } from '../protobuf-fields.js';
import type { TrafficPolicy } from '../route-rules.js';
import { clientTlsSettings } from './client-tls.js';
import { loadBalancerSettings, simpleLoadBalancer } from './load-balancer.js';
import { outlierDetection } from './outlier-detection.js';

const policies = {
  loadBalancer: optional(loadBalancerSettings),
  connectionPool: optional(connectionPoolSettings),
  outlierDetection: optional(outlierDetection),
  tls: optional(clientTlsSettings),
} as const;

/** Reads `TrafficPolicy`. */
export const trafficPolicySpec = message({
  ...policies,
  portLevelSettings: list(message({ port: optional(message({ number: uint32 })), ...policies })),
  tunnel: optional(message({ protocol: string, targetHost: string, targetPort: uint32 })),
  proxyProtocol: optional(message({ version: enumeration('V1', 'V2') })),
  retryBudget: optional(message({ percent: optional(double), minRetryConcurrency: uint32 })),
});

/** What `trafficPolicySpec` reads. */
export type TrafficPolicySpec = ValueOf<typeof trafficPolicySpec>;

/** What of a policy decides the type of clusters. */
export function trafficPolicy(policy: TrafficPolicySpec | null): TrafficPolicy | null {
  if (policy === null) return null;
  return {
    loadBalancer: simpleLoadBalancer(policy.loadBalancer),
    portLevel: policy.portLevelSettings.map(({ port, loadBalancer }) => ({
      port: port?.number ?? 0,
      loadBalancer: simpleLoadBalancer(loadBalancer),
    })),
  };
}

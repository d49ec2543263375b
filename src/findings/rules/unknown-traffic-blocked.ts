import { yaml } from '../example.js';
import { observeCall } from '../observation.js';
import { policyPlace } from '../policy-place.js';
import type { Rule } from '../rule.js';

/** Traffic that nothing configures used to leave the mesh and is now refused. */
export const unknownTrafficBlocked: Rule = {
  id: 'unknown-traffic-blocked',
  severities: 'warning; error where a host in use is among them',
  summary: 'Calls to hosts that nothing configures passed through and are now refused by the sidecar.',
  why:
    'Under REGISTRY_ONLY a sidecar closes connections to unknown destinations and answers plain HTTP with 502. ' +
    'Everything that workloads call without an entry stops working at once.',
  fix: 'Before the policy is tightened, write a ServiceEntry for each external host in use and import it in the Sidecar.',
  example: {
    base: yaml`
      apiVersion: networking.istio.io/v1
      kind: Sidecar
      metadata:
        name: default
        namespace: shop
      spec:
        egress:
          - hosts: ["./*"]
        outboundTrafficPolicy:
          mode: ALLOW_ANY
    `,
    head: yaml`
      apiVersion: networking.istio.io/v1
      kind: Sidecar
      metadata:
        name: default
        namespace: shop
      spec:
        egress:
          - hosts: ["./*"]
        outboundTrafficPolicy:
          mode: REGISTRY_ONLY
    `,
    silent: yaml`
      apiVersion: networking.istio.io/v1
      kind: Sidecar
      metadata:
        name: default
        namespace: shop
      spec:
        egress:
          - hosts: ["./*", "partners/*"]
        outboundTrafficPolicy:
          mode: ALLOW_ANY
    `,
  },
  isAboutLoss: true,

  claim(direction, change) {
    const { before, after } = change;
    if (before.kind !== 'passthrough' || after.kind !== 'blackhole') return null;
    return {
      ...observeCall(direction, change, { severity: 'warning', ownerHost: null, subject: {} }),
      pointAt: policyPlace,
    };
  },

  describe: () => ({
    title: 'Calls to hosts that nothing configures are refused',
    message:
      'They left the mesh unchanged before. Now the sidecar closes the connection, or answers 502 where it reads plain HTTP.',
    fix: unknownTrafficBlocked.fix,
  }),

  gone: () => null,
};

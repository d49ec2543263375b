import { yaml } from '../example.js';
import { observeCall } from '../observation.js';
import { policyPlace } from '../policy-place.js';
import type { Rule } from '../rule.js';

/** Traffic that nothing configures used to be refused and now leaves the mesh. */
export const unknownTrafficAllowed: Rule = {
  id: 'unknown-traffic-allowed',
  severities: 'notice',
  summary: 'Calls to hosts that nothing configures were refused by the sidecar and now pass through.',
  why: 'A Sidecar is not a firewall, but teams that set REGISTRY_ONLY count on seeing every external host in the manifests.',
  fix: 'Nothing to do, if it is meant; otherwise set outboundTrafficPolicy mode REGISTRY_ONLY again.',
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
          mode: REGISTRY_ONLY
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
          mode: ALLOW_ANY
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
          mode: REGISTRY_ONLY
    `,
  },
  isAboutLoss: true,

  claim(direction, change) {
    const { before, after } = change;
    if (before.kind !== 'blackhole' || after.kind !== 'passthrough') return null;
    return {
      ...observeCall(direction, change, { severity: 'notice', ownerHost: null, subject: {} }),
      pointAt: policyPlace,
    };
  },

  describe: () => ({
    title: 'Calls to hosts that nothing configures pass through',
    message: 'The sidecar refused them before. Now they leave the mesh unchanged, to the address that is dialled.',
    fix: unknownTrafficAllowed.fix,
  }),

  gone: () => null,
};

/** Rule ids are outcomes; an id that was released is never used for something else. */
export const ruleIds = [
  'listener-rejected',
  'host-taken-over',
  'egress-entry-lost',
  'traffic-captured',
  'destination-changed',
  'unknown-traffic-blocked',
  'unknown-traffic-allowed',
  'server-first-stalled',
  'verdict-unknown',
  'address-changed',
  'verdict-changed',
  'wildcard-listener-added',
  'ambiguous-winner',
  'ambiguous-sidecar',
  'missing-cluster',
  'dead-route',
  'dangling-egress-host',
  'sidecar-port-locked',
  'entry-ineffective',
  'invalid-resource',
  'waiver-unused',
  'waiver-expired',
] as const;

export type RuleId = (typeof ruleIds)[number];

import type { Rule, RuleText } from './rule.js';
import { addressChanged } from './rules/address-changed.js';
import { ambiguousSidecar } from './rules/ambiguous-sidecar.js';
import { ambiguousWinner } from './rules/ambiguous-winner.js';
import { danglingEgressHost } from './rules/dangling-egress-host.js';
import { deadRoute } from './rules/dead-route.js';
import { destinationChanged } from './rules/destination-changed.js';
import { egressEntryLost } from './rules/egress-entry-lost.js';
import { entryIneffective } from './rules/entry-ineffective.js';
import { hostTakenOver } from './rules/host-taken-over.js';
import { invalidResource } from './rules/invalid-resource.js';
import { listenerRejected } from './rules/listener-rejected.js';
import { missingCluster } from './rules/missing-cluster.js';
import { serverFirstStalled } from './rules/server-first-stalled.js';
import { sidecarPortLocked } from './rules/sidecar-port-locked.js';
import { trafficCaptured } from './rules/traffic-captured.js';
import { unknownTrafficAllowed } from './rules/unknown-traffic-allowed.js';
import { unknownTrafficBlocked } from './rules/unknown-traffic-blocked.js';
import { verdictChanged } from './rules/verdict-changed.js';
import { verdictUnknown } from './rules/verdict-unknown.js';
import { waiverExpired } from './rules/waiver-expired.js';
import { waiverUnused } from './rules/waiver-unused.js';
import { wildcardListenerAdded } from './rules/wildcard-listener-added.js';

/** Every rule about the mesh. The order is law: a changed call belongs to the first rule that claims it. */
export const rules: readonly Rule[] = [
  listenerRejected,
  hostTakenOver,
  egressEntryLost,
  trafficCaptured,
  destinationChanged,
  unknownTrafficBlocked,
  unknownTrafficAllowed,
  serverFirstStalled,
  verdictUnknown,
  addressChanged,
  verdictChanged,
  wildcardListenerAdded,
  ambiguousWinner,
  ambiguousSidecar,
  missingCluster,
  deadRoute,
  danglingEgressHost,
  sidecarPortLocked,
  entryIneffective,
  invalidResource,
];

/** All that can be reported: what the settings themselves have to answer for comes last. */
export const documentedRules: readonly RuleText[] = [...rules, waiverUnused, waiverExpired];

import { BLACKHOLE, PASSTHROUGH } from '../proxy/cluster-name.js';
import type { OutboundTrafficPolicy } from '../resources/resource.js';
import type { LiveSidecar } from './live-sidecar.js';
import { clustersOf } from './shape-text.js';

/** The policy for unknown traffic that a sidecar follows, where it is another than the one assumed; else null. */
export function livePolicy(
  { listeners }: LiveSidecar,
  assumed: OutboundTrafficPolicy,
): OutboundTrafficPolicy['mode'] | null {
  const last = listeners?.find(({ useOriginalDst }) => useOriginalDst)?.chains.at(-1);
  const [cluster] = last === undefined ? [] : clustersOf(last.destination);
  const mode = cluster === PASSTHROUGH ? 'ALLOW_ANY' : cluster === BLACKHOLE ? 'REGISTRY_ONLY' : null;
  return mode === assumed.mode ? null : mode;
}

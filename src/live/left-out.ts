import type { LeftOut, LiveListener } from './live-sidecar.js';
import type { SentListener } from './dump-parts.js';
import { field, isSet, textOf } from './proto-json.js';

/** Why a listener is none of outbound traffic; null for one that is compared. */
export function whyListenerLeftOut(sent: SentListener, read: LiveListener | null): string | null {
  const name = textOf(field(sent.message, 'name'));
  // istiod names every listener; of a listing of istioctl, only this tells what the bootstrap brought along.
  if (sent.isStatic || (name === '' && isSet(sent.message))) return bootstrap;
  if (textOf(field(sent.message, 'traffic_direction')) === 'INBOUND' || name === 'virtualInbound') return inbound;
  if (!isSet(sent.message)) return 'Envoy refused it and does not show what it was sent';
  return read === null ? tunnel : null;
}

/** Why a cluster is no destination of outbound traffic; null for one that is compared. */
export function whyClusterLeftOut(name: string, isStatic: boolean): string | null {
  if (name.startsWith('inbound') || name.startsWith('InboundPassthroughCluster')) return inbound;
  if (isStatic) return bootstrap;
  if (name.startsWith('outbound|') || name === 'BlackHoleCluster' || name === 'PassthroughCluster') return null;
  return name.endsWith('connect_originate') ? tunnel : 'no name that istiod gives to destinations';
}

/** Why a route table is none that an outbound listener asks for; null for one that is compared. */
export function whyTableLeftOut(name: string, isStatic: boolean): string | null {
  if (name.startsWith('inbound') || name.startsWith('InboundPassthroughCluster')) return inbound;
  return isStatic || name === '' ? 'part of a listener' : null;
}

const inbound = 'inbound traffic' satisfies LeftOut['reason'];
const bootstrap = "part of the sidecar's bootstrap" satisfies LeftOut['reason'];
const tunnel = 'an inner step of a tunnel (HBONE)' satisfies LeftOut['reason'];

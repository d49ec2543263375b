import type { Behaves } from '../istio/behaviours.js';
import type { MeshConfig } from '../istio/mesh-config.js';
import { isWildcard } from '../resources/hostname.js';
import type { ServiceEntry } from '../resources/resource.js';
import { UNSPECIFIED, type MeshService } from './service.js';

/** Whether such a proxy listens on automatic addresses (CV-20). */
export function usesAutomaticAddresses(
  { capturesDns, allocatesAddresses }: Pick<MeshConfig, 'capturesDns' | 'allocatesAddresses'>,
  behaves: Behaves,
): boolean {
  if (!behaves('addresses-in-status')) return capturesDns && allocatesAddresses;
  return capturesDns || behaves('status-addresses-for-all');
}

/** Whether a controller of istiod gives the entry addresses at all (`shouldV2AutoAllocateIP`). */
export function mayHaveAutomaticAddresses({ resolution, addresses, labels }: ServiceEntry): boolean {
  const isOptedOut = labels['networking.istio.io/enable-autoallocate-ip']?.toLowerCase() === 'false';
  return resolution !== 'NONE' && addresses.length === 0 && !isOptedOut;
}

/**
 * The addresses that istiod itself gives to entries without any, where it does not keep them in their status
 * (CV-19): IPv4, then IPv6, below 240.240.0.0.
 *
 * The services come oldest first. Mirrors `serviceentry.autoAllocateIPs`.
 */
export function allocateAddresses(
  services: readonly MeshService[],
  behaves: Behaves,
): ReadonlyMap<MeshService, readonly string[]> {
  if (behaves('addresses-in-status')) return new Map();
  const needy = services.filter(
    ({ registry, address, host, resolution }) =>
      registry === 'External' && address === UNSPECIFIED && !isWildcard(host) && resolution !== 'Passthrough',
  );
  const numbers = behaves('hashed-addresses') ? byHash(needy, behaves) : inOrder(needy, behaves);
  return new Map([...numbers].map(([service, number]) => [service, addressesOf(number, behaves)]));
}

/** Counts the services, or only their hosts. */
function inOrder(services: readonly MeshService[], behaves: Behaves): ReadonlyMap<MeshService, number> {
  const numbers = new Map<MeshService, number>();
  const byHost = new Map<string, number>();
  let last = 0;
  for (const service of services) {
    const shared = behaves('one-address-a-host') ? byHost.get(service.host) : undefined;
    if (shared === undefined) last = withoutZero(last + 1);
    numbers.set(service, shared ?? last);
    byHost.set(service.host, shared ?? last);
  }
  return numbers;
}

const SLOTS = 256 * 254;
const PRIME = 65011;

/** Double hashing of namespace and host; services of the same both end at the lowest slot that one of them found. */
function byHash(services: readonly MeshService[], behaves: Behaves): ReadonlyMap<MeshService, number> {
  const slots = new Map<number, MeshService>();
  for (const service of services) {
    const hash = fnv1a(keyOf(service));
    const step = PRIME - (hash % PRIME);
    let slot = hash % SLOTS;
    // The products stay 32-bit in istiod; the second try leaves out the last slot.
    for (let round = 1; slots.has(slot); round += 1) slot = ((hash + Math.imul(round, step)) >>> 0) % (SLOTS - 1);
    slots.set(slot, service);
  }
  const numbers = new Map<string, number>();
  const doRepeatsCount = behaves('repeats-take-a-number');
  // What was skipped or not counted moves all that follow.
  let shift = 1;
  for (const [slot, service] of [...slots].sort(([a], [b]) => a - b)) {
    const key = keyOf(service);
    if (numbers.has(key) && !doRepeatsCount) {
      shift -= 1;
      continue;
    }
    const number = withoutZero(slot + shift);
    shift = number - slot;
    if (!numbers.has(key)) numbers.set(key, number);
  }
  return new Map(services.map(service => [service, numbers.get(keyOf(service)) ?? 0]));
}

/** No address ends in `.0`. */
function withoutZero(number: number): number {
  return number % 255 === 0 ? number + 1 : number;
}

function addressesOf(number: number, behaves: Behaves): readonly string[] {
  const [third, fourth] = [Math.floor(number / 255), number % 255];
  const ipv4 = `240.240.${third}.${fourth}`;
  if (!behaves('automatic-ipv6')) return [ipv4];
  return [ipv4, `2001:2::f0f0:${third === 0 ? '' : third.toString(16)}${fourth.toString(16)}`];
}

function keyOf({ namespace, host }: MeshService): string {
  return `${namespace}/${host}`;
}

/** The 32-bit FNV-1a hash of the text's UTF-8. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

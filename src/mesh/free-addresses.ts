import { isWildcard } from '../resources/hostname.js';
import { parseAddress, parsePrefix } from '../resources/ip-address.js';
import { mayHaveAutomaticAddresses } from './automatic-addresses.js';
import type { Resource, Service, ServiceEntry } from '../resources/resource.js';
import { fnv1a } from './fnv1a.js';

/** Addresses that no manifest of either side names or covers. */
export interface FreeAddresses {
  /** The address that a Service without one gets, the same at both sides; null for one that needs none (CV-4). */
  invented(service: Service): string | null;
  /**
   * The address that stands for the automatic one of an entry's host, the same at both sides: it is in the status, which
   * no repository has (CV-19). Null for an entry that gets none.
   */
  automatic(entry: ServiceEntry, host: string): string | null;
  /** One of the pool, to propose for an entry that has none: each entry its own; null where the pool has none left. */
  suggested(entry: ServiceEntry): string | null;
  /** One that belongs to nobody: where a call to an unknown host goes (EM-18). */
  readonly foreign: string;
}

/** IPv4 addresses in a row, as numbers. */
interface Range {
  readonly first: number;
  readonly size: number;
}

/** Drawn from in this order: repositories rarely name benchmarking or shared address space. */
const inventedRanges: readonly [Range, ...Range[]] = [
  { first: number4('198.18.0.0'), size: 2 ** 17 },
  { first: number4('100.64.0.0'), size: 2 ** 22 },
  { first: number4('10.0.0.0'), size: 2 ** 24 },
];

/** Documentation addresses: real to the eye, reachable by nobody. */
const foreignRanges: readonly [Range, ...Range[]] = [
  { first: number4('203.0.113.0'), size: 2 ** 8 },
  { first: number4('198.51.100.0'), size: 2 ** 8 },
  { first: number4('192.0.2.0'), size: 2 ** 8 },
  ...inventedRanges,
];

/** The range from which Istio allocates automatic addresses by default (CV-19). */
const automaticRange: Range = { first: number4('240.240.0.0'), size: 2 ** 16 };

/** Where addresses are proposed from unless the user configures it. */
const usualPool = '240.240.0.0/16';

/**
 * Invents addresses from namespace and name, outside everything that the resources of both sides name.
 *
 * `pool`: the IPv4 prefix that suggested addresses are taken from.
 *
 * Where an entry covers all there is (`0.0.0.0/0`) no address is free of it: then the first range serves.
 */
export function freeAddresses(resources: Iterable<Resource>, pool = usualPool): FreeAddresses {
  const taken = new Set<number>();
  const prefixes = new Map<number, Range>();
  const unaddressed = new Set<string>();
  const entries: ServiceEntry[] = [];
  for (const resource of resources) {
    for (const text of namedAddresses(resource)) {
      const range = rangeOf(text);
      if (range?.size === 1) taken.add(range.first);
      else if (range !== null && range.size > (prefixes.get(range.first)?.size ?? 0)) prefixes.set(range.first, range);
    }
    if (needsAddress(resource)) unaddressed.add(nameOf(resource));
    if (resource.kind === 'ServiceEntry' && mayHaveAutomaticAddresses(resource)) entries.push(resource);
  }

  const named = [...prefixes.values()];
  const draw = (ranges: readonly [Range, ...Range[]], seed: number): string => {
    const [usual] = ranges;
    const found = firstOf(ranges, range => firstFree(range, seed, named, taken));
    if (found !== null) taken.add(found);
    return text4(found ?? usual.first + (seed % usual.size));
  };

  // Sorted, so that two names of one hash get the same addresses in every run.
  const invented = new Map([...unaddressed].sort().map(name => [name, draw(inventedRanges, fnv1a(name))]));
  // Drawn when first asked for: few meshes use them.
  let automatic: ReadonlyMap<string, string> | null = null;
  const drawAutomatic = () => {
    const hosts = entries.flatMap(entry =>
      entry.hosts
        .filter(host => !isWildcard(host) || entry.resolution === 'DYNAMIC_DNS')
        .map(host => hostOf(entry, host)),
    );
    return new Map([...new Set(hosts)].sort().map(host => [host, draw([automaticRange], fnv1a(host))]));
  };
  const range = rangeOf(pool);
  // What is proposed is nobody's yet, but must not be proposed to two.
  const proposed = new Map<string, number>();
  const propose = (entry: ServiceEntry) => {
    const known = proposed.get(nameOf(entry));
    if (known !== undefined) return text4(known);
    const busy = new Set([...taken, ...proposed.values()]);
    const found = range === null ? null : firstFree(range, fnv1a(nameOf(entry)), named, busy);
    if (found !== null) proposed.set(nameOf(entry), found);
    return found === null ? null : text4(found);
  };
  return {
    automatic: (entry, host) =>
      mayHaveAutomaticAddresses(entry) ? ((automatic ??= drawAutomatic()).get(hostOf(entry, host)) ?? null) : null,
    invented: service => invented.get(nameOf(service)) ?? null,
    suggested: propose,
    foreign: draw(foreignRanges, 77),
  };
}

function firstOf(ranges: readonly Range[], find: (range: Range) => number | null): number | null {
  let found: number | null = null;
  for (const range of ranges) found ??= find(range);
  return found;
}

/** The first address from `seed` on that nobody has; null where the range has none. */
function firstFree(
  { first, size }: Range,
  seed: number,
  named: readonly Range[],
  taken: ReadonlySet<number>,
): number | null {
  for (let step = 0; step < size; step += 1) {
    const offset = (seed + step) % size;
    const at = first + offset;
    const prefix = named.find(range => range.first <= at && at < range.first + range.size);
    // What a prefix covers is passed in one stride, up to the end of the range, where counting starts over.
    if (prefix !== undefined) step += Math.min(prefix.first + prefix.size - at, size - offset) - 1;
    else if (!taken.has(at) && !looksReserved(at)) return at;
  }
  return null;
}

/** First and last of a /24 look like a network and a broadcast address. */
function looksReserved(address: number): boolean {
  return address % 256 === 0 || address % 256 === 255;
}

/** What an IPv4 address or prefix covers; null for any other text. */
function rangeOf(text: string): Range | null {
  const prefix = parsePrefix(text);
  const address = prefix === null ? parseAddress(text) : prefix.address;
  if (address?.family !== 4) return null;
  const size = 2 ** (32 - (prefix?.bits ?? 32));
  const value = number4(address.text);
  return { first: value - (value % size), size };
}

/** Decides whether the API server would give it an address that its manifest does not name. */
export function needsAddress(resource: Resource): resource is Service {
  if (resource.kind !== 'Service') return false;
  const { type, clusterIP, clusterIPs } = resource;
  return type !== 'ExternalName' && clusterIP === null && clusterIPs.length === 0;
}

function nameOf({ namespace, name }: Service | ServiceEntry): string {
  return `${namespace}/${name}`;
}

function hostOf(entry: ServiceEntry, host: string): string {
  return `${nameOf(entry)}/${host}`;
}

/** The addresses and prefixes that a manifest names, of whatever. */
export function namedAddresses(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'Service':
      return resource.clusterIP === null ? resource.clusterIPs : [resource.clusterIP, ...resource.clusterIPs];
    case 'ServiceEntry':
      return [...resource.addresses, ...resource.endpoints.map(({ address }) => address)];
    case 'Sidecar':
      return resource.egress.map(({ bind }) => bind);
    case 'VirtualService':
      return [...resource.tls, ...resource.tcp].flatMap(({ match }) =>
        match.flatMap(({ destinationSubnets }) => destinationSubnets),
      );
    case 'EndpointSlice':
    case 'Endpoints':
      return resource.subsets.flatMap(({ addresses }) => addresses);
    case 'WorkloadEntry':
      return [resource.endpoint.address];
    case 'Workload':
      return resource.address === null ? [] : [resource.address];
    case 'DestinationRule':
    case 'EnvoyFilter':
    case 'HTTPRoute':
    case 'GRPCRoute':
    case 'TLSRoute':
    case 'TCPRoute':
    case 'Namespace':
    case 'Installation':
      return [];
  }
}

function number4(text: string): number {
  return text.split('.').reduce((value, part) => value * 256 + Number(part), 0);
}

function text4(value: number): string {
  return [24, 16, 8, 0].map(shift => Math.floor(value / 2 ** shift) % 256).join('.');
}

import { familyOf } from '../resources/ip-address.js';
import type { Resource } from '../resources/resource.js';
import type { VirtualService } from '../resources/route-rules.js';
import type { Call } from '../envoy/call.js';
import { sameOwner, type Owner, type Verdict } from '../envoy/verdict.js';
import { usesAutomaticAddresses } from '../mesh/automatic-addresses.js';
import { dialledAddress } from '../mesh/dial.js';
import type { Mesh } from '../mesh/mesh.js';
import type { MeshService } from '../mesh/service.js';
import type { RunningSidecar } from '../envoy/sidecar.js';
import type { Scope } from '../scope/scope.js';
import type { Question } from './calls.js';
import { configuredIn, type Configured } from './configured.js';
import type { Group, Simulation } from './simulation.js';

/** One side as a group experiences it: questions become calls, calls get verdicts. */
export interface Side {
  readonly simulation: Simulation;
  sidecar(group: Group): RunningSidecar;
  /** What the group's sidecar, or any that may be its sidecar, sees. */
  configured(group: Group): Configured;
  /** Whether the manifests of this side declare the host and port, in that namespace; null: in any. */
  declares(host: string, port: number, namespace: string | null): boolean;
  /** The resources of this side that declare the host, whoever sees them. */
  declarers(host: string): ReadonlySet<Resource>;
  /** Whether the manifests of this side give the host an address. */
  hasAddress(host: string): boolean;
  /** Whether the address stands for all that no manifest names. */
  isForeign(address: string): boolean;
  /** Where the group finds a host that it sees: the IPv4 address of each of its services, or a foreign one. */
  addressesOf(group: Group, host: string): readonly string[];
  call(group: Group, question: Question): Call;
  ask(group: Group, question: Question): Verdict;
  /** The VirtualService whose rule led the call; null where none did. */
  ruleBehind(verdict: Verdict): VirtualService | null;
  /** The service whose cluster took the call; null where none did. */
  serviceBehind(group: Group, verdict: Verdict): MeshService | null;
}

/** `foreign`: the address of whatever has none in the manifests. */
export function openSide(simulation: Simulation, foreign: string): Side {
  const configured = new Map<Scope | RunningSidecar, Configured>();
  const addresses = addressBook(simulation.meshes());
  // Who does not see a host is not answered by its sidecar.
  const usesAutomatic = ({ config, behaves }: Mesh) => usesAutomaticAddresses(config, behaves);
  let declared: ReadonlySet<string> | null = null;
  let declarers: ReadonlyMap<string, ReadonlySet<Resource>> | null = null;
  const ownAddresses = (group: Group, host: string) => {
    const isAutomatic = usesAutomatic(simulation.meshOf(group));
    const services = side.configured(group).servicesOf(host);
    return [...new Set(services.map(service => dialledAddress(service, isAutomatic)).filter(isAddress))];
  };

  const side: Side = {
    simulation,
    sidecar: group => simulation.sidecar(group),
    configured(group) {
      const sidecar = simulation.sidecar(group);
      const scopes = [...new Set(sidecar.candidates.map(({ scope }) => scope))];
      // Many sidecars share a scope, where theirs is one.
      const key = scopes.length === 1 ? sidecar.configuration.scope : sidecar;
      const made = configured.get(key) ?? configuredIn(scopes);
      configured.set(key, made);
      return made;
    },
    declares(host, port, namespace) {
      declared ??= declaredPlaces(simulation.meshes());
      return declared.has(placeOf(host, port, namespace));
    },
    declarers: host => (declarers ??= declarersByHost(simulation.meshes())).get(host) ?? new Set(),
    hasAddress: host => addresses.has(host),
    isForeign: address => address === foreign,
    addressesOf(group, host) {
      const known = ownAddresses(group, host).filter(address => familyOf(address) === 4);
      return known.length === 0 ? [foreign] : known;
    },
    call(group, { kind, port, host, configured: name, address, speaksFirst }) {
      // A host that the group sees is as it sees it: another namespace may give the same name another address.
      const isSeen = name !== null && side.configured(group).servicesOf(name).length > 0;
      const known = isSeen ? ownAddresses(group, name)[0] : addresses.get(name ?? '');
      return { kind, port, host, speaksFirst, address: address ?? known ?? foreign };
    },
    ask: (group, question) => simulation.sidecar(group).answer(side.call(group, question)),
    ruleBehind: ({ via }) =>
      via === null
        ? null
        : (simulation.meshes().flatMap(({ routes }) => routes.all.find(rule => isWrittenAs(rule, via)) ?? [])[0] ??
          null),
    serviceBehind: (group, { cluster }) =>
      cluster === null ? null : (simulation.sidecar(group).configuration.clusters().get(cluster)?.service ?? null),
  };
  return side;
}

/** Whether the rule is the resource, or made of it. */
function isWrittenAs(rule: VirtualService, resource: Owner): boolean {
  return [...(rule.madeOf.length === 0 ? [rule] : rule.madeOf)].some(written => sameOwner(written, resource));
}

function declaredPlaces(meshes: readonly Mesh[]): ReadonlySet<string> {
  const places = new Set<string>();
  for (const { host, namespace, ports } of meshes.flatMap(({ services }) => services)) {
    for (const { number } of ports) places.add(placeOf(host, number, null)).add(placeOf(host, number, namespace));
  }
  return places;
}

function declarersByHost(meshes: readonly Mesh[]): ReadonlyMap<string, ReadonlySet<Resource>> {
  const found = new Map<string, Set<Resource>>();
  for (const { host, resource } of meshes.flatMap(({ services }) => services)) {
    found.set(host, (found.get(host) ?? new Set<Resource>()).add(resource));
  }
  return found;
}

function placeOf(host: string, port: number, namespace: string | null): string {
  return `${namespace ?? '*'}/${host}:${port}`;
}

function addressBook(meshes: readonly Mesh[]): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  for (const service of meshes.flatMap(({ services }) => services)) {
    const address = dialledAddress(service);
    if (address !== null && !addresses.has(service.host)) addresses.set(service.host, address);
  }
  return addresses;
}

function isAddress(text: string | null): text is string {
  return text !== null;
}

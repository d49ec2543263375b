import type { Proxy } from '../proxy/proxy.js';
import type { OutboundTrafficPolicy, Resource } from '../resources/resource.js';
import type { SidecarChoice } from '../scope/select-sidecar.js';
import type { Difference, Taken } from './comparison.js';
import type { ConfigName, LiveSidecar } from './live-sidecar.js';

/** A sidecar that runs, held against what the manifests say of it. */
export interface Verification {
  readonly proxy: Proxy;
  readonly live: LiveSidecar;
  readonly choice: SidecarChoice;
  /** Where the simulation is wrong about something that it claims to know. */
  readonly differences: readonly Difference[];
  /** Hosts that the sidecar knows and no manifest declares, in order. */
  readonly undeclaredHosts: readonly string[];
  /** Rules that no manifest declares and that explain what would be a difference. */
  readonly undeclaredResources: readonly ConfigName[];
  /** Hosts that the manifests declare for this sidecar, and of which it knows nothing. */
  readonly absent: readonly { readonly host: string; readonly resource: Resource }[];
  /** Where what no manifest declares has taken a way that the manifests know. */
  readonly taken: readonly Taken[];
  /** What depends on pods that no manifest describes. */
  readonly ofPods: readonly string[];
  /** How many Services have their addresses from the dump. */
  readonly learnedAddresses: number;
  /** What the dump says of MeshConfig's outboundTrafficPolicy, where nothing else did; null where that is the default. */
  readonly learnedPolicy: OutboundTrafficPolicy['mode'] | null;
}

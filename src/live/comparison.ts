import type { MeshService } from '../mesh/service.js';
import type { ProxyConfiguration } from '../proxy/configuration.js';
import type { Resource } from '../resources/resource.js';
import type { ConfigName, LiveSidecar } from './live-sidecar.js';
import type { Strangers } from './strangers.js';

/** Something of which the simulation says one thing, and the sidecar shows another. */
export interface Difference {
  /** From the outside in: `listener 0.0.0.0:443`, `chain SNI: a.example`. */
  readonly where: readonly string[];
  /** What the sidecar has there; empty for nothing. */
  readonly live: readonly string[];
  /** What the simulation has there; empty for nothing. */
  readonly expected: readonly string[];
  /** The resource that the expectation, or the host, comes from; null where none is known. */
  readonly owner: Resource | null;
  /** What may be the reason, as sentences without a final stop. */
  readonly hints: readonly string[];
}

/** A way through a listener that leads to what no manifest declares, in place of what is expected. */
export type Taken = Pick<Difference, 'where' | 'live' | 'expected'>;

/** What the simulation says of the sidecar whose dump it is held against. */
export interface Expectation {
  readonly configuration: ProxyConfiguration;
  /** All that the manifests declare, whether this sidecar sees it or not, by host in lower case. */
  readonly services: ReadonlyMap<string, MeshService>;
  /** Addresses that were invented, and that nothing in the dump confirms. */
  readonly unconfirmed: ReadonlySet<string>;
}

/** Both sides, who is known to one of them only, and where to tell what was found. */
export interface Comparison {
  readonly live: LiveSidecar;
  readonly expected: Expectation;
  readonly strangers: Strangers;
  readonly found: {
    readonly differences: Difference[];
    /** Resources that the sidecar names and no manifest declares, where they explain something. */
    readonly undeclaredResources: Map<string, ConfigName>;
    /** Ways that the manifests know, and that what no manifest declares has taken. */
    readonly taken: Taken[];
    /** What no manifest can tell: listeners and routes of pods. */
    readonly ofPods: string[];
  };
}

/** Notes a difference; `owner` and `hints` are often unknown. */
export function differ(
  { found }: Comparison,
  where: readonly string[],
  sides: { readonly live: readonly string[]; readonly expected: readonly string[] },
  owner: Resource | null = null,
  hints: readonly string[] = [],
): void {
  found.differences.push({ where, ...sides, owner, hints });
}

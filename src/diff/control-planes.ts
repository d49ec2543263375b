import { installedBy, namedRelease, type Installed } from '../istio/installed.js';
import { createConversion, type Conversion } from '../mesh/conversion.js';
import type { FreeAddresses } from '../mesh/free-addresses.js';
import type { Revision } from '../mesh/revisions.js';
import type { Resource } from '../resources/resource.js';

/** What governs a side, or one revision of it. Those with equal control planes have one and the same, and so share their services. */
export interface Governing {
  readonly installed: Installed;
  readonly conversion: Conversion;
}

/**
 * Finds what governs a revision of a side that holds these resources; each knows release and MeshConfig from its own, but
 * has base's release where it names none.
 */
export function governedBy(
  addresses: FreeAddresses,
  base: readonly Resource[],
): (resources: readonly Resource[], revision: Revision) => Governing {
  const saidAtBase = base.filter(({ kind }) => kind === 'Installation');
  const known = new Map<string, Pick<Installed, 'controlPlane'> & { readonly conversion: Conversion }>();
  return (resources, revision) => {
    const installed = installedBy(resources, revision, namedRelease(saidAtBase, revision));
    const { controlPlane, identity } = installed;
    const shared = known.get(identity) ?? {
      controlPlane,
      conversion: createConversion(
        controlPlane,
        service => addresses.invented(service),
        (entry, host) => addresses.automatic(entry, host),
      ),
    };
    known.set(identity, shared);
    return { installed: { ...installed, controlPlane: shared.controlPlane }, conversion: shared.conversion };
  };
}

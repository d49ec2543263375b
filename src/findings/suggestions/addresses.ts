import type { FreeAddresses } from '../../mesh/free-addresses.js';
import { isWildcard } from '../../resources/hostname.js';
import type { ServiceEntry } from '../../resources/resource.js';
import { nodeAt } from '../../source/node.js';
import type { Candidate, EditedResource } from './candidate.js';
import type { Edit } from './edit.js';
import { isInBrackets, withListBehind, writtenList } from './lists.js';
import { writtenPair } from './written.js';

/** What addresses are chosen by. */
export interface AddressSource {
  readonly free: FreeAddresses;
  /** Whether sidecars answer DNS queries themselves. */
  readonly capturesDns: boolean;
}

/** Gives an entry that has no addresses those that it had, else one of its own. */
export function addressCandidates(change: EditedResource<ServiceEntry>, source: AddressSource): readonly Candidate[] {
  const { base, head } = change;
  if (head.addresses.length > 0) return [];
  const former = base?.kind === 'ServiceEntry' ? base.addresses : [];
  if (former.length > 0) {
    return candidatesFor(head, former, 'The suggestion puts back the addresses that the entry had.');
  }
  const invented = mayInvent(head) ? source.free.suggested(head) : null;
  if (invented === null) return [];
  return candidatesFor(
    head,
    [invented],
    source.capturesDns
      ? 'The suggested address is free, and the DNS proxy of the sidecars answers with it.'
      : 'The suggested address is a placeholder: put the real one there, or let the name resolve to it.',
  );
}

/**
 * Two hosts on one address and port would contest it, a wildcard's hosts have addresses of their own, and with
 * resolution NONE the sidecar would connect to the invented one.
 */
function mayInvent({ hosts: [host, ...others], resolution }: ServiceEntry): boolean {
  return host !== undefined && others.length === 0 && !isWildcard(host) && resolution !== 'NONE';
}

function candidatesFor(entry: ServiceEntry, addresses: readonly string[], caveat: string): readonly Candidate[] {
  const edit = editFor(entry, addresses);
  return edit === null ? [] : [{ edit, resource: entry, caveat }];
}

function editFor({ document }: ServiceEntry, addresses: readonly string[]): Edit | null {
  if (nodeAt(document.root, ['spec', 'addresses']) === null) {
    const hosts = writtenList(document, ['spec'], 'hosts');
    return hosts === null ? null : withListBehind(hosts, 'addresses', addresses);
  }
  const empty = writtenPair(document, ['spec'], 'addresses')?.value;
  if (empty?.kind !== 'sequence' || !isInBrackets(document, empty)) return null;
  return { start: empty.start, end: empty.end, text: `[${addresses.join(', ')}]` };
}

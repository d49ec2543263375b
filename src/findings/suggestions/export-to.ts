import type { ServiceEntry } from '../../resources/resource.js';
import { nodeAt } from '../../source/node.js';
import type { Candidate, EditedResource } from './candidate.js';
import type { Edit } from './edit.js';
import { withListBehind, withValue, writtenList } from './lists.js';

/** Keeps an entry that is exported to all to its own namespace. */
export function exportCandidates({ head }: EditedResource<ServiceEntry>): readonly Candidate[] {
  const edit = editFor(head);
  const caveat =
    `With the suggestion namespace ${head.namespace} alone sees the entry: ` +
    'where others call its hosts, name their namespaces as well.';
  return edit === null ? [] : [{ edit, resource: head, caveat }];
}

function editFor({ document, exportTo }: ServiceEntry): Edit | null {
  // Istio takes the field's protobuf spelling too.
  const key = ['exportTo', 'export_to'].find(name => nodeAt(document.root, ['spec', name]) !== null);
  if (key === undefined) {
    const [addresses, hosts] = ['addresses', 'hosts'].map(name => writtenList(document, ['spec'], name));
    const list = addresses ?? hosts ?? null;
    return list === null ? null : withListBehind(list, 'exportTo', ['"."']);
  }
  const written = writtenList(document, ['spec'], key);
  return written === null || exportTo?.join() !== '*' ? null : withValue(document, written.last, '.');
}

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
  if (nodeAt(document.root, ['spec', 'exportTo']) === null) {
    const [addresses, hosts] = ['addresses', 'hosts'].map(key => writtenList(document, ['spec'], key));
    const list = addresses ?? hosts ?? null;
    return list === null ? null : withListBehind(list, 'exportTo', ['"."']);
  }
  const written = writtenList(document, ['spec'], 'exportTo');
  if (written === null || exportTo?.join() !== '*') return null;
  return withValue(document, written.last, '.');
}

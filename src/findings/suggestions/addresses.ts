import type { FreeAddresses } from '../../mesh/free-addresses.js';
import { nodeAt } from '../../source/node.js';
import type { CauseSource } from '../cause-source.js';
import type { Suggestion } from '../finding.js';
import { blockListOf } from './block-list.js';

/**
 * Gives an entry that has no addresses one of its own, right below its hosts.
 *
 * Only for a single host: two hosts on one address and port would contest it.
 */
export function suggestAddresses(cause: CauseSource, addresses: FreeAddresses): Suggestion | null {
  const { resource, document } = cause;
  if (resource?.kind !== 'ServiceEntry' || resource.addresses.length > 0 || resource.hosts.length !== 1) return null;
  const spec = nodeAt(document.root, ['spec']);
  if (spec === null || nodeAt(spec, ['addresses']) !== null) return null;
  const hosts = blockListOf(cause, spec, 'hosts');
  if (hosts === null) return null;
  const lines = [hosts.lastText, `${hosts.keyIndent}addresses:`, `${hosts.itemPrefix}${addresses.suggested(resource)}`];
  return { file: document.path, line: hosts.lastLine, endLine: hosts.lastLine, replacement: lines.join('\n') };
}

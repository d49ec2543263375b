import type { Side } from '../../diff/side.js';
import { parseEgressHost } from '../../scope/egress-host.js';
import { sourceLine } from '../../source/document.js';
import type { CauseSource } from '../cause-source.js';
import type { Suggestion } from '../finding.js';
import { nearestHost } from '../nearest-host.js';

/** Corrects an egress host that is one or two letters away from a visible one. */
export function suggestNearestHost(cause: CauseSource, entry: string, head: Side): Suggestion | null {
  const { resource, document, at } = cause;
  if (resource?.kind !== 'Sidecar') return null;
  const meant = parseEgressHost(entry, resource.namespace);
  const text = sourceLine(document, at.line);
  if (meant === null || text === null || at.endLine !== at.line) return null;

  const nearest = nearestHost(meant, resource.namespace, head);
  const slash = text.indexOf(`/${meant.name}`, at.column - 1);
  if (nearest === null || slash < 0) return null;
  const replacement = text.slice(0, slash + 1) + nearest + text.slice(slash + 1 + meant.name.length);
  return { file: document.path, line: at.line, endLine: at.line, replacement };
}

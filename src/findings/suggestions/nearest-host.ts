import type { Side } from '../../diff/side.js';
import { parseEgressHost } from '../../scope/egress-host.js';
import { sourceLine } from '../../source/document.js';
import type { CauseSource } from '../cause-source.js';
import type { Suggestion } from '../finding.js';

/** Corrects an egress host that is one or two letters away from a visible one. */
export function suggestNearestHost(cause: CauseSource, entry: string, head: Side): Suggestion | null {
  const { resource, document, at } = cause;
  if (resource?.kind !== 'Sidecar') return null;
  const meant = parseEgressHost(entry, resource.namespace);
  const text = sourceLine(document, at.line);
  if (meant === null || text === null || at.endLine !== at.line) return null;

  const hosts = head.simulation.mesh
    .visibleTo(resource.namespace)
    .filter(({ namespace }) => namespace === meant.namespace)
    .map(({ host }) => host);
  const near = [...new Set(hosts)].filter(host => distance(host, meant.name, 2) <= 2).sort();
  const [nearest, ...rivals] = near;
  if (nearest === undefined || rivals.length > 0) return null;
  const start = text.indexOf(meant.name, at.column - 1);
  if (start < 0) return null;
  const replacement = text.slice(0, start) + nearest + text.slice(start + meant.name.length);
  return { file: document.path, line: at.line, endLine: at.line, replacement };
}

/** Edits between two names (Damerau's, neighbours may swap), or more than `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const edits = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits.push((beforeLast[j - 2] ?? 0) + 1);
      row.push(Math.min(...edits));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

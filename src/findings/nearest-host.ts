import type { Side } from '../diff/side.js';
import type { EgressHost } from '../scope/egress-host.js';

/** The one visible host of the namespace that is one or two letters away from the name; null where none or several are. */
export function nearestHost({ namespace, name }: EgressHost, governed: string, side: Side): string | null {
  const hosts = side.simulation.mesh
    .visibleTo(governed)
    .filter(service => service.namespace === namespace)
    .map(({ host }) => host);
  const near = [...new Set(hosts)].filter(host => distance(host, name, 2) <= 2);
  const [nearest, ...rivals] = near;
  return nearest === undefined || rivals.length > 0 ? null : nearest;
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

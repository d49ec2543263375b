import { isDnsLabel } from './domain-name.js';
import { quote, type Report } from './fault.js';

const PUBLIC = '*';
const NONE = '~';

/**
 * The namespaces a ServiceEntry is exported to: each once, `.` being its own, and `*` or `~` only alone.
 *
 * Mirrors `validateExportTo` for service entries.
 */
export function validateExportTo(exportTo: readonly string[], namespace: string, report: Report): void {
  const first = new Map<string, number>();
  exportTo.forEach((entry, index) => {
    const path = ['spec', 'exportTo', index];
    const key = entry === '.' ? namespace : entry;
    const rival = first.get(key);
    if (rival !== undefined) {
      report(path, quote(entry), `each namespace once: spec.exportTo[${rival}] is ${quote(exportTo[rival] ?? '')}`);
    } else if (key === PUBLIC || key === NONE || isDnsLabel(key)) first.set(key, index);
    else report(path, quote(entry), 'a namespace, "." for its own, "*" for all or "~" for none');
  });
  for (const alone of [PUBLIC, NONE]) {
    const index = first.get(alone);
    if (index !== undefined && exportTo.length > 1) {
      report(['spec', 'exportTo', index], `${quote(alone)} among others`, 'it alone, or only the others');
    }
  }
}

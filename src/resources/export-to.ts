import { isDnsLabel } from './domain-name.js';
import type { Path, Report } from './fault.js';
import { validateOnce } from './uniqueness.js';

/**
 * The namespaces a ServiceEntry is exported to: each once, `.` being its own, and `*` or `~` only alone.
 *
 * Mirrors `validateExportTo` for service entries.
 */
export function validateExportTo(exportTo: readonly string[], namespace: string, report: Report): void {
  const first = new Map<string, Path>();
  exportTo.forEach((entry, index) => {
    const path = ['spec', 'exportTo', index];
    const target = entry === '.' ? namespace : entry;
    validateOnce(first, target, path, report);
    if (entry === '*' || entry === '~') {
      if (exportTo.length > 1) report(path, 'it alone, or only the others');
    } else if (!isDnsLabel(target)) {
      report(path, 'a namespace, "." for its own, "*" for all or "~" for none');
    }
  });
}

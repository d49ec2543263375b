import { isDnsLabel } from './domain-name.js';
import type { Path, Report } from './fault.js';
import { validateOnce } from './uniqueness.js';

/** Whom a resource may be exported to: also to nobody, to whoever, or to its own namespace only. */
export type Audience = 'also-nobody' | 'anybody' | 'own-namespace';

const expected = {
  'also-nobody': 'a namespace, "." for its own, "*" for all or "~" for none',
  anybody: 'a namespace, "." for its own or "*" for all',
  'own-namespace': '"." beside a workloadSelector: the rule is for workloads of its own namespace',
} as const satisfies Record<Audience, string>;

/**
 * The namespaces a resource is exported to: each once, `.` being its own, and `*` or `~` only alone.
 *
 * Mirrors `validateExportTo`.
 */
export function validateExportTo(
  exportTo: readonly string[],
  namespace: string,
  audience: Audience,
  report: Report,
): void {
  const first = new Map<string, Path>();
  exportTo.forEach((entry, index) => {
    const path = ['spec', 'exportTo', index];
    const target = entry === '.' ? namespace : entry;
    validateOnce(first, target, path, report);
    if (!isWithin(audience, target, namespace)) report(path, expected[audience]);
    else if ((entry === '*' || entry === '~') && exportTo.length > 1) report(path, 'it alone, or only the others');
  });
}

function isWithin(audience: Audience, target: string, namespace: string): boolean {
  switch (audience) {
    case 'also-nobody':
      return target === '*' || target === '~' || isDnsLabel(target);
    case 'anybody':
      return target === '*' || isDnsLabel(target);
    case 'own-namespace':
      return target === namespace && isDnsLabel(target);
    default:
      return audience satisfies never;
  }
}

import type { Finding, Improvement, Severity } from './finding.js';
import { compareText } from '../resources/text-order.js';

/** Every severity, worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'notice'];

/** Worst first, then by place. */
export function byImportance(a: Finding, b: Finding): number {
  return bySeverity(a, b) || byPlace(a, b);
}

/** Worst first. */
export function bySeverity(a: Pick<Finding, 'severity'>, b: Pick<Finding, 'severity'>): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

/** By file and line of the first cause, then rule, then subject. */
export function byPlace(a: Improvement, b: Improvement): number {
  const [first, second] = [a.causes[0]?.at, b.causes[0]?.at];
  return (
    compareText(first?.file ?? '', second?.file ?? '') ||
    (first?.line ?? 0) - (second?.line ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(JSON.stringify(a.subject), JSON.stringify(b.subject)) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

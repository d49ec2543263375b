import type { Path, Report } from './fault.js';
import { mapOf, string, type ValueOf } from './fields.js';
import { message } from './protobuf-fields.js';
import type { Labels } from './resource.js';

/** Reads `workloadSelector`, as ServiceEntry and Sidecar have it. */
export const workloadSelector = message({ labels: mapOf(string) });

/** A ServiceEntry or Sidecar selects by full labels (`ValidateAlphaWorkloadSelector`). */
export function validateWorkloadSelector(selector: ValueOf<typeof workloadSelector> | null, report: Report): void {
  if (selector !== null) validateSelectorLabels(selector.labels, ['spec', 'workloadSelector', 'labels'], report);
}

/** A selector names labels by their full text; without any it selects all. */
export function validateSelectorLabels(labels: Labels, path: Path, report: Report): void {
  for (const [key, value] of Object.entries(labels)) {
    const at = [...path, key];
    if (key === '') report(at, 'a label with a name');
    if (key.includes('*')) report(at, 'a label without "*" in its name: wildcards are not matched');
    if (value.includes('*')) report(at, 'a label value without "*": wildcards are not matched');
  }
}

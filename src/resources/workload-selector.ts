import type { Report } from './fault.js';
import { mapOf, string, type ValueOf } from './fields.js';
import { message } from './protobuf-fields.js';

/** Reads `workloadSelector`, as ServiceEntry and Sidecar have it. */
export const workloadSelector = message({ labels: mapOf(string) });

/** A selector names labels by their full text (`ValidateAlphaWorkloadSelector`); without any it selects all. */
export function validateWorkloadSelector(selector: ValueOf<typeof workloadSelector> | null, report: Report): void {
  for (const [key, value] of Object.entries(selector?.labels ?? {})) {
    const path = ['spec', 'workloadSelector', 'labels', key];
    if (key === '') report(path, 'a label with a name');
    if (key.includes('*')) report(path, 'a label without "*" in its name: wildcards are not matched');
    if (value.includes('*')) report(path, 'a label value without "*": wildcards are not matched');
  }
}

import { isDnsLabel } from './domain-name.js';
import { quote, type Path, type Report } from './fault.js';
import type { Labels } from './resource.js';

const NAME = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** Whether every label of `selector` is among `labels`. */
export function selects(selector: Labels, labels: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

/** Labels of an endpoint must be labels to Kubernetes as well (`labels.Instance.Validate`). */
export function validateLabels(labels: Labels, path: Path, report: Report): void {
  for (const [key, value] of Object.entries(labels)) {
    const at = [...path, key];
    if (!isLabelKey(key)) report(at, `a label with a valid name: ${quote(key)} is none`);
    if (value !== '' && !NAME.test(value)) {
      report(at, 'letters, digits, "-", "_" and ".", with a letter or digit at both ends');
    }
  }
}

function isLabelKey(key: string): boolean {
  const slash = key.indexOf('/');
  const prefix = slash < 0 ? null : key.slice(0, slash);
  const name = key.slice(slash + 1);
  if (name.length > 63 || !NAME.test(name)) return false;
  return prefix === null || (prefix.length <= 253 && prefix.split('.').every(isLabelPrefixPart));
}

// Upstream bounds the whole prefix, not its parts.
function isLabelPrefixPart(part: string): boolean {
  return part.length > 63 ? /^[a-zA-Z0-9][-a-zA-Z0-9]*[a-zA-Z0-9]$/.test(part) : isDnsLabel(part);
}

/** Whether both have the same labels, in whatever order. */
export function sameLabels(a: Labels, b: Labels): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => a[key] === b[key]);
}

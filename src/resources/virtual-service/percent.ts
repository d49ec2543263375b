import type { Path, Report } from '../fault.js';
import { derived } from '../fields.js';
import { double, message } from '../protobuf-fields.js';

/** Reads `Percent`. */
export const percent = derived(message({ value: double }), ({ value }) => value);

/** A share of faults is 0 or can be counted in millionths (`validatePercentage`). */
export function validateFaultPercentage(value: number | null, path: Path, report: Report): void {
  if (value !== null && (value < 0 || value > 100 || (value > 0 && value < 0.0001))) {
    report([...path, 'value'], '0, or a number from 0.0001 to 100');
  }
}

/** A share of mirrored requests. */
export function validateMirrorPercentage(value: number | null, path: Path, report: Report): void {
  if (value !== null && (value < 0 || value > 100)) report([...path, 'value'], 'a number from 0 to 100');
}

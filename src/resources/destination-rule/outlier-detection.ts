import { validateDuration } from '../duration-validation.js';
import { duration } from '../duration.js';
import type { Path, Report } from '../fault.js';
import { boolean, optional, type ValueOf } from '../fields.js';
import { int32, message, uint32 } from '../protobuf-fields.js';

/** Reads `OutlierDetection`. */
export const outlierDetection = message({
  consecutiveErrors: int32,
  splitExternalLocalOriginErrors: boolean,
  consecutiveLocalOriginFailures: optional(uint32),
  consecutiveGatewayErrors: optional(uint32),
  consecutive5xxErrors: optional(uint32),
  interval: optional(duration),
  baseEjectionTime: optional(duration),
  maxEjectionPercent: int32,
  minHealthPercent: int32,
});

/** Times and percentages must be such (`validateOutlierDetection`). */
export function validateOutlierDetection(
  outlier: ValueOf<typeof outlierDetection> | null,
  path: Path,
  report: Report,
): void {
  if (outlier === null) return;
  for (const field of ['baseEjectionTime', 'interval'] as const) {
    validateDuration(outlier[field], [...path, field], report);
  }
  for (const field of ['maxEjectionPercent', 'minHealthPercent'] as const) {
    if (outlier[field] < 0 || outlier[field] > 100) report([...path, field], 'a percentage from 0 to 100');
  }
  if (!outlier.splitExternalLocalOriginErrors && (outlier.consecutiveLocalOriginFailures ?? 0) > 0) {
    report([...path, 'consecutiveLocalOriginFailures'], 'none without splitExternalLocalOriginErrors');
  }
}

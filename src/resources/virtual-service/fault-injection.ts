import { validateDuration } from '../duration-validation.js';
import { duration } from '../duration.js';
import type { Path, Report } from '../fault.js';
import { optional, string, type ValueOf } from '../fields.js';
import { int32, message } from '../protobuf-fields.js';
import { validateStatus } from './http-status.js';
import { percent, validateFaultPercentage } from './percent.js';

/** Reads `HTTPFaultInjection`. */
export const faultInjection = message({
  delay: optional(
    message({
      percent: int32,
      fixedDelay: optional(duration),
      exponentialDelay: optional(duration),
      percentage: optional(percent),
    }),
  ),
  abort: optional(
    message({
      httpStatus: optional(int32),
      grpcStatus: optional(string),
      http2Error: optional(string),
      percentage: optional(percent),
    }),
  ),
});

type FaultInjection = ValueOf<typeof faultInjection>;

const grpcStatuses: readonly string[] = [
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
];

/** Injected faults are delays or errors of a kind that Istio can inject (`validateHTTPFaultInjection`). */
export function validateFaultInjection(fault: FaultInjection | null, path: Path, report: Report): void {
  if (fault === null) return;
  const { delay, abort } = fault;
  if (delay === null && abort === null) report(path, 'an abort, a delay or both');
  if (abort !== null) validateAbort(abort, [...path, 'abort'], report);
  if (delay !== null) validateDelay(delay, [...path, 'delay'], report);
}

// The kinds of error, and those of delay, are one field: the last that is there counts.

function validateAbort(abort: NonNullable<FaultInjection['abort']>, path: Path, report: Report): void {
  const { httpStatus, grpcStatus, http2Error, percentage } = abort;
  validateFaultPercentage(percentage, [...path, 'percentage'], report);
  if (http2Error !== null) report([...path, 'http2Error'], 'none: Istio does not support it');
  else if (grpcStatus !== null) {
    if (!grpcStatuses.includes(grpcStatus)) report([...path, 'grpcStatus'], `one of ${grpcStatuses.join(', ')}`);
  } else if (httpStatus !== null) validateStatus(httpStatus, [...path, 'httpStatus'], report);
}

function validateDelay(delay: NonNullable<FaultInjection['delay']>, path: Path, report: Report): void {
  const { fixedDelay, exponentialDelay, percentage } = delay;
  validateFaultPercentage(percentage, [...path, 'percentage'], report);
  if (exponentialDelay !== null) report([...path, 'exponentialDelay'], 'none: Istio does not support it');
  else validateDuration(fixedDelay, [...path, 'fixedDelay'], report);
}

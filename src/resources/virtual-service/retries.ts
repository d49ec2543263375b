import { isGoInteger } from '../domain-name.js';
import { validateDuration } from '../duration-validation.js';
import { duration } from '../duration.js';
import { quote, type Path, type Report } from '../fault.js';
import { boolean, optional, string, type ValueOf } from '../fields.js';
import { int32, message } from '../protobuf-fields.js';
import { isNamedStatus } from './http-status.js';

/** Reads `HTTPRetry`. */
export const httpRetry = message({
  attempts: int32,
  perTryTimeout: optional(duration),
  retryOn: string,
  retryRemoteLocalities: optional(boolean),
  retryIgnorePreviousHosts: optional(boolean),
  backoff: optional(duration),
});

const conditions: readonly string[] = [
  '5xx',
  'gateway-error',
  'reset',
  'reset-before-request',
  'connect-failure',
  'retriable-4xx',
  'refused-stream',
  'retriable-status-codes',
  'retriable-headers',
  'envoy-ratelimited',
  'http3-post-connect-failure',
  'cancelled',
  'deadline-exceeded',
  'internal',
  'resource-exhausted',
  'unavailable',
];

/** Retries need attempts, and conditions that Envoy knows (`validateHTTPRetry`). */
export function validateRetries(retries: ValueOf<typeof httpRetry> | null, path: Path, report: Report): void {
  if (retries === null) return;
  const { attempts, perTryTimeout, retryOn, retryRemoteLocalities, backoff } = retries;
  if (attempts < 0) report([...path, 'attempts'], 'a number that is not negative');
  if (attempts === 0 && (perTryTimeout !== null || retryOn !== '' || retryRemoteLocalities !== null)) {
    report([...path, 'attempts'], 'at least 1 with the other settings: 0 turns retries off');
  }
  validateDuration(perTryTimeout, [...path, 'perTryTimeout'], report);
  validateDuration(backoff, [...path, 'backoff'], report);
  const unknown = retryOn === '' ? undefined : retryOn.split(',').find(condition => !isKnown(condition));
  if (unknown !== undefined) {
    report([...path, 'retryOn'], `HTTP statuses or conditions of Envoy, with commas: ${quote(unknown)} is none`);
  }
}

function isKnown(condition: string): boolean {
  return conditions.includes(condition) || (isGoInteger(condition) && isNamedStatus(Number(condition)));
}

import { validateDuration } from '../duration-validation.js';
import { duration } from '../duration.js';
import type { Path, Report } from '../fault.js';
import { boolean, list, optional, string, type ValueOf } from '../fields.js';
import { enumeration, message } from '../protobuf-fields.js';
import { faultOfCorsHeader } from './header-name.js';
import { stringMatch, validateStringMatchRegex } from './string-match.js';

/** Reads `CorsPolicy`. */
export const corsPolicy = message({
  allowOrigin: list(string),
  allowOrigins: list(stringMatch),
  allowMethods: list(string),
  allowHeaders: list(string),
  exposeHeaders: list(string),
  maxAge: optional(duration),
  allowCredentials: optional(boolean),
  unmatchedPreflights: enumeration('UNSPECIFIED', 'FORWARD', 'IGNORE'),
});

const methods: readonly string[] = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'CONNECT',
  'OPTIONS',
  'TRACE',
  '*',
];

const SECOND = 1_000_000_000n;

/** Origins, methods and headers must be such, and the age whole seconds (`validateCORSPolicy`). */
export function validateCorsPolicy(policy: ValueOf<typeof corsPolicy> | null, path: Path, report: Report): void {
  if (policy === null) return;
  policy.allowOrigins.forEach((origin, index) => {
    const at = [...path, 'allowOrigins', index];
    if (origin.kind === 'present' || origin.value === '') report(at, 'an exact, prefix or regex that is not empty');
    else validateStringMatchRegex(origin, at, report);
  });
  policy.allowMethods.forEach((method, index) => {
    if (!methods.includes(method)) report([...path, 'allowMethods', index], `one of ${methods.join(', ')}`);
  });
  for (const field of ['allowHeaders', 'exposeHeaders'] as const) {
    policy[field].forEach((name, index) => {
      const fault = faultOfCorsHeader(name);
      if (fault !== null) report([...path, field, index], fault);
    });
  }
  validateDuration(policy.maxAge, [...path, 'maxAge'], report);
  if (policy.maxAge !== null && policy.maxAge % SECOND > 0n) report([...path, 'maxAge'], 'whole seconds');
}

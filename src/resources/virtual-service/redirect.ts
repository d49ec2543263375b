import type { Path, Report } from '../fault.js';
import { optional, string, type ValueOf } from '../fields.js';
import { validatePortNumber } from '../port-validation.js';
import { enumeration, message, uint32 } from '../protobuf-fields.js';

/** Reads `HTTPRedirect`. */
export const httpRedirect = message({
  uri: string,
  authority: string,
  port: optional(uint32),
  derivePort: optional(enumeration('FROM_PROTOCOL_DEFAULT', 'FROM_REQUEST_PORT')),
  scheme: string,
  redirectCode: uint32,
});

/** A redirect must lead elsewhere (`validateHTTPRedirect`). */
export function validateRedirect(redirect: ValueOf<typeof httpRedirect> | null, path: Path, report: Report): void {
  if (redirect === null) return;
  const { uri, authority, port, derivePort, scheme, redirectCode } = redirect;
  if (uri === '' && authority === '' && scheme === '' && port === null && derivePort === null) {
    report(path, 'a uri, authority, scheme or port to redirect to');
  }
  if (redirectCode !== 0 && (redirectCode < 300 || redirectCode > 399)) {
    report([...path, 'redirectCode'], 'a code from 300 to 399');
  }
  if (!['', 'http', 'https'].includes(scheme)) report([...path, 'scheme'], 'http or https');
  // Port and derivePort are one field: the latter counts where both are there.
  if (derivePort === null && port !== null && port !== 0) validatePortNumber(port, [...path, 'port'], report);
}

import type { Path, Report } from '../fault.js';
import { integer, list, optional, scalar, string, type Reader, type ValueOf } from '../fields.js';
import { message, uint32 } from '../protobuf-fields.js';
import { validateStatus } from './http-status.js';

const base64 = scalar(0, 'bytes in base64', ({ type, text }) => {
  const digits = text.replace(/[\r\n]/g, '');
  const [unpadded] = /^[A-Za-z0-9+/]*(?=={0,2}$)/.exec(digits) ?? [];
  if (type !== 'string' || digits.length % 4 !== 0 || unpadded === undefined) return null;
  return Math.floor((unpadded.length * 3) / 4);
});

const octets = list(integer(0, 255));

/** The number of bytes of a text in base64, or of a list of numbers: `encoding/json` takes both. */
const byteCount: Reader<number> = {
  absent: 0,
  read: (node, path, report) =>
    node.kind === 'sequence' ? octets.read(node, path, report).length : base64.read(node, path, report),
};

/** Reads `HTTPDirectResponse`. */
export const directResponse = message({
  status: uint32,
  body: optional(message({ string: optional(string), bytes: optional(byteCount) })),
});

const MOST_BYTES = 1024 * 1024;

/** A status must be one, and a body be small (`validateHTTPDirectResponse`). */
export function validateDirectResponse(
  response: ValueOf<typeof directResponse> | null,
  path: Path,
  report: Report,
): void {
  if (response === null) return;
  const { status, body } = response;
  validateStatus(status, [...path, 'status'], report);
  // String and bytes are one field: the latter counts where both are there.
  const size = body?.bytes ?? new TextEncoder().encode(body?.string ?? '').length;
  if (size > MOST_BYTES) report([...path, 'body'], `at most ${MOST_BYTES} bytes, not ${size}`);
}

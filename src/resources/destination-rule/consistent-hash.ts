import { duration } from '../duration.js';
import type { Path, Report } from '../fault.js';
import { boolean, list, optional, string, type ValueOf } from '../fields.js';
import { message, uint64 } from '../protobuf-fields.js';
import { validateOnce } from '../uniqueness.js';

const httpCookie = message({
  name: string,
  path: string,
  ttl: optional(duration),
  attributes: list(message({ name: string, value: string })),
});

/** Reads `ConsistentHashLB`. */
export const consistentHash = message({
  httpHeaderName: optional(string),
  httpCookie: optional(httpCookie),
  useSourceIp: optional(boolean),
  httpQueryParameterName: optional(string),
  ringHash: optional(message({ minimumRingSize: uint64 })),
  maglev: optional(message({ tableSize: uint64 })),
  minimumRingSize: uint64,
});

type ConsistentHash = ValueOf<typeof consistentHash>;

const MAGLEV_BOUND = 5_000_011;

/** A hash is over a cookie with a name, on a table that Envoy can make: that part of `validateLoadBalancer`. */
export function validateConsistentHash(hash: ConsistentHash | null, path: Path, report: Report): void {
  if (hash === null) return;
  const { httpCookie, useSourceIp, httpQueryParameterName, ringHash, maglev, minimumRingSize } = hash;
  // What is hashed is one field: the last that is there counts.
  if (httpCookie !== null && useSourceIp === null && httpQueryParameterName === null) {
    validateCookie(httpCookie, [...path, 'httpCookie'], report);
  }
  if (minimumRingSize !== 0 && (ringHash !== null || maglev !== null)) {
    report([...path, 'minimumRingSize'], `none beside ${maglev === null ? 'ringHash' : 'maglev'}`);
  }
  if (maglev !== null && !(maglev.tableSize < MAGLEV_BOUND && isPrime(maglev.tableSize))) {
    report([...path, 'maglev', 'tableSize'], `a prime number less than ${MAGLEV_BOUND}`);
  }
}

function validateCookie({ name, attributes }: ValueOf<typeof httpCookie>, path: Path, report: Report): void {
  if (name === '') report([...path, 'name'], 'the name of the cookie');
  const first = new Map<string, Path>();
  attributes.forEach((attribute, index) => {
    const at = [...path, 'attributes', index, 'name'];
    if (attribute.name === '') report(at, 'the name of an attribute');
    else validateOnce(first, attribute.name, at, report);
  });
}

/** As Envoy has it: 1 is one. */
function isPrime(value: number): boolean {
  if (value < 4) return value > 0;
  for (let factor = 2; factor * factor <= value; factor += factor === 2 ? 1 : 2) {
    if (value % factor === 0) return false;
  }
  return true;
}

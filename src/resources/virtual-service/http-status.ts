import type { Path, Report } from '../fault.js';

/** A status that a route answers itself; Istio's own bound is 600, not 599 (`validateHTTPStatus`). */
export function validateStatus(status: number, path: Path, report: Report): void {
  if (status < 200 || status > 600) report(path, 'an HTTP status from 200 to 600');
}

const ranges: readonly (readonly [first: number, last: number])[] = [
  [100, 103],
  [200, 208],
  [226, 226],
  [300, 305],
  [307, 308],
  [400, 418],
  [421, 426],
  [428, 429],
  [431, 431],
  [451, 451],
  [500, 508],
  [510, 511],
];

/** Whether Go has a name for the status (`http.StatusText`). */
export function isNamedStatus(status: number): boolean {
  return ranges.some(([first, last]) => first <= status && status <= last);
}

import type { Path, Report } from '../fault.js';
import { list, mapOf, string } from '../fields.js';
import { validateLabels } from '../label.js';
import { validatePortNumber } from '../port-validation.js';
import { uint32 } from '../protobuf-fields.js';
import type { SourceMatch } from '../route-rules.js';
import { validateGatewayNames } from './gateway-name.js';

/** The fields by which every kind of match tells its callers. */
export const sourceMatch = {
  port: uint32,
  sourceLabels: mapOf(string),
  sourceNamespace: string,
  gateways: list(string),
} as const;

/** A port, labels and gateways must be such; the namespace is checked for http only (`validateTCPMatch`). */
export function validateSourceMatch(match: SourceMatch, path: Path, report: Report): void {
  if (match.port !== 0) validatePortNumber(match.port, [...path, 'port'], report);
  validateLabels(match.sourceLabels, [...path, 'sourceLabels'], report);
  validateGatewayNames(match.gateways, false, [...path, 'gateways'], report);
}

import { DNS_LABEL_FORM, faultOfWildcardName, isDnsLabel } from './domain-name.js';
import type { Path, Report } from './fault.js';
import { derived, optional, string } from './fields.js';
import { validatePortNumber } from './port-validation.js';
import { message, uint32 } from './protobuf-fields.js';
import type { Destination } from './route-rules.js';

const written = message({ host: string, subset: string, port: optional(message({ number: uint32 })) });

/** Reads `Destination`, as `networking/v1alpha3/virtual_service.proto` has it. */
export const destination = derived(written, ({ host, subset, port }): Destination => ({
  host,
  subset,
  port: port?.number ?? null,
}));

/** A destination is a host, and where given a subset and a port of it (`validateDestination`). */
export function validateDestination({ host, subset, port }: Destination, path: Path, report: Report): void {
  const fault = host === '*' ? 'a host; "*" alone is none to send to' : faultOfWildcardName(host);
  if (fault !== null) report([...path, 'host'], fault);
  if (subset !== '') validateSubsetName(subset, [...path, 'subset'], report);
  if (port !== null) validatePortNumber(port, [...path, 'port', 'number'], report);
}

/** The name of a subset must be a DNS label. */
export function validateSubsetName(name: string, path: Path, report: Report): void {
  if (!isDnsLabel(name)) report(path, `the name of a subset: ${DNS_LABEL_FORM}`);
}

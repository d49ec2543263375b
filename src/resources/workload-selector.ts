import { mapOf, string } from './fields.js';
import { message } from './protobuf-fields.js';

/** Reads `workloadSelector`, as ServiceEntry and Sidecar have it. */
export const workloadSelector = message({ labels: mapOf(string) });

import type { Admission } from '../resources/admission.js';
import type { Behaves } from './behaviours.js';

/** What the webhook of a release takes. */
export function admissionOf(behaves: Behaves): Admission {
  return {
    takesThrift: behaves('thrift-protocol'),
    takesRepeatedSubsets: behaves('repeated-subsets'),
    takesDynamicDnsOverTls: behaves('sidecar-dynamic-dns'),
  };
}

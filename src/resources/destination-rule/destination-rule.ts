import type { SourceDocument } from '../../source/document.js';
import type { Admission } from '../admission.js';
import type { Report } from '../fault.js';
import { list, mapOf, optional, string, type ValueOf } from '../fields.js';
import { readIstioIdentity } from '../istio-metadata.js';
import { message, readSpec } from '../protobuf-fields.js';
import type { DestinationRule } from '../route-rules.js';
import { validateDestinationRule } from './destination-rule-validation.js';
import { trafficPolicy, trafficPolicySpec } from './traffic-policy.js';

const destinationRuleSpec = message({
  host: string,
  trafficPolicy: optional(trafficPolicySpec),
  subsets: list(message({ name: string, labels: mapOf(string), trafficPolicy: optional(trafficPolicySpec) })),
  exportTo: list(string),
  workloadSelector: optional(message({ matchLabels: mapOf(string) })),
});

/** `networking.istio.io` DestinationRule, as `networking/v1alpha3/destination_rule.proto` has it. */
export type DestinationRuleSpec = ValueOf<typeof destinationRuleSpec>;

/** Decodes and validates a DestinationRule; null where its spec cannot be read. */
export function decodeDestinationRule(
  document: SourceDocument,
  report: Report,
  admission: Admission,
): DestinationRule | null {
  const identity = readIstioIdentity(document, report);
  const spec = readSpec(destinationRuleSpec, document, report);
  if (spec === null) return null;
  validateDestinationRule(spec, identity, report, admission);
  return {
    kind: 'DestinationRule',
    ...identity,
    host: spec.host,
    exportTo: spec.exportTo.length === 0 ? null : spec.exportTo,
    workloadSelector: spec.workloadSelector?.matchLabels ?? null,
    trafficPolicy: trafficPolicy(spec.trafficPolicy),
    subsets: spec.subsets.map(subset => ({
      name: subset.name,
      labels: subset.labels,
      trafficPolicy: trafficPolicy(subset.trafficPolicy),
    })),
  };
}

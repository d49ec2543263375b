import type { Admission } from '../admission.js';
import { validateSubsetName } from '../destination.js';
import { faultOfWildcardName } from '../domain-name.js';
import { validateExportTo } from '../export-to.js';
import type { Path, Report } from '../fault.js';
import { validateLabels } from '../label.js';
import type { Identity } from '../resource.js';
import { validateOnce } from '../uniqueness.js';
import { validateSelectorLabels } from '../workload-selector.js';
import type { DestinationRuleSpec } from './destination-rule.js';
import { validateTrafficPolicy } from './traffic-policy-validation.js';

/** Reports why Istio's webhook refuses a DestinationRule: `ValidateDestinationRule`, its warnings left out. */
export function validateDestinationRule(
  spec: DestinationRuleSpec,
  { namespace }: Identity,
  report: Report,
  { takesRepeatedSubsets }: Admission,
): void {
  const { host, subsets, exportTo, workloadSelector } = spec;
  const fault = faultOfWildcardName(host);
  if (fault !== null) report(['spec', 'host'], fault);
  validateTrafficPolicy(spec.trafficPolicy, namespace, ['spec', 'trafficPolicy'], report);

  const first = new Map<string, Path>();
  subsets.forEach(({ name, labels, trafficPolicy }, index) => {
    const path = ['spec', 'subsets', index];
    if (!takesRepeatedSubsets) validateOnce(first, name, [...path, 'name'], report);
    validateSubsetName(name, [...path, 'name'], report);
    validateLabels(labels, [...path, 'labels'], report);
    validateTrafficPolicy(trafficPolicy, namespace, [...path, 'trafficPolicy'], report);
  });

  validateExportTo(exportTo, namespace, workloadSelector === null ? 'anybody' : 'own-namespace', report);
  if (workloadSelector !== null) {
    validateSelectorLabels(workloadSelector.matchLabels, ['spec', 'workloadSelector', 'matchLabels'], report);
  }
}

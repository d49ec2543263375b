import type { SourceDocument } from '../source/document.js';
import { nodeAt } from '../source/node.js';
import { boolean, list, mapOf, object, readNode, text } from './fields.js';
import type { Path, Report } from './fault.js';
import { readIdentity } from './metadata.js';
import type { Workload } from './resource.js';

const podTemplate = object({
  metadata: object({ labels: mapOf(text), annotations: mapOf(text) }),
  spec: object({ hostNetwork: boolean }),
});

/** Decodes a Pod, or what makes pods of the template at `template`. */
function decodePods(workloadKind: string, template: Path, document: SourceDocument, report: Report): Workload {
  const identity = readIdentity(document, report);
  const { metadata, spec } = readNode(podTemplate, nodeAt(document.root, template), template, report);
  return {
    kind: 'Workload',
    ...identity,
    workloadKind,
    podLabels: metadata.labels,
    podAnnotations: metadata.annotations,
    hostNetwork: spec.hostNetwork,
    address: null,
  };
}

const podStatus = object({
  phase: text,
  podIP: text,
  conditions: list(object({ type: text, status: text })),
});

/** Decodes a Pod; its address, if it has one, counts as istiod counts it (`PodCache.onEvent`). */
export function decodePod(document: SourceDocument, report: Report): Workload {
  const { phase, podIP, conditions } = readNode(
    podStatus,
    nodeAt(document.root, ['status']),
    ['status'],
    () => undefined,
  );
  const isReady = conditions.find(({ type }) => type === 'Ready')?.status === 'True';
  const isGone =
    phase === 'Failed' || phase === 'Succeeded' || nodeAt(document.root, ['metadata', 'deletionTimestamp']) !== null;
  return { ...decodePods('Pod', [], document, report), address: isReady && !isGone && podIP !== '' ? podIP : null };
}

/** Decodes a CronJob: the pods of the Jobs that it makes. */
export function decodeCronJob(document: SourceDocument, report: Report): Workload {
  return decodePods('CronJob', ['spec', 'jobTemplate', 'spec', 'template'], document, report);
}

/** Gives the decoder of a kind with its pod template at `spec.template`. */
export function podMaker(
  workloadKind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'ReplicaSet' | 'Job' | 'KnativeService',
) {
  return (document: SourceDocument, report: Report): Workload =>
    decodePods(workloadKind, ['spec', 'template'], document, report);
}

/** Decodes an Argo Rollout; null for one that takes its pods from a Deployment, which stands for both. */
export function decodeRollout(document: SourceDocument, report: Report): Workload | null {
  if (nodeAt(document.root, ['spec', 'workloadRef']) !== null) return null;
  return decodePods('Rollout', ['spec', 'template'], document, report);
}

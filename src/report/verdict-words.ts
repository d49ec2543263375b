import type { Owner, Verdict } from '../envoy/verdict.js';
import { resourceText } from '../findings/wording.js';

/** A verdict for someone who does not know Envoy. Plain text: every format escapes it in its own way. */
export interface VerdictWords {
  /** Envoy's name for where the call goes, as in its logs and metrics; null where it goes nowhere by name. */
  readonly cluster: string | null;
  /** What the caller gets. Understood without the cluster. */
  readonly meaning: string;
}

/** Says what becomes of a call, in the same words everywhere. */
export function verdictWords(verdict: Verdict): VerdictWords {
  const { cluster, status } = verdict;
  switch (verdict.kind) {
    case 'delivered':
      return verdict.weights === null
        ? { cluster, meaning: `taken by ${destination(cluster, verdict.owner)}` }
        : { cluster: null, meaning: `split by weight: ${shares(verdict.weights)}` };
    case 'passthrough':
      return { cluster, meaning: 'leaves the mesh unchanged, to the address dialled' };
    case 'blackhole':
      return {
        cluster,
        meaning:
          status === null
            ? 'closed by the sidecar, nothing leaves the pod'
            : `answered by the sidecar with HTTP ${status}, nothing leaves the pod`,
      };
    case 'no-route':
      return { cluster: null, meaning: `answered by the sidecar with HTTP ${status ?? 404}: no route for this host` };
    case 'redirect':
      return { cluster: null, meaning: `redirected by the sidecar${withStatus(status)}` };
    case 'direct-response':
      return { cluster: null, meaning: `answered by the sidecar itself${withStatus(status)}, nothing leaves the pod` };
    case 'missing-cluster':
      return cluster === null
        ? { cluster, meaning: `fails${withStatus(status)}${because(verdict)}` }
        : { cluster, meaning: `fails${withStatus(status)}: the sidecar is sent to this cluster but does not have it` };
    case 'protocol-error':
      return {
        cluster: null,
        meaning: `refused by the sidecar${withStatus(status)}: it expects another protocol here`,
      };
    case 'stalled':
      return { cluster: null, meaning: 'hangs: the sidecar waits for the client, the client waits for the server' };
    case 'unknown':
      return { cluster: null, meaning: `not known from the manifests at hand${because(verdict)}${otherwise(verdict)}` };
    default:
      return verdict.kind satisfies never;
  }
}

/** Both on one line: `PassthroughCluster: leaves the mesh unchanged, to the address dialled`. */
export function verdictLine(verdict: Verdict): string {
  const { cluster, meaning } = verdictWords(verdict);
  return cluster === null ? meaning : `${cluster}: ${meaning}`;
}

function destination(cluster: string | null, owner: Owner | null): string {
  const resource = owner === null ? null : resourceText(owner);
  const [direction, port, subset, host] = cluster?.split('|') ?? [];
  if (direction !== 'outbound' || port === undefined || !host) return resource ?? 'an unnamed destination';
  const called = `${host}:${port}${subset ? ` (subset ${subset})` : ''}`;
  // an entry with resolution NONE passes on to the address dialled, so "goes to its host" would be too much said
  return resource === null ? called : `${resource}, as a call to ${called}`;
}

function shares(weights: Readonly<Record<string, number>>): string {
  const all = Object.entries(weights);
  const total = all.reduce((sum, [, weight]) => sum + weight, 0);
  return all.map(([cluster, weight]) => (total === 100 ? `${weight}% ${cluster}` : `${weight} ${cluster}`)).join(', ');
}

function withStatus(status: number | null): string {
  return status === null ? '' : ` with HTTP ${status}`;
}

function otherwise({ otherwise }: Verdict): string {
  return otherwise === null ? '' : `; without it, ${verdictLine(otherwise)}`;
}

function because({ reason }: Verdict): string {
  return reason === null ? '' : ` (${reason})`;
}

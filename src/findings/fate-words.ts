import type { ChangedCall } from '../diff/changed-calls.js';
import type { Verdict } from '../envoy/verdict.js';
import { resourceText } from './wording.js';

/** `Before, they were refused; now they are let through to the address that is dialled.` */
export function fateWords({ before, after }: Pick<ChangedCall, 'before' | 'after'>): string {
  const [was, is] = [fateOf(before), fateOf(after)];
  return was === is ? `Now as before they are ${is}, but not alike.` : `Before, they were ${was}; now they are ${is}.`;
}

function fateOf({ kind, owner, cluster, weights, status }: Verdict): string {
  switch (kind) {
    case 'delivered':
      if (weights !== null) return 'split by weight';
      return `taken by ${owner === null ? (cluster ?? 'another destination') : resourceText(owner)}`;
    case 'passthrough':
      return 'let through to the address that is dialled';
    case 'blackhole':
      return 'refused';
    case 'no-route':
      return 'refused, because no route is for them';
    case 'redirect':
      return 'redirected';
    case 'direct-response':
      return `answered by the sidecar itself${status === null ? '' : ` with HTTP ${status}`}`;
    case 'missing-cluster':
      return 'led to a cluster that the sidecar does not have';
    case 'protocol-error':
      return 'refused, because the sidecar expects another protocol there';
    case 'stalled':
      return 'held until the client speaks first';
    case 'unknown':
      return 'carried by what is not simulated';
    default:
      return kind satisfies never;
  }
}

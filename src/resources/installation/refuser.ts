import { nodeAt } from '../../source/node.js';
import type { Invalid } from '../decode.js';

/**
 * Who does not take a manifest with faults: the API server or a webhook; `istioctl`, of what only it reads; or istiod,
 * of what Kubernetes keeps as text or as it comes, without a schema.
 */
export type Refuser = 'cluster' | 'istioctl' | 'istiod';

export function refuserOf({ kind, document }: Pick<Invalid, 'kind' | 'document'>): Refuser {
  switch (kind) {
    case 'IstioOperator':
      return 'istioctl';
    case 'HelmRelease':
    case 'Application':
    case 'ChartValues':
      return 'istiod';
    case 'ConfigMap':
      return isText(document) ? 'istiod' : 'cluster';
    default:
      return 'cluster';
  }
}

/** To the API server the values of `data` are texts, whatever they say. */
function isText({ root }: Invalid['document']): boolean {
  const mesh = nodeAt(root, ['data', 'mesh']);
  return mesh?.kind === 'scalar' && mesh.type === 'string';
}

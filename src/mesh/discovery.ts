import type { ControlPlane } from '../istio/control-plane.js';
import { selects } from '../resources/label.js';
import type { LabelSelector } from '../resources/installation/mesh-config-fields.js';
import type { Labels, Resource } from '../resources/resource.js';

/** Which namespaces istiod looks at. */
export interface Discovery {
  /** A namespace whose labels are not known counts as one of them. */
  includes(namespace: string): boolean;
  /** Namespaces of resources that no Namespace object gives labels, where labels decide; sorted. */
  readonly unlabelled: readonly string[];
  /** The resources that istiod gets to see. */
  readonly resources: readonly Resource[];
}

/**
 * Decides what istiod looks at (MC-4): `discoverySelectors` leave out the Services and Pods of a namespace that none of
 * them selects, and in later releases its Istio resources too (VD-33).
 *
 * Mirrors `discoveryNamespacesFilter`.
 */
export function discover(
  resources: readonly Resource[],
  { config: { discoverySelectors }, behaves }: ControlPlane,
): Discovery {
  if (discoverySelectors.length === 0) return { includes: () => true, unlabelled: [], resources };
  const labels = new Map(
    resources.filter(({ kind }) => kind === 'Namespace').map(namespace => [namespace.name, namespace.labels]),
  );
  const needsLabels = discoverySelectors.some(({ matchLabels, matchExpressions }) =>
    [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)].some(key => key !== NAME_LABEL),
  );
  const isUnlabelled = (namespace: string) => needsLabels && !labels.has(namespace);
  const includes = (namespace: string) => {
    const all = { ...labels.get(namespace), [NAME_LABEL]: namespace };
    return isUnlabelled(namespace) || discoverySelectors.some(selector => matches(selector, all));
  };
  const hides = ({ kind }: Resource) =>
    kubernetesKinds.has(kind) || (istioKinds.has(kind) && behaves('discovery-selects-istio-resources'));
  const named = new Set(resources.filter(hides).map(({ namespace }) => namespace));
  return {
    includes,
    unlabelled: [...named].filter(isUnlabelled).sort(),
    resources: resources.filter(resource => !hides(resource) || includes(resource.namespace)),
  };
}

/** The API server gives it to every namespace. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

const kubernetesKinds: ReadonlySet<Resource['kind']> = new Set(['Service', 'Endpoints', 'EndpointSlice', 'Workload']);

const istioKinds: ReadonlySet<Resource['kind']> = new Set([
  'ServiceEntry',
  'WorkloadEntry',
  'Sidecar',
  'VirtualService',
  'DestinationRule',
  'EnvoyFilter',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
  'TCPRoute',
]);

function matches({ matchLabels, matchExpressions }: LabelSelector, labels: Labels): boolean {
  return (
    selects(matchLabels, labels) &&
    matchExpressions.every(({ key, operator, values }) => {
      const value = labels[key];
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
      }
    })
  );
}

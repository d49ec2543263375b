import { readSnapshot, type Snapshot } from '../source/snapshot.js';
import type { Arguments, Option } from './arguments.js';

/** The option that names what the cluster holds besides. */
export const snapshotOptions = {
  snapshot: { takes: 'FILE', isRepeatable: true },
} as const satisfies Readonly<Record<string, Option>>;

/** What usage lines say of it. */
export const snapshotUsage = '[--snapshot FILE]...';

/** What help texts say of it. */
export const snapshotHelp = `  --snapshot FILE     what the cluster holds besides, as 'kubectl get -o yaml'
                      writes it; may be repeated. What the manifests hold as
                      well is as they say, of the age that the cluster knows`;

/** How to make one. */
export const snapshotExample = `To make a snapshot:
  kubectl get namespaces,services,endpointslices,pods,serviceentries,\\
workloadentries,sidecars,virtualservices,destinationrules,envoyfilters \\
    -A -o yaml > cluster.yaml
  kubectl get configmaps,deployments -n istio-system -o yaml > istio.yaml`;

/**
 * The snapshot that the options name; one that holds nothing where they name none.
 *
 * @throws InputError when a file cannot be read whole.
 */
export function snapshotGiven(given: Arguments<keyof typeof snapshotOptions>, cwd: string): Snapshot {
  return readSnapshot(given.values('snapshot'), cwd);
}

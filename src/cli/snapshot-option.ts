import { readSnapshot, type Snapshot } from '../source/snapshot.js';
import type { Arguments, Option } from './arguments.js';

/** The option that names what the cluster holds besides. */
export const snapshotOptions = {
  snapshot: { takes: 'FILE', isRepeatable: true },
} as const satisfies Readonly<Record<string, Option>>;

/** What usage lines say of it. */
export const snapshotUsage = '[--snapshot FILE]...';

/** What help texts say of it. */
export const snapshotHelp = `  --snapshot FILE     what the cluster holds, as 'kubectl get -o yaml' writes
                      it, to be added to the manifests; may be repeated. Of what
                      is in both, the manifests say what it is, and the
                      snapshot how old it is`;

/** How to make one, of the kinds that are simulated. */
export const snapshotExample = `To make a snapshot (add httproutes,grpcroutes,tlsroutes where there are some):
  kubectl get -A -o yaml namespaces,services,endpointslices,pods,\\
serviceentries,workloadentries,sidecars,virtualservices,destinationrules,\\
envoyfilters > cluster.yaml
  kubectl get -n istio-system -o yaml configmaps,deployments > istio.yaml`;

/**
 * The snapshot that the options name; one that holds nothing where they name none.
 *
 * @throws InputError when a file cannot be read whole.
 */
export function snapshotGiven(given: Arguments<keyof typeof snapshotOptions>, cwd: string): Snapshot {
  return readSnapshot(given.values('snapshot'), cwd);
}

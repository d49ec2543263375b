import type { Limit } from './measurement.js';
import { entryPath, sidecarPath } from './mesh-files.js';
import { SIDECAR_EVERY, namespaceName } from './namespaces.js';
import type { Changes, Files } from './repository.js';
import { entryText, tcp443, tls, type Entry } from './service-entries.js';
import { sidecarText } from './sidecars.js';

/** One pull request on the generated mesh. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  change(base: Files, namespaces: number): Changes;
  readonly limit: Limit;
}

/** For a mesh of 1,000 namespaces. */
const usual: Limit = { seconds: 10, megabytes: 1024 };

/** Two hundred changes at once, each with causes to prove: what nobody reads line by line may take longer. */
const bulk: Limit = { seconds: 60, megabytes: 2048 };

/** From the usual to the unusual. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'image',
    title: 'a Deployment with another image',
    change: base => newImage(base),
    limit: usual,
  },
  {
    name: 'tcp-entry',
    title: 'a TCP 443 entry without addresses, exported to all',
    change: () => addedEntries([1], { ports: [tcp443] }),
    limit: usual,
  },
  {
    name: 'tls-entry',
    title: 'a TLS 443 entry, exported to all',
    change: () => addedEntries([1]),
    limit: usual,
  },
  {
    name: 'own-entry',
    title: 'a TLS 443 entry for its own namespace',
    change: () => addedEntries([1], { exportTo: '.' }),
    limit: usual,
  },
  {
    name: 'sidecar',
    title: 'a Sidecar that imports less',
    change: () => shrunkSidecars(1),
    limit: usual,
  },
  {
    name: 'policy',
    title: 'REGISTRY_ONLY for all, in a Sidecar of the root namespace',
    change: () => new Map([['istio-system/sidecar.yaml', sidecarText('istio-system', ['*/*'], 'REGISTRY_ONLY')]]),
    limit: usual,
  },
  {
    name: 'tls-entries',
    title: '200 TLS 443 entries, exported to all',
    change: (_, namespaces) => addedEntries(firstOf(namespaces)),
    limit: bulk,
  },
  {
    name: 'tcp-entries',
    title: '200 TCP 443 entries without addresses, exported to all',
    change: (_, namespaces) => addedEntries(firstOf(namespaces), { ports: [tcp443] }),
    limit: bulk,
  },
  {
    name: 'lost-entries',
    title: '200 entries deleted',
    change: (_, namespaces) =>
      new Map(firstOf(namespaces).map(index => [entryPath(namespaceName(index), 'vendor-api'), null])),
    limit: bulk,
  },
  {
    name: 'sidecars',
    title: '200 Sidecars that import less',
    change: (_, namespaces) => shrunkSidecars(firstOf(namespaces / SIDECAR_EVERY).length),
    limit: bulk,
  },
];

/** As many as a change in bulk touches, of as many as there are. */
function firstOf(many: number): readonly number[] {
  return Array.from({ length: Math.min(200, Math.floor(many)) }, (_, index) => index);
}

function addedEntries(namespaces: readonly number[], says: Partial<Entry> = {}): Changes {
  return new Map(
    namespaces.map(index => {
      const namespace = namespaceName(index);
      const host = `new-${index}.example.org`;
      const entry: Entry = { namespace, name: 'new-vendor', host, ports: [tls], resolution: 'DNS', ...says };
      return [entryPath(namespace, entry.name), entryText(entry)];
    }),
  );
}

/** Sidecars that import one Service of their own namespace where it was all of it. */
function shrunkSidecars(count: number): Changes {
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const namespace = namespaceName(at * SIDECAR_EVERY);
      const hosts = [`./api.${namespace}.svc.cluster.local`, 'istio-system/*'];
      return [sidecarPath(namespace), sidecarText(namespace, hosts)];
    }),
  );
}

function newImage(base: Files): Changes {
  const [path, text] = [...base].find(([, manifest]) => manifest.includes('image:')) ?? ['', ''];
  return new Map([[path, text.replace(/(image: .*):.*/, '$1:2.0.0')]]);
}

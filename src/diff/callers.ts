import type { Mesh } from '../mesh/mesh.js';
import { selects } from '../resources/label.js';
import type { Labels, Resource } from '../resources/resource.js';
import type { SourceMatch, VirtualService } from '../resources/route-rules.js';

/** Labels by which a rule tells some callers from others. */
export interface CallerLabels {
  readonly labels: Labels;
  readonly rule: Pick<Resource, 'kind' | 'namespace' | 'name'>;
}

/** The labels that a VirtualService's matches look for in their callers, each set as often as it is written. */
export function sourceLabelsOf(rule: VirtualService): readonly Labels[] {
  return matchesOf(rule).flatMap(({ sourceLabels }) => (Object.keys(sourceLabels).length === 0 ? [] : [sourceLabels]));
}

/** The namespaces that a mesh's `exportTo` lists and matches name, whether or not anything stands in them. */
export function namedNamespaces({ config, services, exportOf, routes, destinationRules }: Mesh): ReadonlySet<string> {
  const exported = services.flatMap(service => {
    const seen = exportOf(service);
    return seen.kind === 'public' ? [] : [...seen.namespaces];
  });
  const written = [...routes.all, ...destinationRules].flatMap(({ exportTo }) => exportTo ?? []);
  const sources = routes.all.flatMap(matchesOf).map(({ sourceNamespace }) => sourceNamespace);
  const names = [...exported, ...written, ...sources, ...config.defaultVirtualServiceExportTo];
  return new Set(names.filter(name => !['', '*', '.', '~'].includes(name)));
}

/** Finds by which labels rules of the meshes may tell callers of a namespace apart, each set once. */
export function callerLabels(meshes: readonly Mesh[]): (namespace: string) => readonly CallerLabels[] {
  const rules = new Set(meshes.flatMap(({ routes }) => routes.all));
  const looked = [...rules].flatMap(rule =>
    matchesOf(rule).flatMap(({ sourceLabels, sourceNamespace }) =>
      Object.keys(sourceLabels).length === 0 ? [] : [{ labels: sourceLabels, namespace: sourceNamespace, rule }],
    ),
  );
  const selecting = [...new Set(meshes.flatMap(({ destinationRules }) => destinationRules))].flatMap(rule =>
    rule.workloadSelector === null ? [] : [{ labels: rule.workloadSelector, namespace: rule.namespace, rule }],
  );
  const all = [...looked, ...selecting];

  return namespace => {
    const found: CallerLabels[] = [];
    for (const { labels, namespace: meant, rule } of all) {
      const isHere = meant === '' || meant === namespace;
      if (isHere && !found.some(known => selects(known.labels, labels) && selects(labels, known.labels))) {
        found.push({ labels, rule });
      }
    }
    return found;
  };
}

function matchesOf({ http, tls, tcp }: VirtualService): readonly SourceMatch[] {
  return [...http, ...tls, ...tcp].flatMap<SourceMatch>(({ match }) => match);
}

import { posix } from 'node:path';
import { isKustomizationPath, resourcePaths } from './kustomization.js';
import type { Node } from './node.js';
import { textAt } from './object-key.js';

/** The kustomization of a folder. */
interface Kustomization {
  readonly namespace: string;
  /** Files and folders, from the root of the tree. */
  readonly resources: readonly string[];
}

/**
 * The namespace that kustomizations give the files that they name, by path. The outermost that sets one decides
 * (`NamespaceTransformer`); a file that ends in several namespaces has none here, for it stands for several resources.
 */
export function kustomizedNamespaces(
  files: readonly { readonly path: string; readonly root: Node }[],
): ReadonlyMap<string, string> {
  const byFolder = new Map<string, Kustomization>();
  for (const { path, root } of files) {
    if (!isKustomizationPath(path)) continue;
    byFolder.set(posix.dirname(path), { namespace: textAt(root, ['namespace']), resources: resourcePaths(path, root) });
  }

  const found = new Map<string, Set<string>>();
  const visited = new Set<string>();
  const visit = (folder: string, given: string) => {
    const kustomization = byFolder.get(folder);
    const namespace = given || (kustomization?.namespace ?? '');
    // However many ways lead here, and should they lead in a circle.
    if (kustomization === undefined || visited.has(`${namespace} ${folder}`)) return;
    visited.add(`${namespace} ${folder}`);
    for (const resource of kustomization.resources) {
      if (byFolder.has(resource)) visit(resource, namespace);
      else if (namespace !== '') found.set(resource, (found.get(resource) ?? new Set<string>()).add(namespace));
    }
  };
  const named = new Set([...byFolder.values()].flatMap(({ resources }) => resources));
  for (const folder of byFolder.keys()) if (!named.has(folder)) visit(folder, '');

  const only = [...found].flatMap(([path, namespaces]): [string, string][] => {
    const [namespace, ...others] = namespaces;
    return namespace === undefined || others.length > 0 ? [] : [[path, namespace]];
  });
  return new Map(only);
}

import { posix } from 'node:path';
import { nodeAt, pairOf, type Node } from './node.js';

const names = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);

/** What these fields name stands in the repository as it is; every other field changes or makes manifests. */
const plainFields = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'resources',
  'bases',
  'crds',
  'openapi',
  'configurations',
]);

/** True for a path that kustomize takes for the kustomization of its folder. */
export function isKustomizationPath(path: string): boolean {
  return names.has(posix.basename(path));
}

/** True for a document that is kustomize's own, hence no resource (Flux's `Kustomization` is one). */
export function isKustomization(root: Node): boolean {
  const apiVersion = pairOf(root, 'apiVersion')?.value;
  return apiVersion?.kind === 'scalar' && apiVersion.text.startsWith('kustomize.config.k8s.io/');
}

/** True when a kustomization makes something else of its resources than what their files say. */
export function changesResources(root: Node): boolean {
  return root.kind === 'mapping' && root.pairs.some(pair => !plainFields.has(pair.key.text));
}

/** The files that a kustomization applies as patches: fragments that look like resources and are none. */
export function patchPaths(path: string, root: Node): readonly string[] {
  const patches = [
    ...itemsOf(root, 'patches').map(patch => nodeAt(patch, ['path'])),
    ...itemsOf(root, 'patchesJson6902').map(patch => nodeAt(patch, ['path'])),
    ...itemsOf(root, 'patchesStrategicMerge'),
  ];
  return patches.flatMap(patch =>
    patch?.kind === 'scalar' && patch.text !== '' && !patch.text.includes('\n')
      ? [posix.join(posix.dirname(path), patch.text)]
      : [],
  );
}

/** The files and folders whose resources a kustomization takes, from the root of the tree. */
export function resourcePaths(path: string, root: Node): readonly string[] {
  return ['resources', 'bases', 'components'].flatMap(field =>
    itemsOf(root, field).flatMap(item =>
      item.kind === 'scalar' && item.text !== '' ? [posix.join(posix.dirname(path), item.text).replace(/\/$/, '')] : [],
    ),
  );
}

function itemsOf(root: Node, field: string): readonly Node[] {
  const value = pairOf(root, field)?.value;
  return value?.kind === 'sequence' ? value.items : [];
}

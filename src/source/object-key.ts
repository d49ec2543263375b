import type { SourceDocument } from './document.js';
import { nodeAt, type Node } from './node.js';

/** `group/kind/namespace/name` of a manifest: what makes two of them one object to the API server, whatever the version. */
export function objectKey({ root, kustomized }: Pick<SourceDocument, 'root' | 'kustomized'>): string {
  const apiVersion = textAt(root, ['apiVersion']);
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const namespace = textAt(root, ['metadata', 'namespace']) || kustomized || 'default';
  return [group, textAt(root, ['kind']), namespace, textAt(root, ['metadata', 'name'])].join('/');
}

/** The text of a scalar; empty where there is none. */
export function textAt(root: Node, path: readonly string[]): string {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? node.text : '';
}

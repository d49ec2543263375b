import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments, stringify } from 'yaml';
import { deadRoutes, type DeadRoute } from '../../src/findings/dead-routes.js';
import { recordedLines } from '../recorded-answers.js';
import { comparisonOf } from '../reviews.js';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly namespace: string; readonly name: string };
  readonly spec: Record<string, unknown>;
}

/** The manifests without these routes; a VirtualService without any other goes. */
function without(manifests: string, dead: readonly DeadRoute[]): string {
  const documents = parseAllDocuments(manifests).flatMap(document => (document.toJS() as Manifest | null) ?? []);
  return documents
    .map(manifest => ({ ...manifest, spec: livingSpec(manifest, dead) }))
    .filter(({ kind, spec }) => kind !== 'VirtualService' || LISTS.some(list => lengthOf(spec[list]) > 0))
    .map(manifest => stringify(manifest))
    .join('---\n');
}

const LISTS = ['http', 'tls', 'tcp'];

function livingSpec({ kind, metadata, spec }: Manifest, dead: readonly DeadRoute[]): Record<string, unknown> {
  const own = dead.filter(
    ({ rule }) => rule.kind === kind && rule.name === metadata.name && rule.namespace === metadata.namespace,
  );
  const living = Object.entries(spec ?? {}).map(([field, value]) => [
    field,
    Array.isArray(value)
      ? value.filter((_, at) => !own.some(({ list, index }) => list === field && index === at))
      : value,
  ]);
  return Object.fromEntries(living) as Record<string, unknown>;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

// What istiod 1.30.3 was recorded on; our answers there are its own.
describe.each(['rules', 'routes'])('recorded meshes of %s', theme => {
  test('tell no call otherwise without their dead routes', () => {
    let found = 0;
    for (const line of recordedLines(theme)) {
      const { mesh, manifests } = JSON.parse(line) as { readonly mesh: string; readonly manifests: string };
      if (mesh !== '') continue;
      const dead = [...deadRoutes(comparisonOf({ 'mesh.yaml': manifests }, { 'mesh.yaml': manifests }).head).values()];
      if (dead.length === 0) continue;
      found += dead.length;
      const { changedCalls } = comparisonOf({ 'mesh.yaml': manifests }, { 'mesh.yaml': without(manifests, dead) });
      expect(changedCalls).toEqual([]);
    }
    expect(found).toBeGreaterThan(10);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Comparison } from '../../src/diff/comparison.js';
import { keyOf } from '../../src/diff/resource-changes.js';
import { idlenessOn } from '../../src/findings/idle-entries.js';
import { recordedLines } from '../recorded-answers.js';
import { comparisonOf } from '../reviews.js';

/** The entries, by key, to which nothing is said to be sent. */
function idleEntries({ head, classes }: Comparison): readonly string[] {
  const entries = head.simulation.mesh.declared.filter(resource => resource.kind === 'ServiceEntry');
  const idleness = idlenessOn(head, classes, entries);
  return entries.filter(entry => idleness(entry) !== null).map(keyOf);
}

/** Who takes a call of some class. */
function takers({ head, classes, questions }: Comparison): ReadonlySet<string> {
  const owners = classes.flatMap(({ asked }) =>
    questions.ports.flatMap(port =>
      [...questions.named(port), ...questions.strangers(port)].flatMap(
        question => head.ask(asked, question).owner ?? [],
      ),
    ),
  );
  return new Set(owners.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`));
}

describe.each(['conflict', 'sidecar'])('recorded meshes of %s', theme => {
  test('send no call to an entry that is said to get none', () => {
    let found = 0;
    for (const line of recordedLines(theme)) {
      const { mesh, manifests } = JSON.parse(line) as { readonly mesh: string; readonly manifests: string };
      if (mesh !== '') continue;
      const comparison = comparisonOf({ 'mesh.yaml': manifests }, { 'mesh.yaml': manifests });
      const idle = idleEntries(comparison);
      if (idle.length === 0) continue;
      found += idle.length;
      const taking = takers(comparison);
      expect(idle.filter(entry => taking.has(entry))).toEqual([]);
    }
    expect(found).toBeGreaterThan(10);
  });
});

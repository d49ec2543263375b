import { expect, test } from '@jest/globals';
import { readdirSync, statSync } from 'node:fs';
import { callOf, parseCallUrl } from '../../src/cli/call-url.js';
import type { WitnessCall } from '../../src/findings/finding.js';
import { decodeAll } from '../../src/resources/decode-all.js';
import { nothingGiven, review } from '../../src/review.js';
import { readSides } from '../../src/source/side.js';
import { simulateWorkload } from '../../src/workload.js';

const cases = readdirSync('test/fixtures/cases').filter(name => statSync(`test/fixtures/cases/${name}`).isDirectory());

/** What someone would type who read the call in a review. */
function urlOf({ kind, host, address, port }: WitnessCall): string {
  return `${kind === 'tls' ? 'https' : kind}://${host ?? address}:${port}`;
}

test.each(cases)('a call that the review of %s shows ends the same when it is traced', name => {
  const sides = readSides('base', 'head', { cwd: `test/fixtures/cases/${name}` });
  const { changes } = review({ ...sides, given: nothingGiven });

  const ends = (side: 'base' | 'head') => {
    const { resources } = decodeAll(sides[side].manifests.documents, new WeakMap());
    return changes.map(({ group, call }) => {
      const workload = simulateWorkload(resources, group.namespace, group.labels);
      const url = parseCallUrl(urlOf(call));
      const { kind, cluster, status } = workload.sidecar.answer(callOf(url, workload.dial(url.host), false));
      return { url, kind, cluster, status };
    });
  };
  const shown = (side: 'before' | 'after') =>
    changes.map(change => {
      const { kind, cluster, status } = change[side];
      return { url: parseCallUrl(urlOf(change.call)), kind, cluster, status };
    });

  expect(ends('base')).toEqual(shown('before'));
  expect(ends('head')).toEqual(shown('after'));
});

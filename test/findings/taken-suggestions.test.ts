import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { casesBelow } from '../case.js';
import { randomChanges } from '../random-changes.js';
import { reviewOf } from '../reviews.js';
import { expectMends, suggestingIn, type FileTexts } from '../taken.js';

function textsBelow(folder: string): FileTexts {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => /\.(ya?ml|json)$/.test(path));
  return Object.fromEntries(paths.sort().map(path => [path, readFileSync(`${folder}/${path}`, 'utf8')]));
}

/** Every change that the project has in files: where its base and its head are. */
const changes = [
  ...['cases', 'cases-own']
    .flatMap(root => casesBelow(`test/fixtures/${root}`).map(name => `test/fixtures/${root}/${name}`))
    .map(folder => ({ name: folder, base: `${folder}/base`, head: `${folder}/head` })),
  { name: 'the outage', base: 'examples/outage/base', head: 'examples/outage/head' },
  { name: 'the upgrade of the outage', base: 'examples/outage/head', head: 'examples/outage/upgrade' },
];

const suggesting = changes.flatMap(change => {
  const [base, head] = [textsBelow(change.base), textsBelow(change.head)];
  return suggestingIn(reviewOf(base, head)).map(finding => ({ change: change.name, base, head, finding }));
});

test.each(suggesting.map(row => [row.change, row.finding.rule, row] as const))(
  'in %s the suggestion for %s mends it',
  (_change, _rule, { base, head, finding }) => {
    expectMends(base, head, finding);
  },
);

test('every rule that can suggest does so in some case, but for host-taken-over', () => {
  expect([...new Set(suggesting.map(({ finding }) => finding.rule))].sort()).toEqual([
    'ambiguous-winner',
    'dangling-egress-host',
    'egress-entry-lost',
    'server-first-stalled',
    'traffic-captured',
    'wildcard-listener-added',
  ]);
});

test('whatever is suggested for a random change mends it', () => {
  let count = 0;
  fc.assert(
    fc.property(randomChanges('sidecar', 'conflict', 'mixed'), change => {
      const [base, head] = [change.base, change.head].map(texts => ({ 'mesh.yaml': texts.join('\n---\n') }));
      if (base === undefined || head === undefined) throw new Error('a change has two sides');
      for (const finding of suggestingIn(reviewOf(base, head))) {
        count += 1;
        expectMends(base, head, finding);
      }
    }),
    { numRuns: 150, seed: 7 },
  );
  expect(count).toBeGreaterThan(40);
});

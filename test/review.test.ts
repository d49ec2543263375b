import { expect, test } from '@jest/globals';
import { reviewOf } from './reviews.js';

const refused = `
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: shop}
spec: {resolution: DNS}
`;

const namespace = `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
`;

// prettier-ignore
const counts: readonly [what: string, held: readonly string[], changed: number, asked: number][] = [
  ['a namespace with nothing else, where nobody is asked', [],          0, 0],
  ['a namespace that is asked',                            [namespace], 1, 1],
];

test.each(counts)('a refused manifest in %s', (_what, held, changedGroups, groups) => {
  const { findings, summary } = reviewOf(held, [...held, refused]);
  expect(findings).toMatchObject([{ rule: 'invalid-resource', groups: [{ namespace: 'shop' }] }]);
  expect(summary).toMatchObject({ resources: 1, groups, changedGroups });
});

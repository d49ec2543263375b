import { expect, test } from '@jest/globals';
import { reviewOf } from '../reviews.js';

/** istiod of a revision of its own, of a release that nobody knows. */
const istiod = (minor: number) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: istiod-${minor}, namespace: istio-system}
spec:
  template:
    spec:
      containers:
        - name: discovery
          image: docker.io/istio/pilot:1.${minor}.1
          env: [{name: REVISION, value: r${minor}}]
`;
const newer = (minor: number) => expect.stringMatching(`^Istio 1\\.${minor}\\.1 is newer than any release`);

function cautionsOf(minors: readonly number[]): readonly string[] {
  const files = Object.fromEntries(minors.map(minor => [`r${minor}.yaml`, istiod(minor)]));
  return reviewOf(files, files).cautions;
}

test('of each release that nobody knows there is a caution', () => {
  expect(cautionsOf([28, 95, 97])).toEqual([newer(95), newer(97)]);
});

test('of many such releases three are named, so that they do not hide the verdict', () => {
  const all = Array.from({ length: 600 }, (_, index) => 100 + index);
  const said = cautionsOf(all);
  expect(said).toHaveLength(4);
  expect(said[3]).toBe('597 more releases that are said to run are not known here either');
});

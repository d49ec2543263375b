import { expect, test } from '@jest/globals';
import { decodeInputs } from '../../src/github/inputs.js';

const read = (given: Record<string, string>) => (name: string) => given[name] ?? '';

test('leaves everything to its default when the workflow says nothing', () => {
  expect(decodeInputs(read({}))).toEqual({
    token: '',
    failOn: null,
    istioVersion: null,
    istioFlags: [],
    meshConfig: null,
    snapshot: [],
    paths: [],
    config: null,
    base: null,
    head: null,
    upgradeTo: null,
    name: null,
    reviewMinutes: null,
  });
});

test('takes each input without the space around it, and a path and a flag from each line', () => {
  const given = {
    token: 'ghs_1\n',
    'fail-on': ' warning',
    'istio-version': '1.30 ',
    'istio-flags': ' A=true\n\nB=false',
    'mesh-config': 'istio/mesh.yaml ',
    snapshot: 'cluster.yaml\n /tmp/istio.yaml ',
    paths: 'mesh/shop\n\n  mesh/payments\n',
    config: ' team/review.yaml',
    base: 'main',
    head: ' topic',
    'upgrade-to': '1.31 ',
    name: ' payments',
    'review-minutes': ' 2.5',
  };
  expect(decodeInputs(read(given))).toEqual({
    token: 'ghs_1',
    failOn: 'warning',
    istioVersion: '1.30',
    istioFlags: ['A=true', 'B=false'],
    meshConfig: 'istio/mesh.yaml',
    snapshot: ['cluster.yaml', '/tmp/istio.yaml'],
    paths: ['mesh/shop', 'mesh/payments'],
    config: 'team/review.yaml',
    base: 'main',
    head: 'topic',
    upgradeTo: '1.31',
    name: 'payments',
    reviewMinutes: 2.5,
  });
});

test.each(['errors', 'Error', 'none', 'error,warning'])('refuses fail-on "%s" and says what to write', level => {
  expect(() => decodeInputs(read({ 'fail-on': level }))).toThrow(
    `input \`fail-on\` is "${level}": write one of \`error\`, \`warning\`, \`never\``,
  );
});

test.each(['Payments', 'a b', 'a -->', 'x'.repeat(41)])('refuses name "%s"', name => {
  expect(() => decodeInputs(read({ name }))).toThrow(`input \`name\` is "${name}": write small letters`);
});

test.each(['0', '-1', 'ten', '10m', '1e3', '7200.5', 'Infinity', '0x10'])('refuses review-minutes "%s"', minutes => {
  expect(() => decodeInputs(read({ 'review-minutes': minutes }))).toThrow(
    `input \`review-minutes\` is "${minutes}": write a number of minutes above 0, 7200 at most, for example 10`,
  );
});

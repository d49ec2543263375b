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
    'istio-flags': ' PILOT_HTTP10=true\n\nPILOT_UNIFIED_SIDECAR_SCOPE=false',
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
    istioFlags: ['PILOT_HTTP10=true', 'PILOT_UNIFIED_SIDECAR_SCOPE=false'],
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

// prettier-ignore
const wrong: [what: string, name: string, text: string, said: string][] = [
  ['a level in other words',     'fail-on',        'errors',        'input `fail-on`: found "errors", expected one of `error`, `warning`, `never`'],
  ['a level in other letters',   'fail-on',        'Error',         'input `fail-on`: found "Error", expected'],
  ['two levels',                 'fail-on',        'error,warning', 'input `fail-on`: found "error,warning", expected'],
  ['a release in words',         'istio-version',  'latest',        "input `istio-version`: Istio version 'latest' is not simulated; expected a release of Istio 1.x from 1.11.0"],
  ['an older release',           'istio-version',  '1.10',          "input `istio-version`: Istio version '1.10' is not simulated; expected"],
  ['a release of another Istio', 'upgrade-to',     '2.0',           "input `upgrade-to`: Istio version '2.0' is not simulated; expected"],
  ['a flag without a value',     'istio-flags',    'PILOT_HTTP10',  "input `istio-flags`: feature flag 'PILOT_HTTP10' is not understood, expected NAME=true or NAME=false"],
  ['a flag that nobody knows',   'istio-flags',    'PILOT_HTTP11=true', "input `istio-flags`: feature flag 'PILOT_HTTP11' decides nothing that is simulated, did you mean 'PILOT_HTTP10'?"],
  ['a flag said twice',          'istio-flags',    'PILOT_HTTP10=true\nPILOT_HTTP10=false', "input `istio-flags`: feature flag 'PILOT_HTTP10' is given twice"],
  ['a path out of it all',       'paths',          'mesh\n../x',    "input `paths`: path '../x' leads out of what is read; expected a file, folder or glob relative to it"],
  ['a name with a capital',      'name',           'Payments',      'input `name`: found "Payments", expected small letters'],
  ['a name of two words',        'name',           'a b',           'input `name`: found "a b", expected'],
  ['a name that ends a comment', 'name',           'a -->',         'input `name`: found "a -->", expected'],
  ['a long name',                'name',           'x'.repeat(41),  'input `name`: found "xxx'],
  ['no minutes',                 'review-minutes', '0',             'input `review-minutes`: found "0", expected a number of minutes above 0, 7200 at most, for example 10'],
  ['minutes below nothing',      'review-minutes', '-1',            'input `review-minutes`: found "-1", expected'],
  ['minutes in words',           'review-minutes', 'ten',           'input `review-minutes`: found "ten", expected'],
  ['minutes with a unit',        'review-minutes', '10m',           'input `review-minutes`: found "10m", expected'],
  ['minutes of a scientist',     'review-minutes', '1e3',           'input `review-minutes`: found "1e3", expected'],
  ['minutes of a programmer',    'review-minutes', '0x10',          'input `review-minutes`: found "0x10", expected'],
  ['minutes without end',        'review-minutes', 'Infinity',      'input `review-minutes`: found "Infinity", expected'],
  ['more than five days',        'review-minutes', '7200.5',        'input `review-minutes`: found "7200.5", expected'],
];

test.each(wrong)('refuses %s, and says which input it is and what is expected', (_what, name, text, said) => {
  expect(() => decodeInputs(read({ [name]: text }))).toThrow(said);
});

test('says all that is wrong at once', () => {
  const given = { 'fail-on': 'no', 'istio-version': '0.9', 'istio-flags': 'A', 'review-minutes': 'b' };
  expect(() => decodeInputs(read(given))).toThrow(
    /^input `fail-on`: .*\ninput `istio-version`: .*\ninput `istio-flags`: .*\ninput `review-minutes`: .*$/,
  );
});

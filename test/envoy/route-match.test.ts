import { expect, test } from '@jest/globals';
import { entry, virtualService } from '../manifests.js';
import { sidecarOf } from '../meshes.js';

// prettier-ignore
const rows: [when: string, match: object, isTaken: boolean][] = [
  ['a header that is asked for is not sent',                            { headers: { a: { exact: 'x' } } },           false],
  ['not even to be anything',                                           { headers: { a: { regex: '.*' } } },          false],
  ['a header that must not be so is not',                               { withoutHeaders: { a: { exact: 'x' } } },    true],
  ['one that must not be there is not',                                 { withoutHeaders: { a: {} } },                true],
  ['nor one for which Istio takes a star as “there”',                   { withoutHeaders: { a: { regex: '*' } } },    true],
  ['a missing header counts as empty where it must not match',          { withoutHeaders: { a: { regex: '.*' } } },   false],
  ['which a pattern may allow',                                         { withoutHeaders: { a: { regex: 'x+' } } },   true],
  ['a query parameter is not sent',                                     { queryParams: { a: { regex: '.*' } } },      false],
  ['the path is /',                                                     { uri: { exact: '/' } },                      true],
  ['a pattern matches all of it',                                       { uri: { regex: '/a?' } },                    true],
  ['or not',                                                            { uri: { regex: '/a' } },                     false],
  ['a pattern may begin with flags of RE2',                             { uri: { regex: '(?i)/' } },                  true],
  ['and name groups as RE2 does',                                       { uri: { regex: '(?P<path>/)' } },            true],
  ['the method is GET',                                                 { method: { regex: '(?i)get|post' } },        true],
];

test.each(rows)('%s', (_when, match, isTaken) => {
  const sidecar = sidecarOf([
    entry({ hosts: 'a.example', ports: 'HTTP/80' }),
    virtualService({ hosts: 'a.example', http: [{ match: [match], directResponse: { status: 299 } }] }),
  ]);
  const { status } = sidecar.answer({
    kind: 'http',
    address: '203.0.113.77',
    port: 80,
    host: 'a.example',
    speaksFirst: 'client',
  });
  expect(status).toBe(isTaken ? 299 : 404);
});

test('a table that Envoy refuses answers 404 to all', () => {
  const sidecar = sidecarOf([
    entry({ hosts: 'a.example, b.example', ports: 'HTTP/80' }),
    virtualService({ hosts: 'a.example', http: [{ directResponse: { status: 600 } }] }),
  ]);
  const answers = ['a.example', 'b.example', 'c.example'].map(host =>
    sidecar.answer({ kind: 'http', address: '203.0.113.77', port: 80, host, speaksFirst: 'client' }),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

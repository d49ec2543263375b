import { expect, test } from '@jest/globals';
import { whyTableRejected } from '../../src/envoy/rejected-tables.js';
import { everyRequest, type VirtualHost } from '../../src/proxy/route-table.js';

const host = (name: string, domains: readonly string[], status = 200): VirtualHost => ({
  name,
  domains,
  routes: [{ name: 'r', match: everyRequest, action: { kind: 'direct-response', status }, via: null, declarer: null }],
});

// prettier-ignore
const rows: [what: string, virtualHosts: VirtualHost[], why: string | null][] = [
  ['hosts with names of their own',           [host('a', ['a', 'a:80']), host('b', ['*.a', '*'])],  null],
  ['a domain twice',                          [host('a', ['x']), host('b', ['x'])],                 'virtual hosts a and b both have the domain x'],
  ['a domain in another case',                [host('a', ['X']), host('b', ['x'])],                 'virtual hosts a and b both have the domain x'],
  ['two hosts for all the rest',              [host('a', ['*']), host('b', ['*'])],                 'virtual hosts a and b both have the domain *'],
  ['a name twice',                            [host('a', ['x']), host('a', ['y'])],                 'two virtual hosts are called a'],
  ['the last status',                         [host('a', ['x'], 599)],                              null],
  ['a status that is none',                   [host('a', ['x'], 600)],                              'virtual host a answers with status 600, which is none'],
];

test.each(rows)('Envoy judges a route table with %s', (_what, virtualHosts, why) => {
  expect(whyTableRejected({ name: '80', ignoresPort: true, virtualHosts })).toBe(why);
});

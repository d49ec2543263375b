import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { indexHosts } from '../../src/envoy/host-index.js';
import type { RouteTable } from '../../src/proxy/route-table.js';

const tableOf = (domains: readonly string[]): RouteTable => ({
  name: '80',
  ignoresPort: true,
  virtualHosts: domains.map(domain => ({ name: domain, domains: [domain], routes: [] })),
});

// prettier-ignore
const rows: [when: string, domains: string, host: string, found: string | null][] = [
  ['the host itself',                           'a.example b.example *',        'a.example',               'a.example'],
  ['in either case',                            'A.example',                    'a.EXAMPLE',               'A.example'],
  ['without its port',                          'a.example',                    'a.example:8080',          'a.example'],
  ['without what stands for a port',            'a.example',                    'a.example:http',          'a.example'],
  ['a domain with a port is never found',       'a.example:80 *',               'a.example:80',            '*'],
  ['a dot at the end counts',                   'a.example *',                  'a.example.',              '*'],
  ['an IPv6 address in brackets',               '[2001:db8::1]',                '[2001:db8::1]',           '[2001:db8::1]'],
  ['and its port',                              '[2001:db8::1]',                '[2001:db8::1]:80',        '[2001:db8::1]'],
  ['without brackets its last group is a port', '2001:db8::1 *',                '2001:db8::1',             '*'],
  ['an IPv4 address',                           '10.0.0.1 *',                   '10.0.0.1:80',             '10.0.0.1'],
  ['a suffix of any depth',                     '*.example',                    'x.y.example',             '*.example'],
  ['a suffix is not the host without',          '*.example *',                  'example',                 '*'],
  ['nor one with nothing before it',            '*.example *',                  '.example',                '*'],
  ['the longest suffix',                        '*.example *.a.example',        'b.a.example',             '*.a.example'],
  ['a suffix need not end a label',             '*-a.example',                  'x-a.example',             '*-a.example'],
  ['exact goes before suffix',                  '*.example a.example',          'a.example',               'a.example'],
  ['a prefix',                                  'a.*',                          'a.example',               'a.*'],
  ['the longest prefix',                        'a.* a.ex*',                    'a.example',               'a.ex*'],
  ['suffix goes before prefix',                 'a.* *.example',                'a.example',               '*.example'],
  ['prefix goes before everything',             '* a.*',                        'a.example',               'a.*'],
  ['everything',                                'b.example *',                  'a.example',               '*'],
  ['nothing',                                   'b.example',                    'a.example',               null],
];

test.each(rows)('RT-16: %s', (_when, domains, host, found) => {
  expect(indexHosts(tableOf(domains.split(' '))).find(host)?.name ?? null).toBe(found);
});

/** The domains that fit, best first: exact, longest suffix, longest prefix, everything. */
function procedure(domains: readonly string[], host: string): string | null {
  const name = host.split(':')[0] ?? '';
  const ranked = domains.flatMap(domain => {
    const fixed = domain.replace('*', '');
    if (domain === name) return [{ domain, rank: 3000 }];
    if (domain === '*') return [{ domain, rank: 0 }];
    if (fixed === domain || name.length <= fixed.length) return [];
    if (domain.startsWith('*')) return name.endsWith(fixed) ? [{ domain, rank: 2000 + fixed.length }] : [];
    return name.startsWith(fixed) ? [{ domain, rank: 1000 + fixed.length }] : [];
  });
  return ranked.sort((a, b) => b.rank - a.rank)[0]?.domain ?? null;
}

test('RT-16: the index finds what a search through all domains finds', () => {
  const label = fc.constantFrom('a', 'b', 'ab', 'ex');
  const name = fc.array(label, { minLength: 1, maxLength: 4 }).map(labels => labels.join('.'));
  const domain = fc.oneof(
    name,
    name.map(text => `*.${text}`),
    name.map(text => `*${text}`),
    name.map(text => `${text}*`),
    fc.constant('*'),
  );
  const host = fc.tuple(name, fc.constantFrom('', ':80')).map(parts => parts.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(domain, { maxLength: 8 }), fc.array(host, { minLength: 1 }), (domains, hosts) => {
      const index = indexHosts(tableOf(domains));
      for (const asked of hosts) expect(index.find(asked)?.name ?? null).toBe(procedure(domains, asked));
    }),
    { numRuns: 1000 },
  );
});

import { describe, expect, test } from '@jest/globals';
import type { Protocol } from '../../src/istio/protocol.js';
import { relationOf, type Relation } from '../../src/proxy/listener-entry.js';
import { entry, sidecar, type ManifestText } from '../manifests.js';
import { configurationOf } from '../meshes.js';

type Row = [rule: string, incoming: Protocol, ...relations: Relation[]];

const existing: readonly (Protocol | null)[] = [null, 'HTTP', 'TCP', 'TLS', 'Unsupported', 'Mongo', 'MySQL', 'Redis'];

// prettier-ignore
const rows: Row[] = [
  //                            nothing  HTTP       TCP        TLS        Unsupported Mongo      MySQL      Redis
  ['LI-15', 'HTTP',             'new',   'drop',    'mix',     'mix',     'drop',     'drop',    'drop',    'mix'],
  ['LI-15', 'GRPC',             'new',   'drop',    'mix',     'mix',     'drop',     'drop',    'drop',    'mix'],
  ['LI-16', 'TCP',              'new',   'mix',     'merge',   'merge',   'merge',    'drop',    'drop',    'merge'],
  ['LI-16', 'TLS',              'new',   'mix',     'merge',   'merge',   'merge',    'drop',    'drop',    'merge'],
  ['LI-16', 'Redis',            'new',   'mix',     'merge',   'merge',   'merge',    'drop',    'drop',    'merge'],
  ['LI-17', 'Unsupported',      'new',   'replace', 'mix',     'mix',     'drop',     'drop',    'drop',    'mix'],
  ['LI-18', 'HTTP_PROXY',       'new',   'merge',   'merge',   'merge',   'merge',    'merge',   'merge',   'merge'],
  ['LI-20', 'Mongo',            'new',   'drop',    'drop',    'drop',    'drop',     'merge',   'drop',    'drop'],
  ['LI-20', 'MySQL',            'new',   'drop',    'drop',    'drop',    'drop',     'drop',    'merge',   'drop'],
];

describe.each(rows)('%s: %s', (_rule, incoming, ...relations) => {
  test.each(existing.map((protocol, index) => [protocol ?? 'nothing', protocol, relations[index]] as const))(
    'that meets %s',
    (_name, protocol, relation) => {
      expect(relationOf(incoming, protocol)).toBe(relation);
    },
  );
});

const at = (hosts: string, ports: string, day: number) => entry({ hosts, ports, day });

// prettier-ignore
const contests: [when: string, manifests: ManifestText[], expected: string[]][] = [
  ['two that want every connection',             [at('a.example', 'TCP/443', 1), at('b.example', 'TCP/443', 2)],  ['a.example keeps out b.example']],
  ['two with an SNI of their own',               [at('a.example', 'TLS/443', 1), at('b.example', 'TLS/443', 2)],  []],
  ['two that share a route table',               [at('a.example', 'HTTP/80', 1), at('b.example', 'HTTP/80', 2)],  []],
  ['what sniffs after HTTP',                     [at('a.example', 'HTTP/80', 1), at('b.example', '/80', 2)],      ['a.example keeps out b.example']],
  ['a server-first protocol after another',      [at('a.example', 'TLS/443', 1), at('b.example', 'MONGO/443', 2)], ['a.example keeps out b.example']],
  ['another after a server-first protocol',      [at('a.example', 'MYSQL/443', 1), at('b.example', 'TLS/443', 2)], ['a.example keeps out b.example']],
  ['one host twice in one entry',                [entry({ hosts: 'a.example', ports: 'TCP/443', addresses: '10.0.0.1, 10.0.0.1' })], []],
  ['two that the Sidecar’s port brings together', [at('a.example', 'TLS/443', 1), at('b.example', 'TLS/443', 2), sidecar({ egress: [{ hosts: '*/*', port: 'TCP/443' }] })], ['a.example keeps out b.example']],
];

test.each(contests)('contests: %s', (_when, manifests, expected) => {
  const found = configurationOf(manifests).contests.map(
    ({ winner, loser }) => `${winner.host} keeps out ${loser.host}`,
  );
  expect([...new Set(found)]).toEqual(expected);
});

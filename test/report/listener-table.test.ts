import { expect, test } from '@jest/globals';
import { everyConnection, type FilterChain } from '../../src/proxy/filter-chain.js';
import type { Listener } from '../../src/proxy/listener.js';
import { listenerTable } from '../../src/report/listener-table.js';

const to = (cluster: string, match: Partial<FilterChain['match']> = {}): FilterChain => ({
  match: { ...everyConnection, ...match },
  destination: { kind: 'cluster', cluster },
  service: null,
  via: null,
});

const listener = (address: string, port: number, chains: readonly FilterChain[], more: Partial<Listener> = {}) => ({
  name: `${address}_${port}`,
  address,
  additionalAddresses: [],
  port,
  bindToPort: false,
  inspectors: [],
  inspectionTimeout: 0,
  useOriginalDst: false,
  chains,
  defaultChain: null,
  ...more,
});

const sni = to('outbound|443||pay.example.com', { serverNames: ['pay.example.com', 'pay.example.net'] });
const range = to('outbound|443||office.example.com', { prefixRanges: ['10.0.0.0/8', '172.16.0.0/12'] });
const both = to('outbound|443||both.example.com', { prefixRanges: ['10.1.0.0/16'], destinationPort: 443 });

// prettier-ignore
const rows: readonly [what: string, listeners: Listener[], lines: string[]][] = [
  ['rows are in the order of ports, then of addresses',
    [listener('10.0.0.9', 80, [to('b')]), listener('10.0.0.1', 443, [to('c')]), listener('0.0.0.0', 80, [to('a')])],
    ['0.0.0.0  80   ALL   Cluster: a', '10.0.0.9 80   ALL   Cluster: b', '10.0.0.1 443  ALL   Cluster: c']],
  ['every criterion is said, in the order of istioctl',
    [listener('0.0.0.0', 443, [sni, range, both])],
    ['0.0.0.0 443  SNI: pay.example.com,pay.example.net Cluster: outbound|443||pay.example.com',
     '0.0.0.0 443  Addr: 10.0.0.0/8,172.16.0.0/12       Cluster: outbound|443||office.example.com',
     '0.0.0.0 443  Addr: 10.1.0.0/16:443                Cluster: outbound|443||both.example.com']],
  ['what is closed stands where istioctl has it, by its own name',
    [listener('0.0.0.0', 443, [to('outbound|443||a.example.com')], { defaultChain: to('BlackHoleCluster') })],
    ['0.0.0.0 443  ALL   BlackHoleCluster', '0.0.0.0 443  ALL   Cluster: outbound|443||a.example.com']],
  ['all addresses of a listener share a row',
    [listener('0.0.0.0', 443, [to('a')], { additionalAddresses: ['::'] })],
    ['0.0.0.0,:: 443  ALL   Cluster: a']],
  ['a Unix socket is its path, on port 0',
    [listener('unix:///var/run/pay.sock', 0, [to('a')])],
    ['/var/run/pay.sock 0    ALL   Cluster: a']],
  ['nothing in a name commands the terminal',
    [listener('0.0.0.0', 443, [to('a\u001b[2J')])],
    ['0.0.0.0 443  ALL   Cluster: a\\u{1b}[2J']],
];

test.each(rows)('%s', (_what, listeners, lines) => {
  expect(listenerTable(listeners).split('\n').slice(1)).toEqual(lines);
});

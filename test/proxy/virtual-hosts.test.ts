import { expect, test } from '@jest/globals';
import type { RouteTable } from '../../src/proxy/route-table.js';
import { entry, service, sidecar, type EgressFields, type ManifestText } from '../manifests.js';
import { configurationOf } from '../meshes.js';

const a = 'a.example';
const http = (hosts: string, day: number, ports = 'HTTP/80') => entry({ hosts, ports, day });

/** `name [domains] → target`; absolute and short names are left out where they say nothing new. */
function tableText({ virtualHosts }: RouteTable, isWhole: boolean): readonly string[] {
  return virtualHosts.map(({ name, domains, routes }) => {
    const shown = isWhole ? domains : domains.filter(domain => !/\.(:\d+)?$/.test(domain));
    const targets = routes.map(({ action }) => {
      switch (action.kind) {
        case 'cluster':
          return action.cluster;
        case 'weighted':
          return JSON.stringify(action.clusters);
        case 'redirect':
          return 'redirect';
        case 'direct-response':
          return action.status;
      }
    });
    return `${name} [${shown.join(' ')}] → ${targets.join()}`;
  });
}

const PASS = 'allow_any [*] → PassthroughCluster';

type Row = [when: string, table: string, manifests: ManifestText[], hosts: string[]];

// prettier-ignore
const rows: Row[] = [
  ['RT-9 each host that has the port',                   '80',  [http(a, 1), http('b.example', 2), http('c.example', 3, 'HTTP/81')],                   [`${a}:80 [${a}] → outbound|80||${a}`, 'b.example:80 [b.example] → outbound|80||b.example', PASS]],
  ['RT-14 not those that speak TCP there',               '80',  [http(a, 1), http('b.example', 2, 'TCP/80')],                                          [`${a}:80 [${a}] → outbound|80||${a}`, PASS]],
  ['PR-1 but those of unknown protocol',                 '80',  [http(a, 1), http('b.example', 2, '/80')],                                             [`${a}:80 [${a}] → outbound|80||${a}`, 'b.example:80 [b.example] → outbound|80||b.example', PASS]],
  ['RT-9 an alias has none of its own',                  '80',  [http(a, 1), service({ name: 'pay/ext', externalName: 'gone.example' })],              [`${a}:80 [${a}] → outbound|80||${a}`, PASS]],
  ['RT-2 of a host declared twice the later one',        '80',  [http(a, 1), entry({ hosts: a, name: 'shop/again', ports: 'HTTP/80', addresses: '10.0.0.1', day: 2 })], [`${a}:80 [${a} 10.0.0.1] → outbound|80||${a}`, PASS]],
  ['RT-2 the later one even if it speaks TCP',           '80',  [http(a, 1), entry({ hosts: a, name: 'shop/again', ports: 'TCP/80', day: 2 })],        [PASS]],
  ['RT-2 but not if it speaks UDP',                      '80',  [entry({ hosts: 'web.shop.svc.cluster.local', ports: 'HTTP/80', day: 1 }), service({ name: 'shop/web', ports: 'x!/80', day: 2 })], ['web.shop.svc.cluster.local:80 [web.shop.svc.cluster.local web web.shop.svc web.shop] → outbound|80||web.shop.svc.cluster.local', PASS]],
  ['RT-2 of one number UDP is passed over',              '53',  [service({ name: 'shop/web', ports: 'dns!/53, http/53' })],                            ['web.shop.svc.cluster.local:53 [web.shop.svc.cluster.local web web.shop.svc web.shop] → outbound|53||web.shop.svc.cluster.local', PASS]],
  ['VD-60 hosts that differ in case are one, the later', '80',  [http('A.example', 1), http(a, 2)],                                                    [`${a}:80 [${a}] → outbound|80||${a}`, PASS]],
  ['VD-60 the cluster is named in lower case',           '80',  [http('A.example', 1)],                                                                [`${a}:80 [${a}] → outbound|80||${a}`, PASS]],
  ['RT-11 an address goes to the first that claims it',  '80',  [entry({ hosts: a, ports: 'HTTP/80', addresses: '10.0.0.1', day: 1 }), entry({ hosts: 'b.example', ports: 'HTTP/80', addresses: '10.0.0.1', day: 2 })], [`${a}:80 [${a} 10.0.0.1] → outbound|80||${a}`, 'b.example:80 [b.example] → outbound|80||b.example', PASS]],
  ['RT-11 a short name goes to the host of that name',   '80',  [service({ name: 'pay/web', day: 1 }), http('web.pay', 2)],                            ['web.pay.svc.cluster.local:80 [web.pay.svc.cluster.local web.pay.svc] → outbound|80||web.pay.svc.cluster.local', 'web.pay:80 [web.pay] → outbound|80||web.pay', PASS]],
  ['RT-11 whichever is older',                           '80',  [service({ name: 'pay/web', day: 2 }), http('web.pay', 1)],                            ['web.pay:80 [web.pay] → outbound|80||web.pay', 'web.pay.svc.cluster.local:80 [web.pay.svc.cluster.local web.pay.svc] → outbound|80||web.pay.svc.cluster.local', PASS]],
  ['RT-12 under REGISTRY_ONLY the rest gets a 502',      '80',  [http(a, 1), sidecar({ policy: { mode: 'REGISTRY_ONLY' } })],                          [`${a}:80 [${a}] → outbound|80||${a}`, 'block_all [*] → 502']],
  ['RT-12 or goes to the proxy for the unknown',         '80',  [sidecar({ policy: { mode: 'ALLOW_ANY', egressProxy: { host: 'p.example', port: { number: 3128 } } } })], ['allow_any [*] → outbound|3128||p.example']],
  ['RT-13 a table of its own has its host for all',      `${a}:80`, [entry({ hosts: a, ports: '/80', addresses: '10.0.0.1' }), http('b.example', 2)],  [`${a}:80 [*] → outbound|80||${a}`]],
  ['RT-13 but finds none whose host has capitals',       'A.example:80', [entry({ hosts: 'A.example', ports: '/80', addresses: '10.0.0.1' })],         []],
];

test.each(rows)('%s', (_when, table, manifests, hosts) => {
  expect(tableText(configurationOf(manifests).routeTable(table), false)).toEqual(hosts);
});

const proxyPort: EgressFields = { hosts: '*/*', port: 'HTTP_PROXY/3128' };
const socket: EgressFields = { hosts: '*/*', port: 'HTTP/0', bind: 'unix:///run/a.sock' };
const ported = (port: number) => `${a}:${port} ${a}.:${port}`;

type AllPortsRow = [when: string, egress: EgressFields, table: string, manifests: ManifestText[], hosts: string[]];

// prettier-ignore
const allPorts: AllPortsRow[] = [
  ['port 80 by name and by name and port',              proxyPort, '3128',               [http(a, 1)],                       [`${a}:80 [${a} ${a}:80 ${a}. ${a}.:80] → outbound|80||${a}`]],
  ['other ports by name and port alone',                proxyPort, '3128',               [http(a, 1, 'HTTP/80, HTTP/9000')], [`${a}:80 [${a} ${a}:80 ${a}. ${a}.:80] → outbound|80||${a}`, `${a}:9000 [${ported(9000)}] → outbound|9000||${a}`]],
  ['a port before 80 takes the bare name with it',      proxyPort, '3128',               [http(a, 1, 'HTTP/9000, HTTP/80')], [`${a}:9000 [${ported(9000)}] → outbound|9000||${a}`, `${a}:80 [${ported(80)}] → outbound|80||${a}`]],
  ['no TCP port',                                       proxyPort, '3128',               [http(a, 1, 'HTTP/80, TCP/9000')],  [`${a}:80 [${a} ${a}:80 ${a}. ${a}.:80] → outbound|80||${a}`]],
  ['a bare IPv6 address passes for a port',             proxyPort, '3128',               [entry({ hosts: a, ports: 'HTTP/9000', addresses: '2001:db8::1' })], [`${a}:9000 [${ported(9000)} [2001:db8::1] [2001:db8::1]:9000] → outbound|9000||${a}`]],
  ['a host keeps its capitals',                         proxyPort, '3128',               [http('A.example', 1)],             ['A.example:80 [A.example A.example:80 A.example. A.example.:80] → outbound|80||A.example']],
  ['a socket is like that too',                         socket,    'unix:///run/a.sock', [http(a, 1, 'HTTP/9000')],          [`${a}:9000 [${ported(9000)}] → outbound|9000||${a}`]],
  ['a short name with port that is a real one is not taken', socket, 'unix:///run/a.sock', [service({ name: 'pay/web', day: 1 }), http('web.pay', 2)], ['web.pay.svc.cluster.local:80 [web.pay.svc.cluster.local web.pay.svc.cluster.local:80 web.pay.svc.cluster.local. web.pay.svc.cluster.local.:80 web.pay.svc web.pay.svc:80] → outbound|80||web.pay.svc.cluster.local', 'web.pay:80 [web.pay web.pay:80 web.pay. web.pay.:80] → outbound|80||web.pay']],
];

test.each(allPorts)('RT-15: %s', (_when, egress, table, manifests, hosts) => {
  const found = configurationOf([...manifests, sidecar({ egress: [egress] })]).routeTable(table);
  expect(tableText(found, true)).toEqual([...hosts, PASS]);
});

// prettier-ignore
const chosen: [when: string, egress: EgressFields[], table: string, hosts: string[]][] = [
  ['the listener of that port',                        [{ hosts: 'pay/*', port: 'HTTP/80' }, { hosts: './*' }],                    '80',            ['b.example']],
  ['else the one for all ports',                       [{ hosts: 'pay/*', port: 'HTTP/80' }, { hosts: './*' }],                    '81',            [a]],
  ['else none',                                        [{ hosts: 'pay/*', port: 'HTTP/80' }],                                      '81',            []],
  ['of sockets the one so bound',                      [{ hosts: './*', port: 'HTTP/0', bind: 'unix:///a' }, { hosts: 'pay/*', port: 'HTTP/0', bind: 'unix:///b' }], 'unix:///b', ['b.example', 'b.example']],
  ['also for a table of its own: its port is locked',  [{ hosts: 'pay/*', port: 'HTTP/80' }, { hosts: './*' }],                    `${a}:80`,       []],
];

test.each(chosen)('RT-1: a table is filled by %s', (_when, egress, table, hosts) => {
  const manifests = [
    http(a, 1, 'HTTP/80, HTTP/81'),
    entry({ hosts: 'b.example', namespace: 'pay', ports: 'HTTP/80, HTTP/81' }),
  ];
  const { virtualHosts } = configurationOf([...manifests, sidecar({ egress })]).routeTable(table);
  expect(virtualHosts.filter(({ name }) => name !== 'allow_any').map(({ name }) => name.split(':')[0])).toEqual(hosts);
});

test('RT-2: a Sidecar that says HTTP finds no host that says TLS', () => {
  const configuration = configurationOf([
    entry({ hosts: a }),
    sidecar({ egress: [{ hosts: '*/*', port: 'HTTP/443' }] }),
  ]);
  expect(configuration.routeNames).toEqual(['443']);
  expect(tableText(configuration.routeTable('443'), false)).toEqual([PASS]);
});

test('a table is made once', () => {
  const configuration = configurationOf([http(a, 1)]);
  expect(configuration.routeTable('80')).toBe(configuration.routeTable('80'));
});

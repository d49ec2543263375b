import { describe, expect, test } from '@jest/globals';
import { reviewOf } from '../reviews.js';
import { reviewSettings } from '../settings-files.js';
import { expectMended, external, proposal } from '../taken.js';

const tail = `  location: MESH_EXTERNAL
  resolution: DNS
  ports:
    - number: 443
      name: tcp-443
      protocol: TCP
`;

function entryText(hosts: string, rest = tail): string {
  return `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: traefik
  namespace: istio-demo
spec:
${hosts}${rest}`;
}

describe('addresses for an entry that captures', () => {
  const base = { 'external.yaml': external };
  const address = /240\.240\.\d+\.\d+/;

  // prettier-ignore
  const blocks: [style: string, hosts: string, lines: RegExp][] = [
    ['an indented list',               '  hosts:\n    - traefik.cutom-name\n',           /^ {4}- traefik\.cutom-name\n {2}addresses:\n {4}- 240[.\d]+$/],
    ['an unindented list',             '  hosts:\n  - traefik.cutom-name\n',             /^ {2}- traefik\.cutom-name\n {2}addresses:\n {2}- 240[.\d]+$/],
    ['a wide dash',                    '  hosts:\n    -   traefik.cutom-name\n',         /^ {4}- {3}traefik\.cutom-name\n {2}addresses:\n {4}- {3}240[.\d]+$/],
    ['a comment behind the host',      '  hosts:\n    - traefik.cutom-name # generated\n', /# generated\n {2}addresses:/],
    ['a comment line after the hosts', '  hosts:\n    - traefik.cutom-name\n  # where it is\n', /addresses:/],
    ['double quotes',                  '  hosts:\n    - "traefik.cutom-name"\n',         /- "traefik\.cutom-name"\n {2}addresses:\n {4}- 240/],
    ['a key in quotes',                '  "hosts":\n    - traefik.cutom-name\n',         /addresses:/],
    ['a list in brackets',             '  hosts: [traefik.cutom-name]\n',                /^ {2}hosts: \[traefik\.cutom-name\]\n {2}addresses: \[240[.\d]+\]$/],
    ['a list in wide brackets',        '  hosts: [ "traefik.cutom-name" ]\n',            /^ {2}hosts: \[ "traefik\.cutom-name" \]\n {2}addresses: \[ 240[.\d]+ \]$/],
    ['brackets and a comment',         '  hosts: [traefik.cutom-name] # generated\n',    /^ {2}hosts: \[traefik\.cutom-name\] # generated\n {2}addresses: \[240[.\d]+\]$/],
  ];

  test.each(blocks)('are put below %s', (_style, hosts, lines) => {
    const head = { ...base, 'traefik.yaml': entryText(hosts) };
    expect(expectMended('traffic-captured', base, head)).toMatch(lines);
    expect(expectMended('wildcard-listener-added', { 'a.yaml': '' }, { 'traefik.yaml': entryText(hosts) })).toMatch(
      address,
    );
  });

  test('keep the line breaks of Windows', () => {
    const text = entryText('  hosts:\n    - traefik.cutom-name\n').replaceAll('\n', '\r\n');
    expect(expectMended('traffic-captured', base, { ...base, 'traefik.yaml': text })).toMatch(address);
  });

  test('fit an entry within a List', () => {
    const item = entryText('  hosts:\n    - traefik.cutom-name\n')
      .replace(/^/gm, '    ')
      .replace('    apiV', '  - apiV')
      .trimEnd();
    const head = { ...base, 'list.yaml': `apiVersion: v1\nkind: List\nitems:\n${item}\n` };
    expect(expectMended('traffic-captured', base, head)).toMatch(
      /^ {8}- traefik\.cutom-name\n {6}addresses:\n {8}- 240/,
    );
  });

  test('fit an entry among others of one file', () => {
    const head = { 'all.yaml': `${external}---\n${entryText('  hosts:\n    - traefik.cutom-name\n')}` };
    expect(expectMended('traffic-captured', { 'all.yaml': external }, head)).toMatch(address);
  });

  test('are those of nobody else', () => {
    const hosts = '  hosts:\n    - traefik.cutom-name\n';
    const first = proposal('traffic-captured', base, { ...base, 'traefik.yaml': entryText(hosts) });
    const own = address.exec(first?.suggestion.replacement ?? '')?.[0] ?? '';
    const other = entryText('  hosts:\n    - other.example\n', tail.replace('443\n', '9443\n'))
      .replace('traefik', 'other')
      .replace('  location', `  addresses:\n    - ${own}\n  location`);
    const second = proposal(
      'traffic-captured',
      { ...base, 'b.yaml': other },
      { ...base, 'b.yaml': other, 'traefik.yaml': entryText(hosts) },
    );
    expect(second?.suggestion.replacement).toMatch(address);
    expect(second?.suggestion.replacement).not.toContain(own);
  });

  test('go into an empty list', () => {
    const text = entryText('  hosts:\n    - traefik.cutom-name\n  addresses: [] # none yet\n');
    expect(expectMended('traffic-captured', base, { ...base, 'traefik.yaml': text })).toMatch(
      /^ {2}addresses: \[240[.\d]+\] # none yet$/,
    );
  });

  test('fit an entry in braces', () => {
    const text = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: t, namespace: istio-demo}
spec: {hosts: [traefik.cutom-name], resolution: DNS, ports: [{number: 443, name: t, protocol: TCP}]}
`;
    expect(expectMended('traffic-captured', base, { ...base, 'traefik.yaml': text })).toMatch(
      /^spec: \{hosts: \[traefik\.cutom-name\], addresses: \[240[.\d]+\], resolution/,
    );
  });

  test('fit a file that does not end its last line', () => {
    const text = `${entryText('', tail)}  hosts: [traefik.cutom-name]`;
    expect(expectMended('traffic-captured', base, { ...base, 'traefik.yaml': text })).toMatch(address);
  });

  test('are those that the entry had, where the change drops them', () => {
    const hosts = '  hosts:\n    - traefik.cutom-name\n';
    const before = { ...base, 'traefik.yaml': entryText(`${hosts}  addresses: [10.4.5.6, 10.4.5.7]\n`) };
    const head = { ...base, 'traefik.yaml': entryText(hosts) };
    expect(expectMended('traffic-captured', before, head)).toBe(
      '    - traefik.cutom-name\n  addresses:\n    - 10.4.5.6\n    - 10.4.5.7',
    );
    expect(proposal('traffic-captured', before, head)?.fix).toContain('puts back the addresses that the entry had');
  });

  test('come from the prefix that the settings name', () => {
    const head = { ...base, 'traefik.yaml': entryText('  hosts: [traefik.cutom-name]\n') };
    const { findings } = reviewOf(base, head, reviewSettings('addresses: 10.20.30.0/24'));
    const captured = findings.find(({ rule }) => rule === 'traffic-captured');
    expect(captured?.suggestion?.replacement).toMatch(/addresses: \[10\.20\.30\.\d+\]$/);
  });

  const inJson = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name: 't', namespace: 'istio-demo' },
    spec: {
      hosts: ['traefik.cutom-name'],
      addresses: [],
      resolution: 'DNS',
      ports: [{ number: 443, name: 'https', protocol: 'TCP' }],
    },
  };
  const reused = '  hosts: &hosts\n    - traefik.cutom-name\n  addresses: &none []\n  subjectAltNames: *hosts\n';

  // prettier-ignore
  const unclear: [why: string, head: string][] = [
    ['it is JSON',                        JSON.stringify(inJson, null, 2)],
    ['it is JSON on one line',            JSON.stringify(inJson)],
    ['an anchor lets others repeat it',   entryText(reused)],
    ['the host goes over several lines',  entryText('  hosts: [\n    traefik.cutom-name\n  ]\n').replace('traefik.cutom-name', '"traefik.\\\n    cutom-name"')],
    ['the whole entry has an anchor',     `apiVersion: v1\nkind: List\nitems:\n  - &entry\n${entryText('  hosts: [traefik.cutom-name]\n').replace(/^/gm, '    ').trimEnd()}\n`],
    ['the spec is the one of an anchor',  entryText('  hosts: [traefik.cutom-name]\n').replace('spec:', 'spec: &spec')],
    ['the connections go where dialled',  entryText('  hosts: [traefik.cutom-name]\n', tail.replace('DNS', 'NONE'))],
  ];

  test.each(unclear)('are not suggested where %s', (_why, text) => {
    expect(proposal('wildcard-listener-added', { 'a.yaml': '' }, { 'traefik.yaml': text })).toBeNull();
  });
});

test('two hosts are given no address, which both would contest', () => {
  const hosts = '  hosts:\n    - traefik.cutom-name\n    - nginx.cutom-name\n';
  const text = entryText(hosts, tail.replace('DNS', 'NONE'));
  expect(proposal('wildcard-listener-added', { 'a.yaml': '' }, { 'traefik.yaml': text })).toBeNull();
});

describe('protocol TLS for a port that is named so', () => {
  const base = { 'external.yaml': external };
  const withPort = (port: string, resolution = 'DNS') =>
    entryText(
      '  hosts:\n    - traefik.cutom-name\n',
      `  location: MESH_EXTERNAL\n  resolution: ${resolution}\n  ports:\n${port}`,
    );

  // prettier-ignore
  const styles: [style: string, port: string, line: string][] = [
    ['a port over several lines',  '    - number: 443\n      name: https-web\n      protocol: TCP\n',        '      protocol: TLS'],
    ['double quotes',              '    - number: 443\n      name: tls\n      protocol: "TCP"\n',            '      protocol: "TLS"'],
    ['single quotes',              "    - number: 443\n      name: https\n      protocol: 'TCP'\n",          "      protocol: 'TLS'"],
    ['a comment behind it',        '    - number: 443\n      protocol: TCP # for now\n      name: tls-web\n', '      protocol: TLS # for now'],
    ['a port in braces',           '    - {number: 443, name: https-web, protocol: TCP}\n',               '    - {number: 443, name: https-web, protocol: TLS}'],
    ['a protocol in small letters', '    - number: 443\n      name: https\n      protocol: tcp\n',           '      protocol: TLS'],
    ['the second of two ports',    '    - {number: 8443, name: tls-admin, protocol: TLS}\n    - {number: 443, name: tls-web, protocol: TCP}\n', '    - {number: 443, name: tls-web, protocol: TLS}'],
  ];

  test.each(styles)('keeps %s', (_style, port, line) => {
    const head = { ...base, 'traefik.yaml': withPort(port) };
    expect(expectMended('traffic-captured', base, head)).toBe(line);
    expect(proposal('traffic-captured', base, head)?.fix).toContain('The suggestion says TLS');
  });

  test('goes before an address', () => {
    const head = {
      ...base,
      'traefik.yaml': entryText('  hosts: [traefik.cutom-name]\n', tail.replace('tcp-443', 'https')),
    };
    expect(expectMended('traffic-captured', base, head)).toBe('      protocol: TLS');
  });

  test('is not suggested where a server of the port might speak first', () => {
    const other = entryText('  hosts: [nginx.cutom-name]\n').replace('name: traefik', 'name: nginx');
    const head = { 'nginx.yaml': other, 'traefik.yaml': withPort(styles[0]?.[1] ?? '') };
    expect(expectMended('ambiguous-winner', { 'nginx.yaml': other }, head)).toContain('addresses:');
  });

  // prettier-ignore
  const others: [why: string, port: string][] = [
    ['the name says something else',   '    - {number: 443, name: tcp-https, protocol: TCP}\n'],
    ['the name only begins like it',   '    - {number: 443, name: tlsx, protocol: TCP}\n'],
    ['an anchor lets others repeat it', '    - {number: 443, name: tls-web, protocol: &tcp TCP}\n    - {number: 8443, name: tls-b, protocol: *tcp}\n'],
    ['an alias repeats it',            '    - {number: 8443, name: tcp-b, protocol: &tcp TCP}\n    - {number: 443, name: tls-web, protocol: *tcp}\n'],
  ];

  test.each(others)('is not suggested where %s', (_why, port) => {
    const head = { ...base, 'traefik.yaml': withPort(port, 'NONE') };
    expect(proposal('traffic-captured', base, head)).toBeNull();
  });
});

describe('a narrower exportTo', () => {
  const dated = external.replaceAll(', namespace', ', creationTimestamp: "2024-01-01T00:00:00Z", namespace');
  const web = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n';
  const base = { 'external.yaml': `${web}---\n${dated}` };
  const two = '    - www.baidu.com\n    - www.qq.com\n';
  /** In a namespace whose own pods are not asked. */
  const inRoot = (spec: string) =>
    entryText(spec, tail)
      .replace('namespace: istio-demo', 'namespace: istio-system')
      .replace('tcp-443', 'tls-443')
      .replace('TCP', 'TLS');
  const timed = (text: string) => text.replace('metadata:', 'metadata:\n  creationTimestamp: "2020-01-01T00:00:00Z"');

  // prettier-ignore
  const styles: [style: string, spec: string, lines: string][] = [
    ['below the hosts',                 `  hosts:\n${two}`,                               '    - www.qq.com\n  exportTo:\n    - "."'],
    ['below hosts in brackets',         '  hosts: [www.baidu.com, www.qq.com]\n',         '  hosts: [www.baidu.com, www.qq.com]\n  exportTo: ["."]'],
    ['below the addresses',             '  hosts: [www.baidu.com]\n  addresses:\n  - 240.240.9.9\n', '  - 240.240.9.9\n  exportTo:\n  - "."'],
    ['in place of a star',              `  hosts:\n${two}  exportTo:\n    - "*" # all\n`, '    - "." # all'],
    ['under its other name',            `  hosts:\n${two}  export_to: ["*"]\n`,       '  export_to: ["."]'],
    ['in place of a star in brackets',  `  hosts:\n${two}  exportTo: ['*']\n`,           "  exportTo: ['.']"],
  ];

  test.each(styles)('stands %s', (_style, spec, lines) => {
    const head = { ...base, 'mine.yaml': timed(inRoot(spec)) };
    expect(expectMended('host-taken-over', base, head)).toBe(lines);
    expect(proposal('host-taken-over', base, head)?.fix).toContain('namespace istio-system alone sees the entry');
  });

  test('is not suggested where what is left of the finding would take its place', () => {
    const ledger = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ledger, namespace: platform}
spec:
  hosts: [ledger.default.svc.cluster.local]
  ports: [{number: 443, name: grpc, protocol: GRPC-WEB}]
  resolution: DNS
  endpoints: [{address: backend.example.org}]
  exportTo: ["."]
`;
    const own = `apiVersion: v1
kind: Service
metadata: {name: ledger, namespace: default}
spec: {type: ExternalName, externalName: api.stripe.com, ports: [{name: https-9000, port: 9000}]}
---
apiVersion: v1
kind: Service
metadata: {name: redis, namespace: platform}
spec: {clusterIP: 10.96.0.1, ports: [{name: grpc-6379, port: 6379}]}
`;
    const cache = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: cache, namespace: platform, creationTimestamp: "2024-01-13T19:00:00Z"}
spec:
  hosts:
    - cache.corp.internal
  ports: [{number: 443, name: p-443, protocol: MYSQL}]
  resolution: NONE
`;
    const before = { 'ledger.yaml': ledger, 'own.yaml': own };
    const head = { 'cache.yaml': cache, 'own.yaml': own };
    expect(proposal('wildcard-listener-added', before, head)?.suggestion.replacement).toContain('exportTo:');
    expect(proposal('traffic-captured', before, head)).toBeNull();
  });

  // prettier-ignore
  const others: [why: string, text: string][] = [
    ['its own namespace is taken over as well', timed(inRoot(`  hosts:\n${two}`)).replace('istio-system', 'istio-demo')],
    ['it names namespaces already',             timed(inRoot(`  hosts:\n${two}  exportTo: [default, web]\n`))],
  ];

  test.each(others)('is not suggested where %s', (_why, text) => {
    expect(proposal('host-taken-over', base, { ...base, 'mine.yaml': text })).toBeNull();
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Finding, Suggestion } from '../../src/findings/finding.js';
import { reviewOf } from '../reviews.js';

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

function sidecarText(egress: string): string {
  return `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
  namespace: payments
spec:
  egress:
${egress}`;
}

const external = ['www.baidu.com', 'www.qq.com']
  .map(
    host => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${host}, namespace: default}
spec:
  hosts: [${host}]
  resolution: DNS
  ports: [{number: 443, name: tls, protocol: TLS}]
`,
  )
  .join('---\n');

/** The file as it is after the suggestion is taken. */
function taken(text: string, { line, endLine, replacement }: Suggestion): string {
  const breaks = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  return [...lines.slice(0, line - 1), ...replacement.split('\n'), ...lines.slice(endLine)].join(breaks);
}

interface Proposal {
  readonly finding: Finding;
  readonly suggestion: Suggestion;
  readonly after: string;
}

/** The suggestion of a finding of that rule; null where there is none. */
function proposal(rule: Finding['rule'], base: Record<string, string>, head: Record<string, string>): Proposal | null {
  const finding = reviewOf(base, head).findings.find(found => found.rule === rule);
  if (finding === undefined) throw new Error(`no ${rule} is found`);
  const { suggestion } = finding;
  return suggestion === null ? null : { finding, suggestion, after: taken(head[suggestion.file] ?? '', suggestion) };
}

/** Takes the suggestion and reviews again: the finding must be gone, and nothing broken. */
function expectMended(rule: Finding['rule'], base: Record<string, string>, head: Record<string, string>): string {
  const found = proposal(rule, base, head);
  if (found === null) throw new Error('no suggestion');
  const { findings, problems } = reviewOf(base, { ...head, [found.suggestion.file]: found.after });
  expect(problems).toEqual([]);
  expect(findings.filter(finding => finding.rule === rule).map(finding => finding.title)).toEqual([]);
  expect(findings.filter(finding => finding.rule === 'invalid-resource').map(finding => finding.message)).toEqual([]);
  return found.suggestion.replacement;
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

  // prettier-ignore
  const unclear: [why: string, head: string][] = [
    ['the list is in flow style',    entryText('  hosts: [traefik.cutom-name]\n')],
    ['the entry is in flow style',   'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: t, namespace: istio-demo}\nspec: {hosts: [traefik.cutom-name], resolution: DNS, ports: [{number: 443, name: t, protocol: TCP}]}\n'],
    ['it is JSON',                   JSON.stringify({ apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry', metadata: { name: 't', namespace: 'istio-demo' }, spec: { hosts: ['traefik.cutom-name'], resolution: 'DNS', ports: [{ number: 443, name: 't', protocol: 'TCP' }] } }, null, 2)],
  ];

  test.each(unclear)('are not suggested where %s', (_why, text) => {
    expect(proposal('traffic-captured', base, { ...base, 'traefik.yaml': text })).toBeNull();
  });
});

test('two hosts are given no address, which both would contest', () => {
  const hosts = '  hosts:\n    - traefik.cutom-name\n    - nginx.cutom-name\n';
  const text = entryText(hosts, tail.replace('DNS', 'NONE'));
  expect(proposal('wildcard-listener-added', { 'a.yaml': '' }, { 'traefik.yaml': text })).toBeNull();
});

describe('egress hosts for a Sidecar that hides them', () => {
  const base = { 'external.yaml': external };

  // prettier-ignore
  const styles: [style: string, egress: string, lines: RegExp][] = [
    ['an indented list',       '    - hosts:\n        - "./*"\n',            /^ {8}- "\.\/\*"\n {8}- "default\/www\.baidu\.com"\n {8}- "default\/www\.qq\.com"$/],
    ['an unindented list',     '  - hosts:\n    - "./*"\n',                  /^ {4}- "\.\/\*"\n {4}- "default\/www\.baidu\.com"/],
    ['single quotes',          "    - hosts:\n        - './*'\n",            /- 'default\/www\.baidu\.com'/],
    ['no quotes',              '    - hosts:\n        - ./*\n',              /- "default\/www\.baidu\.com"/],
    ['a listener with a port', '    - port: {number: 8080, protocol: HTTP, name: web}\n      hosts:\n        - "./*"\n    - hosts:\n        - "./*"\n', /- "default\/www\.baidu\.com"/],
  ];

  test.each(styles)('follow %s', (_style, egress, lines) => {
    expect(expectMended('egress-entry-lost', base, { ...base, 'sidecar.yaml': sidecarText(egress) })).toMatch(lines);
  });

  test('are added to what is left of the list', () => {
    const long = sidecarText(
      '    - hosts:\n        - "./*"\n        - "default/www.baidu.com"\n        - "default/www.qq.com"\n',
    );
    const short = sidecarText(
      '    - hosts:\n        - "./*"\n        - "default/www.baidu.com"\n        - "istio-system/*"\n',
    );
    const replacement = expectMended('egress-entry-lost', { ...base, 's.yaml': long }, { ...base, 's.yaml': short });
    expect(replacement).toBe('        - "istio-system/*"\n        - "default/www.qq.com"');
  });

  // prettier-ignore
  const unclear: [why: string, base: Record<string, string>, head: Record<string, string>][] = [
    ['the line is gone, so nothing of head is the place', { ...base, 's.yaml': sidecarText('    - hosts:\n        - "./*"\n        - "default/*"\n') }, { ...base, 's.yaml': sidecarText('    - hosts:\n        - "./*"\n') }],
    ['the entry is gone',                                 base, { 'external.yaml': external.split('---\n')[0] ?? '' }],
    ['the list is in flow style',                         base, { ...base, 's.yaml': sidecarText('    - hosts: ["./*"]\n') }],
  ];

  test.each(unclear)('are not suggested where %s', (_why, before, after) => {
    expect(proposal('egress-entry-lost', before, after)).toBeNull();
  });
});

describe('the nearest host for one that matches nothing', () => {
  const base = { 'external.yaml': external };
  const importing = (host: string) => ({
    ...base,
    's.yaml': sidecarText(`    - hosts:\n        - "./*"\n        - ${host} # search\n`),
  });

  // prettier-ignore
  const slips: [slip: string, host: string, line: string][] = [
    ['two letters swapped', '"default/www.biadu.com"', '        - "default/www.baidu.com" # search'],
    ['a letter too few',    'default/www.bidu.com',    '        - default/www.baidu.com # search'],
    ['a letter too many',   "'default/www.baiduu.com'", "        - 'default/www.baidu.com' # search"],
    ['another letter',      'default/www.baidu.con',   '        - default/www.baidu.com # search'],
  ];

  test.each(slips)('is found for %s', (_slip, host, line) => {
    expect(expectMended('dangling-egress-host', base, importing(host))).toBe(line);
  });

  // prettier-ignore
  const others: [why: string, host: string][] = [
    ['nothing is near',          'default/api.example.net'],
    ['three letters are amiss',  'default/www.bxxxu.com'],
  ];

  test.each(others)('is not guessed where %s', (_why, host) => {
    expect(proposal('dangling-egress-host', base, importing(host))).toBeNull();
  });

  test('is not guessed where two are as near', () => {
    const near = external.replaceAll('www.qq.com', 'www.baidv.com');
    const head = { ...importing('default/www.baidw.com'), 'external.yaml': near };
    expect(proposal('dangling-egress-host', { 'external.yaml': near }, head)).toBeNull();
  });
});

import { describe, expect, test } from '@jest/globals';
import { reviewOf } from '../reviews.js';
import { expectMended, external, proposal } from '../taken.js';

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

describe('egress hosts for a Sidecar that hides them', () => {
  const base = { 'external.yaml': external };

  // prettier-ignore
  const styles: [style: string, egress: string, lines: RegExp][] = [
    ['an indented list',       '    - hosts:\n        - "./*"\n',            /^ {8}- "\.\/\*"\n {8}- "default\/www\.baidu\.com"\n {8}- "default\/www\.qq\.com"$/],
    ['an unindented list',     '  - hosts:\n    - "./*"\n',                  /^ {4}- "\.\/\*"\n {4}- "default\/www\.baidu\.com"/],
    ['single quotes',          "    - hosts:\n        - './*'\n",            /- 'default\/www\.baidu\.com'/],
    ['no quotes',              '    - hosts:\n        - ./*\n',              /- "default\/www\.baidu\.com"/],
    ['a list in brackets',     '    - hosts: ["./*"] # own\n',              /^ {4}- hosts: \["\.\/\*", "default\/www\.baidu\.com", "default\/www\.qq\.com"\] # own$/],
    ['brackets over lines',    "    - hosts: [\n        './*',\n      ]\n",  /^ {8}'\.\/\*', 'default\/www\.baidu\.com', 'default\/www\.qq\.com',$/],
    ['comments in between',    '    - hosts:\n        # own\n        - "./*" # all\n        # no more\n', /^ {8}- "\.\/\*" # all\n {8}- "default\/www\.baidu\.com"/],
    ['a listener with a port', '    - port: {number: 8080, protocol: HTTP, name: web}\n      hosts:\n        - "./*"\n    - hosts:\n        - "./*"\n', /- "default\/www\.baidu\.com"/],
  ];

  test.each(styles)('follow %s', (_style, egress, lines) => {
    expect(expectMended('egress-entry-lost', base, { ...base, 'sidecar.yaml': sidecarText(egress) })).toMatch(lines);
  });

  test('stand in for a line that is gone', () => {
    const before = { ...base, 's.yaml': sidecarText('    - hosts:\n        - "./*"\n        - "default/*"\n') };
    const head = { ...base, 's.yaml': sidecarText('    - hosts:\n        - "./*"\n') };
    expect(expectMended('egress-entry-lost', before, head)).toBe(
      '        - "./*"\n        - "default/www.baidu.com"\n        - "default/www.qq.com"',
    );
  });

  test('go to the listener of their port, where none is for all ports', () => {
    const text = sidecarText(
      '    - port: {number: 443, protocol: TLS, name: tls}\n      hosts: ["default/www.qq.com"]\n',
    );
    expect(expectMended('egress-entry-lost', base, { ...base, 's.yaml': text })).toBe(
      '      hosts: ["default/www.qq.com", "default/www.baidu.com"]',
    );
  });

  test('are those of all ports at once, so that one edit mends every finding', () => {
    const two = external.replace('{number: 443, name: tls, protocol: TLS}', '{number: 8443, name: tls, protocol: TLS}');
    const head = { 'external.yaml': two, 's.yaml': sidecarText('    - hosts: ["./*"]\n') };
    const { findings } = reviewOf({ 'external.yaml': two }, head);
    const line = '    - hosts: ["./*", "default/www.baidu.com", "default/www.qq.com"]';
    expect(findings.map(({ subject, suggestion }) => [subject.port, suggestion?.replacement])).toEqual([
      [8443, line],
      [443, line],
    ]);
    const mended = { ...head, 's.yaml': sidecarText(`${line}\n`) };
    expect(reviewOf({ 'external.yaml': two }, mended).findings).toEqual([]);
  });

  test('are added once for all whom a Sidecar of the root namespace governs', () => {
    const ofTwo = external.replace('name: www.qq.com, namespace: default', 'name: www.qq.com, namespace: web');
    const root = sidecarText('    - hosts:\n        - "./*"\n').replace('payments', 'istio-system');
    const head = { 'external.yaml': ofTwo, 's.yaml': root };
    expect(expectMended('egress-entry-lost', { 'external.yaml': ofTwo }, head)).toBe(
      '        - "./*"\n        - "default/www.baidu.com"\n        - "web/www.qq.com"',
    );
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
    ['the entry is gone',                                 base, { 'external.yaml': external.split('---\n')[0] ?? '' }],
    ['the Sidecar is JSON',                               base, { ...base, 's.yaml': JSON.stringify({ apiVersion: 'networking.istio.io/v1', kind: 'Sidecar', metadata: { name: 'default', namespace: 'payments' }, spec: { egress: [{ hosts: ['./*'] }] } }) }],
    ['an alias repeats the list',                         base, { ...base, 's.yaml': sidecarText('    - port: {number: 8080, protocol: HTTP, name: web}\n      hosts: &own ["./*"]\n    - hosts: *own\n') }],
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

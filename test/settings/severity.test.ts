import { describe, expect, test } from '@jest/globals';
import type { Review } from '../../src/findings/review.js';
import { entry, sidecar } from '../manifests.js';
import { reviewOf } from '../reviews.js';
import { reviewSettings } from '../settings-files.js';

const namespace = (name: string) => JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

/** An entry that takes all of port 443 in every namespace, of which head has one more. */
const base = [namespace('shop'), namespace('sandbox-anna'), namespace('pay')];
const captured = [
  ...base,
  entry({ hosts: 'pay.example.com', namespace: 'pay', ports: 'TCP/443', exportTo: 'shop, sandbox-anna' }),
];
const everywhere = [...base, entry({ hosts: 'pay.example.com', namespace: 'pay', ports: 'TCP/443' })];
const tightened = [
  ...base,
  sidecar({ name: 'istio-system/default', policy: { mode: 'REGISTRY_ONLY' }, egress: [{ hosts: '*/*' }] }),
];

function told({ findings }: Review, rule: string): readonly string[] {
  return findings.filter(finding => finding.rule === rule).map(({ severity }) => severity);
}

const captures = 'rule: traffic-captured';

// prettier-ignore
const set: [what: string, severities: string, head: readonly string[], severity: string[]][] = [
  ['no setting leaves the rule’s own',               '[]',                                                                                                  captured,   ['error']],
  ['a setting for all namespaces counts',            `[{ ${captures}, severity: notice }]`,                                                                 captured,   ['notice']],
  ['one of another rule does not',                   '[{ rule: ambiguous-winner, severity: notice }]',                                                      captured,   ['error']],
  ['one for all that are reached counts',            `[{ ${captures}, severity: warning, namespaces: [shop, sandbox-*] }]`,                                 captured,   ['warning']],
  ['one for some leaves the worst of the others',    `[{ ${captures}, severity: off, namespaces: [sandbox-*] }]`,                                           captured,   ['error']],
  ['of several the last that means a namespace counts', `[{ ${captures}, severity: warning }, { ${captures}, severity: notice, namespaces: [sandbox-*] }]`, captured,   ['warning']],
  ['names say nothing of namespaces outside',        `[{ ${captures}, severity: notice, namespaces: [shop, pay, sandbox-*] }]`,                             everywhere, ['error']],
  ['a star does',                                    `[{ ${captures}, severity: notice, namespaces: ["*"] }]`,                                              everywhere, ['notice']],
  ['off is not told',                                `[{ ${captures}, severity: off }]`,                                                                    captured,   []],
];

test.each(set)('%s', (_what, severities, head, expected) => {
  expect(told(reviewOf(base, head, reviewSettings(`severities: ${severities}`)), 'traffic-captured')).toEqual(expected);
});

test('a finding says who set its severity, keeps its fingerprint, and counts as what it is now', () => {
  const [own] = reviewOf(base, captured).findings;
  const { findings, summary } = reviewOf(
    base,
    captured,
    reviewSettings(`severities: [{ ${captures}, severity: notice }]`),
  );
  const found = findings.find(({ rule }) => rule === 'traffic-captured');
  expect(found?.fingerprint).toBe(own?.fingerprint);
  expect(found?.message).toMatch(/ It would be an error, but `\.github\/egress-review\.yaml:1` sets it to notice\.$/);
  expect(summary).toMatchObject({ errors: 1, notices: 1 });
});

test('what is switched off is counted', () => {
  const { assumptions } = reviewOf(base, captured, reviewSettings(`severities: [{ ${captures}, severity: off }]`));
  expect(assumptions).toContain(
    "1 finding is not reported, because '.github/egress-review.yaml' switches off traffic-captured",
  );
});

describe('hosts in use', () => {
  const inUse = (rows: string, complete = false) =>
    reviewSettings(`hostsInUse: { complete: ${complete}, hosts: [${rows}] }`);
  const call = (ns: string, host = 'www.example.net', port = 443) =>
    `{ namespace: ${ns}, host: ${host}, port: ${port} }`;

  // prettier-ignore
  const blocked: [what: string, rows: string, complete: boolean, severity: string[]][] = [
    ['without any it is a warning',                           '',                            false, ['warning']],
    ['where a host is called that is refused now, an error',  call('shop'),                  false, ['error']],
    ['on any port',                                           call('shop', 'a.example', 81), false, ['error']],
    ['also from outside the repository',                      call('elsewhere'),             false, ['error']],
    ['where nothing is called at all, a notice',              '',                            true,  ['notice']],
    ['where all that is called is listed, an error still',    call('shop'),                  true,  ['error']],
  ];

  test.each(blocked)('make of refused calls: %s', (_what, rows, complete, expected) => {
    expect(told(reviewOf(base, tightened, inUse(rows, complete)), 'unknown-traffic-blocked')).toEqual(expected);
  });

  // prettier-ignore
  const capturing: [what: string, rows: string, complete: boolean, severity: string[]][] = [
    ['what is called there keeps it an error',                 call('shop'),                          true,  ['error']],
    ['calls of a namespace that is not reached lower it',      call('pay'),                           true,  ['warning']],
    ['calls on another port lower it',                         call('shop', 'www.example.net', 80),   true,  ['warning']],
    ['calls that arrive where they did not before lower it',   call('shop', 'pay.example.com'),       true,  ['warning']],
    ['a list that is not complete lowers nothing',             call('pay'),                           false, ['error']],
  ];

  test.each(capturing)('make of captured calls: %s', (_what, rows, complete, expected) => {
    expect(told(reviewOf(base, captured, inUse(rows, complete)), 'traffic-captured')).toEqual(expected);
  });

  const api = entry({ hosts: 'api.bank.example.com', namespace: 'shop', ports: 'TLS/443', exportTo: '.' });
  const closed = entry({ hosts: 'a.example', namespace: 'shop', ports: 'TLS/444', exportTo: '.' });
  const refused = (head: readonly string[]) => [
    ...head,
    sidecar({ name: 'istio-system/default', policy: { mode: 'REGISTRY_ONLY' }, egress: [{ hosts: '*/*' }] }),
  ];
  // prettier-ignore
  const lost: [what: string, rows: string, severity: string[]][] = [
    ['a host that is not listed lowers it',               call('shop', 'www.bank.example.com'),     ['warning']],
    ['the host keeps it an error',                        call('shop', 'API.bank.example.com.'),    ['error']],
    ['its first label may be the host',                   call('shop', 'api'),                      ['error']],
    ['its first labels may be the host',                  call('shop', 'api.bank'),                 ['error']],
    ['an address may be the host’s',                      call('shop', '203.0.113.7'),              ['error']],
    ['an address on another port is not',                 call('shop', '203.0.113.7', 5432),        ['warning']],
    ['an address that another namespace calls is not',    call('pay', '203.0.113.7'),               ['warning']],
  ];

  test.each(lost)('make of a lost host: %s', (_what, rows, expected) => {
    const [before, after] = [refused([...base, api, closed]), refused([...base, closed])];
    expect(told(reviewOf(before, after, inUse(rows, true)), 'egress-entry-lost')).toEqual(expected);
  });

  test('a list of production knows nothing of namespaces that head creates', () => {
    const { findings } = reviewOf(
      base,
      [...captured, namespace('new'), entry({ hosts: 'a.example', namespace: 'new', ports: 'TCP/80', exportTo: '.' })],
      inUse('', true),
    );
    const created = findings.filter(({ groups }) => groups.some(({ namespace: name }) => name === 'new'));
    expect(created.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['traffic-captured', 'error'],
      ['wildcard-listener-added', 'error'],
    ]);
  });

  test('a call of production is the one that is shown', () => {
    const { findings } = reviewOf(base, captured, inUse(call('sandbox-anna', 'zeta.example')));
    expect(findings.map(({ rule, witness }) => [rule, witness?.group.namespace, witness?.call.command])).toEqual([
      ['traffic-captured', 'sandbox-anna', 'curl https://zeta.example'],
      ['wildcard-listener-added', 'sandbox-anna', 'curl https://zeta.example'],
    ]);
  });

  test('a raised finding says which call it is raised for', () => {
    const [found] = reviewOf(base, tightened, inUse(call('shop'))).findings;
    expect(found?.message).toMatch(/ It is an error and not a warning, for www\.example\.net:443 is in use in shop\.$/);
  });
});

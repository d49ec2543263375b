import { describe, expect, test } from '@jest/globals';
import type { Finding, ResourceName } from '../../src/findings/finding.js';
import { fingerprintsAt, fingerprint } from '../../src/findings/fingerprint.js';
import { casesBelow, reviewCase } from '../case.js';
import { entry, service, sidecar, type ManifestText } from '../manifests.js';
import { reviewOf, type Files } from '../reviews.js';

const traefik: ResourceName = { kind: 'ServiceEntry', namespace: 'istio-demo', name: 'traefik' };
const nginx: ResourceName = { ...traefik, name: 'nginx' };

describe('a fingerprint', () => {
  const known = fingerprint('traffic-captured', 'error', [traefik, nginx], 443, 'traefik.cutom-name');

  test('is sixteen hex digits, the same everywhere', () => {
    expect(fingerprint('traffic-captured', 'error', [traefik], 443, 'traefik.cutom-name')).toBe('e852cb7dca699a46');
  });

  test('does not depend on the order of causes', () => {
    expect(fingerprint('traffic-captured', 'error', [nginx, traefik], 443, 'traefik.cutom-name')).toBe(known);
  });

  // prettier-ignore
  const others: [what: string, print: string][] = [
    ['rule',              fingerprint('wildcard-listener-added', 'error', [traefik, nginx], 443, 'traefik.cutom-name')],
    ['severity',          fingerprint('traffic-captured', 'warning', [traefik, nginx], 443, 'traefik.cutom-name')],
    ['cause',             fingerprint('traffic-captured', 'error', [traefik], 443, 'traefik.cutom-name')],
    ['cause’s kind',      fingerprint('traffic-captured', 'error', [traefik, { ...nginx, kind: 'Service' }], 443, 'traefik.cutom-name')],
    ['cause’s namespace', fingerprint('traffic-captured', 'error', [traefik, { ...nginx, namespace: 'shop' }], 443, 'traefik.cutom-name')],
    ['port',              fingerprint('traffic-captured', 'error', [traefik, nginx], 80, 'traefik.cutom-name')],
    ['owner',             fingerprint('traffic-captured', 'error', [traefik, nginx], 443, 'nginx.cutom-name')],
  ];

  test.each(others)('is another for another %s', (_what, print) => {
    expect(print).not.toBe(known);
  });
});

const baidu = entry({ hosts: 'www.baidu.com', namespace: 'default' });
const qq = entry({ hosts: 'www.qq.com', namespace: 'default' });
const hijack = entry({ hosts: 'traefik.cutom-name', ports: 'TCP/443' });
const hiding = sidecar({ egress: [{ hosts: './*' }] });
const namespace = (name: string): ManifestText =>
  JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

function printsOf(base: Files, head: Files): readonly string[] {
  return reviewOf(base, head)
    .findings.map(finding => `${finding.rule} ${finding.fingerprint}`)
    .sort();
}

describe('the fingerprints of a review', () => {
  const base = { 'external.yaml': [baidu, qq].join('\n---\n') };
  const head = { ...base, 'traefik.yaml': hijack, 'sidecar.yaml': hiding };
  const known = printsOf(base, head);

  test('are there, and no two are one', () => {
    expect(known.length).toBeGreaterThan(1);
    expect(new Set(known).size).toBe(known.length);
  });

  // prettier-ignore
  const rows: [what: string, base: Files, head: Files][] = [
    ['another order of files',        { 'external.yaml': base['external.yaml'] }, { 'sidecar.yaml': hiding, 'traefik.yaml': hijack, 'external.yaml': base['external.yaml'] }],
    ['moved files',                   { 'a/b.yaml': base['external.yaml'] }, { 'c.yaml': base['external.yaml'], 'x/traefik.yaml': hijack, 'y.yaml': hiding }],
    ['all in one file, reordered',    { 'all.yaml': [qq, baidu].join('\n---\n') }, { 'all.yaml': [hiding, hijack, baidu, qq].join('\n---\n') }],
    ['comments and blank lines',      { 'external.yaml': `# ours\n\n${base['external.yaml']}` }, { ...head, 'traefik.yaml': `# generated\n\n${hijack}\n# end\n` }],
    ['a namespace more',              { ...base, 'namespaces.yaml': namespace('payments') }, { ...head, 'namespaces.yaml': namespace('payments') }],
    ['a namespace that is new',       base, { ...head, 'namespaces.yaml': namespace('payments') }],
    ['an unrelated Service',          base, { ...head, 'cart.yaml': service({ name: 'cart/cart', ports: 'tcp/9000' }) }],
    ['one more lost host',            { ...base, 'more.yaml': entry({ hosts: 'mirrors.aliyun.com', namespace: 'default' }) }, { ...head, 'more.yaml': entry({ hosts: 'mirrors.aliyun.com', namespace: 'default' }) }],
  ];

  test.each(rows)('survive %s', (_what, before, after) => {
    expect(printsOf(before, after)).toEqual(known);
  });

  test('change with the name of the cause', () => {
    const renamed = entry({ hosts: 'traefik.cutom-name', ports: 'TCP/443', name: 'shop/ingress' });
    const prints = printsOf(base, { ...head, 'traefik.yaml': renamed });
    expect(prints.filter(print => print.startsWith('traffic-captured') && known.includes(print))).toEqual([]);
  });
});

test('every finding is known by its severity', () => {
  const found = casesBelow('test/fixtures/cases').flatMap(name => reviewCase(`test/fixtures/cases/${name}`).findings);
  expect(found.length).toBeGreaterThan(10);
  const isKnown = (finding: Finding) => fingerprintsAt([finding.severity], finding).includes(finding.fingerprint);
  expect(found.filter(finding => !isKnown(finding)).map(({ rule, title }) => `${rule}: ${title}`)).toEqual([]);
});

test('with the severity the owner may come or go', () => {
  const [found] = reviewOf({ 'a.yaml': baidu }, { 'a.yaml': baidu, 'traefik.yaml': hijack }).findings.filter(
    ({ rule }) => rule === 'traffic-captured',
  );
  if (found === undefined) throw new Error('nothing is captured');
  const owner = 'traefik.cutom-name';
  const all = ['error', 'warning', 'notice'] as const;
  expect(fingerprintsAt(all, found)).toEqual(
    [null, owner].flatMap(host =>
      all.map(severity => fingerprint('traffic-captured', severity, found.causes, 443, host)),
    ),
  );
});

import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.js';
import { json } from '../../src/report/json.js';
import { commentBody } from '../../src/report/review-comments.js';
import { longestComment, summary } from '../../src/report/summary.js';
import { entry, service, sidecar, type ManifestText } from '../manifests.js';
import { reviewOf } from '../reviews.js';

const names = Array.from({ length: 1_000 }, (_, at) => `team-${String(at).padStart(4, '0')}`);
const mesh = names.map(name => service({ name: `${name}/web`, clusterIP: '10.0.0.1' }));
const vendor = (exportTo: string, ports = 'TLS/443') =>
  entry({ name: 'egress/vendor', hosts: 'api.vendor.example', ports, exportTo });
const root = (hosts: string) => sidecar({ name: 'istio-system/default', egress: [{ hosts }] });

type Row = [what: string, base: ManifestText[], head: ManifestText[], cause: string];

// prettier-ignore
const rows: Row[] = [
  ['the entry is deleted',                [vendor('*')],                    [],                               'removed ServiceEntry egress/vendor'],
  ['the root Sidecar imports it no more', [vendor('*'), root('./*, egress/*')], [vendor('*'), root('./*')],   'modified Sidecar istio-system/default'],
  ['its exportTo is narrowed',            [vendor('*')],                    [vendor('.')],                    'modified ServiceEntry egress/vendor'],
];

const tool = { name: 'egress-review', version: '0.0.0' };

test.each(rows)('a thousand namespaces that lose one host are one comment when %s', (_what, base, head, cause) => {
  const review = reviewOf([...mesh, ...base], [...mesh, ...head]);
  const [finding, ...others] = review.findings;
  if (finding === undefined) throw new Error('nothing was found');
  expect(others).toEqual([]);
  expect(finding.rule).toBe('egress-entry-lost');
  expect(finding.causes.map(({ change, kind, namespace, name }) => `${change} ${kind} ${namespace}/${name}`)).toEqual([
    cause,
  ]);

  const reached = new Set(finding.groups.map(({ namespace }) => namespace));
  expect(names.filter(name => !reached.has(name))).toEqual([]);
  const told = JSON.parse(json(review, tool)) as { findings: { groups: unknown[] }[] };
  expect(told.findings.map(({ groups }) => groups.length)).toEqual([finding.groups.length]);

  expectShort(commentBody(finding, { on: 'cause', link: null }), finding);
  const text = summary(review, { inline: new Set(), link: null, max: longestComment, fullReport: '' });
  expectShort(text, finding);
});

/** Counts, the first few, the rest folded, and all of it a fifth of what GitHub takes. */
function expectShort(text: string, { groups }: Finding) {
  expect(text.length).toBeLessThan(12_000);
  const [open = ''] = text.split('<summary>The other');
  expect(open).toContain(`${groups.length} namespaces: `);
  expect([...open.matchAll(/team-\d+/g)].length).toBeLessThan(20);
  expect(text).toMatch(/<details><summary>The other \d+<\/summary>/);
}

test('what one resource takes away on several ports is a finding for each port, and hosts add up in one', () => {
  const both = (name: string) =>
    entry({ name, hosts: 'a.vendor.example, b.vendor.example', ports: 'TLS/443, TLS/8443' });
  const { findings } = reviewOf([...mesh.slice(0, 3), both('egress/vendor')], mesh.slice(0, 3));
  expect(findings.map(({ rule, subject }) => ({ rule, ...subject }))).toEqual(
    [443, 8443].map(port => ({ rule: 'egress-entry-lost', hosts: ['a.vendor.example', 'b.vendor.example'], port })),
  );
});

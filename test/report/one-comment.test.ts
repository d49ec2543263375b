import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.js';
import { annotations } from '../../src/report/annotations.js';
import { json } from '../../src/report/json.js';
import { markedFingerprints } from '../../src/report/marker.js';
import { commentBody } from '../../src/report/review-comments.js';
import { storiesOf, storyOf } from '../../src/report/story.js';
import { longestComment, summary } from '../../src/report/summary.js';
import { terminal } from '../../src/report/terminal.js';
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

  expectShort(commentBody(storyOf([finding]), { on: 'cause', links: null }), finding);
  const text = summary(review, { inline: new Set(), links: null, max: longestComment, fullReport: '' });
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

test('what one resource takes away on several ports is a finding for each port, hosts add up in one, and all are one story', () => {
  const both = (name: string) =>
    entry({ name, hosts: 'a.vendor.example, b.vendor.example', ports: 'TLS/443, TLS/8443' });
  const gone = reviewOf([...mesh.slice(0, 3), both('egress/vendor')], mesh.slice(0, 3));
  expect(gone.findings.map(({ rule, subject }) => ({ rule, ...subject }))).toEqual(
    [443, 8443].map(port => ({ rule: 'egress-entry-lost', hosts: ['a.vendor.example', 'b.vendor.example'], port })),
  );
  expect(storiesOf(gone.findings).map(({ told }) => told.title)).toEqual([
    'a.vendor.example and b.vendor.example are no longer configured on ports 443 and 8443',
  ]);
});

test('a Sidecar that hides the hosts of forty ports is one comment, one row and one block', () => {
  const ports = Array.from({ length: 40 }, (_, at) => 8_000 + at);
  const entries = [443, ...ports].map(port =>
    entry({ name: `egress/on-${port}`, hosts: `on-${port}.vendor.example`, ports: `TLS/${port}`, exportTo: '*' }),
  );
  const scope = (hosts: string) => sidecar({ name: 'team-0000/default', egress: [{ hosts }] });
  const hidden = reviewOf(
    [...mesh.slice(0, 2), ...entries, scope('./*, egress/*')],
    [...mesh.slice(0, 2), ...entries, scope('./*')],
  );
  expect(hidden.findings).toHaveLength(41);

  const [story, ...others] = storiesOf(hidden.findings);
  if (story === undefined) throw new Error('nothing was found');
  expect(others).toEqual([]);
  expect(story.told.title).toBe(
    'on-443.vendor.example, on-8000.vendor.example and 39 more are no longer configured on ports 443, 8000 and 39 more',
  );
  const body = commentBody(story, { on: 'cause', links: null });
  expect(body).toContain('| `curl https://on-443.vendor.example` from `team-0000` |');
  expect(body).toContain('<details><summary>Also found: 40 more findings</summary>');
  expect(body.length).toBeLessThan(20_000);
  expect(new Set(markedFingerprints(body))).toEqual(new Set(hidden.findings.map(({ fingerprint }) => fingerprint)));

  const text = summary(hidden, { inline: new Set(), links: null, max: longestComment, fullReport: '' });
  expect(text).toContain('41 warnings told as 1');
  expect(text.match(/^\| 🟡/gm)).toHaveLength(1);
  expect(annotations(hidden.findings)).toHaveLength(1);
  expect(terminal(hidden, { colour: false, width: 100 }).match(/\[egress-entry-lost\]$/gm)).toHaveLength(1);
});

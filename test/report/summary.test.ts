import { expect, test } from '@jest/globals';
import type { Review } from '../../src/findings/review.js';
import { verdictSentence } from '../../src/report/headline.js';
import { summary } from '../../src/report/summary.js';
import { terminal } from '../../src/report/terminal.js';
import {
  captureGone,
  entriesLost,
  everything,
  fixed,
  hijack,
  nothing,
  review,
  traefikEntry,
  trafficCaptured,
} from './example-reviews.js';

const fullReport = 'The output report names the file.';

const withoutGroups = (reachesOutside: boolean): Review => ({
  ...hijack,
  findings: hijack.findings.map(finding => ({ ...finding, reachesOutside })),
  summary: { ...hijack.summary, groups: 0, changedGroups: 0 },
});

/** A change that adds so many entries. */
function added(amount: number): Review {
  const improvements = Array.from({ length: amount }, (_, index) => ({
    ...captureGone,
    rule: 'egress-entry-lost' as const,
    title: `host${index}.example.com is configured now on port 443`,
    causes: captureGone.causes.map(cause => ({ ...cause, change: 'added' as const })),
  }));
  return { ...fixed, improvements };
}

const ofSettings = { code: 'settings', message: 'found a list, expected a mapping', at: null } as const;

// prettier-ignore
const verdicts: readonly [when: string, review: Review, sentence: string][] = [
  ['nothing was touched',       { ...nothing, summary: { ...nothing.summary, resources: 0 } }, 'Egress review: the change touches nothing that decides outbound traffic.'],
  ['nothing changes',           nothing,    'Egress review: no outbound call changes. 1 changed resource, 14 workload groups asked (Istio 1.30.3).'],
  ['calls change as meant',     { ...fixed, improvements: [] }, 'Egress review: no findings. 1 changed resource affects 2 of 14 workload groups (Istio 1.30.3).'],
  ['something got better',      fixed,      'Egress review: no findings and 1 improvement. 1 changed resource affects 2 of 14 workload groups (Istio 1.30.3).'],
  ['hosts are only added',      added(1),   'Egress review: no findings. 1 changed resource affects 2 of 14 workload groups (Istio 1.30.3).'],
  ['something broke',           hijack,     'Egress review: 2 errors told as 1 (they share a cause). 1 changed resource affects 2 of 14 workload groups (Istio 1.30.3).'],
  ['there is all of it',        everything, 'Egress review: 1 error, 2 warnings and 1 notice; 1 problem in the manifests. 1 changed resource affects 2 of 14 workload groups (Istio 1.30.3).'],
  ['no workload is known here', withoutGroups(false), 'Egress review: 2 errors told as 1 (they share a cause). 1 changed resource affects no workload group, as none is known here (Istio 1.30.3).'],
  ['only others are reached',   withoutGroups(true), 'Egress review: 2 errors told as 1 (they share a cause). 1 changed resource affects workloads outside this repository (Istio 1.30.3).'],
  ['settings are broken',       review({ problems: [ofSettings] }), 'Egress review: 1 problem in the settings. 1 changed resource affects none of 14 workload groups (Istio 1.30.3).'],
  ['both are broken',           review({ problems: [ofSettings, ...everything.problems, ...everything.problems] }), 'Egress review: 2 problems in the manifests and 1 in the settings. 1 changed resource affects none of 14 workload groups (Istio 1.30.3).'],
  ['a manifest is broken',      review({ problems: everything.problems }), 'Egress review: 1 problem in the manifests. 1 changed resource affects none of 14 workload groups (Istio 1.30.3).'],
];

test.each(verdicts)('the verdict when %s', (_when, said, sentence) => {
  expect(verdictSentence(said)).toBe(sentence);
});

test('findings of which some are told together are counted as findings and as what is told', () => {
  const apart = { ...entriesLost, fingerprint: '0123456789abcdef' };
  const three = review({ findings: [...hijack.findings, apart], summary: { ...hijack.summary, errors: 3 } });
  expect(verdictSentence(three)).toMatch(/^Egress review: 3 errors told as 2 \(some share a cause\)\. /);
  const inline = new Set(three.findings.map(({ fingerprint }) => fingerprint));
  const text = summary(three, { inline, links: null, max: 9_000, fullReport });
  expect(text).toContain('### 🔴 Egress review: 3 errors in 2 comments (some share a cause)\n');
});

test('a review of a whole repository says first what its “Before” is', () => {
  const text = summary(
    { ...hijack, base: { nothing: true } },
    { inline: new Set(), links: null, max: 9_000, fullReport },
  );
  const [, , , second] = text.split('\n');
  expect(second).toBe(
    'Compared with a mesh that has no manifests (“before”), so all that is wrong today is listed as new. ' +
      '1 resource affects 2 of 14 workload groups (Istio 1.30.3).',
  );
});

test('a broken manifest is no green review', () => {
  const text = summary(review({ problems: everything.problems }), {
    inline: new Set(),
    links: null,
    max: 9_000,
    fullReport,
  });
  expect(text).toContain('### 🔴 Egress review: 1 problem in the manifests');
});

// prettier-ignore
const unreadFiles: readonly [which: string, given: Partial<Review>, inPlain: string, inMarkdown: string][] = [
  ['a template',              { unread: ['chart/se.yaml'] },   "1 file of the change could not be read, so what it does is not known: 'chart/se.yaml'. The assumptions say why.", '`chart/se.yaml`. The'],
  ['a broken manifest',       { unread: ['pay.yaml'], problems: [brokenIn('pay.yaml')] }, "so what it does is not known: 'pay.yaml'. Correct what the problems name.", '`pay.yaml`. Correct'],
  ['one of each',             { unread: ['a.yaml', 'pay.yaml'], problems: [brokenIn('pay.yaml')] }, "2 files of the change could not be read, so what they do is not known: 'a.yaml' and 'pay.yaml'. Correct what the problems name. The assumptions say why of the others.", '`a.yaml` and `pay.yaml`. Correct'],
  ['more than anyone reads',  { unread: ['a', 'b', 'c', 'd', 'e'] }, "5 files of the change could not be read, so what they do is not known: 'a', 'b', 'c' and 2 more.", '`a`, `b`, `c` and 2 more.'],
  ['one of a whole repository', { unread: ['a.yaml'], base: { nothing: true } }, '1 file could not be read, so what it does is not known', '`a.yaml`. The'],
  ['one with a hostile name', { unread: ['@sara <b>.yaml'] },  "not known: '@sara <b>.yaml'.", '`@sara <b>.yaml`. The'],
];

function brokenIn(file: string): Review['problems'][number] {
  const at = { file, line: 1, column: 1, endLine: 1, endColumn: 2 };
  return { code: 'yaml-syntax', message: 'a tab indents this line', at };
}

test.each(unreadFiles)('the verdict names what nobody could read: %s', (_which, given, inPlain, inMarkdown) => {
  expect(verdictSentence(review(given))).toContain(inPlain);
  expect(verdictSentence({ ...hijack, ...given })).toContain(inPlain);
  const options = { inline: new Set<string>(), links: null, max: 9_000, fullReport };
  for (const said of [review(given), { ...hijack, ...given }]) expect(summary(said, options)).toContain(inMarkdown);
});

test('a caution stands above all that follows from it, and a good verdict is no green one', () => {
  const cautions = ['Istio 1.99 is newer than any release that is known here'];
  const options = { inline: new Set<string>(), links: null, max: 9_000, fullReport };
  const shown = '🟡 Istio `1.99` is newer than any release that is known here.';
  for (const given of [nothing, hijack]) {
    expect(
      summary({ ...given, cautions }, options)
        .split('\n\n')
        .slice(0, 3),
    ).toContain(shown.replace('`1.99`', '1.99'));
    expect(summary({ ...given, cautions }, options)).not.toContain('🟢');
    const lines = terminal({ ...given, cautions }, { colour: false, width: 100 }).split('\n\n');
    expect(lines.at(-2)).toBe(`caution: ${cautions[0]}`);
  }
});

test('findings with a comment on the diff are only listed', () => {
  const inline = new Set(hijack.findings.map(({ fingerprint }) => fingerprint));
  const text = summary(hijack, { inline, links: null, max: 9_000, fullReport });
  expect(text).toContain('### 🔴 Egress review: 2 errors in 1 comment (they share a cause)\n');
  expect(text).toContain('<sub>2 findings: traffic-captured, wildcard-listener-added</sub>');
  expect(text).not.toContain('<summary>🔴');
});

test('a long review loses whole rows and whole findings, and says where they are', () => {
  const many = Array.from({ length: 300 }, (_, index) => ({
    ...(index < 150 ? trafficCaptured : entriesLost),
    causes: [{ ...traefikEntry, name: `entry-${index}` }],
    fingerprint: index.toString(16).padStart(16, '0'),
    title: `finding number ${index}`,
  }));
  const text = summary(review({ findings: many }), { inline: new Set(), links: null, max: 20_000, fullReport });
  expect(text.length).toBeLessThanOrEqual(20_000);
  expect(text).toMatch(/\| \| and \d+ more findings \| \| \|/);
  expect(text).toMatch(/<\/details>\n\n_\d+ more findings not shown\._/);
  expect(text.endsWith(`_Cut here, because GitHub takes no longer text. ${fullReport}_`)).toBe(true);
});

test('what a change adds is folded, and of much the first', () => {
  const text = summary(added(200), { inline: new Set(), links: null, max: 20_000, fullReport });
  expect(text).toContain('<details><summary>What is configured now</summary>\n\n- `host0.example.com`');
  expect(text).toMatch(/- and \d+ more\n\n<\/details>/);
  expect(text).not.toContain('What got better');

  const shown = terminal(added(200), { colour: false, width: 100 });
  expect(shown.match(/is configured now/g)).toHaveLength(10);
  expect(shown).toContain('and 190 more');
});

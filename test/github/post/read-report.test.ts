import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../../src/findings/finding.js';
import type { Review } from '../../../src/findings/review.js';
import { permalinks } from '../../../src/github/comments/permalinks.js';
import { rulePage } from '../../../src/github/pages.js';
import { readReportFile } from '../../../src/github/post/report-file.js';
import { readReport } from '../../../src/github/post/read-report.js';
import { Unpostable } from '../../../src/github/post/unpostable.js';
import { json } from '../../../src/report/json.js';
import { commentBody } from '../../../src/report/review-comments.js';
import { storiesOf } from '../../../src/report/story.js';
import { longestComment, summary } from '../../../src/report/summary.js';
import { tool } from '../../../src/tool.js';
import { casesBelow, reviewCase } from '../../case.js';
import { hostileReview } from '../../report/hostile.js';
import { activeMarkdown } from '../../report/active-markdown.js';

const links = {
  place: permalinks('https://github.example/shop/mesh', { base: 'ba5e', head: '4ead' }),
  rule: rulePage('https://github.com/reviewer/action/blob/v1/docs'),
};

/** Every text that comments make of a review. */
function said(review: Review): readonly string[] {
  const bodies = storiesOf(review.findings).map(story => commentBody(story, { on: 'cause', links }));
  return [...bodies, summary(review, { inline: new Set(), links, max: longestComment, fullReport: 'There is more.' })];
}

/** Without what is offered to be clicked or copied. */
function withoutOffers(review: Review): Review {
  const told = <Each extends Finding>(finding: Each) => ({ ...finding, waiver: null, suggestion: null });
  return { ...review, findings: review.findings.map(told), waived: review.waived.map(told) as Review['waived'] };
}

test.each(['test/fixtures/cases', 'test/fixtures/cases-own'])(
  'comments made of a report say what those of the review say, for each case in %s',
  folder => {
    for (const name of casesBelow(folder)) {
      const review = reviewCase(`${folder}/${name}`);
      expect(said(readReport(json(review, tool)))).toEqual(said(withoutOffers(review)));
    }
  },
);

test('whatever it says, a report is refused in a sentence, or nothing of its comments is active', () => {
  fc.assert(
    fc.property(hostileReview, review => {
      const texts = outcome(json(review, tool));
      for (const text of texts) expect(activeMarkdown(text)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** The texts, or none where the report is refused; any other failure is a bug. */
function outcome(text: string): readonly string[] {
  try {
    return said(readReport(text));
  } catch (error) {
    if (error instanceof Unpostable) return [];
    throw error;
  }
}

const report = JSON.parse(readFileSync('test/fixtures/report/everything.json', 'utf8'));
const [first] = report.findings;
const forged = (finding: object) => JSON.stringify({ ...report, findings: [{ ...first, ...finding }] });

describe('a forged report', () => {
  // prettier-ignore
  test.each<[what: string, text: string]>([
    ['that is no JSON',                  '{'],
    ['that is empty',                    ''],
    ['of another shape',                 '[]'],
    ['of another version',               JSON.stringify({ ...report, schemaVersion: 2 })],
    ['without findings',                 JSON.stringify({ ...report, findings: undefined })],
    ['with a rule of its own',           forged({ rule: '</code><img src=x>' })],
    ['with a severity of its own',       forged({ severity: 'fatal' })],
    ['with a fingerprint of its own',    forged({ fingerprint: '0 --> <!-- x' })],
    ['with a title of megabytes',        forged({ title: 'x'.repeat(2_000_000) })],
    ['with a line that is none',         forged({ causes: [{ ...first.causes[0], line: -1 }] })],
    ['with a number that is a text',     forged({ subject: { port: '443' } })],
    ['with a million findings',          JSON.stringify({ ...report, findings: new Array(1_000_000).fill(0) })],
    ['with 100,000 labels',              forged({ groups: [{ namespace: 'a', labels: Object.fromEntries(Array.from({ length: 1e5 }, (_, key) => [key, 'a'])) }] })],
    ['that is nested deeply',            '['.repeat(5_000_000)],
    ['that is nested deeply and closed', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
  ])('%s is refused', (_what, text) => {
    expect(() => readReport(text)).toThrow(Unpostable);
  });

  test('may carry what nobody asked for: it is dropped', () => {
    const { rule, ...improvement } = report.improvements[0];
    const read = readReport(
      JSON.stringify({
        ...report,
        pullRequest: 8,
        head: { rev: '0000000', sha: 'forged' },
        upgrade: { from: '1', to: '2' },
        findings: [{ ...first, suggestion: { file: 'a', line: 1, endLine: 1, replacement: 'b' }, waiver: 'waivers:' }],
        improvements: [{ ...improvement, rule, suggestion: {} }],
      }),
    );
    expect(read.findings).toMatchObject([{ suggestion: null }]);
    expect(Object.keys(read).concat(Object.keys(read.findings[0] ?? {}))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/pullRequest|upgrade|waiver$/)]),
    );
    expect(read.head).toEqual({ rev: '' });
  });

  test('cannot make its counts up', () => {
    const counts = { ...report.summary, errors: 0, warnings: 0, notices: 99 };
    const { errors, warnings, notices } = readReport(JSON.stringify({ ...report, summary: counts })).summary;
    expect([errors, warnings, notices]).toEqual([1, 2, 1]);
  });

  test('with a verdict within verdicts has one within it at most', () => {
    const nested = Array.from({ length: 50_000 }).reduce<string>(
      inner => `{"kind":"unknown","otherwise":${inner}}`,
      '{"kind":"stalled"}',
    );
    const text = forged({ witness: { ...first.witness, after: 'HERE' } }).replace('"HERE"', nested);
    expect(readReport(text).findings[0]?.witness?.after.otherwise).toMatchObject({ kind: 'unknown', otherwise: null });
  });

  test('with keys of prototypes changes none', () => {
    const labels = '{"__proto__":"polluted","constructor":"polluted","toString":"polluted"}';
    const text = forged({ groups: [{ namespace: 'a', labels: 'HERE' }] })
      .replace('"HERE"', labels)
      .replace('{', '{"__proto__":{"polluted":true},');
    const read = readReport(text);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((read as { polluted?: unknown }).polluted).toBeUndefined();
    expect(said(read).flatMap(activeMarkdown)).toEqual([]);
  });

  test('with half a character is shown with a mark in its place', () => {
    expect(readReport(forged({ title: 'a\ud800b' })).findings[0]?.title).toBe('a\ufffdb');
    expect(said(readReport(forged({ causes: [{ ...first.causes[0], file: '\udfff.yaml' }] })))).not.toEqual([]);
  });
});

describe('the file of a report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const path = (name: string) => join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => {
    writeFileSync(path('good.json'), '{"ü": 1}');
    writeFileSync(path('latin1.json'), Buffer.from([0x22, 0xfc, 0x22]));
    writeFileSync(path('large.json'), '');
    truncateSync(path('large.json'), 100_000_000);
    symlinkSync('/proc/self/environ', path('link.json'));
    mkdirSync(path('folder.json'));
  });

  test('is read as UTF-8', () => {
    expect(readReportFile(path('good.json'))).toBe('{"ü": 1}');
  });

  // prettier-ignore
  test.each([
    ['of other bytes',  'latin1.json', /no UTF-8/],
    ['of 100 MB',       'large.json',  /has 100 MB, and 25 MB are read/],
    ['that is a link',  'link.json',   /is no file/],
    ['that is a folder', 'folder.json', /is no file/],
    ['that is missing', 'none.json',   /uploaded no report/],
  ])('%s is refused', (_what, name, words) => {
    expect(() => readReportFile(path(name))).toThrow(Unpostable);
    expect(() => readReportFile(path(name))).toThrow(words);
  });
});

import { test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.js';
import { commentBody } from '../../src/report/review-comments.js';
import { format, formatNames } from '../../src/report/format.js';
import { paintFor } from '../../src/report/paint.js';
import { storyOf } from '../../src/report/story.js';
import { terminalStory } from '../../src/report/terminal-story.js';
import { longestComment, summary } from '../../src/report/summary.js';
import type { Links } from '../../src/report/place.js';
import { expectGolden } from '../golden.js';
import {
  accepted,
  delivered,
  entriesLost,
  everything,
  fixed,
  hijack,
  listenerAdded,
  nothing,
  trafficCaptured,
} from './example-reviews.js';

const fixtures = 'test/fixtures/report';
const extension = { text: 'txt', json: 'json', markdown: 'md', sarif: 'sarif' };
const links: Links = {
  place: ({ file, line, side }) => `https://github.com/shop/mesh/blob/${side}/${file}#L${line}`,
  rule: id => `https://github.com/reviewer/action/blob/v1/docs/rules/${id}.md`,
};

const reviews = { hijack, everything, accepted, fixed, nothing };

/** The rules are most of a SARIF file, so that one is enough. */
const formats = Object.entries(reviews).flatMap(([name, review]) =>
  formatNames.filter(as => as !== 'sarif' || name === 'everything').map(as => ({ name, review, as })),
);

test.each(formats)('the review "$name" as $as', ({ name, review, as }) => {
  const text = format(as, review, {
    tool: { name: 'istio-egress-review', version: '0.1.0' },
    colour: false,
    width: 100,
  });
  expectGolden(`${fixtures}/${name}.${extension[as]}`, text);
});

// prettier-ignore
const comments = [
  { name: 'suggestion',     finding: trafficCaptured, on: 'suggestion' },
  { name: 'cause',          finding: listenerAdded,   on: 'cause' },
  { name: 'several-causes', finding: entriesLost,     on: 'cause' },
] as const;

test.each(comments)('the inline comment "$name"', ({ name, finding, on }) => {
  expectGolden(`${fixtures}/comment-${name}.md`, `${commentBody(storyOf([finding]), { on, links })}\n`);
});

/** A Sidecar that hides hosts on three ports. */
const hidden = storyOf([entriesLost, lostOn(80, 'http'), lostOn(8080, 'http'), lostOn(3306, 'tcp')]);

function lostOn(port: number, kind: 'http' | 'tcp'): Finding {
  const { subject, witness } = entriesLost;
  if (witness === null) throw new Error('no witness');
  const [host = ''] = subject.hosts ?? [];
  const command = kind === 'http' ? `curl http://${host}:${port}` : `mysql -h ${host}`;
  const before = delivered(port, host, 'default', 'www-baidu-com');
  return {
    ...entriesLost,
    fingerprint: String(port).padStart(16, '0'),
    title: `${host} is no longer configured on port ${port}`,
    subject: { hosts: [host], port },
    witness: { ...witness, before, call: { ...witness.call, kind, port, host, command } },
  };
}

test('the inline comment of findings that differ in their port', () => {
  expectGolden(`${fixtures}/comment-story.md`, `${commentBody(hidden, { on: 'suggestion', links })}\n`);
});

test('findings that differ in their port in a terminal', () => {
  expectGolden(`${fixtures}/story.txt`, `${terminalStory(hidden, 100, paintFor(false))}\n`);
});

test('the summary beside inline comments, with links', () => {
  const inline = new Set(everything.findings.slice(0, 2).map(({ fingerprint }) => fingerprint));
  const text = summary(everything, { inline, links, max: longestComment, fullReport: '' });
  expectGolden(`${fixtures}/summary-beside-comments.md`, `${text}\n`);
});

test('a finding in a narrow terminal with colours', () => {
  expectGolden(`${fixtures}/narrow-colour.txt`, `${terminalStory(storyOf([trafficCaptured]), 60, paintFor(true))}\n`);
});

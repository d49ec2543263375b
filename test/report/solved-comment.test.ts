import { expect, test } from '@jest/globals';
import { markOf } from '../../src/report/marker.js';
import { commentBody } from '../../src/report/review-comments.js';
import { solvedBody } from '../../src/report/solved-comment.js';
import { storyOf } from '../../src/report/story.js';
import { longestComment } from '../../src/report/summary.js';
import { trafficCaptured } from './example-reviews.js';

const solved = { solvedIn: '0123456789'.repeat(4) };
const said = commentBody(storyOf([trafficCaptured]), { on: 'suggestion', links: null });

test('a solved comment says what was solved where, and what it said, folded', () => {
  expect(solvedBody(said, solved).split('\n').slice(0, 5)).toEqual([
    '✅ **Solved in 0123456: `traefik.cutom-name` takes every connection to port 443 that no other entry claims**',
    '',
    '<details><summary>What this comment said</summary>',
    '',
    'Reaches 2 namespaces: `default`, `istio-demo`; and every namespace outside this repository without a Sidecar.',
  ]);
});

test('one that the settings accept says so instead', () => {
  expect(solvedBody(said, 'waived')).toMatch(/^✅ \*\*Waived by the settings: `traefik/);
});

test('it keeps its fingerprints and is known as solved', () => {
  expect(markOf(solvedBody(said, solved))).toEqual({ fingerprints: [trafficCaptured.fingerprint], isSolved: true });
  expect(solvedBody(said, solved).match(/egress-review:v1/g)).toHaveLength(1);
});

test('its suggestion cannot be clicked any more', () => {
  expect(said).toContain('```suggestion');
  expect(solvedBody(said, solved)).not.toContain('```suggestion');
  expect(solvedBody(said, solved)).toContain('```yaml\n    - traefik.cutom-name');
});

test('line ends of GitHub make no difference', () => {
  expect(solvedBody(said.replaceAll('\n', '\r\n'), solved)).toBe(solvedBody(said, solved));
});

test('a first line that somebody rewrote is folded with the rest', () => {
  const rewritten = said.replace(/^.*/, 'Please look here.');
  expect(solvedBody(rewritten, solved)).toMatch(/^✅ \*\*Solved in 0123456\*\*\n\n.*\n\nPlease look here\.\n/);
});

test('what somebody made too long to be kept is not kept', () => {
  const long = said.replace(/^.*/, 'x'.repeat(65_000));
  expect(solvedBody(long, solved).length).toBeLessThan(longestComment);
  expect(markOf(solvedBody(long, solved))?.isSolved).toBe(true);
});

test('what a person wrote below stays there, and is not folded', () => {
  const below = '\n\nWe knew that. Sara';
  expect(solvedBody(`${said}${below}`, solved)).toBe(`${solvedBody(said, solved)}${below}`);
});

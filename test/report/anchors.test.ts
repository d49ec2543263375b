import { expect, test } from '@jest/globals';
import { anchorOf, causeAnchorOf, offeredSuggestion } from '../../src/report/anchors.js';
import { commentBody } from '../../src/report/review-comments.js';
import { storyOf } from '../../src/report/story.js';
import { cause, entriesLost, finding, listenerAdded, trafficCaptured } from './example-reviews.js';

const removed = cause({
  kind: 'ServiceEntry',
  namespace: 'default',
  name: 'a',
  change: 'removed',
  side: 'base',
  at: { file: 'a.yaml', line: 3, column: 1, endLine: 9, endColumn: 4 },
  excerpt: 'kind: ServiceEntry',
});

test('a comment without a suggestion stands on the first cause', () => {
  expect(anchorOf(listenerAdded)).toEqual({ file: 'dns-controller/traefik.yaml', line: 8, side: 'RIGHT' });
});

test('what was removed is commented on the left', () => {
  const lost = finding({ rule: 'egress-entry-lost', title: 'a is lost', causes: [removed] });
  expect(anchorOf(lost)).toEqual({ file: 'a.yaml', startLine: 3, line: 9, side: 'LEFT' });
});

test('a suggestion replaces exactly the lines below which it stands', () => {
  expect(anchorOf(entriesLost)).toEqual({ file: 'payments/sidecar.yaml', startLine: 9, line: 10, side: 'RIGHT' });
  expect(causeAnchorOf(entriesLost)).toEqual({ file: 'payments/sidecar.yaml', startLine: 8, line: 10, side: 'RIGHT' });
});

// prettier-ignore
const refused: readonly [why: string, replacement: string][] = [
  ['it hides a character',      '    - www.baidu.com\u200b'],
  ['it has a tab',              '    -\twww.baidu.com'],
  ['nobody would read it',      '    - a\n'.repeat(1_000)],
];

test.each(refused)('a suggestion is not offered where %s', (_why, replacement) => {
  const hiding = { ...trafficCaptured, suggestion: { file: 'a.yaml', line: 1, endLine: 2, replacement } };
  expect(offeredSuggestion(hiding)).toBeNull();
  expect(anchorOf(hiding)).toEqual(causeAnchorOf(hiding));
  expect(commentBody(storyOf([hiding]), { on: 'suggestion', links: null })).not.toContain('```suggestion');
});

test('line ends of Windows do not stand in the way', () => {
  const windows = { ...trafficCaptured, suggestion: { file: 'a.yaml', line: 1, endLine: 1, replacement: 'a:\r\n  b' } };
  expect(commentBody(storyOf([windows]), { on: 'suggestion', links: null })).toContain('```suggestion\na:\n  b\n```');
});

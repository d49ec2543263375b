import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.js';
import { maxInlineComments, planComments } from '../../src/github/comment-plan.js';
import { finding } from './canned-review.js';

const captured = finding('pay', 'error');
const lost = finding('cart', 'warning');
const wider = finding('stock', 'notice');
const all = [captured, lost, wider];

const posted = (...findings: Finding[]) => new Set(findings.map(({ fingerprint }) => fingerprint));

type Row = [
  when: string,
  findings: Finding[],
  posted: Set<string>,
  shown: Finding[],
  expected: { create: Finding[]; posted: Finding[]; unplaced: Finding[] },
];

// prettier-ignore
const rows: Row[] = [
  ['there are no findings',              [],  posted(),         [],               { create: [],               posted: [],         unplaced: [] }],
  ['the diff shows all of them',         all, posted(),         all,              { create: all,              posted: [],         unplaced: [] }],
  ['the diff shows some of them',        all, posted(),         [captured, wider], { create: [captured, wider], posted: [],        unplaced: [lost] }],
  ['the diff shows none of them',        all, posted(),         [],               { create: [],               posted: [],         unplaced: all }],
  ['an earlier run said some',           all, posted(captured), all,              { create: [lost, wider],    posted: [captured], unplaced: [] }],
  ['an earlier run said all',            all, posted(...all),   all,              { create: [],               posted: all,        unplaced: [] }],
  ['said lines have left the diff',      all, posted(lost),     [captured],       { create: [captured],       posted: [lost],     unplaced: [wider] }],
  ['what was said is no finding any more', [lost], posted(captured), all,         { create: [lost],           posted: [],         unplaced: [] }],
];

test.each(rows)('when %s', (_when, findings, said, shown, expected) => {
  const plan = planComments(findings, said, found => (shown.includes(found) ? 'here' : null));
  expect({ ...plan, create: plan.create.map(({ finding: found }) => found) }).toEqual(expected);
});

test('the most severe findings get the places, and a second run does not fill up with the others', () => {
  const many = Array.from({ length: 40 }, (_, index) => finding(`pay-${index}`, index < 30 ? 'error' : 'notice'));
  const first = planComments(many, new Set(), () => 'here');
  const created = first.create.map(({ finding: found }) => found);
  expect(created).toEqual(many.slice(0, maxInlineComments));
  expect(first.unplaced).toEqual(many.slice(maxInlineComments));

  const second = planComments(many, posted(...created), () => 'here');
  expect(second.create).toEqual([]);
  expect(second.posted).toEqual(created);
});

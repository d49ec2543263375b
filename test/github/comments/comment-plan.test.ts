import { expect, test } from '@jest/globals';
import type { Severity } from '../../../src/findings/finding.js';
import { fingerprintsOf, storiesOf, storyOf, type Story } from '../../../src/report/story.js';
import { maxInlineComments, planComments } from '../../../src/github/comments/comment-plan.js';
import { finding } from './canned-review.js';

const captured = told('pay', 'error');
const lost = told('cart', 'warning');
const wider = told('stock', 'notice');
const all = [captured, lost, wider];

function told(name: string, severity: Severity, ports: readonly number[] = [443]): Story {
  const findings = ports.map(port =>
    finding(name, severity, 1, { subject: { hosts: [name], port }, fingerprint: `${name} ${severity} ${port}` }),
  );
  const [story, ...others] = storiesOf(findings);
  if (story === undefined || others.length > 0) throw new Error('no story, or several');
  return story;
}

const posted = (...stories: Story[]) => new Set(stories.flatMap(fingerprintsOf));

type Row = [
  when: string,
  stories: Story[],
  posted: Set<string>,
  shown: Story[],
  expected: { create: Story[]; posted: Story[]; unplaced: Story[] },
];

const [onOne, onTwo, onOthers] = [[443], [443, 8443], [8443, 9443]].map(ports => told('pay', 'error', ports)) as [
  Story,
  Story,
  Story,
];
const byListener = storyOf([
  captured.told,
  { ...captured.told, rule: 'wildcard-listener-added', fingerprint: 'listener' },
]);

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
  ['another port came to what was said', [onTwo],    posted(onOne), [onTwo],      { create: [],               posted: [onTwo],    unplaced: [] }],
  ['a port of what was said is mended',  [onOne],    posted(onTwo), [onOne],      { create: [],               posted: [onOne],    unplaced: [] }],
  ['one port came and one went',         [onOthers], posted(onTwo), [onOthers],   { create: [],               posted: [onOthers], unplaced: [] }],
  ['nothing of what was said is left',   [onOthers], posted(onOne), [onOthers],   { create: [onOthers],       posted: [],         unplaced: [] }],
  ['only the listener was said',         [byListener], new Set(['listener']), [byListener], { create: [byListener], posted: [],   unplaced: [] }],
];

test.each(rows)('when %s', (_when, stories, said, shown, expected) => {
  const plan = planComments(stories, said, story => (shown.includes(story) ? 'here' : null));
  expect({ ...plan, create: plan.create.map(({ story }) => story) }).toEqual(expected);
});

test('the most severe stories get the places, and a second run does not fill up with the others', () => {
  const many = Array.from({ length: 40 }, (_, index) => told(`pay-${index}`, index < 30 ? 'error' : 'notice'));
  const first = planComments(many, new Set(), () => 'here');
  const created = first.create.map(({ story }) => story);
  expect(created).toEqual(many.slice(0, maxInlineComments));
  expect(first.unplaced).toEqual(many.slice(maxInlineComments));

  const second = planComments(many, posted(...created), () => 'here');
  expect(second.create).toEqual([]);
  expect(second.posted).toEqual(created);
});

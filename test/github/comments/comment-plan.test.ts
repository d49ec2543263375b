import { describe, expect, test } from '@jest/globals';
import type { Finding, Severity } from '../../../src/findings/finding.js';
import {
  maxInlineComments,
  planComments,
  type CommentPlan,
  type Edit,
} from '../../../src/github/comments/comment-plan.js';
import type { OurComment, OurThread } from '../../../src/github/comments/our-comments.js';
import type { Placement } from '../../../src/github/comments/placement.js';
import { markOf, type Mark } from '../../../src/report/marker.js';
import { commentBody } from '../../../src/report/review-comments.js';
import { solvedBody } from '../../../src/report/solved-comment.js';
import { storiesOf, storyOf, type Story } from '../../../src/report/story.js';
import { finding } from './canned-review.js';

const commit = 'ab'.repeat(20);

/** The only line that a story's comment stands on. */
function placeOf({ told: { causes } }: Story): Placement {
  return { path: causes[0]?.at.file ?? '', side: 'RIGHT', line: 1, endLine: 1, on: 'cause' };
}

const usual = { links: null, commit, waived: [], isWhole: true };

function plan(stories: readonly Story[], comments: readonly OurComment[], shown = stories): CommentPlan {
  const placements = (story: Story) => (shown.includes(story) ? [placeOf(story)] : []);
  return planComments({ ...usual, stories, comments, placements });
}

let ids = 0;

/** A comment that an earlier run posted, where the diff shows it still. */
function said(story: Story, state: OurThread['state'] = 'open', body = textOf(story)): OurComment {
  const id = (ids += 1);
  return { id, body, mark: markIn(body), place: placeOf(story), thread: { id: `thread-${id}`, state } };
}

function solved(story: Story, state: OurThread['state']): OurComment {
  return said(story, state, solvedBody(textOf(story), { solvedIn: 'cd'.repeat(20) }));
}

function textOf(story: Story): string {
  return commentBody(story, { on: 'cause', links: null });
}

function markIn(body: string): Mark {
  const mark = markOf(body);
  if (mark === null) throw new Error(`no mark in ${body}`);
  return mark;
}

function told(name: string, severity: Severity, given: { message?: string; ports?: readonly number[] } = {}): Story {
  const { ports = [443], ...rest } = given;
  const findings = ports.map(port => {
    const subject = { hosts: [name], port };
    return finding(name, severity, 1, { subject, fingerprint: port.toString(16).padStart(16, '0'), ...rest });
  });
  const [story, ...others] = storiesOf(findings);
  if (story === undefined || others.length > 0) throw new Error('no story, or several');
  return story;
}

const pay = told('pay', 'error', { ports: [1] });
const payReworded = told('pay', 'error', { ports: [1], message: 'The entry still has no addresses.' });
const cart = told('cart', 'warning', { ports: [2] });
const stock = told('stock', 'notice', { ports: [3] });
const [onOne, onTwo, onOthers] = [
  told('pay', 'error', { ports: [1] }),
  told('pay', 'error', { ports: [1, 4] }),
  told('pay', 'error', { ports: [4, 5] }),
];
const byListener = storyOf([
  pay.told,
  { ...pay.told, rule: 'wildcard-listener-added', fingerprint: 'aaaaaaaaaaaaaaaa' },
]);
const [severe, mild] = [storyOf([finding('till', 'error')]), storyOf([finding('till', 'warning')])];
const listener = storyOf([{ ...pay.told, rule: 'wildcard-listener-added', fingerprint: 'aaaaaaaaaaaaaaaa' }]);

function threadAfter({ comment: { thread }, resolve }: Edit): OurThread | null {
  if (thread === null || resolve === null) return thread;
  return { ...thread, state: resolve.isResolved ? 'resolved by us' : 'open' };
}

/** What is written, in words: the edits in the order of the comments, then the paths of new ones. */
function words({ edits, create }: CommentPlan): string[] {
  return [
    ...edits.map(({ body, resolve }) => {
      const says = markIn(body).isSolved ? 'says solved' : 'says it';
      return resolve === null ? says : `${says}, and its thread is ${resolve.isResolved ? 'resolved' : 'unresolved'}`;
    }),
    ...create.map(({ path }) => `new on ${path}`),
  ];
}

type Row = [when: string, stories: Story[], comments: OurComment[], written: string[]];

// prettier-ignore
const rows: Row[] = [
  ['there is nothing at all',                                         [],                [],                                     []],
  ['a finding is new',                                                [pay],             [],                                     ['new on shop/pay.yaml']],
  ['a finding is said',                                               [pay],             [said(pay)],                            []],
  ['a finding is said, with its thread resolved by a person',         [pay],             [said(pay, 'resolved by a person')],    []],
  ['a finding is told in other words',                                [payReworded],     [said(pay)],                            ['says it']],
  ['it is told in other words, with its thread resolved by a person', [payReworded],     [said(pay, 'resolved by a person')],    ['says it']],
  ['a finding is gone',                                               [],                [said(pay)],                            ['says solved, and its thread is resolved']],
  ['a finding is gone, with its thread resolved by a person',         [],                [said(pay, 'resolved by a person')],    ['says solved']],
  ['a finding is gone, and nobody tells of threads',                  [],                [{ ...said(pay), thread: null }],       ['says solved']],
  ['a finding is gone since long',                                    [],                [solved(pay, 'resolved by us')],        []],
  ['it is gone since long, and a person took up the thread again',    [],                [solved(pay, 'open')],                  []],
  ['a finding comes back',                                            [pay],             [solved(pay, 'resolved by us')],        ['says it, and its thread is unresolved']],
  ['it comes back where a person resolved it',                        [pay],             [solved(pay, 'resolved by a person')],  ['says it']],
  ['it comes back where nobody resolved it',                          [pay],             [solved(pay, 'open')],                  ['says it']],
  ['one goes, one stays and one comes',                               [cart, stock],     [said(pay), said(cart)],                ['says solved, and its thread is resolved', 'new on shop/stock.yaml']],
  ['another port came to what was said',                              [onTwo],           [said(onOne)],                          ['says it']],
  ['a port of what was said is mended',                               [onOne],           [said(onTwo)],                          ['says it']],
  ['one port came and one went',                                      [onOthers],        [said(onTwo)],                          ['says it']],
  ['all ports are others than those that were said',                  [onOthers],        [said(onOne)],                          ['says solved, and its thread is resolved', 'new on shop/pay.yaml']],
  ['two runs at once said the same',                                  [pay],             [said(pay), said(pay)],                 []],
  ['two runs at once said the same, and it is gone',                  [],                [said(pay), said(pay)],                 ['says solved, and its thread is resolved', 'says solved, and its thread is resolved']],
  ['it is told by a comment and another one says that it is solved',  [pay],             [solved(pay, 'resolved by us'), said(pay)], []],
  ['a finding becomes severer',                                       [severe],          [said(mild)],                           ['says it']],
  ['a finding becomes milder',                                        [mild],            [said(severe)],                         ['says it']],
  ['it becomes severer, with its thread resolved by a person',        [severe],          [said(mild, 'resolved by a person')],   ['new on shop/till.yaml']],
  ['so it is on the next push',                                       [severe],          [said(severe), said(mild, 'resolved by a person')], []],
  ['it becomes milder, with its thread resolved by a person',         [mild],            [said(severe, 'resolved by a person')], ['says it']],
  ['it comes back severer',                                           [severe],          [solved(mild, 'resolved by us')],       ['says it, and its thread is unresolved']],
  ['the same is there mild and severe, and both are said',            [severe, mild],    [said(mild), said(severe)],             []],
  ['a severe one comes beside the mild one that is said',             [severe, mild],    [said(mild)],                           ['new on shop/till.yaml']],
  ['of a mild and a severe one the severe one goes',                  [mild],            [said(severe), said(mild)],             ['says solved, and its thread is resolved']],
  ['of a mild and a severe one that are said one stays, as a notice', [storyOf([finding('till', 'notice')])], [said(severe), said(mild)], ['says it', 'says solved, and its thread is resolved']],
  ['only the listener was said, and now what it captures',            [byListener],      [said(listener)],                       ['new on shop/pay.yaml']],
];

test.each(rows)('when %s', (_when, stories, comments, written) => {
  expect(words(plan(stories, comments))).toEqual(written);
});

test.each(rows)('a second run writes nothing, when %s', (_when, stories, comments) => {
  const first = plan(stories, comments);
  const edited = comments.map(comment => {
    const edit = first.edits.find(one => one.comment === comment);
    if (edit === undefined) return comment;
    return { ...comment, body: edit.body, mark: markIn(edit.body), thread: threadAfter(edit) };
  });
  const created = first.create.map(({ body, path, side, line, endLine }) => ({
    ...said(pay, 'open', body),
    place: { path, side, line, endLine },
  }));
  expect(words(plan(stories, [...edited, ...created]))).toEqual([]);
});

describe('a comment that is edited', () => {
  const suggestion = { file: 'shop/pay.yaml', line: 2, endLine: 3, replacement: 'hosts: [pay]' };
  const story = storyOf([finding('pay', 'error', 1, { suggestion, fingerprint: '0'.repeat(16) })]);
  const onCause = placeOf(story);
  const onSuggestion: Placement = { ...onCause, line: 2, endLine: 3, on: 'suggestion' };
  const former = said(story, 'open', textOf(pay).replace(/fp=\w+/, `fp=${'0'.repeat(16)}`));

  // prettier-ignore
  test.each<[stands: string, place: OurComment['place'], placements: Placement[], offers: string]>([
    ['on exactly the lines of the suggestion', onSuggestion,                     [onSuggestion, onCause], '```suggestion'],
    ['on some of its lines',                   { ...onSuggestion, line: 3 },     [onSuggestion],          '```yaml'],
    ['on lines of base',                       { ...onSuggestion, side: 'LEFT' }, [onSuggestion, onCause], '```yaml'],
    ['in another file',                        { ...onSuggestion, path: 'x' },   [onSuggestion, onCause], '```yaml'],
    ['on the cause',                           onCause,                          [onSuggestion, onCause], '```yaml'],
    ['on lines that are outdated',             null,                             [onSuggestion, onCause], '```yaml'],
    ['where the diff shows nothing any more',  onSuggestion,                     [],                      '```yaml'],
  ])('and stands %s offers the fix as a click or shows it', (_stands, place, placements, offers) => {
    const { edits } = planComments({ ...usual, stories: [story], comments: [{ ...former, place }], placements: () => placements });
    expect(edits.map(({ body }) => /^```(?:suggestion|yaml)$/m.exec(body)?.[0])).toEqual([offers]);
  });
});

describe('of a comment that a person edited', () => {
  const bodies = (story: Story | null, body: string) => {
    const [edited] = plan(story === null ? [] : [story], [said(pay, 'open', body)]).edits;
    return edited?.body ?? null;
  };
  const below = '\n\nWe want that. Sara';

  test('the words below ours stay, whatever becomes of ours', () => {
    expect(bodies(pay, textOf(pay) + below)).toBeNull();
    expect(bodies(payReworded, textOf(pay) + below)).toBe(textOf(payReworded) + below);
    expect(bodies(null, textOf(pay) + below)).toBe(solvedBody(textOf(pay), { solvedIn: commit }) + below);
  });

  test('ours is restored by the next run, once', () => {
    const changed = textOf(pay).replace('**Why:**', '**Why?**');
    expect(bodies(pay, changed)).toBe(textOf(pay));
    expect(bodies(pay, bodies(pay, changed) ?? '')).toBeNull();
  });
});

describe('where something could not be read', () => {
  const written = (stories: Story[], comments: OurComment[], waived: readonly Finding[] = []) =>
    words(
      planComments({
        ...usual,
        stories,
        comments,
        placements: story => [placeOf(story)],
        isWhole: false,
        waived,
      }),
    );

  test('a finding that is not there is not called solved', () => {
    expect(written([], [said(pay)])).toEqual([]);
  });

  test('what is waived is known to be, and what is new is told', () => {
    expect(written([cart], [said(pay)], [pay.told])).toEqual([
      'says solved, and its thread is resolved',
      'new on shop/cart.yaml',
    ]);
  });
});

test('that the settings accept a milder finding does not make a severe one unsolved, nor known to be waived', () => {
  const given = { ...usual, stories: [], comments: [said(severe)], placements: () => [], waived: [mild.told] };
  const { edits } = planComments(given);
  expect(edits.map(({ body }) => body)).toEqual([
    expect.stringContaining('Solved in abababa, or waived by the settings: '),
  ]);
  expect(planComments({ ...given, isWhole: false }).edits).toEqual([]);
});

test('a comment whose finding the settings accept by now says so', () => {
  const { edits } = planComments({
    ...usual,
    stories: [],
    comments: [said(pay)],
    placements: () => [],
    waived: [pay.told],
  });
  expect(edits.map(({ body }) => body)).toEqual([expect.stringContaining('Waived by the settings: ')]);
});

describe('of more stories than a review bears', () => {
  const port = (index: number) => ({ ports: [100 + index] });
  const notices = Array.from({ length: 40 }, (_, index) => told(`low-${index}`, 'notice', port(index)));
  const commented = notices.slice(0, maxInlineComments).map(story => said(story));

  test('the most severe get the places', () => {
    expect(plan(notices, []).create.map(({ path }) => path)).toEqual(
      notices.slice(0, maxInlineComments).map(story => placeOf(story).path),
    );
  });

  test('the others are not posted by a second run', () => {
    expect(plan(notices, commented)).toEqual({ edits: [], create: [] });
  });

  test('a new error gets its comment though 25 notices have theirs, which stay', () => {
    expect(words(plan([pay, ...notices], commented))).toEqual(['new on shop/pay.yaml']);
  });

  test('the next one gets the place of one that the diff does not show', () => {
    expect(words(plan(notices, [], notices.slice(1)))).toHaveLength(maxInlineComments);
  });
});

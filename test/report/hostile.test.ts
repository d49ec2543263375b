import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { permalinks } from '../../src/github/comments/permalinks.js';
import { rulePage } from '../../src/github/pages.js';
import { offeredSuggestion, withoutReturns } from '../../src/report/anchors.js';
import { annotations } from '../../src/report/annotations.js';
import { isVisible } from '../../src/report/escape.js';
import { json } from '../../src/report/json.js';
import { markedFingerprints } from '../../src/report/marker.js';
import { commentBody } from '../../src/report/review-comments.js';
import { solvedBody } from '../../src/report/solved-comment.js';
import { storiesOf, storyOf } from '../../src/report/story.js';
import { longestComment, summary } from '../../src/report/summary.js';
import { terminal } from '../../src/report/terminal.js';
import { finding, review, traefikEntry } from './example-reviews.js';
import { hostileFinding, hostileReview, hostileText, hostileTexts } from './hostile.js';
import { activeMarkdown } from './active-markdown.js';
import { commandsIn } from './runner-commands.js';
import { show } from './shown-markdown.js';

const links = {
  place: permalinks('https://github.example/shop/mesh', { base: 'ba5e', head: '4ead' }),
  rule: rulePage('https://github.com/reviewer/action/blob/v1/docs'),
};
const on = fc.constantFrom('suggestion' as const, 'cause' as const, 'nothing' as const);
const fullReport = 'The output report names the file.';

test.each(hostileTexts.map(text => ({ text: JSON.stringify(text.slice(0, 60)), raw: text })))(
  'nothing is active where a manifest says $text',
  ({ raw }) => {
    const said = finding({
      rule: 'traffic-captured',
      title: raw.trim() === '' ? 'Nothing' : raw,
      message: `The host ${raw} is so.`,
      groups: [{ namespace: raw, labels: { [raw]: raw } }],
      causes: [{ ...traefikEntry, name: raw, at: { ...traefikEntry.at, file: raw } }],
    });
    expect(activeMarkdown(commentBody(storyOf([said]), { on: 'nothing', links }))).toEqual([]);
    expect(
      activeMarkdown(summary(review({ findings: [said] }), { inline: new Set(), links, max: 9_000, fullReport })),
    ).toEqual([]);
  },
);

describe('whatever the manifests hold', () => {
  test('a comment shows every character, nothing in it is active, and GitHub takes it', () => {
    fc.assert(
      fc.property(hostileFinding, on, (said, place) => {
        const body = commentBody(storyOf([said]), { on: place, links });
        expect(isVisible(body)).toBe(true);
        expect(activeMarkdown(body)).toEqual([]);
        expect(body.length).toBeLessThan(longestComment);
        expect(markedFingerprints(body)).toEqual([said.fingerprint]);
        const offered = place === 'suggestion' ? offeredSuggestion(said) : null;
        expect(show(body).blocks.filter(({ language }) => language === 'suggestion')).toEqual(
          offered === null ? [] : [{ language: 'suggestion', text: `${withoutReturns(offered.replacement)}\n` }],
        );
      }),
    );
  });

  test('so it is where a comment tells several findings', () => {
    fc.assert(
      fc.property(hostileFinding, fc.array(hostileFinding, { maxLength: 8 }), on, (first, others, place) => {
        const body = commentBody(storyOf([first, ...others.map(other => ({ ...other, rule: first.rule }))]), {
          on: place,
          links,
        });
        expect(isVisible(body)).toBe(true);
        expect(activeMarkdown(body)).toEqual([]);
        expect(body.length).toBeLessThanOrEqual(30_000);
        expect(markedFingerprints(body)).toHaveLength(1 + others.length);
      }),
    );
  });

  test('so it is once the comment says that it is solved, and its suggestion can be committed no more', () => {
    fc.assert(
      fc.property(hostileFinding, on, (said, place) => {
        const body = solvedBody(commentBody(storyOf([said]), { on: place, links }), { solvedIn: 'the-tip' });
        expect(activeMarkdown(body)).toEqual([]);
        expect(show(body).blocks.filter(({ language }) => language === 'suggestion')).toEqual([]);
      }),
    );
  });

  test('a comment of thousands of findings stays short and is found again', () => {
    const said = Array.from({ length: 3_000 }, (_, at) => ({
      ...finding({ rule: 'egress-entry-lost', title: `host ${at}`, causes: [traefikEntry] }),
      fingerprint: String(at).padStart(16, '0'),
    }));
    const [story] = storiesOf(said);
    if (story === undefined) throw new Error('no story');
    const body = commentBody(story, { on: 'nothing', links });
    expect(body.length).toBeLessThanOrEqual(30_000);
    expect(markedFingerprints(body).length).toBeGreaterThan(0);
  });

  test('a comment stays short for a thousand namespaces and paths of any length', () => {
    const name = '`|'.repeat(400);
    const said = finding({
      rule: 'traffic-captured',
      title: name.repeat(9),
      message: '` '.repeat(9_000),
      fix: '` '.repeat(9_000),
      groups: Array.from({ length: 1_000 }, (_, index) => ({ namespace: `${name}${index}`, labels: { [name]: name } })),
      causes: Array.from({ length: 9 }, () => ({ ...traefikEntry, at: { ...traefikEntry.at, file: name.repeat(9) } })),
    });
    const body = commentBody(storyOf([said]), { on: 'nothing', links });
    expect(body.length).toBeLessThanOrEqual(30_000);
    expect(activeMarkdown(body)).toEqual([]);
    expect(markedFingerprints(body)).toEqual([said.fingerprint]);
  });

  test('a summary shows every character, nothing in it is active, and it stays within its limit', () => {
    fc.assert(
      fc.property(hostileReview, fc.integer({ min: 2_000, max: 30_000 }), (said, max) => {
        const text = summary(said, { inline: new Set(), links, max, fullReport });
        expect(isVisible(text)).toBe(true);
        expect(activeMarkdown(text)).toEqual([]);
        expect(text.length).toBeLessThanOrEqual(max);
      }),
    );
  });

  test('a terminal gets no control characters but line breaks, and a runner no commands', () => {
    fc.assert(
      fc.property(hostileReview, fc.integer({ min: 1, max: 200 }), (said, width) => {
        const text = terminal(said, { colour: false, width });
        expect(commandsIn(text)).toEqual([]);
      }),
    );
  });

  test('JSON holds the texts as they are, but prints no control characters', () => {
    fc.assert(
      fc.property(hostileReview, hostileText, (said, version) => {
        const text = json(said, { name: 'istio-egress-review', version });
        expect(commandsIn(text)).toEqual([]);
        const read: unknown = JSON.parse(text);
        expect(read).toMatchObject({
          tool: { version },
          assumptions: said.assumptions,
          findings: [...said.findings, ...said.waived].map(({ title, causes }) => ({
            title,
            causes: causes.map(({ name }) => ({ name })),
          })),
        });
      }),
    );
  });

  test('annotations are few, short and visible', () => {
    fc.assert(
      fc.property(fc.array(hostileFinding, { maxLength: 30 }), said => {
        for (const { title, message } of annotations(said)) {
          expect(isVisible(title + message)).toBe(true);
          expect(title.length).toBeLessThanOrEqual(255);
          expect(message.length).toBeLessThanOrEqual(4_000);
        }
      }),
    );
  });
});

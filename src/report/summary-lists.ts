import { isAddition } from '../findings/addition.js';
import type { Improvement, WaivedFinding } from '../findings/finding.js';
import type { Problem } from '../source/problem.js';
import { witnessMarkdown } from './also.js';
import { count } from './counts.js';
import { cell, code } from './escape.js';
import type { List } from './fit.js';
import { longestTitle, nameCode } from './names.js';
import { placeMarkdown, placeOf, type Links } from './place.js';
import { proseMarkdown } from './prose.js';
import { reachWords } from './reach.js';
import { foldedComment } from './review-comments.js';
import { severityWords } from './severity-words.js';
import { fingerprintsOf, type Story } from './story.js';

/** One row a story: how bad, what, where, to whom. */
export function storyTable(stories: readonly Story[], links: Links | null): List {
  return {
    open: '| | What happens | Where | Reaches |\n| :-- | :-- | :-- | :-- |',
    items: stories.map(story => storyRow(story, links)),
    close: '',
    separator: '\n',
    more: left => `| | and ${count(findingsIn(stories.slice(-left)), 'more finding')} | | |`,
  };
}

function findingsIn(stories: readonly Story[]): number {
  return stories.reduce((sum, { others }) => sum + 1 + others.length, 0);
}

function storyRow({ told: finding, others }: Story, links: Links | null): string {
  const { mark, word } = severityWords[finding.severity];
  const [first] = finding.causes;
  const names = [...new Set([finding, ...others].map(({ rule }) => rule))].join(', ');
  const told = others.length === 0 ? names : `${others.length + 1} findings: ${names}`;
  const cells = [
    `${mark}&nbsp;${word}`,
    `${proseMarkdown(finding.title, longestTitle)}<br><sub>${told}</sub>`,
    first === undefined ? '' : placeMarkdown(placeOf(first), links),
    reachWords(finding, nameCode, 2),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** Whether comments on the diff tell all of a story: `inline` are the fingerprints that they carry. */
export function isInline(story: Story, inline: ReadonlySet<string>): boolean {
  return fingerprintsOf(story).every(fingerprint => inline.has(fingerprint));
}

/** The stories that no comment on the diff tells, or not all of, each folded. */
export function foldedStories(stories: readonly Story[], inline: ReadonlySet<string>, links: Links | null): List {
  const folded = stories.filter(story => !isInline(story, inline));
  return {
    open: '',
    items: folded.map(story => foldedComment(story, links)),
    close: '',
    separator: '\n\n',
    more: left => `_${count(findingsIn(folded.slice(-left)), 'more finding')} not shown._`,
  };
}

/** What the settings accept, with who says so. */
export function waivedList(waived: readonly WaivedFinding[], links: Links | null): List {
  const items = waived.map(({ title, rule, causes: [first], waivedBy }) => {
    const where = first === undefined ? '' : `${placeMarkdown(placeOf(first), links)}: `;
    return `${where}${proseMarkdown(title, longestTitle)} (${code(rule)}). ${proseMarkdown(waivedBy, 1_000)}`;
  });
  return {
    ...bulletList('', items),
    open: `<details><summary>${count(waived.length, 'waived finding')}</summary>\n`,
    close: '\n</details>',
  };
}

/** What base had to report and head has not; what head only adds has a list of its own. */
export function improvementList(improvements: readonly Improvement[]): List {
  return bulletList(
    '**What got better**',
    improvements
      .filter(improvement => !isAddition(improvement))
      .map(improvement => {
        const gone = `${code(improvement.rule)} is gone: ${proseMarkdown(improvement.title, longestTitle)}`;
        return improvement.witness === null ? gone : `${gone}<br>${witnessMarkdown(improvement.witness, null)}`;
      }),
  );
}

/** What is configured now, folded: of a change that adds much there is much. */
export function additionList(improvements: readonly Improvement[]): List {
  const additions = improvements.filter(isAddition);
  return {
    ...bulletList(
      '',
      additions.map(({ title }) => proseMarkdown(title, longestTitle)),
    ),
    open: '<details><summary>What is configured now</summary>\n',
    close: '\n</details>',
  };
}

/** What the manifests did not say. */
export function assumptionList(assumptions: readonly string[]): List {
  return {
    ...bulletList(
      '',
      assumptions.map(text => proseMarkdown(text, 1_000)),
    ),
    open: `<details><summary>What the manifests do not say and was assumed</summary>\n`,
    close: '\n</details>',
  };
}

/** What could not be read. */
export function problemList(problems: readonly Problem[], links: Links | null): List {
  return bulletList(
    '**Left out of this review**',
    problems.map(({ at, code: id, message }) => {
      const where = at === null ? '' : `${placeMarkdown({ ...at, side: 'head' }, links)}: `;
      return `${where}${proseMarkdown(message, 1_000)} (${code(id)})`;
    }),
  );
}

function bulletList(open: string, items: readonly string[]): List {
  return {
    open: open === '' ? '' : `${open}\n`,
    items: items.map(item => `- ${item}`),
    close: '',
    separator: '\n',
    more: left => `- and ${left} more`,
  };
}

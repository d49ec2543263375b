import { isAddition } from '../findings/addition.js';
import type { Finding, Improvement, WaivedFinding, Witness } from '../findings/finding.js';
import type { Problem } from '../source/problem.js';
import { count } from './counts.js';
import { cell, code } from './escape.js';
import type { List } from './fit.js';
import { longestTitle, nameCode } from './names.js';
import { placeMarkdown, placeOf, type Link } from './place.js';
import { clip, proseMarkdown } from './prose.js';
import { groupWords, reachWords } from './reach.js';
import { foldedComment } from './review-comments.js';
import { severityWords } from './severity-words.js';
import { verdictWords } from './verdict-words.js';

/** One row a finding: how bad, what, where, to whom. */
export function findingTable(findings: readonly Finding[], link: Link | null): List {
  return {
    open: '| | What happens | Where | Reaches |\n| :-- | :-- | :-- | :-- |',
    items: findings.map(finding => findingRow(finding, link)),
    close: '',
    separator: '\n',
    more: left => `| | and ${count(left, 'more finding')} | | |`,
  };
}

function findingRow(finding: Finding, link: Link | null): string {
  const { mark, word } = severityWords[finding.severity];
  const [first] = finding.causes;
  const cells = [
    `${mark}&nbsp;${word}`,
    `${proseMarkdown(finding.title, longestTitle)}<br><sub>${finding.rule}</sub>`,
    first === undefined ? '' : placeMarkdown(placeOf(first), link),
    reachWords(finding, nameCode, 2),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** The findings that no comment on the diff shows, each folded. */
export function foldedFindings(findings: readonly Finding[], inline: ReadonlySet<string>, link: Link | null): List {
  return {
    open: '',
    items: findings.filter(({ fingerprint }) => !inline.has(fingerprint)).map(finding => foldedComment(finding, link)),
    close: '',
    separator: '\n\n',
    more: left => `_${count(left, 'more finding')} not shown._`,
  };
}

/** What the settings accept, with who says so. */
export function waivedList(waived: readonly WaivedFinding[], link: Link | null): List {
  const items = waived.map(({ title, rule, causes: [first], waivedBy }) => {
    const where = first === undefined ? '' : `${placeMarkdown(placeOf(first), link)}: `;
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
        return improvement.witness === null ? gone : `${gone}<br>${witnessLine(improvement.witness)}`;
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

function witnessLine({ group, call, before, after }: Witness): string {
  const [from, to] = [before, after].map(verdict => {
    const { cluster, meaning } = verdictWords(verdict);
    return cluster === null ? proseMarkdown(meaning, longestTitle) : nameCode(cluster);
  });
  return `${code(clip(call.command, 500))} from ${groupWords(group, nameCode)}: ${from} → ${to}`;
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
export function problemList(problems: readonly Problem[], link: Link | null): List {
  return bulletList(
    '**Left out of this review**',
    problems.map(({ at, code: id, message }) => {
      const where = at === null ? '' : `${placeMarkdown({ ...at, side: 'head' }, link)}: `;
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

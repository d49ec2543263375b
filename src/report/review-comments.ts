import type { Cause, Finding, Witness } from '../findings/finding.js';
import { kindText, nameText } from '../findings/wording.js';
import { alsoMarkdown } from './also.js';
import { offeredSuggestion, withoutReturns } from './anchors.js';
import { behavioursMarkdown } from './behaviour-words.js';
import { cell, code, codeBlock, linked } from './escape.js';
import { fit } from './fit.js';
import { findingMarker } from './marker.js';
import { clip, proseHtml, proseMarkdown } from './prose.js';
import { longestTitle, nameCode } from './names.js';
import { fileMarkdown, linesBecome, placeMarkdown, placeOf, type Links } from './place.js';
import { groupWords, reachWords, unnamedReach } from './reach.js';
import { severityWords } from './severity-words.js';
import { fingerprintsOf, type Story } from './story.js';
import { verdictWords } from './verdict-words.js';

export interface CommentOptions {
  /** What the comment stands on: exactly the suggestion's lines, those of the first cause, or no line at all. */
  readonly on: 'suggestion' | 'cause' | 'nothing';
  readonly links: Links | null;
}

/**
 * The comment of one story: what happens and to whom, one call before and after, what else is of it, why, and how to fix
 * it. With `on: 'suggestion'` the fix can be clicked; else it is shown.
 */
export function commentBody(story: Story, options: CommentOptions): string {
  const { severity, title } = story.told;
  const { mark, word } = severityWords[severity];
  return fitted(
    `${mark} **${word}: ${proseMarkdown(title, longestTitle)}**`,
    commentSections(story, options),
    findingMarker(fingerprintsOf(story)),
  );
}

/** Nobody reads on a line what is longer, and GitHub takes 65,536 characters. Real findings have a tenth of it. */
const longestBody = 30_000;

const cutHere = '_Cut here, because it is too long. The JSON report of this check has all of it._';

function fitted(open: string, items: readonly string[], close: string): string {
  return fit({ open, items, close, separator: '\n\n', more: () => cutHere }, longestBody).text;
}

function commentSections(story: Story, { on, links }: CommentOptions): readonly string[] {
  const finding = story.told;
  return [
    reachSection(finding),
    ...(finding.witness === null ? [] : [witnessTable(finding.witness)]),
    ...alsoMarkdown(story),
    `**Why:** ${proseMarkdown(finding.message)}`,
    ...behavioursMarkdown(finding.behaviours ?? []),
    ...causeSection(finding, on, links),
    `**Fix:** ${proseMarkdown(finding.fix)}`,
    ...suggestionSection(finding, on, links),
    ...waiverSection(story),
    `<sub>${ruleMarkdown(finding.rule, links)}</sub>`,
  ];
}

const namedInComment = 8;

function reachSection(finding: Finding): string {
  const sentence = `Reaches ${reachWords(finding, nameCode, namedInComment)}.`;
  const rest = unnamedReach(finding, nameCode, namedInComment);
  if (rest.length === 0) return sentence;
  const fold = { open: '', items: rest, close: '', separator: ', ', more: (left: number) => `and ${left} more` };
  return `${sentence}\n\n<details><summary>The other ${rest.length}</summary>\n\n${fit(fold, 8_000).text}\n\n</details>`;
}

function witnessTable({ group, call, before, after }: Witness): string {
  const command = code(clip(call.command, 500));
  const rows = [
    { when: 'Before', verdict: verdictCell(before) },
    { when: 'After', verdict: verdictCell(after) },
  ];
  const isSame = rows[0]?.verdict === rows[1]?.verdict;
  const shown = isSame ? [{ when: 'Before and after', verdict: verdictCell(after) }] : rows;
  return [
    `| | ${cell(`${command} from ${groupWords(group, nameCode)}`)} |`,
    '| :-- | :-- |',
    ...shown.map(({ when, verdict }) => `| **${when}** | ${cell(verdict)} |`),
  ].join('\n');
}

function verdictCell(verdict: Witness['after']): string {
  const { cluster, meaning } = verdictWords(verdict);
  const words = proseMarkdown(meaning, 1_000);
  return cluster === null ? words : `${nameCode(cluster)}<br>${words}`;
}

function ruleMarkdown(rule: Finding['rule'], links: Links | null): string {
  const page = links === null ? null : links.rule(rule);
  if (page === null) return `<code>egress-review explain ${rule}</code> says more about this rule.`;
  return linked(`About the rule ${code(rule)}, with examples`, page);
}

/** The causes that the place of the comment does not show already. */
function causeSection({ causes, proof, suggestion }: Finding, on: CommentOptions['on'], links: Links | null): string[] {
  const isBelowFirst = on === 'cause' || (on === 'suggestion' && causes[0]?.at.file === suggestion?.file);
  const told = isBelowFirst ? causes.slice(1) : causes;
  if (told.length === 0) return [];
  const items = told.slice(0, 5).map(cause => causeWords(cause, links));
  const more = told.length > items.length ? [`and ${told.length - items.length} more`] : [];
  const isMoved = causes.every(({ change }) => change === 'unchanged');
  const label = isMoved ? (isBelowFirst ? 'Also about' : 'About') : isBelowFirst ? furtherCauses[proof] : 'Caused by';
  return [`**${label}:** ${[...items, ...more].join('; ')}`];
}

/** What the causes below the first have to do with it. */
const furtherCauses = { each: 'Together with', together: 'And so does', none: 'Or else by' } as const;

function causeWords(cause: Cause, links: Links | null): string {
  const name = nameCode(nameText(cause));
  return `${proseMarkdown(kindText(cause.kind), 100)} ${name}, ${cause.change} (${placeMarkdown(placeOf(cause), links)})`;
}

function suggestionSection(finding: Finding, on: CommentOptions['on'], links: Links | null): string[] {
  const suggestion = offeredSuggestion(finding);
  if (suggestion === null) return [];
  const lines = withoutReturns(suggestion.replacement);
  if (on === 'suggestion') return [codeBlock('suggestion', lines)];
  const file = fileMarkdown({ ...suggestion, side: 'head' }, links);
  return [`In ${file}, ${linesBecome(suggestion)}:`, codeBlock('yaml', lines)];
}

/** More lines than those of ten findings nobody takes over by hand. */
const mostWaivers = 10;

function waiverSection({ told, others }: Story): string[] {
  const [first, ...rest] = [told, ...others].flatMap(({ waiver }) => waiver ?? []);
  if (first === undefined) return [];
  const items = rest.slice(0, mostWaivers - 1).map(waiver => waiver.replace('waivers:\n', ''));
  const left = rest.length - items.length;
  const what = others.length === 0 ? 'this finding' : `these ${others.length + 1} findings`;
  const more = left === 0 ? '' : ` The lines of ${left} more are in the JSON of this review.`;
  const how =
    'Add this to `.github/egress-review.yaml`, and merge that first, in a pull request of its own: the review goes by ' +
    'the settings of base.';
  const lines = codeBlock('yaml', [first, ...items].join('\n'));
  return [`<details><summary>Waive ${what}</summary>\n\n${how}${more}\n\n${lines}\n\n</details>`];
}

/** A story folded below its title, for the summary. */
export function foldedComment(story: Story, links: Links | null): string {
  const { severity, title } = story.told;
  const { mark, word } = severityWords[severity];
  const summary = `${mark} ${word}: ${proseHtml(title, longestTitle)}`;
  return fitted(
    `<details><summary>${summary}</summary>`,
    commentSections(story, { on: 'nothing', links }),
    '</details>',
  );
}

import { groupKey } from '../diff/simulation.js';
import type { Finding, Witness } from '../findings/finding.js';
import { few } from '../findings/wording.js';
import { count } from './counts.js';
import { code } from './escape.js';
import { fit } from './fit.js';
import { labelled } from './labelled.js';
import { longestTitle, nameCode, namePlain } from './names.js';
import type { Paint } from './paint.js';
import { clip, proseMarkdown, prosePlain } from './prose.js';
import { groupWords, type Show } from './reach.js';
import type { Story } from './story.js';
import { verdictWords } from './verdict-words.js';

/** The other findings of a story as Markdown: one in a sentence, more folded. */
export function alsoMarkdown(story: Story): readonly string[] {
  const { others } = story;
  const [first, ...further] = others.map(other => otherMarkdown(other, story));
  if (first === undefined) return [];
  if (further.length === 0) return [`**Also found:** ${first}`];
  const items = [first, ...further].map(item => `- ${item}`);
  const more = (left: number) => `- and ${left} more`;
  const { text } = fit({ open: '', items, close: '', separator: '\n', more }, longestAlso);
  return [`<details><summary>Also found: ${count(others.length, 'more finding')}</summary>\n\n${text}\n\n</details>`];
}

/** Nobody reads more on a line; JSON has all. */
const longestAlso = 10_000;

/** The same for a terminal: the first few. */
export function alsoLines(story: Story, width: number, paint: Paint): readonly string[] {
  return alsoTexts(story, '; --format json has all').map((text, at) =>
    labelled(at === 0 ? 'also' : '', text, width, paint),
  );
}

/** The same as plain text. */
export function alsoPlain(story: Story): readonly string[] {
  return alsoTexts(story, '').map(text => `Also: ${text}`);
}

const mostInText = 5;

function alsoTexts(story: Story, whereAll: string): readonly string[] {
  const { others } = story;
  const left = others.length - mostInText;
  const texts = others.slice(0, mostInText).map(other => otherPlain(other, story));
  return left > 0 ? [...texts, `${count(left, 'more finding')}${whereAll}`] : texts;
}

function otherMarkdown(other: Finding, { told }: Story): string {
  const place = placeOfCalls(other);
  if (other.rule !== told.rule) return `${proseMarkdown(other.title, longestTitle)} (${code(other.rule)})`;
  if (other.witness === null || place === null) return proseMarkdown(other.title, longestTitle);
  return `${proseMarkdown(place, longestTitle)}, ${witnessMarkdown(other.witness, told.witness)}`;
}

function otherPlain(other: Finding, { told }: Story): string {
  const place = placeOfCalls(other);
  if (other.rule !== told.rule) return `${prosePlain(other.title, longestTitle)} [${other.rule}]`;
  if (other.witness === null || place === null) return prosePlain(other.title, longestTitle);
  const { group, call, before, after } = other.witness;
  const from = isSameGroup(group, told.witness) ? '' : ` from ${groupWords(group, namePlain)}`;
  const [was, is] = [before, after].map(verdict => destination(verdict, namePlain, prosePlain));
  return `${prosePlain(place, longestTitle)}, ${prosePlain(call.command, 500)}${from}: ${was} → ${is}`;
}

/** `www.qq.com on port 80`; null where that does not say what the finding is about. */
function placeOfCalls({ subject: { hosts = [], port } }: Finding): string | null {
  return hosts.length === 0 || port === undefined ? null : `${few(hosts)} on port ${port}`;
}

/** One call in one line: who makes it, unless the call shown before is theirs too, and where it went and goes. */
export function witnessMarkdown({ group, call, before, after }: Witness, shown: Witness | null): string {
  const from = isSameGroup(group, shown) ? '' : ` from ${groupWords(group, nameCode)}`;
  const [was, is] = [before, after].map(verdict => destination(verdict, nameCode, proseMarkdown));
  return `${code(clip(call.command, 500))}${from}: ${was} → ${is}`;
}

function isSameGroup(group: Witness['group'], shown: Witness | null): boolean {
  return shown !== null && groupKey(group) === groupKey(shown.group);
}

function destination(verdict: Witness['after'], name: Show, prose: (text: string, max: number) => string): string {
  const { cluster, meaning } = verdictWords(verdict);
  return cluster === null ? prose(meaning, longestTitle) : name(cluster);
}

import { isAddition } from '../findings/addition.js';
import type { Review, Upgrade } from '../findings/review.js';
import { count, findingCounts } from './counts.js';
import { namePlain, nameCode } from './names.js';
import { proseMarkdown } from './prose.js';
import { storiesOf } from './story.js';
import { isInline } from './summary-lists.js';
import { goodMark, severityWords } from './severity-words.js';
import { unreadText } from './unread-text.js';

/** The verdict in Markdown: one line that says good or bad, one that says of what and where to read on. */
export function headline(review: Review, inline: ReadonlySet<string>): string {
  const { findings, problems, unread, cautions } = review;
  const cautioned = cautions.map(text => `\n\n${severityWords.warning.mark} ${proseMarkdown(text, 1_000)}.`).join('');
  if (findings.length === 0 && problems.length === 0) {
    return `${unread.length + cautions.length === 0 ? goodMark : severityWords.warning.mark} ${foundSentence(review)}${unreadText(review, nameCode)}${cautioned}`;
  }
  const next = findings.length === 0 ? '' : `\n\n${whereToRead(review, inline)}`;
  return `### ${mark(review)} Egress review: ${countsOf(review, inline)}\n\n${scopeSentence(review)}${unreadText(review, nameCode)}${cautioned}${next}`;
}

/** The same without marks or Markdown, for the last line of a terminal. */
export function verdictSentence(review: Review): string {
  return `${foundSentence(review)}${unreadText(review, path => `'${namePlain(path)}'`)}`;
}

function foundSentence(review: Review): string {
  const { findings, waived, problems, improvements, summary, upgrade } = review;
  if (findings.length + waived.length + problems.length > 0) {
    return `Egress review: ${countsOf(review, new Set())}. ${scopeSentence(review)}`;
  }
  if (summary.resources === 0 && upgrade === undefined) {
    return isWhole(review)
      ? 'Egress review: nothing here decides outbound traffic.'
      : 'Egress review: the change touches nothing that decides outbound traffic.';
  }
  const better = improvements.filter(improvement => !isAddition(improvement)).length;
  if (better > 0) return `Egress review: no findings and ${count(better, 'improvement')}. ${scopeSentence(review)}`;
  if (summary.changedGroups > 0) return `Egress review: no findings. ${scopeSentence(review)}`;
  const asked = `${count(summary.groups, 'workload group')} asked`;
  return upgrade === undefined
    ? `Egress review: no outbound call changes. ${resourceCount(review)}, ${asked} ${release(review)}.`
    : `Egress review: no outbound call changes. ${upgradeText(review, upgrade)}, ${asked}.`;
}

/**
 * `2 errors`, `3 errors in 2 comments (some share a cause), 1 waived`: what is one story is told once, but counts as often as
 * it can be waived.
 */
function countsOf({ findings, waived, problems, summary }: Review, inline: ReadonlySet<string>): string {
  const found = `${findingCounts(summary)}${toldText(findings, inline)}`;
  const accepted = waived.length === 0 ? '' : `, ${waived.length} waived`;
  if (problems.length === 0) return `${found}${accepted}`;
  const broken = problemCounts(problems);
  return findings.length === 0 ? `${broken}${accepted}` : `${found}${accepted}; ${broken}`;
}

/** `2 problems in the manifests and 1 in the settings` */
function problemCounts(problems: Review['problems']): string {
  const ofSettings = problems.filter(({ code }) => code === 'settings').length;
  const places = [
    [problems.length - ofSettings, 'in the manifests'],
    [ofSettings, 'in the settings'],
  ] as const;
  return places
    .filter(([number]) => number > 0)
    .map(([number, where], index) => `${index === 0 ? count(number, 'problem') : number} ${where}`)
    .join(' and ');
}

/** Whoever reads of three errors and sees two has to know why. */
function toldText(findings: Review['findings'], inline: ReadonlySet<string>): string {
  const stories = storiesOf(findings);
  if (stories.length === findings.length) return '';
  const areComments = stories.every(story => isInline(story, inline));
  const told = areComments ? `in ${count(stories.length, 'comment')}` : `told as ${stories.length}`;
  return ` ${told} (${stories.length === 1 ? 'they' : 'some'} share a cause)`;
}

function scopeSentence(review: Review): string {
  const { upgrade } = review;
  if (upgrade !== undefined) return `${upgradeText(review, upgrade)} ${affect(review)} ${reachedText(review)}.`;
  const affects = review.summary.resources === 1 ? 'affects' : 'affect';
  const compared = isWhole(review) ? `${wholeSentence} ` : '';
  return `${compared}${resourceCount(review)} ${affects} ${reachedText(review)} ${release(review)}.`;
}

/** There "Before" is nothing that anyone has ever seen. */
const wholeSentence =
  'Compared with a mesh that has no manifests (“before”), so all that is wrong today is listed as new.';

/** Whether a whole repository is compared with nothing: no resource of it is a changed one. */
function isWhole({ base }: Review): boolean {
  return 'nothing' in base;
}

function resourceCount(review: Review): string {
  return count(review.summary.resources, isWhole(review) ? 'resource' : 'changed resource');
}

/** `Istio 1.24.6 instead of 1.23, and 2 changed resources`. */
function upgradeText({ summary: { resources } }: Review, { from, to }: Upgrade): string {
  const changes = resources === 0 ? '' : `, and ${count(resources, 'changed resource')}`;
  return `Istio ${to} instead of ${from}${changes}`;
}

function affect({ summary }: Review): string {
  return summary.resources === 0 ? 'affects' : 'affect';
}

/** A repository may hold nothing but what decides for others. */
function reachedText({ summary: { changedGroups, groups }, findings }: Review): string {
  if (groups === 0) {
    const reachesOutside = findings.some(finding => finding.reachesOutside);
    return reachesOutside ? 'workloads outside this repository' : 'no workload group, as none is known here';
  }
  return `${changedGroups === 0 ? 'none' : changedGroups} of ${count(groups, 'workload group')}`;
}

function release({ istioVersion }: Review): string {
  return `(Istio ${/^\d[\w.+-]{0,40}(?:, \d[\w.+-]{0,40})*/.exec(istioVersion)?.[0] ?? 'of unknown version'})`;
}

function whereToRead({ findings }: Review, inline: ReadonlySet<string>): string {
  const stories = storiesOf(findings);
  const shown = stories.filter(story => isInline(story, inline)).length;
  if (shown === 0) return 'Open a finding below to see what changes, why, and how to fix it.';
  const onLines = 'The comments on the changed lines say what changes, why, and how to fix it.';
  return shown === stories.length ? onLines : `${onLines} Findings without such a comment are folded below.`;
}

function mark({ summary, problems }: Review): string {
  if (summary.errors > 0 || problems.length > 0) return severityWords.error.mark;
  return summary.warnings > 0 ? severityWords.warning.mark : severityWords.notice.mark;
}

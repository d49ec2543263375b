import type { Cause, Finding, Suggestion, Witness } from '../findings/finding.js';
import { resourceText } from '../findings/wording.js';
import type { MovedBehaviour } from '../istio/moved-behaviours.js';
import { alsoLines } from './also.js';
import { withoutReturns } from './anchors.js';
import { behaviourPlain, mostBehaviours, notePlain } from './behaviour-words.js';
import { visible } from './escape.js';
import { indented, labelled, textColumn } from './labelled.js';
import { namePlain } from './names.js';
import type { Paint } from './paint.js';
import { linesBecome } from './place.js';
import { prosePlain } from './prose.js';
import { groupWords, reachWords } from './reach.js';
import { sourceLine } from './source-line.js';
import type { Story } from './story.js';
import { verdictWords } from './verdict-words.js';

/** One story as actionlint and rustc show theirs: place, title, the line with carets, then what to know and do. */
export function terminalStory(story: Story, width: number, paint: Paint): string {
  const finding = story.told;
  const [first, ...others] = finding.causes;
  const say = (label: string, text: string) => labelled(label, text, width, paint);
  return [
    titleLine(finding, first, paint),
    ...(first === undefined
      ? []
      : [sourceLine({ ...first, label: causeLabel(first) }, finding.severity, width, paint)]),
    '',
    ...others.slice(0, 5).map(cause => say(furtherCause[finding.proof], `${causeLabel(cause)}, ${placeOf(cause)}`)),
    ...(others.length > 5 ? [say('', `and ${others.length - 5} more`)] : []),
    say('reaches', reachWords(finding, namePlain, 8)),
    ...(finding.witness === null ? [] : witnessLines(finding.witness, width, paint)),
    ...alsoLines(story, width, paint),
    say('why', prosePlain(finding.message)),
    ...behaviourLines(finding.behaviours ?? [], width, paint),
    say('fix', prosePlain(finding.fix)),
    ...(finding.suggestion === null ? [] : suggestionLines(finding.suggestion)),
    ...waiverLines(story, paint),
  ].join('\n');
}

/** What a cause beside the first has to do with it. */
const furtherCause = { each: 'with', together: 'and by', none: 'or by' } as const;

/** One call, before and after, each with what it means for the caller. */
export function witnessLines({ group, call, before, after }: Witness, width: number, paint: Paint): string[] {
  const command = paint('strong', prosePlain(call.command));
  return [
    labelled('call', '', width, paint) + command,
    labelled('from', groupWords(group, namePlain), width, paint),
    ...verdictLines('before', before, width, paint),
    ...verdictLines('after', after, width, paint),
  ];
}

/** What moved with the release, and where Istio tells of it. */
export function behaviourLines(behaviours: readonly MovedBehaviour[], width: number, paint: Paint): string[] {
  const lines = behaviours
    .slice(0, mostBehaviours)
    .flatMap(behaviour => [
      labelled('behaviour', prosePlain(behaviourPlain(behaviour)), width, paint),
      ...(behaviour.note === null ? [] : [labelled('note', notePlain(behaviour.note), width, paint)]),
    ]);
  const more = behaviours.length - mostBehaviours;
  return more > 0 ? [...lines, labelled('', `and ${more} more`, width, paint)] : lines;
}

function verdictLines(label: string, verdict: Witness['after'], width: number, paint: Paint): string[] {
  const { cluster, meaning } = verdictWords(verdict);
  const lines = cluster === null ? [] : [namePlain(cluster)];
  return [...lines, prosePlain(meaning)].map((line, index) => labelled(index === 0 ? label : '', line, width, paint));
}

function titleLine({ severity, title, rule }: Finding, first: Cause | undefined, paint: Paint): string {
  const place = first === undefined ? '' : `${placeOf(first)}: `;
  return `${place}${paint(severity, `${severity}:`)} ${paint('strong', prosePlain(title))} ${paint('faint', `[${rule}]`)}`;
}

function placeOf({ at }: Cause): string {
  return `${visible(at.file)}:${at.line}:${at.column}`;
}

function causeLabel({ kind, namespace, name, change, side }: Cause): string {
  const atBase = side === 'base' && change !== 'removed' ? ' (its line at base)' : '';
  return namePlain(`${resourceText({ kind, namespace, name })}, ${change}`) + atBase;
}

function waiverLines({ told, others }: Story, paint: Paint): readonly string[] {
  const waivers = [told, ...others].flatMap(({ waiver }) => waiver ?? []);
  const left = waivers.length - mostWaivers;
  return [
    ...waivers.slice(0, mostWaivers).map((waiver, at) => waiverLine(at === 0 ? 'waive' : '', waiver, paint)),
    ...(left > 0 ? [indented(`and ${left} more; --format json has all`)] : []),
  ];
}

const mostWaivers = 3;

/** The waiver as one item of `waivers`, never broken, so that it can be taken over. */
function waiverLine(label: string, waiver: string, paint: Paint): string {
  const [, first = '', ...rest] = waiver.split('\n').map(line => line.trim());
  const item = `- { ${[first.replace(/^- /, ''), ...rest].join(', ')} }`;
  return `  ${paint('strong', label.padEnd(textColumn - 2))}${visible(item)}`;
}

function suggestionLines(suggestion: Suggestion): string[] {
  const lines = withoutReturns(suggestion.replacement).split('\n').map(visible);
  return [`${visible(suggestion.file)}: ${linesBecome(suggestion)}`, ...lines.map(line => `  ${line}`)].map(indented);
}

import type { MovedBehaviour, ReleaseNote } from '../istio/moved-behaviours.js';
import { linked } from './escape.js';
import { proseMarkdown } from './prose.js';

/** What moved with the release, as plain text: `lower-case-hosts (Istio 1.27): Hosts are …. Before: Hosts stand ….` */
export function behaviourPlain({ name, release, now, before }: MovedBehaviour): string {
  return `${name}${release === null ? '' : ` (Istio ${release})`}: ${now}. Before: ${before}.`;
}

/** Where Istio tells of it: the page of release notes, or the pull request where no page does. */
export function notePlain({ url, isInReleaseNotes }: ReleaseNote): string {
  return isInReleaseNotes ? url : `${url} (not in the release notes)`;
}

/** Nobody reads more of them below one finding. */
export const mostBehaviours = 5;

/** Behaviours as Markdown, each with its note. */
export function behavioursMarkdown(behaviours: readonly MovedBehaviour[]): readonly string[] {
  const more = behaviours.length - mostBehaviours;
  return [
    ...behaviours.slice(0, mostBehaviours).map(behaviour => `**Istio moved:** ${behaviourMarkdown(behaviour)}`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

function behaviourMarkdown(behaviour: MovedBehaviour): string {
  const { note } = behaviour;
  const text = proseMarkdown(behaviourPlain(behaviour));
  if (note === null) return text;
  const label = note.isInReleaseNotes ? 'Release notes' : `Pull request ${note.pullRequest}`;
  return `${text} ${linked(label, note.url)}${note.isInReleaseNotes ? '' : ', not in the release notes'}.`;
}

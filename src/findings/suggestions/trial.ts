import type { Comparison } from '../../diff/comparison.js';
import type { GroupClass } from '../../diff/group-classes.js';
import { groupKey } from '../../diff/simulation.js';
import { readManifests } from '../../source/manifests.js';
import { severities } from '../importance.js';
import type { Observed } from '../merged.js';
import { resourceText } from '../wording.js';
import type { Candidate } from './candidate.js';
import { edited } from './edit.js';

/** Runs every rule on a comparison. */
export type Observe = (comparison: Comparison) => readonly Observed[];

/** Tells whether an edit mends a finding, of which `seen` are the observations. */
export type Mends = (candidate: Candidate, seen: readonly Observed[]) => boolean;

/** More edits than these are not tried in a review. */
const MOST_TRIALS = 24;

/** To try an edit is to simulate head once more. So many resources may be simulated in all: those of a few large heads. */
const MOST_RESOURCES = 60_000;

/** Where more changes than these come together, nothing is tried: a click here and there mends no change in bulk. */
const MOST_CHANGES = 24;

/**
 * An edit is proven by the review of the file that it makes: nothing of the finding is left, and no error or warning is
 * there that was not there without the edit.
 */
export function trials(comparison: Comparison, observed: readonly Observed[], observe: Observe): Mends {
  const tried = new Map<string, readonly Observed[] | null>();
  const known = byTopic(observed);
  const most = mostTrials(comparison);
  const trialOf = (candidate: Candidate) => {
    const { edit, resource } = candidate;
    const key = [resource.document.path, edit.start, edit.end, edit.text].join(' ');
    if (!tried.has(key)) {
      const other = tried.size < most ? comparisonWith(comparison, candidate) : null;
      tried.set(key, other === null ? null : observe(other));
    }
    return tried.get(key) ?? null;
  };
  return (candidate, seen) => {
    const found = trialOf(candidate);
    if (found === null) return false;
    const topics = byTopic(seen);
    return found.every(one => !isLeft(one, topics) && !isWorse(one, known));
  };
}

function mostTrials({ resourceChanges, head }: Comparison): number {
  if (resourceChanges.length > MOST_CHANGES) return 0;
  return Math.min(MOST_TRIALS, Math.floor(MOST_RESOURCES / head.simulation.mesh.declared.length));
}

/** The comparison with the edited file; null where it cannot be read without a fault. */
function comparisonWith(comparison: Comparison, { edit, resource: { document } }: Candidate): Comparison | null {
  const text = edited(document, edit);
  const { path } = document;
  const { documents, problems, unrendered } = readManifests([{ path, content: text, text }]);
  return problems.length > 0 || unrendered.length > 0 ? null : comparison.amended(path, documents);
}

type ByTopic = ReadonlyMap<string, readonly Observed[]>;

function byTopic(observed: readonly Observed[]): ByTopic {
  const found = new Map<string, Observed[]>();
  for (const one of observed) {
    const topic = topicOf(one);
    const known = found.get(topic);
    if (known === undefined) found.set(topic, [one]);
    else known.push(one);
  }
  return found;
}

/** What is observed, however bad it is and whoever is told so. */
function topicOf({ rule, observation: { ownerHost, subject } }: Observed): string {
  const { hosts = [], resources = [], port, entry, listener, cluster } = subject;
  const names = resources.map(resourceText).toSorted();
  return JSON.stringify([rule.id, ownerHost, port, hosts.toSorted(), names, entry, listener, cluster]);
}

/** Whether some are still told what they were told before. */
function isLeft(one: Observed, seen: ByTopic): boolean {
  const told = [...membersOf(one.observation.groupClass)];
  return (seen.get(topicOf(one)) ?? []).some(({ observation: { groupClass } }) => {
    const former = membersOf(groupClass);
    return told.some(member => former.has(member));
  });
}

/** Whether some who are told have not been told the same, as bad or worse, without the edit. */
function isWorse(one: Observed, known: ByTopic): boolean {
  const { severity, groupClass } = one.observation;
  if (severity === 'notice') return false;
  const told = new Set(
    (known.get(topicOf(one)) ?? [])
      .filter(({ observation }) => severities.indexOf(observation.severity) <= severities.indexOf(severity))
      .flatMap(({ observation }) => [...membersOf(observation.groupClass)]),
  );
  return [...membersOf(groupClass)].some(member => !told.has(member));
}

const members = new WeakMap<GroupClass, ReadonlySet<string>>();

function membersOf(groupClass: GroupClass): ReadonlySet<string> {
  const { groups, reachesOutside } = groupClass;
  const found = members.get(groupClass) ?? new Set([...groups.map(groupKey), ...(reachesOutside ? ['outside'] : [])]);
  members.set(groupClass, found);
  return found;
}
